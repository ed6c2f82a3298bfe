import { call } from '../app/client.ts'
import { disclosuresForm } from './disclosures.tsx'
import { Preview } from './preview.tsx'

type Props = { year: number; onClose: () => void }

/** The 依申请公开台账 of a year, on its pages. Opening it is a recorded print. */
const DisclosuresPaper = ({ year, onClose }: Props) => (
  <Preview
    name="依申请公开台账"
    ask={() => call('paper.disclosures', { year })}
    ticketOf={({ frame }) => frame.ticket}
    formOf={disclosuresForm}
    onClose={onClose}
  />
)

export default DisclosuresPaper
