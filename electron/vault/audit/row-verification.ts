import { createPublicKey, verify } from 'node:crypto'
import type { Read, Row } from '../door/unit.ts'
import { rowDigest } from './row-digest.ts'

/** The first thing that does not hold. */
export type Broken = { what: string; where: string; why: string }

/** Entries and rows are read by so many, so that a verification takes little memory. */
export const READ_AT_ONCE = 1_000

/** The digest that the record last gave each row, by table and id. */
export type Digests = Map<string, Map<number, string>>

export const digestsOf = (digests: Digests, table: string): Map<number, string> => {
  const known = digests.get(table) ?? new Map<number, string>()
  digests.set(table, known)
  return known
}

/** How far the rows are checked: the tables that are through, the last row of the one that is not, and how many rows in all. */
export type RowsSoFar = { through: Set<string>; last: number; count: number }

export const beginRows = (): RowsSoFar => ({ through: new Set(), last: Number.MIN_SAFE_INTEGER, count: 0 })

/** The tables whose rows the record binds: all but itself, the search index and SQLite's own. */
export const trackedTables = (read: Read): string[] =>
  read
    .all<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%' AND name NOT LIKE 'audit_%' ORDER BY name",
    )
    .map(({ name }) => name)

const placeOf = (table: string, id: number) => `${table} 第${id}行`

const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

/** Whether a signature fits the key that it names and what was signed. */
const signatureCheck = (read: Read) => {
  const keys = new Map(
    read
      .all<{ id: number; public_key: string }>('SELECT id, public_key FROM person_key')
      .map(({ id, public_key }) => [
        id,
        createPublicKey({ key: Buffer.concat([SPKI_PREFIX, Buffer.from(public_key, 'base64')]), format: 'der', type: 'spki' }),
      ]),
  )
  return ({ person_key, record, bytes }: Row): boolean => {
    const key = keys.get(Number(person_key))
    return key !== undefined && verify(null, Buffer.from(String(record)), key, Buffer.from(String(bytes), 'base64'))
  }
}

type TableRow = Row & { id: number }

/** What does not hold about a row of one table: no entry wrote it, it is not what the record last said, or a signature does not fit. */
const rowCheck = (digests: Digests, read: Read, table: string) => {
  const columns = read.all<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`).map(({ name }) => ({ name, fallback: null }))
  const known = digestsOf(digests, table)
  const fits = table === 'signature' ? signatureCheck(read) : () => true
  return (row: TableRow): Broken | null => {
    const digest = known.get(row.id)
    if (digest === undefined) return { what: '多出数据行', where: placeOf(table, row.id), why: '没有任何记录写过这一行。' }
    if (digest !== rowDigest(table, columns, row)) return { what: '数据行被改', where: placeOf(table, row.id), why: '内容与最后一次记录的摘要不符。' }
    return fits(row) ? null : { what: '签名不符', where: placeOf(table, row.id), why: '签名与签名人的公钥和所签内容不符。' }
  }
}

/** A signature takes as long as so many rows. */
const SIGNATURE_WORK = 16

/** Goes on through one table as far as the work allows; gives what is left of it, or the first row that does not hold. */
const checkTable = (rows: RowsSoFar, digests: Digests, read: Read, table: string, work: number): number | Broken => {
  const brokenIn = rowCheck(digests, read, table)
  for (let left = work; left > 0; ) {
    const some = read.all<TableRow>(`SELECT * FROM ${table} WHERE id > ? ORDER BY id LIMIT ?`, rows.last, READ_AT_ONCE)
    for (const row of some) {
      const broken = brokenIn(row)
      if (broken) return broken
      rows.last = row.id
      rows.count += 1
    }
    left -= some.length * (table === 'signature' ? SIGNATURE_WORK : 1)
    if (some.length < READ_AT_ONCE) {
      rows.through.add(table)
      rows.last = Number.MIN_SAFE_INTEGER
      return left
    }
  }
  return 0
}

/** A row that the record wrote and that is not there any more. */
const missingRow = (digests: Digests, read: Read, tables: readonly string[]): Broken | null => {
  for (const [table, known] of digests) {
    const here = new Set(tables.includes(table) ? read.all<{ id: number }>(`SELECT id FROM ${table}`).map(({ id }) => id) : [])
    for (const id of known.keys()) if (!here.has(id)) return { what: '数据行缺失', where: placeOf(table, id), why: '记录写过的这一行不见了。' }
  }
  return null
}

/** Goes on through the rows of every table, each against its last digest, each signature against its key; at the end looks for rows that are gone. */
export const checkRows = (rows: RowsSoFar, digests: Digests, read: Read, work: number): 'done' | 'goes on' | Broken => {
  const tables = trackedTables(read)
  let left = work
  for (const table of tables) {
    if (rows.through.has(table)) continue
    const found = checkTable(rows, digests, read, table, left)
    if (typeof found !== 'number') return found
    left = found
    if (left <= 0) return 'goes on'
  }
  return missingRow(digests, read, tables) ?? 'done'
}
