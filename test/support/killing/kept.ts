import { expect } from 'vitest'
import { fieldWriter, rowHash } from '../../../tools/verify/canonical.ts'
import { beginVerdict } from '../../../tools/verify/report.ts'
import { checkNumbers } from '../../../tools/verify/rules.ts'
import { openStore, type Store, type StoredEntry } from '../store.ts'
import type { Known, Said } from './mortal.ts'

type Change = [table: string, id: number, before: string | null, after: string]
type Cell = string | number | null

/** Entries that no call asks for by its own name: the checkpoint after an act, and how a backup ended. */
const FOLLOWS = 'vault.checkpoint'
const ENDS = /^shell\.(backup|drill)/

const write = fieldWriter()
const digestIn = (table: string, row: Record<string, Cell>): string => {
  write.start().add('mijuan-row/1').add(table)
  for (const [name, cell] of Object.entries(row)) write.add(name).add(cell === null ? 'n' : typeof cell === 'number' ? `i${cell}` : `t${cell}`)
  return rowHash(write.bytes())
}

/** What a vault must hold, as it was last seen. */
export type Held = {
  size: number
  /** Of every row the digest that the record gave it last. */
  bound: Map<string, string>
  /** How the kills fell: into an act that is there, one that is not, or between two. */
  fell: { there: number; notThere: number; answered: number }
}
export const holdingNothing = (): Held => ({ size: 0, bound: new Map(), fell: { there: 0, notThere: 0, answered: 0 } })

/** Takes up what entries say of the rows: each begins where the one before it ended. */
const follow = (bound: Held['bound'], entries: readonly StoredEntry[]) => {
  for (const { seq, changes } of entries)
    for (const [table, id, before, after] of JSON.parse(changes) as Change[]) {
      const key = `${table} ${id}`
      expect({ seq, key, before }).toEqual({ seq, key, before: bound.get(key) ?? null })
      bound.set(key, after)
    }
}

/** Every row is bound by the record, and every row that the record has is there. */
const expectRows = (store: Store, bound: Held['bound']) => {
  const tables = store.all<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'audit_%' AND name NOT LIKE 'search%'",
  )
  let rows = 0
  for (const { name } of tables)
    for (const row of store.all<Record<string, Cell> & { id: number }>(`SELECT * FROM ${name}`)) {
      rows += 1
      if (digestIn(name, row) !== bound.get(`${name} ${row.id}`)) expect.fail(`${name} ${row.id} is not as the record has it`)
    }
  expect(rows).toBe(bound.size)
}

const saidOf = ({ call, outcome }: StoredEntry): Said => ({ call, outcome: outcome as Said['outcome'] })
const same = (one: Said | undefined, other: Said) => one?.call === other.call && one.outcome === other.outcome

/** What stands in the log after what was answered, in its order; null where something of that is not there. */
const after = (log: readonly Said[], said: readonly Said[]): readonly Said[] | null => {
  const [first, ...more] = said
  if (!first) return log
  const found = same(log[0], first) ? after(log.slice(1), more) : null
  return found ?? (first.perhaps ? after(log, more) : null)
}
const afterAnswered = (log: readonly Said[], said: readonly Said[]): readonly Said[] =>
  after(log, said) ?? expect.fail(`not all that was answered is there: ${JSON.stringify({ said, log })}`)

/** What stands beyond all that was answered: what waited at the gate, and the one call that was in flight. Nothing else. */
const expectInFlight = (rest: readonly Said[], known: Known) => {
  const beyond = afterAnswered(rest, known.inFlight === 'session.signIn' && rest.length > 0 ? known.waiting.splice(0) : [])
  expect(beyond.length, JSON.stringify(beyond)).toBeLessThanOrEqual(1)
  for (const { call } of beyond) expect(call).toBe(known.inFlight)
  return beyond.length === 1
}

/** Every number that was ever told in an answer is somebody's. */
const expectNumbers = (store: Store, numbers: Set<string>) => {
  const { verdict, findings } = beginVerdict()
  checkNumbers(store.database, findings)
  expect(verdict.broken).toEqual([])
  const tables = store.all<{ name: string }>(
    "SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c ON c.name = 'number' WHERE m.type = 'table' AND m.name NOT LIKE 'audit_%'",
  )
  const given = new Set(tables.flatMap(({ name }) => store.all<{ number: string }>(`SELECT number FROM ${name}`).map(({ number }) => number)))
  expect([...numbers].filter((number) => !given.has(number))).toEqual([])
}

/** After a crash: what was answered is there, what was asked is there whole or not at all, and nothing else is. */
export const expectKept = async (dir: string, held: Held, known: Known): Promise<void> => {
  const store = await openStore(dir)
  try {
    const entries = store.entriesFrom(held.size)
    follow(held.bound, entries)
    expectRows(store, held.bound)
    if (held.size > 0) {
      const log = entries.filter(({ call }) => call !== FOLLOWS)
      expect(log.filter(({ call, outcome }) => ENDS.test(call) && outcome === 'done' && !call.endsWith('Undone')).length).toBeGreaterThanOrEqual(
        known.delivered,
      )
      const there = expectInFlight(afterAnswered(log.filter(({ call }) => !ENDS.test(call)).map(saidOf), known.said), known)
      if (there) held.fell.there += 1
      else if (known.inFlight) held.fell.notThere += 1
      else held.fell.answered += 1
    }
    held.size += entries.length
    expect(store.all('SELECT size FROM audit_head')).toEqual([{ size: held.size }])
    expectNumbers(store, known.numbers)
  } finally {
    store.close()
  }
  // What a closed vault was asked waits at the gate, or was never written there
  if (known.inFlight && !known.signedIn) known.waiting.push({ call: known.inFlight, outcome: 'refused', perhaps: true })
  Object.assign(known, { said: [], delivered: 0, signedIn: false, inFlight: null })
}
