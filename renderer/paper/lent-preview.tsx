import type { Input } from '../../contract/index.ts'
import { call } from '../app/client.ts'
import { holdingsForm } from './holdings.tsx'
import { lentForm } from './lent.tsx'
import { Preview } from './preview.tsx'

type Props = { of?: Input<'paper.lent'>; onClose: () => void }

/** The 在外清单 of this moment, or what one person holds, on its pages. Opening it is a recorded print. */
const LentPaper = ({ of = {}, onClose }: Props) => (
  <Preview
    name={of.person === undefined ? '在外清单' : '个人持有清单'}
    ask={() => call('paper.lent', of)}
    ticketOf={({ frame }) => frame.ticket}
    formOf={(paper) => (paper.held === null ? lentForm(paper) : holdingsForm(paper, paper.held))}
    onClose={onClose}
  />
)

export default LentPaper
