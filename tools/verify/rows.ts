import type Database from 'better-sqlite3'
import { fieldWriter, rowHash } from './canonical.ts'
import type { Findings, Since } from './report.ts'
import { trackedTables } from './vault.ts'

type Cell = string | number | bigint | null | Buffer
type Bound = { digest: string; entry: number }
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

const cellText = (cell: Cell) => {
  if (cell === null) return 'n'
  if (typeof cell === 'string') return `t${cell}`
  return typeof cell === 'object' ? 'b' : `i${cell}`
}

type Change = [string, number, string | null, string | null]
const isChange = (one: unknown): one is Change =>
  Array.isArray(one) &&
  one.length === 4 &&
  typeof one[0] === 'string' &&
  Number.isSafeInteger(one[1]) &&
  [one[2], one[3]].every((digest) => digest === null || typeof digest === 'string')

const changesOf = (text: string): Change[] | null => {
  try {
    const changes: unknown = JSON.parse(text)
    return Array.isArray(changes) && changes.every(isChange) ? changes : null
  } catch {
    return null
  }
}

/** At which entries a row was made and last changed, for the rows whose order matters more than the clock. */
export type Order = { made: number; changed: number | null }
const ORDERED = [
  'signature',
  'person_key',
  'person_change',
  'acknowledgement',
  'day_close',
  'year_close',
  'particulars',
  'review_version',
  'deadline',
  'calendar_change',
  'upgrade',
] as const
/** The order of signatures, keys, what papers were registered as, texts that were reviewed, deadlines and calendars, and of what officers signed for, by the record itself: a clock may be set back, the record not. */
export type Orders = Record<(typeof ORDERED)[number], Map<number, Order>>
export const noOrders = (): Orders => Object.fromEntries(ORDERED.map((table) => [table, new Map()])) as Orders
const isOrdered = (table: string): table is keyof Orders => ORDERED.some((name) => name === table)

const follow = (orders: Orders, table: string, id: number, seq: number, isNew: boolean) => {
  if (!isOrdered(table)) return
  const known = orders[table].get(id)
  orders[table].set(id, isNew || !known ? { made: seq, changed: null } : { ...known, changed: seq })
}

/** Follows every row through the record: each change must begin where the change before it ended. */
const lastDigests = (database: Database.Database, tables: readonly string[], orders: Orders, findings: Findings) => {
  const last = new Map(tables.map((table) => [table, new Map<number, Bound>()]))
  const entries = database.prepare("SELECT seq, changes FROM audit_entry WHERE changes <> '[]' ORDER BY seq").raw()
  for (const [seq, text] of entries.iterate() as IterableIterator<[number, string]>) {
    const changes = changesOf(text)
    if (!changes) findings.breaks('审计记录', `audit_entry ${seq}`, '所记的变动无法读取')
    for (const [table, id, before, after] of changes ?? []) {
      const rows = last.get(table)
      if (!rows) {
        findings.breaks('审计记录', `audit_entry ${seq}`, `所记的表 ${table} 不存在`)
        continue
      }
      const known = rows.get(id)
      if ((known?.digest ?? null) !== before) findings.breaks('审计记录', `audit_entry ${seq}`, `${table} ${id} 变动前的摘要与上次记录不相接`)
      follow(orders, table, id, seq, before === null)
      if (after === null) rows.delete(id)
      else rows.set(id, { digest: after, entry: seq })
    }
  }
  return last
}

const numberOf = (row: Record<string, Cell> | undefined) => (row && typeof row.number === 'string' ? `（${row.number}）` : '')

/** Every row of every table is what the record last said of it: none changed, none missing, none besides. Gives the order of those whose order matters. */
export const checkRows = (database: Database.Database, findings: Findings): Orders => {
  const orders = noOrders()
  const tables = trackedTables(database)
  const last = lastDigests(database, tables, orders, findings)
  const write = fieldWriter()
  const made = database.prepare('SELECT at FROM audit_entry WHERE seq = ?').pluck()
  /** Whole when the record last said something of it: broken since then. */
  const since = (entry: number) => (): Since => ({ after: String(made.get(entry)), by: null })
  for (const table of tables) {
    const bound = last.get(table) as Map<number, Bound>
    const columns = (database.pragma(`table_info(${quoted(table)})`) as { name: string }[]).map((column) => column.name)
    const idAt = columns.indexOf('id')
    const read = database.prepare(`SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(table)} ORDER BY id`).raw()
    for (const cells of read.iterate() as IterableIterator<Cell[]>) {
      const id = Number(cells[idAt])
      write.start().add('mijuan-row/1').add(table)
      for (let at = 0; at < columns.length; at += 1) write.add(columns[at] as string).add(cellText(cells[at] as Cell))
      const digest = rowHash(write.bytes())
      const known = bound.get(id)
      const where = () => `${table} ${id}${numberOf(Object.fromEntries(columns.map((name, at) => [name, cells[at] as Cell])))}`
      if (!known) findings.breaks('数据行', where(), '记录中没有登记过这一行，是从旁加入的')
      else if (known.digest !== digest)
        findings.breaks('数据行', where(), `内容与审计记录第 ${known.entry} 条所记的摘要不符，被改动过`, since(known.entry))
      bound.delete(id)
      findings.checked.rows += 1
    }
    for (const [id, { entry }] of bound) findings.breaks('数据行', `${table} ${id}`, `审计记录第 ${entry} 条记有这一行，库中没有`, since(entry))
  }
  return orders
}
