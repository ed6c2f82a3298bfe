/** 文本: the words of a version, typed or pasted, with what of them is not given out marked by selecting it. By keyboard: Shift and arrows, then F6 or F7. */
import { Button, Radio } from 'antd'
import { type ClipboardEvent, memo, useDeferredValue, useMemo, useRef, useState } from 'react'
import { type Path, type UseFormReturn, useWatch } from 'react-hook-form'
import { limits } from '../../../contract/limits.ts'
import { REDACTION_REASONS, type RedactionReason, type RedactionWay, redactionReasonLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { Box } from '../../components/field-box.tsx'
import { useKeys } from '../../components/keys.ts'
import { MarkList } from './mark-list.tsx'
import { afterTyping, type Mark, piecesOf, withMark, withSame } from './marks.ts'
import type { TextTyped } from './text-boxes.tsx'

/** Whether this workstation takes texts in; undefined until that is known. */
export const useTextsAllowed = (): boolean | undefined => {
  const settings = useQueryOf('office.settings', {}).data
  return settings?.reviewTexts && settings.level !== 'internal'
}

/** What a text from another program brings along and nobody sees. */
const cleaned = (text: string) =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)[\p{Cc}\p{Cf}]/gu, '')

/** Pasted words come in without what nobody sees of them; else as the page has it. */
const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
  const text = event.clipboardData.getData('text/plain')
  if (event.defaultPrevented || cleaned(text) === text) return
  event.preventDefault()
  document.execCommand('insertText', false, cleaned(text))
}

type WordsProps = {
  id: string
  content: string
  marks: readonly Mark[]
  onChange: (text: string) => void
  box: React.RefObject<HTMLTextAreaElement | null>
  focusBy: (box: HTMLTextAreaElement | null) => void
}

/** A text with its marks, drawn once nothing more urgent is: the two of one moment together. */
const useLater = (content: string, marks: readonly Mark[]) => {
  const [last, setLast] = useState({ content, marks })
  if (last.content !== content || last.marks !== marks) setLast({ content, marks })
  return useDeferredValue(last)
}

/** The words with their marks, unseen but for these. */
const Marked = memo(({ content, marks }: Pick<WordsProps, 'content' | 'marks'>) =>
  piecesOf(content, marks).map(({ words, mark }, place) =>
    mark ? (
      <mark key={place} className={`review-mark-${mark.how}`}>
        {words}
      </mark>
    ) : (
      <span key={place}>{words}</span>
    ),
  ),
)

/** The box to type in, over the same words with their marks: the two scroll as one. In a long text the marks follow what is typed a moment later. */
const Words = ({ id, content, marks, onChange, box, focusBy }: WordsProps) => {
  const under = useRef<HTMLDivElement>(null)
  const shown = useLater(content, marks)
  return (
    <div className="review-words" data-own-enter>
      <div className="review-words-under" ref={under} aria-hidden>
        <Marked content={shown.content} marks={shown.marks} />
        {'\n'}
      </div>
      <textarea
        id={id}
        ref={(element) => {
          box.current = element
          focusBy(element)
        }}
        data-words
        spellCheck={false}
        maxLength={limits.reviewText}
        value={content}
        onChange={(event) => onChange(event.target.value)}
        onPaste={paste}
        onScroll={({ currentTarget }) => {
          if (under.current) under.current.scrollTop = currentTarget.scrollTop
        }}
      />
    </div>
  )
}

type Props<F extends TextTyped> = { form: UseFormReturn<F> }

/** The marks as they were, one step after the other; typing ends what can be taken back. */
const useMarks = <F extends TextTyped>(form: UseFormReturn<F>) => {
  const name = 'redactions' as Path<F>
  const marks = useWatch({ control: form.control, name }) as Mark[]
  const [past, setPast] = useState<Mark[][]>([])
  const put = (next: Mark[]) => {
    form.clearErrors(name)
    form.setValue(name, next as never, { shouldDirty: true })
  }
  return {
    marks,
    mayUndo: past.length > 0,
    mark: (next: Mark[]) => {
      setPast([...past, marks])
      put(next)
    },
    typed: (next: Mark[]) => {
      setPast([])
      if (next.length !== marks.length || next.some((mark, place) => mark.from !== marks[place]?.from)) put(next)
    },
    undo: () => {
      put(past.at(-1) ?? marks)
      setPast(past.slice(0, -1))
    },
  }
}

export const ContentBox = <F extends TextTyped>({ form }: Props<F>) => {
  const content = useWatch({ control: form.control, name: 'content' as Path<F> }) as string
  const { marks, mayUndo, mark, typed, undo } = useMarks(form)
  const [reason, setReason] = useState<RedactionReason>('privacy')
  const [word, setWord] = useState('')
  const box = useRef<HTMLTextAreaElement>(null)
  const listed = useLater(content, marks)
  const now = useRef<(change: (text: string, marks: readonly Mark[]) => Mark[]) => void>(() => undefined)
  now.current = (change) => mark(change(content, marks))
  // Drawn anew when it is another list, not with every letter.
  const list = useMemo(
    () => (
      <MarkList
        {...listed}
        onSame={(one) => now.current((text, all) => withSame(text, all, one))}
        onCancel={(one) => now.current((_text, all) => all.filter(({ from }) => from !== one.from))}
      />
    ),
    [listed],
  )
  const under = (how: RedactionWay) => {
    const { selectionStart: from = 0, selectionEnd: to = 0 } = box.current ?? {}
    setWord(from === to ? '请先在文本中选定文字，再标记涂黑或者删除。' : '')
    if (from !== to) mark(withMark(content, marks, { from, to, how, reason }))
    box.current?.focus()
  }
  const blacken = () => under('blacken')
  const strike = () => under('delete')
  useKeys([...(mayUndo ? [['F4', undo] as const] : []), ['F6', blacken], ['F7', strike]], content !== '')
  return (
    <>
      <Box
        form={form}
        name={'content' as Path<F>}
        label="文本"
        hint={`可不填，文本留在纸上。打字或粘贴，低于本机密级的才可以录入，最多${limits.reviewText}个字符；已有${content.length}个`}
      >
        {(field, id) => (
          <Words
            id={id}
            content={content}
            marks={marks}
            box={box}
            focusBy={field.ref}
            onChange={(text) => {
              typed(afterTyping(content, text, marks))
              field.onChange(text)
            }}
          />
        )}
      </Box>
      {content !== '' && (
        <Box
          form={form}
          name={'redactions' as Path<F>}
          label="涂黑、删除"
          hint={word || '在文本中选定不公开的文字（用鼠标，或者 Shift 加方向键），再按键'}
        >
          {(field) => (
            <div className="review-marking" data-own-enter>
              <Radio.Group
                aria-label="理由"
                value={reason}
                onChange={(event) => setReason(event.target.value as RedactionReason)}
                options={REDACTION_REASONS.map((value) => ({ value, label: redactionReasonLabel[value] }))}
              />
              <div className="review-marking-acts">
                <Button ref={(button) => field.ref(button && { focus: () => box.current?.focus() })} onClick={blacken}>
                  涂黑 F6
                </Button>
                <Button onClick={strike}>删除 F7</Button>
                <Button disabled={!mayUndo} onClick={undo}>
                  撤销标记 F4
                </Button>
              </div>
              {list}
            </div>
          )}
        </Box>
      )}
    </>
  )
}
