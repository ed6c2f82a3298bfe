import { usePagesOf } from '../../app/client.ts'
import { reproductionStateLabel } from '../../../contract/terms.ts'

/** Desk 复制: requests to copy or extract, what was made under them, and who has it. */
const ReproductionDesk = ({ id }: { id: number | null }) => {
  const list = usePagesOf('reproduction.list', {})
  return (
    <ul>
      {list.rows.map((row) => (
        <li key={row.id} aria-current={row.id === id}>
          {row.number}　{row.source.document.number}　{reproductionStateLabel[row.state]}
        </li>
      ))}
    </ul>
  )
}

export default ReproductionDesk
