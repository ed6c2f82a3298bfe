import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import type { Read, Row, Value } from '../door/unit.ts'
import { connect, damaged, isUnreadable, newer, reading, settle } from './connecting.ts'
import { migrate, schemaVersion, versionOf } from './migrations.ts'

export const databasePath = (dir: string) => join(dir, 'vault.db')

/** The columns of a table in their order, with what a missing value becomes. */
export type Columns = readonly { name: string; fallback: Value }[]

/** The open database: one connection, whose cache of decrypted pages outlives each commit. Reading and writing go different ways. */
export type Database = {
  /** Reads, in a query or inside the unit of work. Nothing passes that could write. */
  read: Read
  /** Writes. For the unit of work and the log alone. */
  run(sql: string, ...params: (Value | Uint8Array)[]): number
  /** Adds a row; a column that is not given takes its fallback. Gives the row as it is stored. */
  insert(table: string, row: Row): Row & { id: number }
  columns(table: string): Columns
  begin(): void
  commit(): void
  rollback(): void
  /** Folds the log file into the database and empties it, as far as nobody else reads there. */
  fold(): void
  /** The schema version of the file: how many migrations it went through. */
  version(): number
  /** Carries out the migrations that it lacks, inside the open transaction. */
  migrate(): void
  close(): void
}

const over = (database: Sqlite.Database): Database => {
  const prepared = new Map<string, Sqlite.Statement>()
  const known = new Map<string, Columns>()
  const columns = (table: string) => {
    const cached = known.get(table)
    if (cached) return cached
    const info = database.pragma(`table_info(${table})`) as { name: string; dflt_value: string | null }[]
    const fresh = info.map(({ name, dflt_value }) => ({ name, fallback: dflt_value === null ? null : Number(dflt_value) }))
    known.set(table, fresh)
    return fresh
  }
  const run = (sql: string, ...params: (Value | Uint8Array)[]) => {
    let statement = prepared.get(sql)
    if (!statement) {
      statement = database.prepare(sql)
      prepared.set(sql, statement)
    }
    return Number(statement.run(...params).lastInsertRowid)
  }
  const inserting = new Map<string, { given: Columns; statement: Sqlite.Statement }>()
  const insertInto = (table: string, withId: boolean) => {
    const key = withId ? `${table} id` : table
    const cached = inserting.get(key)
    if (cached) return cached
    const given = columns(table).filter(({ name }) => withId || name !== 'id')
    const sql = `INSERT INTO ${table}(${given.map(({ name }) => name)}) VALUES (${given.map(() => '?')})`
    const fresh = { given, statement: database.prepare(sql) }
    inserting.set(key, fresh)
    return fresh
  }
  const insert = (table: string, row: Row) => {
    const { given, statement } = insertInto(table, row.id !== undefined)
    const stored: Row & { id: number } = { id: 0 }
    const values = given.map(({ name, fallback }) => {
      const value = row[name] ?? fallback
      stored[name] = value
      return value
    })
    stored.id = Number(statement.run(values).lastInsertRowid)
    return stored
  }
  return {
    read: reading(database),
    run,
    insert,
    columns,
    begin: () => run('BEGIN IMMEDIATE'),
    commit: () => run('COMMIT'),
    rollback: () => {
      if (database.inTransaction) run('ROLLBACK')
    },
    fold: () => void database.pragma('wal_checkpoint(TRUNCATE)'),
    version: () => versionOf(database),
    migrate: () => {
      if (!database.inTransaction) throw new Error('a migration belongs into a unit of work')
      migrate(database)
    },
    close: () => {
      try {
        database.pragma('wal_checkpoint(TRUNCATE)')
      } finally {
        database.close()
      }
    },
  }
}

/**
 * What a database must show before anything is written into it: a version of ours, and a log file every page of which is
 * under its own key. An emptied file reads as a new database, and another vault's log would hide what is there.
 */
const refuseUnlikeOurs = (database: Sqlite.Database) => {
  const version = versionOf(database)
  if (version === 0) damaged()
  if (version > schemaVersion) newer()
  database.pragma('wal_checkpoint(TRUNCATE)')
}

/** Opens (or with `create` makes) the database of a vault. Refuses a damaged, foreign or newer one; an older one stays as old as it is (`upgrade/`). */
export const openDatabase = (path: string, dataKey: Uint8Array, vault: string, create = false): Database => {
  if (!create && !existsSync(path)) return damaged()
  let database: Sqlite.Database | undefined
  try {
    database = connect(path, dataKey, vault, create)
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    if (!create) refuseUnlikeOurs(database)
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    settle(database)
    if (create) database.transaction(migrate)(database)
    return over(database)
  } catch (error) {
    database?.close()
    if (isUnreadable(error)) return damaged()
    throw error
  }
}
