import type { Level } from '../../../contract/terms.ts'
import type { Marked } from '../documents/marking.ts'
import type { Read } from '../door/unit.ts'

type MarkLine = { level: Level; period: string | null; madeOn: string; declassified: number }

/** What the marks of these documents are made of, for the mark of the sheet that names them. */
export const marksOf = (read: Read, documents: Iterable<number>): Marked[] =>
  read
    .all<MarkLine>(
      `SELECT p.level, p.period, p.made_on AS madeOn, p.declassified FROM json_each(?) AS named JOIN document ON document.id = named.value
       JOIN particulars AS p ON p.id = document.current`,
      JSON.stringify([...new Set(documents)]),
    )
    .map(({ period, ...marked }) => ({ ...marked, period: period === null ? null : JSON.parse(period) }))
