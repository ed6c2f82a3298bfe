import { call } from '../app/client.ts'
import { handoverForm } from './handover.tsx'
import { Preview } from './preview.tsx'

type Props = { id: number; onClose: () => void }

/** The 移交清单 of somebody who leaves, on the pages of its two copies. Opening it is a recorded print. */
const HandoverPaper = ({ id, onClose }: Props) => (
  <Preview
    name="移交清单"
    ask={() => call('paper.handover', { handover: id })}
    ticketOf={({ frame }) => frame.ticket}
    formOf={handoverForm}
    onClose={onClose}
  />
)

export default HandoverPaper
