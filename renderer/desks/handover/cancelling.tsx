import { useAct } from '../../app/client.ts'
import { Voiding } from '../../components/voiding.tsx'
import type { ActProps } from './acts.tsx'

/** 作废 before it is done; whoever still leaves gets another list. */
export const Cancel = ({ of: handover, onDone, onClose }: ActProps) => {
  const act = useAct('handover.cancel')
  return (
    <Voiding
      title={`作废移交清单　${handover.number}`}
      rule="作废的编号保留，不再使用；仍要离岗的另行生成"
      act={act}
      onVoid={(reason) => act.mutate({ handover: handover.id, reason }, { onSuccess: onDone })}
      onClose={onClose}
    />
  )
}
