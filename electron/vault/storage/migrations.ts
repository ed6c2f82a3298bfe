import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'

const folder = join(import.meta.dirname, 'migrations')

/** The migrations in their order: the first makes schema version 1. */
const names = readdirSync(folder)
  .filter((name) => /^\d{4}-.*\.sql$/.test(name))
  .sort()

/** The schema version that this program writes. */
export const schemaVersion = names.length

/** The schema version of a file: how many migrations it went through. */
export const versionOf = (database: Sqlite.Database) => database.pragma('user_version', { simple: true }) as number

/** Carries out the migrations that a file lacks, inside the open transaction. */
export const migrate = (database: Sqlite.Database): void => {
  for (const name of names.slice(versionOf(database))) database.exec(readFileSync(join(folder, name), 'utf8'))
  database.pragma(`user_version = ${schemaVersion}`)
}
