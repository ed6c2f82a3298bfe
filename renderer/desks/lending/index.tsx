import { loanStateLabel } from '../../../contract/terms.ts'
import { usePagesOf } from '../../app/client.ts'

/** Desk 查阅借用: loans, and who consults what in the reading room. */
const LendingDesk = ({ id }: { id: number | null }) => {
  const list = usePagesOf('lending.loans', {})
  return (
    <ul>
      {list.rows.map((row) => (
        <li key={row.id} aria-current={row.id === id}>
          {row.number}　{row.copy.number}　{loanStateLabel[row.state]}
        </li>
      ))}
    </ul>
  )
}

export default LendingDesk
