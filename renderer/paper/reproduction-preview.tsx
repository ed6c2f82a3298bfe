import { call } from '../app/client.ts'
import { Preview } from './preview.tsx'
import { reproductionForm } from './reproduction.tsx'

type Props = { id: number; onClose: () => void }

/** The 复制审批单 of a request, on its pages. Opening it is a recorded print. */
const ReproductionPaper = ({ id, onClose }: Props) => (
  <Preview
    name="复制审批单"
    ask={() => call('paper.reproduction', { reproduction: id })}
    ticketOf={({ frame }) => frame.ticket}
    formOf={reproductionForm}
    onClose={onClose}
  />
)

export default ReproductionPaper
