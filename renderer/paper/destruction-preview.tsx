import { call } from '../app/client.ts'
import { destructionForm } from './destruction.tsx'
import { Preview } from './preview.tsx'

type Props = { id: number; onClose: () => void }

/** The 销毁审批、清单 of a batch on its pages. Opening it is a recorded print. */
const DestructionPreview = ({ id, onClose }: Props) => (
  <Preview
    name="销毁清单"
    ask={() => call('paper.destruction', { destruction: id })}
    ticketOf={({ frame }) => frame.ticket}
    formOf={destructionForm}
    onClose={onClose}
  />
)

export default DestructionPreview
