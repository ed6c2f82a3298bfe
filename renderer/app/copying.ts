/**
 * The page's own copying in place of the system's (checklist 48, docs/decisions/0009). Whether it was asked for by key, by menu or by dragging:
 * numbers go out as plain text alone, and the shell takes them out of the clipboard a minute later; what is marked in a box of a form can be
 * moved to another box and never leaves the page; everything else is refused and says so.
 */
import { MOST_COPIED, mayLeave } from './copyable.ts'
import { passingWords } from './passing-words.ts'

type Box = HTMLInputElement | HTMLTextAreaElement

/** What was copied last, for the boxes of this page, and what the clipboard of the system held then: something else in it is newer. */
let kept: { text: string; outside: string } | null = null

const { tell, useWords } = passingWords()
/** What became of the last copying. */
export const useCopyWords = useWords

const boxOf = (target: EventTarget | null): Box | null =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'password') ? target : null

const markedIn = ({ value, selectionStart, selectionEnd }: Box) => value.slice(selectionStart ?? 0, selectionEnd ?? 0)

const refusedWords = (text: string) =>
  text.length > MOST_COPIED
    ? `一次最多复制 ${MOST_COPIED} 个字，且只能复制编号、文号和日期；成批的内容请打印登记簿（F1(5)a）。`
    : '标题和内容不得复制到密卷之外，只能复制编号、文号和日期（F1(5)a）。'

const wentOut = (text: string) => `已复制 ${text}${window.mijuan.host === 'electron' ? '，一分钟后从剪贴板清除' : ''}。`

/** Puts what may leave into the clipboard, plain; gives what the clipboard holds now. */
const putOut = (event: ClipboardEvent, text: string): string => {
  event.clipboardData?.setData('text/plain', text)
  window.mijuan.copied(text)
  return text
}

const copy = (event: ClipboardEvent) => {
  event.preventDefault()
  const box = boxOf(event.target)
  const text = (box ? markedIn(box) : String(getSelection())).trim()
  if (text === '') return
  const leaves = mayLeave(text)
  if (!box && !leaves) return tell(refusedWords(text))
  // An empty clipboard is what a box's own text leaves behind, so that the next copy elsewhere is seen to be newer.
  kept = { text: box ? markedIn(box) : text, outside: putOut(event, leaves ? text : '') }
  if (event.type === 'cut') document.execCommand('delete')
  tell(leaves ? wentOut(text) : '已复制，只能粘贴在密卷里。')
}

const paste = (event: ClipboardEvent) => {
  const outside = event.clipboardData?.getData('text/plain') ?? ''
  if (!kept || outside !== kept.outside || !boxOf(event.target)) return
  event.preventDefault()
  document.execCommand('insertText', false, kept.text)
}

const isMarked = () => {
  const box = boxOf(document.activeElement)
  return box && box.selectionStart !== null ? box.selectionStart !== box.selectionEnd : getSelection()?.isCollapsed === false
}

const MARKING_MS = 150
let marking = 0
/** On Linux what is only marked can be put into any program by the middle button: the shell is told to empty that, too. */
const mark = () => {
  clearTimeout(marking)
  marking = window.setTimeout(() => isMarked() && window.mijuan.marked(), MARKING_MS)
}

/** Takes over copying, cutting, pasting and dragging on the whole page, for good. */
export const takeOverCopying = (): void => {
  for (const kind of ['copy', 'cut'] as const) document.addEventListener(kind, copy, true)
  document.addEventListener('paste', paste, true)
  document.addEventListener('dragstart', (event) => event.preventDefault(), true)
  document.addEventListener('selectionchange', mark)
}
