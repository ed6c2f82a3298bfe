import { call } from '../app/client.ts'
import { Preview } from './preview.tsx'
import { sheetForm } from './sheet.tsx'

type Props = { sheet: number; onClose: () => void }

/** The 传阅单 of a folder, on its pages. Opening it is a recorded print. */
const SheetPaper = ({ sheet, onClose }: Props) => (
  <Preview name="传阅单" ask={() => call('paper.sheet', { sheet })} ticketOf={({ frame }) => frame.ticket} formOf={sheetForm} onClose={onClose} />
)

export default SheetPaper
