/**
 * An act that takes one sentence: `<Saying title="停用　…" rule="…" label="停用原因" ok="停用" act={act} onSay={(reason) => act.mutate(…)} onClose={…} />`.
 * `Voiding` is 作废 of a record with its reason, before anything stands on it; its number stays used.
 */
import { type ReactNode, useState } from 'react'
import { limits } from '../../contract/limits.ts'
import { ActDialog, Sentence } from './act-dialog.tsx'

type SayingProps = {
  title: string
  rule: string
  label: string
  ok: string
  act: { isPending: boolean; error: Error | null }
  onSay: (text: string) => void
  onClose: () => void
  /** What it is about, above the sentence. */
  children?: ReactNode
}

export const Saying = ({ title, rule, label, ok, act, onSay, onClose, children }: SayingProps) => {
  const [text, setText] = useState('')
  return (
    <ActDialog
      title={title}
      rule={rule}
      ok={ok}
      needs={[!text.trim() && label]}
      busy={act.isPending}
      error={act.error}
      onOk={() => onSay(text)}
      onClose={onClose}
    >
      {children}
      <Sentence label={label} value={text} onChange={setText} max={limits.note} first refused={act.error} />
    </ActDialog>
  )
}

type VoidingProps = Pick<SayingProps, 'title' | 'act' | 'onClose'> & { rule?: string; onVoid: (reason: string) => void }

export const Voiding = ({ rule = '作废的编号保留，不再使用', onVoid, ...same }: VoidingProps) => (
  <Saying {...same} rule={rule} label="原因" ok="作废" onSay={onVoid} />
)
