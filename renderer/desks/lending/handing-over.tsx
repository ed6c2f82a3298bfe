import { useState } from 'react'
import { useAct } from '../../app/client.ts'
import { Countersign } from '../../components/countersign.tsx'
import { HandOnPaper } from '../../components/paper-entry.tsx'
import { ByPaper } from '../../components/paper-form.tsx'
import type { ActProps } from './acts.tsx'
import { PaperLines } from './paper-lines.tsx'

/** F4 借出: the borrower checks the number and signs for it on the spot (F1(7)b, F1(4)a). */
export const Lend = ({ of: loan, onDone, onClose }: ActProps) => {
  const act = useAct('lending.lend')
  const step = { loan: loan.id }
  const [onPaper, setOnPaper] = useState(false)
  if (onPaper)
    return (
      <HandOnPaper
        title={`借出　${loan.number}`}
        clause="F1(7)b"
        paper="借用审批单"
        signer={loan.borrower}
        step={{ call: 'lending.lend', input: step }}
        onDone={onDone}
        onClose={() => setOnPaper(false)}
      >
        <PaperLines of={loan.copy} />
      </HandOnPaper>
    )
  return (
    <Countersign
      title={`借出　${loan.number}`}
      says={`请借用人核对编号后签字；应还 ${loan.due}，不得转借（F1(7)b）`}
      name={loan.borrower.name}
      ok="借用"
      error={act.error}
      busy={act.isPending}
      step={{ call: 'lending.lend', input: step }}
      onTicket={(ticket) => act.mutate({ ...step, ticket }, { onSuccess: onDone })}
      onClose={onClose}
      other={<ByPaper begin={() => setOnPaper(true)} />}
    >
      <div className="lending-asked">
        <PaperLines of={loan.copy} />
      </div>
    </Countersign>
  )
}
