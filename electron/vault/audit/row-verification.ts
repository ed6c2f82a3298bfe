import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import type { Read, Row } from '../door/unit.ts'
import type { KnownDigests, TableDigests } from './known-digests.ts'
import { rowDigest } from './row-digest.ts'

/** The first thing that does not hold. */
export type Broken = { what: string; where: string; why: string }

/** Entries and rows are read by so many, so that a verification takes little memory and can pause soon. */
export const READ_AT_ONCE = 250

/** What one call may still do, in rows' worth of work. */
export type Allowance = { left: number }

/** How far the rows are checked: the tables that are through, the last row of the one that is not, how many rows in all, and the keys met. */
export type RowsSoFar = { through: Set<string>; last: number; count: number; keys: PublicKeys }

export const beginRows = (): RowsSoFar => ({ through: new Set(), last: Number.MIN_SAFE_INTEGER, count: 0, keys: new Map() })

/** The tables whose rows the record binds: all but itself, the search index and SQLite's own. */
export const trackedTables = (read: Read): string[] =>
  read
    .all<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%' AND name NOT LIKE 'audit_%' ORDER BY name",
    )
    .map(({ name }) => name)

/**
 * About how many entries and rows a verification goes through, without counting them: the entries, and the last number of every table, whose
 * rows are numbered without gaps but for those that were written and undone.
 */
export const inAll = (read: Read): number =>
  trackedTables(read).reduce(
    (sum, table) => sum + (read.get<{ n: number | null }>(`SELECT max(id) AS n FROM ${table}`)?.n ?? 0),
    read.get<{ size: number }>('SELECT size FROM audit_head WHERE id = 1')?.size ?? 0,
  )

const placeOf = (table: string, id: number) => `${table} 第${id}行`

const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

/** The public keys that signatures were checked with so far. */
type PublicKeys = Map<number, KeyObject>

const publicKey = (keys: PublicKeys, read: Read, id: number): KeyObject | undefined => {
  const known = keys.get(id)
  if (known) return known
  const row = read.get<{ public_key: string }>('SELECT public_key FROM person_key WHERE id = ?', id)
  if (!row) return undefined
  const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, Buffer.from(row.public_key, 'base64')]), format: 'der', type: 'spki' })
  keys.set(id, key)
  return key
}

/** Whether a signature fits the key that it names and what was signed. */
const signatureCheck =
  (keys: PublicKeys, read: Read) =>
  ({ person_key, record, bytes }: Row): boolean => {
    const key = publicKey(keys, read, Number(person_key))
    return key !== undefined && verify(null, Buffer.from(String(record)), key, Buffer.from(String(bytes), 'base64'))
  }

type TableRow = Row & { id: number }

/** What does not hold about a row of one table: no entry wrote it, it is not what the record last said, or a signature does not fit. */
const rowCheck = (known: TableDigests, keys: PublicKeys, read: Read, table: string) => {
  const columns = read.all<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`).map(({ name }) => ({ name, fallback: null }))
  const fits = table === 'signature' ? signatureCheck(keys, read) : () => true
  return (row: TableRow): Broken | null => {
    if (known.is(row.id, null)) return { what: '多出数据行', where: placeOf(table, row.id), why: '没有任何记录写过这一行。' }
    if (!known.is(row.id, rowDigest(table, columns, row)))
      return { what: '数据行被改', where: placeOf(table, row.id), why: '内容与最后一次记录的摘要不符。' }
    known.read(row.id)
    return fits(row) ? null : { what: '签名不符', where: placeOf(table, row.id), why: '签名与签名人的公钥和所签内容不符。' }
  }
}

/** A signature takes as long as so many rows. */
const SIGNATURE_WORK = 25

/** Goes on through one table as far as the allowance reaches. */
const checkTable = (rows: RowsSoFar, known: TableDigests, read: Read, table: string, allowance: Allowance): Broken | null => {
  const brokenIn = rowCheck(known, rows.keys, read, table)
  const work = table === 'signature' ? SIGNATURE_WORK : 1
  const atOnce = READ_AT_ONCE / work
  while (allowance.left > 0 && !rows.through.has(table)) {
    const some = read.all<TableRow>(`SELECT * FROM ${table} WHERE id > ? ORDER BY id LIMIT ?`, rows.last, atOnce)
    for (const row of some) {
      const broken = brokenIn(row)
      if (broken) return broken
      rows.last = row.id
      rows.count += 1
    }
    allowance.left -= some.length * work
    if (some.length < atOnce) {
      rows.through.add(table)
      rows.last = Number.MIN_SAFE_INTEGER
    }
  }
  return null
}

/** Rows that the record wrote and that were not met as it says: those that acts wrote or changed meanwhile are read now, the others are gone. */
const checkUnread = (
  digests: KnownDigests,
  keys: PublicKeys,
  read: Read,
  tables: readonly string[],
  allowance: Allowance,
): 'done' | 'goes on' | Broken => {
  for (const [table, known] of digests.tables()) {
    let brokenIn: ReturnType<typeof rowCheck> | undefined
    for (const id of known.unread()) {
      brokenIn ??= rowCheck(known, keys, read, table)
      const row = tables.includes(table) ? read.get<TableRow>(`SELECT * FROM ${table} WHERE id = ?`, id) : undefined
      const broken = row ? brokenIn(row) : { what: '数据行缺失', where: placeOf(table, id), why: '记录写过的这一行不见了。' }
      if (broken) return broken
      allowance.left -= 1
      if (allowance.left <= 0) return 'goes on'
    }
  }
  return 'done'
}

/** Goes on through the rows of every table, each against its last digest, each signature against its key; at the end looks for rows that are gone. */
export const checkRows = (rows: RowsSoFar, digests: KnownDigests, read: Read, allowance: Allowance): 'done' | 'goes on' | Broken => {
  const tables = trackedTables(read)
  for (const table of tables) {
    if (rows.through.has(table)) continue
    const broken = checkTable(rows, digests.of(table), read, table, allowance)
    if (broken) return broken
    if (allowance.left <= 0) return 'goes on'
  }
  return checkUnread(digests, rows.keys, read, tables, allowance)
}
