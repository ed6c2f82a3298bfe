import type { MadeItem } from '../../../contract/reproduction-views.ts'
import type { CopyKind, CopyState } from '../../../contract/terms.ts'
import { type HoldingRow, passageOf } from '../custody/holding.ts'
import type { Read } from '../door/unit.ts'

type Item = { id: number; number: string; kind: CopyKind; state: CopyState; since: string; holder: number | null; name: string; department: string }
type Holding = HoldingRow & { copy: number; person: number; name: string; department: string }

/** Each time an item was in somebody's hands, oldest first, by item. */
const holdingsOf = (read: Read, reproduction: number): Map<number, MadeItem['holdings']> => {
  const byCopy = new Map<number, MadeItem['holdings']>()
  const rows = read.all<Holding>(
    `SELECT holding.*, person.name, person.department FROM holding JOIN person ON person.id = person WHERE reproduction = ? ORDER BY holding.id`,
    reproduction,
  )
  for (const row of rows) {
    const holding = { person: { id: row.person, name: row.name, department: row.department }, ...passageOf(read, row) }
    byCopy.set(row.copy, [...(byCopy.get(row.copy) ?? []), holding])
  }
  return byCopy
}

/** What was made under a request: where each item is, and through whose hands it went. */
export const itemsOf = (read: Read, reproduction: number): MadeItem[] => {
  const holdings = holdingsOf(read, reproduction)
  return read
    .all<Item>(
      `SELECT copy.id, copy.number, copy.kind, copy.state, copy.since, copy.holder, person.name, person.department
       FROM copy LEFT JOIN person ON person.id = copy.holder WHERE copy.reproduction = ? ORDER BY copy.id`,
      reproduction,
    )
    .map(({ holder, name, department, ...item }) => ({
      ...item,
      holder: holder === null ? null : { id: holder, name, department },
      holdings: holdings.get(item.id) ?? [],
    }))
}
