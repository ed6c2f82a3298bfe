import { call } from '../app/client.ts'
import { disclosureForm } from './disclosure.tsx'
import { Preview } from './preview.tsx'

type Props = { id: number; onClose: () => void }

/** The 登记表 of an application, on its pages. Opening it is a recorded print. */
const DisclosurePaper = ({ id, onClose }: Props) => (
  <Preview
    name="申请登记表"
    ask={() => call('paper.disclosure', { disclosure: id })}
    ticketOf={({ frame }) => frame.ticket}
    formOf={disclosureForm}
    onClose={onClose}
  />
)

export default DisclosurePaper
