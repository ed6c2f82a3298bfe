import { useAct } from '../../app/client.ts'
import { SignOrEnter } from '../../components/paper-entry.tsx'
import type { ActProps } from './acts.tsx'
import { PaperLines } from './paper-lines.tsx'

/** F4 借出: the borrower checks the number and signs for it on the spot (F1(7)b, F1(4)a). */
export const Lend = ({ of: loan, onDone, onClose }: ActProps) => {
  const act = useAct('lending.lend')
  const step = { loan: loan.id }
  return (
    <SignOrEnter
      title={`借出　${loan.number}`}
      says={`请借用人核对编号后签字；应还 ${loan.due}，不得转借（F1(7)b）`}
      clause="F1(7)b"
      paper="借用审批单"
      signer={loan.borrower}
      ok="借用"
      error={act.error}
      busy={act.isPending}
      step={{ call: 'lending.lend', input: step }}
      onTicket={(ticket) => act.mutate({ ...step, ticket }, { onSuccess: onDone })}
      onDone={onDone}
      onClose={onClose}
    >
      <div className="lending-asked">
        <PaperLines of={loan.copy} />
      </div>
    </SignOrEnter>
  )
}
