import { call } from '../app/client.ts'
import { breachForm } from './breach.tsx'
import { Preview } from './preview.tsx'

type Props = { id: number; onClose: () => void }

/** The 违规（泄密）事件登记、报告表 of a case, on its pages. Opening it is a recorded print. */
const BreachPaper = ({ id, onClose }: Props) => (
  <Preview
    name="违规事件表"
    ask={() => call('paper.breach', { breach: id })}
    ticketOf={({ frame }) => frame.ticket}
    formOf={breachForm}
    onClose={onClose}
  />
)

export default BreachPaper
