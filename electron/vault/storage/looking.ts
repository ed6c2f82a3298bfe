/** The ways to open a database to look into it and do nothing else: a copy, a moment of one in use, a ruin, a connection beside the open one. */
import { existsSync, statSync } from 'node:fs'
import type { Read, Value } from '../door/unit.ts'
import { refuse } from '../door/refuse.ts'
import { connect, damaged, isUnreadable, newer, reading, settle } from './connecting.ts'
import type { Database } from './database.ts'
import { schemaVersion, versionOf } from './migrations.ts'

/** A copy of a database that nobody else has open. */
export type Copy = { read: Read; close(): void }

/** Opens a copy to read and nothing else, for this process alone: no file of shared memory appears beside it. Refuses a damaged, foreign or newer one. */
export const openCopy = (path: string, dataKey: Uint8Array, vault: string): Copy => {
  if (!existsSync(path)) return damaged()
  const database = connect(path, dataKey, vault)
  try {
    database.pragma('locking_mode = EXCLUSIVE')
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    settle(database)
    database.pragma('query_only = ON')
    const version = versionOf(database)
    if (version === 0) damaged()
    if (version > schemaVersion) newer()
    return { read: reading(database), close: () => database.close() }
  } catch (error) {
    database.close()
    if (isUnreadable(error)) return damaged()
    throw error
  }
}

/** One moment of a database that goes on being written. `each` gives the rows of a reading statement one after another, keeping none. */
export type Moment = Copy & { schema: number; each(sql: string): Iterable<readonly (Value | Buffer)[]> }

/** Opens a database that is in use and reads it as it stands now, whatever is committed meanwhile. Until it is closed, the log file grows. */
export const openMoment = (path: string, dataKey: Uint8Array, vault: string): Moment => {
  const database = connect(path, dataKey, vault)
  try {
    settle(database)
    database.pragma('query_only = ON')
    database.exec('BEGIN')
    const schema = Number(database.pragma('user_version', { simple: true }))
    const each = (sql: string) => database.prepare<[], (Value | Buffer)[]>(sql).raw().iterate()
    return { read: reading(database), schema, each, close: () => database.close() }
  } catch (error) {
    database.close()
    throw error
  }
}

/** Opens a copy of a damaged database to read what can still be read; null where not even its catalogue of tables can. Every read may be refused by SQLite. */
export const openRuin = (path: string, dataKey: Uint8Array, vault: string): Copy | null => {
  const database = connect(path, dataKey, vault)
  try {
    database.pragma('locking_mode = EXCLUSIVE')
    settle(database)
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    database.pragma('query_only = ON')
    return { read: reading(database), close: () => database.close() }
  } catch (error) {
    database.close()
    if (isUnreadable(error)) return null
    throw error
  }
}

/** A database that others write meanwhile: what is read in one `atOneMoment` belongs together, however many acts are committed between two of its statements. */
export type Beside = Copy & { atOneMoment<T>(step: () => T): T }

/** A second connection to the open database, to read and nothing else: for a thread of its own. Acts go on meanwhile. */
export const openBeside = (path: string, dataKey: Uint8Array, vault: string): Beside => {
  const database = connect(path, dataKey, vault)
  settle(database)
  database.pragma('query_only = ON')
  return { read: reading(database), atOneMoment: (step) => database.transaction(step)(), close: () => database.close() }
}

/**
 * Holds a database file as it is at this moment while others read and write: a reader on an emptied log file, past which
 * SQLite folds nothing into the database. Refused while another program still reads what is in the log. Gives what lets go.
 */
export const holdStill = (open: Database, path: string, dataKey: Uint8Array, vault: string): (() => void) => {
  open.fold()
  const reader = connect(path, dataKey, vault)
  try {
    reader.exec('BEGIN')
    reader.prepare('SELECT count(*) FROM sqlite_schema').get()
    if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0)
      refuse('vault.busy', '数据库正被另一程序占用，不能备份。请退出那个程序后重试。')
    return () => reader.close()
  } catch (error) {
    reader.close()
    throw error
  }
}
