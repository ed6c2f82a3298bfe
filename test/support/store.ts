import { createHash } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { databaseKey, openDataKey, readKeyFile } from '../../tools/verify/keys.ts'
import { passwordOf } from './office.ts'

export type StoredEntry = Record<'at' | 'actor' | 'role' | 'call' | 'object' | 'outcome' | 'detail' | 'changes', string> & { seq: number }

/**
 * Looks into the encrypted database of a vault beside its program, with the key in hand and unable to write:
 * what a refusal stored is seen in the file, not asked of who refused.
 */
export const openStore = async (dir: string, person = '冯审') => {
  const file = readKeyFile(dir)
  const key = databaseKey(file, await openDataKey(file, person, passwordOf(person)))
  const database = new Database(join(dir, 'vault.db'), { readonly: true })
  database.pragma("cipher = 'sqlcipher'")
  database.pragma('legacy = 4')
  database.pragma(`key = "x'${key.toString('hex')}'"`)
  const names = database
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'audit_%' AND name <> 'search' ORDER BY name",
    )
    .pluck()
    .all() as string[]
  /** All rows of a table as one text, made by SQLite itself. */
  const texts = names.map((name) => {
    const columns = database.prepare(`SELECT name FROM pragma_table_info(?)`).pluck().all(name) as string[]
    return database
      .prepare(`SELECT group_concat(${columns.map((column) => `quote("${column}")`).join(" || ',' || ")}, char(10)) FROM ${name}`)
      .pluck()
  })
  return {
    /** The open file itself, for checks that ask it much. */
    database,
    all: <T>(sql: string, ...params: (string | number)[]) => database.prepare(sql).all(...params) as T[],
    /** One digest over every row of every table, and of the search index, but the record itself. */
    business: (): string => {
      const digest = createHash('sha256')
      for (const [index, text] of texts.entries()) digest.update(`${names[index]} ${text.get()}\n`)
      return digest.digest('hex')
    },
    size: () => database.prepare('SELECT count(*) FROM audit_entry').pluck().get() as number,
    /** Whether the record says that rows were changed since it had so many entries. */
    changedSince: (size: number) => database.prepare("SELECT 1 FROM audit_entry WHERE seq >= ? AND changes <> '[]' LIMIT 1").get(size) !== undefined,
    entriesFrom: (seq: number) => database.prepare('SELECT * FROM audit_entry WHERE seq >= ? ORDER BY seq').all(seq) as StoredEntry[],
    close: () => database.close(),
  }
}
export type Store = Awaited<ReturnType<typeof openStore>>
