import { useState } from 'react'
import { limits } from '../../../contract/fields.ts'
import { useAct } from '../../app/client.ts'
import { ActDialog, Sentence } from '../../components/act-dialog.tsx'
import type { ActProps } from './acts.tsx'

/** 作废 before it is lent; the number stays used. */
export const Cancel = ({ of: loan, onDone, onClose }: ActProps) => {
  const [reason, setReason] = useState('')
  const act = useAct('lending.cancel')
  return (
    <ActDialog
      title={`作废借用申请　${loan.number}`}
      rule="作废的编号保留，不再使用"
      ok="作废"
      needs={[!reason.trim() && '原因']}
      busy={act.isPending}
      error={act.error}
      onOk={() => act.mutate({ loan: loan.id, reason }, { onSuccess: onDone })}
      onClose={onClose}
    >
      <Sentence label="原因" value={reason} onChange={setReason} max={limits.note} first refused={act.error} />
    </ActDialog>
  )
}
