/** 作废 of a record with its reason, before anything stands on it; its number stays used. `onVoid` does the act, whose state is `act`. */
import { useState } from 'react'
import { limits } from '../../contract/fields.ts'
import { ActDialog, Sentence } from './act-dialog.tsx'

type Props = {
  title: string
  rule?: string
  act: { isPending: boolean; error: Error | null }
  onVoid: (reason: string) => void
  onClose: () => void
}

export const Voiding = ({ title, rule = '作废的编号保留，不再使用', act, onVoid, onClose }: Props) => {
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={title}
      rule={rule}
      ok="作废"
      needs={[!reason.trim() && '原因']}
      busy={act.isPending}
      error={act.error}
      onOk={() => onVoid(reason)}
      onClose={onClose}
    >
      <Sentence label="原因" value={reason} onChange={setReason} max={limits.note} first refused={act.error} />
    </ActDialog>
  )
}
