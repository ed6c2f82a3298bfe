import { call } from '../app/client.ts'
import { lentForm } from './lent.tsx'
import { Preview } from './preview.tsx'

/** The 在外清单 of this moment, on its pages. Opening it is a recorded print. */
const LentPaper = ({ onClose }: { onClose: () => void }) => (
  <Preview name="在外清单" ask={() => call('paper.lent', {})} ticketOf={({ frame }) => frame.ticket} formOf={lentForm} onClose={onClose} />
)

export default LentPaper
