import { call } from '../app/client.ts'
import { boxForm } from './box.tsx'
import { Preview } from './preview.tsx'

type Props = { id: number; onClose: () => void }

/** The 箱内清单 of a box at this moment, on its pages. Opening it is a recorded print. */
const BoxPaper = ({ id, onClose }: Props) => (
  <Preview name="箱内清单" ask={() => call('paper.box', { box: id })} ticketOf={({ frame }) => frame.ticket} formOf={boxForm} onClose={onClose} />
)

export default BoxPaper
