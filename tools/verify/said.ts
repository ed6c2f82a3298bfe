import type Database from 'better-sqlite3'
import { sha256 } from './canonical.ts'
import type { Duties } from './duties.ts'
import type { Findings } from './report.ts'
import type { Orders } from './rows.ts'
import type { Held } from './signatures.ts'

/** Rows that repeat what was signed: `same` are the columns that the signed record has too, and only who has the duty signs. */
const tables = [
  { table: 'acknowledgement', same: ['found', 'size'], role: 'auditor', roleSaid: '安全审计员' },
  { table: 'day_close', same: ['day', 'out', 'unread', 'letters'], role: 'officer', roleSaid: '保密员' },
] as const

type Row = Record<string, string | number | null> & { id: number; by_person: number; signature: number; reason: string | null }

const isSame = (column: Row[string] | undefined, signed: unknown) => (Array.isArray(signed) ? JSON.stringify(signed) : signed) === column
const digestOf = (words: string | null) => words && sha256(Buffer.from(words)).toString('base64')

/** What the row says is what was signed, its reason by digest, and whoever signed had the duty then. */
export const checkSaid = (database: Database.Database, duties: Duties, held: ReadonlyMap<number, Held>, orders: Orders, findings: Findings): void => {
  for (const { table, same, role, roleSaid } of tables) {
    for (const row of database.prepare(`SELECT * FROM ${table} ORDER BY id`).iterate() as IterableIterator<Row>) {
      const breaks = (why: string) => findings.breaks('签名', `${table} ${row.id}`, why)
      const signed = held.get(row.signature)?.record
      if (signed && (signed.reason !== digestOf(row.reason) || !same.every((name) => isSame(row[name], signed[name])))) breaks('所写的与所签的不同')
      if (!duties.rolesBefore(row.by_person, orders[table].get(row.id)?.made ?? 0).includes(role)) breaks(`签名人当时不是${roleSaid}`)
    }
  }
}
