import type { Row, Value } from '../door/unit.ts'
import { type FieldHash, fieldHash, fields } from '../storage/bytes.ts'
import type { Columns } from '../storage/database.ts'

/** Table and column names are the same in every row: made ready once for the columns of a table, the table's name before the first. */
const readyNames = new WeakMap<Columns, readonly Buffer[]>()

const namesOf = (table: string, columns: Columns): readonly Buffer[] => {
  const known = readyNames.get(columns)
  if (known) return known
  const fresh = columns.map(({ name }, index) => (index === 0 ? fields('mijuan-row/1', table, name) : fields(name)))
  readyNames.set(columns, fresh)
  return fresh
}

const addTagged = (digest: FieldHash, value: Value | undefined) => {
  if (value === null || value === undefined) digest.add('n')
  else if (typeof value === 'number') digest.add(String(value), 'i')
  else digest.add(value, 't')
}

const digest = fieldHash()

/** What binds a row to the record: SHA-256 over its table and each column with its value, in table order. */
export const rowDigest = (table: string, columns: Columns, row: Row): string => {
  const names = namesOf(table, columns)
  digest.start()
  for (let index = 0; index < columns.length; index += 1) {
    digest.addReady(names[index] as Buffer)
    addTagged(digest, row[(columns[index] as Columns[number]).name])
  }
  return digest.end('base64url')
}
