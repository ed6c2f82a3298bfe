import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button, Input } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea.js'
import { isActing, type RefusedError } from '../app/client.ts'
import { Dialog } from './dialog.tsx'
import { Asks } from './form.tsx'
import { goOnByEnter } from './going-on.ts'
import { useKeys } from './keys.ts'
import { RefusalNote } from './refusal.tsx'

type SentenceProps = {
  label: string
  value: string
  onChange: (text: string) => void
  max: number
  first?: boolean
  optional?: boolean
  /** What was refused of the act: the cursor goes back into the sentence. */
  refused?: unknown
}

/** A sentence of a form: 意见, 原因, 说明. It has no line breaks: Enter belongs to the form. */
export const Sentence = ({ label, value, onChange, max, first, optional, refused }: SentenceProps) => {
  const box = useRef<TextAreaRef>(null)
  useEffect(() => {
    if (refused) box.current?.focus({ cursor: 'all' })
  }, [refused])
  return (
    <label className="sentence">
      <span className="sentence-label">
        {label}
        {optional && <span className="quiet">（可不填）</span>}
      </span>
      <Input.TextArea
        ref={box}
        autoFocus={first}
        data-words
        rows={2}
        maxLength={max}
        value={value}
        onChange={(event) => onChange(event.target.value.replace(/[\r\n]+/g, ' '))}
      />
    </label>
  )
}

type ActDialogProps = {
  title: string
  /** What stands behind the act: clause and its words. */
  rule?: string
  ok: string
  /** What is still to be filled in, in words; false what already is. The act waits for all of it. */
  needs?: readonly (string | false)[]
  busy?: boolean
  error?: RefusedError | Error | null
  /** A second way out, beside the main one. */
  other?: ReactNode
  width?: number
  /** What F9 does when it is not the act itself. */
  onF9?: () => void
  onOk: () => void
  onClose: () => void
  children: ReactNode
}

/** A sentence that was typed is not lost to one slip of Esc: the first asks, the second leaves, and going on with typing takes the question back. */
const useSentenceKept = (busy: boolean, onClose: () => void) => {
  const [typed, setTyped] = useState(false)
  const [asked, setAsked] = useState(false)
  const leave = () => {
    if (busy || isActing()) return
    if (typed && !asked) setAsked(true)
    else onClose()
  }
  const onInput = ({ target }: FormEvent) => {
    setAsked(false)
    if (target instanceof HTMLTextAreaElement) setTyped(target.value.trim() !== '')
  }
  return { asked: asked && !busy, leave, onInput }
}

/** One act as a small form: Enter goes from box to box and confirms at the last, Esc goes back, and a refusal leaves everything as typed. */
export const ActDialog = ({ title, rule, ok, needs = [], busy = false, error, other, width, onF9, onOk, onClose, children }: ActDialogProps) => {
  const missing = needs.filter(Boolean).join('、')
  const act = () => {
    if (missing === '' && !busy && !isActing()) onOk()
  }
  const { asked, leave, onInput } = useSentenceKept(busy, onClose)
  useKeys([['F9', onF9 ?? act]], true, true)
  return (
    <Dialog title={title} width={width} onEscape={leave}>
      <form
        className="act-form"
        onInput={onInput}
        onKeyDownCapture={(event) => {
          if (goOnByEnter(event)) act()
        }}
        onSubmit={(event) => {
          event.preventDefault()
          act()
        }}
      >
        {children}
        {error && <RefusalNote of={error} />}
        <div className="form-foot">
          {asked ? <Asks /> : <span className="quiet form-word">{missing ? `还缺：${missing}` : rule}</span>}
          {other}
          <Button danger={asked} disabled={busy} onClick={leave}>
            {asked ? '放弃所填' : '返回'} Esc
          </Button>
          <Button type="primary" htmlType="submit" disabled={missing !== ''} loading={busy}>
            {ok} Enter
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
