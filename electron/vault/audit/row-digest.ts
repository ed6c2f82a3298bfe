import type { Row } from '../door/unit.ts'
import { fields, sha256 } from '../storage/bytes.ts'
import type { Columns } from '../storage/database.ts'

const tagged = (value: Row[string] | undefined) =>
  value === null || value === undefined ? 'n' : typeof value === 'number' ? `i${value}` : `t${value}`

/** What binds a row to the record: SHA-256 over its table and each column with its value, in table order. */
export const rowDigest = (table: string, columns: Columns, row: Row): string => {
  const parts: string[] = ['mijuan-row/1', table]
  for (const { name } of columns) parts.push(name, tagged(row[name]))
  return sha256(fields(...parts)).toString('base64url')
}
