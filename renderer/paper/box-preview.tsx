import { call } from '../app/client.ts'
import { boxForm } from './box.tsx'
import { Preview } from './preview.tsx'

type Props = { /** Left out: what is 办结未入箱. */ id?: number; onClose: () => void }

/** The 箱内清单 of a box at this moment, or what lies in none, on its pages. Opening it is a recorded print. */
const BoxPaper = ({ id, onClose }: Props) => (
  <Preview
    name={id === undefined ? '办结未入箱清单' : '箱内清单'}
    ask={() => call('paper.box', id === undefined ? {} : { box: id })}
    ticketOf={({ frame }) => frame.ticket}
    formOf={boxForm}
    onClose={onClose}
  />
)

export default BoxPaper
