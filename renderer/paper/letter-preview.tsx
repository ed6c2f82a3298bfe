import { call } from '../app/client.ts'
import { letterForm } from './letter.tsx'
import { Preview } from './preview.tsx'

type Props = { id: number; onClose: () => void }

/** One letter, as it goes out. Opening it is a recorded print. */
const LetterPaper = ({ id, onClose }: Props) => (
  <Preview
    name="文书"
    ask={() => call('paper.letter', { letter: id })}
    ticketOf={({ frame }) => frame.ticket}
    formOf={letterForm}
    onClose={onClose}
  />
)

export default LetterPaper
