import { call } from '../app/client.ts'
import { mediaForm } from './media.tsx'
import { Preview } from './preview.tsx'

type Props = { year: number | null; onClose: () => void }

/** The ledger as it stands, or the 领用登记 of `year`, on its pages. Opening it is a recorded print. */
const MediaPaper = ({ year, onClose }: Props) => (
  <Preview
    name={year === null ? '载体设备台账' : `载体领用登记 ${year} 年`}
    ask={() => call('paper.media', { of: year === null ? { sheet: 'ledger' } : { sheet: 'uses', year } })}
    ticketOf={({ frame }) => frame.ticket}
    formOf={mediaForm}
    onClose={onClose}
  />
)

export default MediaPaper
