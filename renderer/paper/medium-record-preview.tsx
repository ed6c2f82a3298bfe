import { call } from '../app/client.ts'
import { mediumRecordForm } from './medium-record.tsx'
import { Preview } from './preview.tsx'

type Props = { id: number; onClose: () => void }

/** The 维修维护登记 of one carrier or device, on its pages. Opening it is a recorded print. */
const MediumRecordPaper = ({ id, onClose }: Props) => (
  <Preview
    name="维修维护登记"
    ask={() => call('paper.mediumRecord', { medium: id })}
    ticketOf={({ frame }) => frame.ticket}
    formOf={mediumRecordForm}
    onClose={onClose}
  />
)

export default MediumRecordPaper
