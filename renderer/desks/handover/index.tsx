import { handoverStateLabel } from '../../../contract/terms.ts'
import { usePagesOf } from '../../app/client.ts'

/** Desk 离岗移交: what somebody who leaves gives up, piece by piece, under three signatures. */
const HandoverDesk = ({ id }: { id: number | null }) => {
  const list = usePagesOf('handover.list', {})
  return (
    <ul>
      {list.rows.map((row) => (
        <li key={row.id} aria-current={row.id === id}>
          {row.number}　{row.person.name}　{handoverStateLabel[row.state]}
        </li>
      ))}
    </ul>
  )
}

export default HandoverDesk
