import { call } from '../app/client.ts'
import { loanForm } from './loan.tsx'
import { Preview } from './preview.tsx'

type Props = { id: number; onClose: () => void }

/** The 借阅、借用审批单 of a loan, on its pages. Opening it is a recorded print. */
const LoanPaper = ({ id, onClose }: Props) => (
  <Preview
    name="借用审批单"
    ask={() => call('paper.loan', { loan: id })}
    ticketOf={({ frame }) => frame.ticket}
    formOf={loanForm}
    onClose={onClose}
  />
)

export default LoanPaper
