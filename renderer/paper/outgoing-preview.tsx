import { call } from '../app/client.ts'
import { outgoingForm } from './outgoing.tsx'
import { Preview } from './preview.tsx'

type Props = { year: number; onClose: () => void }

/** The 密件发文登记簿 of a year, on its pages. Opening it is a recorded print. */
const OutgoingPaper = ({ year, onClose }: Props) => (
  <Preview
    name={`密件发文登记簿 ${year} 年`}
    ask={() => call('paper.outgoing', { year })}
    ticketOf={({ frame }) => frame.ticket}
    formOf={outgoingForm}
    onClose={onClose}
  />
)

export default OutgoingPaper
