import { call } from '../app/client.ts'
import { Preview } from './preview.tsx'
import { returnListForm } from './return-list.tsx'

type Props = { id: number; onClose: () => void }

/** The 清退清单, on the pages of its two copies. Opening it is a recorded print. */
const ReturnListPreview = ({ id, onClose }: Props) => (
  <Preview
    name="清退清单"
    ask={() => call('paper.returnList', { returnList: id })}
    ticketOf={({ frame }) => frame.ticket}
    formOf={returnListForm}
    onClose={onClose}
  />
)

export default ReturnListPreview
