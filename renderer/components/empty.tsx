/** What a list says when nothing is in it: what that means and what to do next. `<Empty says="今天没有在外的文件" next={<Button>…</Button>} />` */
import type { ReactNode } from 'react'

export const Empty = ({ says, next }: { says: ReactNode; next?: ReactNode }) => (
  <div className="empty">
    <div>{says}</div>
    {next && <div className="empty-next">{next}</div>}
  </div>
)
