/**
 * The peers of a verification: two bare SHA-256 chains over the same bytes, every entry of the record with the hash before it, then every
 * bound row. One has the bytes in memory already and only hashes them; the other fetches the same entries and rows from the same encrypted
 * file, writes the same length-prefixed bytes and hashes them. Neither compares, follows the rows through the record, or grows the tree.
 */
import { hash, type KeyObject, verify } from 'node:crypto'
import type Database from 'better-sqlite3'
import { fieldWriter } from '../verify/canonical.ts'
import { publicKeyOf } from '../verify/signatures.ts'
import { trackedTables } from '../verify/vault.ts'
import type { Cell } from './raw.ts'

const ZERO = '0'.repeat(64)
const write = fieldWriter()

/** The bytes of each entry, its last field the hash before it. */
export function* entriesIn(database: Database.Database): Generator<Buffer> {
  const rows = database.prepare('SELECT seq, at, boot, actor, role, call, object, outcome, detail, changes FROM audit_entry ORDER BY seq').raw()
  for (const cells of rows.iterate() as IterableIterator<(string | number)[]>) {
    write.start().add('mijuan-entry/1')
    for (const cell of cells) write.add(String(cell))
    yield write.add(ZERO).bytes()
  }
}

const tagged = (cell: Cell) => (cell === null ? 'n' : typeof cell === 'number' ? `i${cell}` : `t${cell}`)

/** The bytes of each bound row. */
export function* rowsIn(database: Database.Database): Generator<Buffer> {
  for (const table of trackedTables(database)) {
    const columns = (database.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name)
    const rows = database.prepare(`SELECT * FROM ${table} ORDER BY id`).raw()
    for (const cells of rows.iterate() as IterableIterator<Cell[]>) {
      write.start().add('mijuan-row/1').add(table)
      for (const [index, cell] of cells.entries()) write.add(columns[index] as string).add(tagged(cell))
      yield write.bytes()
    }
  }
}

/** Hashes in a chain; the hash before takes the place of the zeros at an entry's end. Gives the head. */
export const chain = (entries: Iterable<Buffer>, rows: Iterable<Buffer>): string => {
  let head = ZERO
  for (const bytes of entries) {
    bytes.write(head, bytes.length - ZERO.length, 'latin1')
    head = hash('sha256', bytes)
  }
  for (const bytes of rows) hash('sha256', bytes)
  return head
}

/** Fetches the pages of the entries and the bound rows from the encrypted file and does nothing with them: less than any verification can do. */
export const fetchPages = (database: Database.Database) => {
  database.pragma('shrink_memory')
  for (const table of ['audit_entry', ...trackedTables(database)]) database.prepare(`SELECT count(*) FROM ${table} NOT INDEXED`).get()
}

/** Has every entry and every bound row handed over and does nothing with them. */
export const takeOver = (database: Database.Database): number => {
  let rows = 0
  for (const table of ['audit_entry', ...trackedTables(database)])
    for (const _row of database.prepare(`SELECT * FROM ${table}`).raw().iterate()) rows += 1
  return rows
}

/** Checks every signature by the key of its time and does nothing else. Gives how many. */
export const checkBare = (database: Database.Database): number => {
  const keys = new Map(
    (database.prepare('SELECT id, public_key FROM person_key').all() as { id: number; public_key: string }[]).map(({ id, public_key }) => [
      id,
      publicKeyOf(public_key),
    ]),
  )
  const signed = database.prepare('SELECT person_key, record, bytes FROM signature').raw().iterate() as IterableIterator<[number, string, string]>
  let count = 0
  for (const [key, record, bytes] of signed) {
    if (!verify(null, Buffer.from(record), keys.get(key) as KeyObject, Buffer.from(bytes, 'base64'))) throw new Error('a signature does not hold')
    count += 1
  }
  return count
}
