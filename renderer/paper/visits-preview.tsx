import { call } from '../app/client.ts'
import { Preview } from './preview.tsx'
import { visitsForm } from './visits.tsx'

type Props = { year: number; onClose: () => void }

/** The 查阅登记簿 of a year, on its pages. Opening it is a recorded print. */
const VisitsPaper = ({ year, onClose }: Props) => (
  <Preview
    name={`查阅登记簿 ${year} 年`}
    ask={() => call('paper.visits', { year })}
    ticketOf={({ frame }) => frame.ticket}
    formOf={visitsForm}
    onClose={onClose}
  />
)

export default VisitsPaper
