import { useState } from 'react'
import { limits } from '../../../contract/fields.ts'
import { useAct } from '../../app/client.ts'
import { ActDialog, Sentence } from '../../components/act-dialog.tsx'
import type { ActProps } from './acts.tsx'

/** 作废 before it is done; the number stays used. */
export const Cancel = ({ of: handover, onDone, onClose }: ActProps) => {
  const [reason, setReason] = useState('')
  const act = useAct('handover.cancel')
  return (
    <ActDialog
      title={`作废移交清单　${handover.number}`}
      rule="作废的编号保留，不再使用；仍要离岗的另行生成"
      ok="作废"
      needs={[!reason.trim() && '原因']}
      busy={act.isPending}
      error={act.error}
      onOk={() => act.mutate({ handover: handover.id, reason }, { onSuccess: onDone })}
      onClose={onClose}
    >
      <Sentence label="原因" value={reason} onChange={setReason} max={limits.note} first refused={act.error} />
    </ActDialog>
  )
}
