import { type ReactNode, useRef } from 'react'
import { Button, Input, Modal } from 'antd'
import type { RefusedError } from '../app/client.ts'
import { RefusalNote } from './refusal.tsx'

/** Enter confirms the form around it; a sentence has no line breaks. */
const enterConfirms = (event: React.KeyboardEvent<HTMLTextAreaElement>) => {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  event.preventDefault()
  event.currentTarget.form?.requestSubmit()
}

type SentenceProps = { label: string; value: string; onChange: (text: string) => void; max: number; first?: boolean; optional?: boolean }

/** A sentence of a form: 意见, 原因, 说明. */
export const Sentence = ({ label, value, onChange, max, first, optional }: SentenceProps) => (
  <label className="sentence">
    <span className="sentence-label">
      {label}
      {optional && <span className="quiet">（可不填）</span>}
    </span>
    <Input.TextArea
      autoFocus={first}
      rows={2}
      maxLength={max}
      value={value}
      onChange={(event) => onChange(event.target.value.replace(/[\r\n]+/g, ' '))}
      onKeyDown={enterConfirms}
    />
  </label>
)

type ActDialogProps = {
  title: string
  /** What stands behind the act: clause and its words. */
  rule?: string
  ok: string
  ready?: boolean
  busy?: boolean
  error?: RefusedError | Error | null
  /** A second way out, beside the main one. */
  other?: ReactNode
  width?: number
  onOk: () => void
  onClose: () => void
  children: ReactNode
}

/** One act as a small form: Enter confirms, Esc goes back, and a refusal leaves everything as typed. */
export const ActDialog = ({ title, rule, ok, ready = true, busy, error, other, width = 560, onOk, onClose, children }: ActDialogProps) => {
  const form = useRef<HTMLFormElement>(null)
  // The dialog takes the focus for itself when it opens: the cursor belongs in the first box.
  const toFirst = (open: boolean) => {
    const inside =
      form.current?.querySelector<HTMLElement>('textarea, input:not([type=checkbox])') ?? form.current?.querySelector<HTMLElement>('[type=submit]')
    if (open) inside?.focus()
  }
  return (
    <Modal
      open
      title={title}
      width={width}
      footer={null}
      onCancel={onClose}
      afterOpenChange={toFirst}
      closable={false}
      mask={{ closable: false }}
      transitionName=""
      maskTransitionName=""
    >
      <form
        ref={form}
        className="act-form"
        onKeyDown={(event) => {
          if (event.key !== 'F9' || event.defaultPrevented) return
          event.preventDefault()
          event.currentTarget.requestSubmit()
        }}
        onSubmit={(event) => {
          event.preventDefault()
          if (ready && !busy) onOk()
        }}
      >
        {children}
        {error && <RefusalNote of={error} />}
        <div className="form-foot">
          {rule && <span className="quiet form-word">{rule}</span>}
          {other}
          <Button onClick={onClose}>返回 Esc</Button>
          <Button type="primary" htmlType="submit" disabled={!ready} loading={busy ?? false}>
            {ok} Enter
          </Button>
        </div>
      </form>
    </Modal>
  )
}
