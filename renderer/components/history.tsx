/** The life of a record as a line of signed acts, oldest first: `<History lines={view.history} />`. */
import type { z } from 'zod'
import type { historyLine } from '../../contract/documents-views.ts'
import { When } from './when.tsx'

export const History = ({ lines }: { lines: readonly z.infer<typeof historyLine>[] }) => (
  <ol className="history">
    {lines.map((line) => (
      <li key={`${line.entry} ${line.act}`} title={`审计记录第 ${line.entry} 条`}>
        <When at={line.at} />
        <span className="history-act">{line.act}</span>
        <span>{line.by}</span>
        {line.note && <span className="history-note">{line.note}</span>}
      </li>
    ))}
  </ol>
)
