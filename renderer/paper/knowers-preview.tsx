import { call } from '../app/client.ts'
import { knowersForm } from './knowers.tsx'
import { Preview } from './preview.tsx'

/** The 知悉人员登记 of one document, on its pages. Opening it is a recorded print. */
const KnowersPaper = ({ document, onClose }: { document: number; onClose: () => void }) => (
  <Preview
    name="知悉人员登记"
    ask={() => call('paper.knowers', { document })}
    ticketOf={({ frame }) => frame.ticket}
    formOf={knowersForm}
    onClose={onClose}
  />
)

export default KnowersPaper
