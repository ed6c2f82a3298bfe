/**
 * What a scanner types: a label's digits and Enter, faster than a hand.
 *
 * - `useScanned(take, place)`: while it stands on the screen, a scan is this step's (收回核对, 放入传阅夹, 逐件核对). The step that was opened last is asked.
 * - `useScanFrom(open)`: a scan from anywhere else. Once, in the frame.
 * - While the cursor stands in a box that takes numbers the scanner types like a hand, and the box knows what it is for. In a box of words
 *   (`data-words`) no label belongs: it is taken out again and goes where a scan from anywhere goes, never away from what is not saved.
 */
import { useEffect, useRef } from 'react'
import { CARRIER_CODE, LABEL_CODE, RUN_TOGETHER } from '../../contract/labels.ts'
import { passingWords } from '../app/passing-words.ts'
import { listenForBurst } from './scan-burst.ts'

type Take = (code: string) => void
/** The box of a step, by which it is told from what lies under a dialog. */
type Place = () => Element | null | undefined
const steps: { take: Take; place: Place }[] = []

/** No hand types the next key of a code later than this, and no scanner; a slow machine may. */
const BETWEEN_MS = 400

const plainly = (text: string) => text.normalize('NFKC').replace(/\s/g, '')

export const isLabel = (text: string): boolean => LABEL_CODE.test(plainly(text)) || RUN_TOGETHER.test(plainly(text))
/** The label of a carrier, not of a copy. */
export const isCarrierLabel = (text: string): boolean => CARRIER_CODE.test(plainly(text))

const TEXTLESS = ['checkbox', 'radio', 'button', 'submit']
/** The cursor stands where text is typed. */
const inText = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !TEXTLESS.includes(target.type)) ||
  (target instanceof HTMLElement && target.isContentEditable)

/** The dialog or printed sheet that lies on top of the desk. */
const topCover = () => [...document.querySelectorAll('.ant-modal-wrap, .paper-room')].filter((cover) => cover.getClientRects().length > 0).at(-1)

/** A step takes scans. One that stands under a dialog waits until that is closed. */
export const useScanned = (take: Take, place: Place): void => {
  const latest = useRef({ take, place })
  latest.current = { take, place }
  useEffect(() => {
    const mine = { take: (code: string) => latest.current.take(code), place: () => latest.current.place() }
    steps.push(mine)
    return () => {
      steps.splice(steps.indexOf(mine), 1)
    }
  }, [])
}

type WordsBox = HTMLInputElement | HTMLTextAreaElement
type Standing = { box: WordsBox; value: string; start: number; end: number }

/** The box of words that the cursor stands in, as it is before the next key. */
const wordsAt = (target: EventTarget | null): Standing | null => {
  if (!(target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) || target.dataset.words === undefined) return null
  return { box: target, value: target.value, start: target.selectionStart ?? target.value.length, end: target.selectionEnd ?? target.value.length }
}

/** Takes the digits out of the box again; false where it holds anything else than what stood there and they. */
const takeOut = ({ box, value, start, end }: Standing, code: string): boolean => {
  if (box.value !== `${value.slice(0, start)}${code}${value.slice(end)}`) return false
  const { prototype } = box instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement
  // The form's library hears of it as of a person's typing.
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(box, value)
  box.dispatchEvent(new InputEvent('input', { bubbles: true }))
  box.setSelectionRange(start, end)
  return true
}

const HELD = '扫描没有办理：这里还没有办完或保存。先办完、退出这一步，再扫描。'
/** What is said of a scan that was not gone on with. */
const { tell, useWords } = passingWords()
export const useScanWords = useWords

/** A form with something in it that is not saved. */
const isUnsaved = () => document.querySelector('form[data-unsaved]') !== null

/** The step at hand takes a scan; else it opens what it is of, unless a dialog lies over the desk. */
const deliver = (code: string, open: Take, held: () => void) => {
  const cover = topCover()
  const step = steps.findLast(({ place }) => cover === undefined || cover.contains(place() ?? null))
  if (step) step.take(code)
  else if (cover || isUnsaved()) held()
  else open(code)
}

/** A scan among the keys that are pressed where no text is typed: `hear` gives its code at its Enter. */
const listenAnywhere = () => {
  let typed = ''
  let last = 0
  return (event: KeyboardEvent): string | null => {
    if (event.timeStamp - last > BETWEEN_MS) typed = ''
    last = event.timeStamp
    if (event.key.length === 1) typed += event.key
    if (event.key !== 'Enter') return null
    const code = typed
    typed = ''
    return isLabel(code) ? code : null
  }
}

/** A scan into a box of words, taken out of it again at its Enter. */
const listenToWords = () => {
  const burst = listenForBurst<Standing>()
  let box: WordsBox | null = null
  return (event: KeyboardEvent, standing: Standing): string | null => {
    if (standing.box !== box || event.isComposing || event.shiftKey) burst.forget()
    box = standing.box
    if (event.isComposing) return null
    const scan = burst.hear({ key: event.key, at: event.timeStamp, repeat: event.repeat, before: standing })
    return scan && takeOut(scan.before, scan.code) ? scan.code : null
  }
}

/** Hears the scanner wherever no number is typed, and gives what it read to the step at hand; else to `open`. */
export const useScanFrom = (open: Take, enabled: boolean): void => {
  const latest = useRef(open)
  latest.current = open
  useEffect(() => {
    if (!enabled) return
    const anywhere = listenAnywhere()
    const inWords = listenToWords()
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return
      const words = wordsAt(event.target)
      if (!words && inText(event.target)) return
      const code = words ? inWords(event, words) : anywhere(event)
      if (code === null) return
      // The scanner's Enter presses no button that happens to have the focus, nor goes on in a form.
      event.preventDefault()
      event.stopImmediatePropagation()
      // The form knows first that the box is as it was.
      if (words) setTimeout(() => deliver(code, latest.current, () => tell(HELD)), 0)
      else deliver(code, latest.current, () => tell(HELD))
    }
    window.addEventListener('keydown', hear, true)
    return () => window.removeEventListener('keydown', hear, true)
  }, [enabled])
}
