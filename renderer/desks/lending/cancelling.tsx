import { useAct } from '../../app/client.ts'
import { Voiding } from '../../components/voiding.tsx'
import type { ActProps } from './acts.tsx'

/** 作废 before it is lent. */
export const Cancel = ({ of: loan, onDone, onClose }: ActProps) => {
  const act = useAct('lending.cancel')
  return (
    <Voiding
      title={`作废借用申请　${loan.number}`}
      act={act}
      onVoid={(reason) => act.mutate({ loan: loan.id, reason }, { onSuccess: onDone })}
      onClose={onClose}
    />
  )
}
