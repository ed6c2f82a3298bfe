import type { Input } from '../../contract/index.ts'
import { call } from '../app/client.ts'
import { labelSheets } from './labels.tsx'
import { Preview } from './preview.tsx'

/** Sheets of labels as they will be printed. Opening them is a recorded print. */
const LabelsPreview = ({ asked, onClose }: { asked: Input<'paper.labels'>; onClose: () => void }) => (
  <Preview name="标签" ask={() => call('paper.labels', asked)} ticketOf={({ frame }) => frame.ticket} sheetsOf={labelSheets} onClose={onClose} />
)

export default LabelsPreview
