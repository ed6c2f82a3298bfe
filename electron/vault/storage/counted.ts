import type { Read, Value } from '../door/unit.ts'

/** So many counts are kept; a list is looked at under a few filters at a time. */
const MOST = 50

/** What was counted since the last row was written, for each open database; it goes with the database. */
const known = new WeakMap<Read, { changes: number; counts: Map<string, number> }>()

const countsOf = (read: Read): Map<string, number> => {
  const changes = read.get<{ n: number }>('SELECT total_changes() AS n')?.n ?? 0
  const kept = known.get(read)
  if (kept && kept.changes === changes && kept.counts.size < MOST) return kept.counts
  const counts = new Map<string, number>()
  known.set(read, { changes, counts })
  return counts
}

/**
 * The `n` of a query that counts. A list that is scrolled through or jumped in asks for its length with every page: it is counted once until this
 * connection, which alone writes the file, changes any row. What an act that is rolled back had counted does not last: the entry of its refusal is
 * written after it.
 */
export const counted = (read: Read, sql: string, ...params: Value[]): number => {
  const counts = countsOf(read)
  const key = JSON.stringify([sql, ...params])
  const before = counts.get(key)
  if (before !== undefined) return before
  const { n } = read.get<{ n: number }>(sql, ...params) ?? { n: 0 }
  counts.set(key, n)
  return n
}
