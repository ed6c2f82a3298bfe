import type { Level } from '../../contract/terms.ts'
import { call } from '../app/client.ts'
import { copyLedgerForm } from './copy-ledger.tsx'
import { Preview } from './preview.tsx'

type Props = { year: number; level?: Level; onClose: () => void }

/** The 复制件台账 of a year, on its pages. Opening it is a recorded print. */
const CopyLedgerPaper = ({ year, level, onClose }: Props) => (
  <Preview
    name={`复制件台账 ${year} 年`}
    ask={() => call('paper.copyLedger', { year, level })}
    ticketOf={({ frame }) => frame.ticket}
    formOf={(paper) => copyLedgerForm({ ...paper, level })}
    onClose={onClose}
  />
)

export default CopyLedgerPaper
