import { type NumberSeries, numberWord, type Occasion } from '../../../contract/terms.ts'
import { rowDigest } from '../audit/row-digest.ts'
import type { Log } from '../audit/append.ts'
import { canonicalJson } from '../storage/bytes.ts'
import type { Database } from '../storage/database.ts'
import { indexText, searchTable } from '../storage/search.ts'
import { refuseNumberIn } from '../years/closed.ts'
import { type Lifecycle, stepOf } from './lifecycle.ts'
import { refuse } from './refuse.ts'
import type { Tickets } from './tickets.ts'
import type { Query, Row, Signer, Value, Work } from './unit.ts'

type Change = { table: string; id: number; before: string | null; after: string }

/** What a unit of work leaves for its audit entry. */
export type Traces = {
  objects: string[]
  facts: Record<string, string | number | boolean>
  changes: Map<string, Change>
  checkpoint: { occasion: Occasion; signer: Signer } | null
  after: (() => void)[]
  undo: (() => void)[]
  spent: Set<string>
}

export const noTraces = (): Traces => ({ objects: [], facts: {}, changes: new Map(), checkpoint: null, after: [], undo: [], spent: new Set() })

/** Where the rows of a unit of work go: every change passes `insert` or `change` and leaves the row's digests. */
const rows = (database: Database, traces: Traces) => {
  const trace = (table: string, id: number, before: string | null, after: string) => {
    const key = `${table} ${id}`
    const earlier = traces.changes.get(key)
    traces.changes.set(key, { table, id, before: earlier ? earlier.before : before, after })
  }
  const fetch = (table: string, id: number): Row => {
    const row = database.read.get<Row>(`SELECT * FROM ${table} WHERE id = ?`, id)
    if (!row) throw new Error(`no row ${id} in ${table}`)
    return row
  }

  const insert = (table: string, row: Row): number => {
    const stored = database.insert(table, row)
    trace(table, stored.id, null, rowDigest(table, database.columns(table), stored))
    return stored.id
  }

  /** Changes a row that was just read. */
  const alter = (table: string, before: Row, changed: Row): void => {
    const id = Number(before.id)
    const names = Object.keys(changed)
    database.run(`UPDATE ${table} SET ${names.map((name) => `${name} = ?`)} WHERE id = ?`, ...names.map((name) => changed[name] as Value), id)
    const columns = database.columns(table)
    trace(table, id, rowDigest(table, columns, before), rowDigest(table, columns, { ...before, ...changed }))
  }
  return { insert, alter, fetch }
}

/** Makes the unit of work of one mutation over an open transaction. `me` may be absent while a person has no signing key yet. */
export const workOver = (
  database: Database,
  query: Omit<Query, 'read'>,
  traces: Traces,
  means: { log: Log; tickets: Tickets; me: Signer | null; vault: string; call: string; step: () => string },
): Work => {
  const { insert, alter, fetch } = rows(database, traces)
  const year = Number(query.wall.slice(0, 4))
  const at = query.now.toISOString()
  const take = (series: NumberSeries, count: number): string[] => {
    if (count === 0) return []
    refuseNumberIn(database.read, year)
    const row = database.read.get<Row>('SELECT * FROM counter WHERE series = ? AND year = ?', series, year)
    const last = Number(row?.last ?? 0)
    // The table itself lets a series go on by one number alone
    for (let taken = 1; row && taken < count; taken += 1) database.run('UPDATE counter SET last = last + 1 WHERE id = ?', row.id as number)
    if (row) alter('counter', row, { last: last + count })
    else insert('counter', { series, year, last: count })
    return Array.from({ length: count }, (_, index) => `${numberWord[series]}〔${year}〕${String(last + index + 1).padStart(4, '0')}`)
  }
  const me = () => means.me ?? refuse('session.mustChangePassword', '尚无本人签名密钥，请先更改初始口令。', { clause: '口令' })
  return {
    ...query,
    call: means.call,
    read: database.read,
    insert,
    change: (table, id, columns) => alter(table, fetch(table, id), columns),
    move: <S extends string>(life: Lifecycle<S>, id: number, to: S, columns: Row = {}) => {
      const row = fetch(life.table, id)
      const from = row.state as S
      if (!stepOf(life, from, to)?.by.some((each) => each === means.call)) {
        refuse('state.forbids', `${life.label}现为“${life.stateLabel[from]}”，不能改为“${life.stateLabel[to]}”。`, { clause: life.otherwise })
      }
      alter(life.table, row, { ...columns, state: to })
    },
    number: (series) => take(series, 1)[0] as string,
    numbers: take,
    me,
    signer: (ticket) => {
      if (traces.spent.has(ticket)) refuse('session.ticket', '现场签字只能用于一个步骤，请本人重新签字。', { clause: 'F1(4)a', field: 'ticket' })
      const signer = means.tickets.signer(ticket, query.now, means.step())
      traces.spent.add(ticket)
      return signer
    },
    sign: (signer, purpose, record) => {
      const text = canonicalJson({ ...record, at, person: signer.person.id, purpose, vault: means.vault })
      const bytes = Buffer.from(signer.sign(Buffer.from(text))).toString('base64')
      return insert('signature', { person_key: signer.keyId, purpose, record: text, at, bytes })
    },
    about: (...numbers) => {
      for (const number of numbers) if (!traces.objects.includes(number)) traces.objects.push(number)
    },
    note: (facts) => {
      Object.assign(traces.facts, facts)
    },
    index: (of, record, parts) => {
      const table = searchTable[of]
      database.run(`DELETE FROM ${table} WHERE rowid = ?`, record)
      database.run(`INSERT INTO ${table}(rowid, text) VALUES (?,?)`, record, indexText(parts))
    },
    checkpoint: (occasion, signer = me()) => {
      traces.checkpoint = { occasion, signer }
    },
    head: () => means.log.head(),
    shellTicket: (grant) => {
      const ticket = means.tickets.forShell(grant)
      return ticket
    },
    afterCommit: (then) => {
      traces.after.push(then)
    },
    afterUndo: (then) => {
      traces.undo.push(then)
    },
  }
}
