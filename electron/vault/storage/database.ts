import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Read, Row, Value } from '../door/unit.ts'
import { refuse } from '../door/refuse.ts'
import { derive } from './key-wrap.ts'
import { migrate, schemaVersion, versionOf } from './migrations.ts'

type Keyed = Sqlite.Database & { key(bytes: Buffer): number; rekey(bytes: Buffer): number }

export const databasePath = (dir: string) => join(dir, 'vault.db')

const HEX = Buffer.from('0123456789abcdef')

/** `x'…'` with the key in hexadecimal, in bytes that can be erased: a string of it would stay in memory. */
const keyLiteral = (raw: Uint8Array): Buffer => {
  const literal = Buffer.alloc(raw.length * 2 + 3, "x'")
  raw.forEach((byte, index) => {
    literal[2 + index * 2] = HEX[byte >> 4] as number
    literal[3 + index * 2] = HEX[byte & 15] as number
  })
  literal[literal.length - 1] = 0x27
  return literal
}

// The module that loads SQLite asks Node's report which C library there is; left so, the report would ask the system for its network interfaces.
Object.assign(process.report ?? {}, { excludeNetwork: true })

/** Does something with the key literal of a data key; erased after it. */
const withLiteral = (dataKey: Uint8Array, vault: string, use: (literal: Buffer) => void) => {
  const raw = derive(dataKey, vault, 'mijuan/database')
  const literal = keyLiteral(raw)
  try {
    use(literal)
  } finally {
    raw.fill(0)
    literal.fill(0)
  }
}

/** Opens the encrypted file: SQLCipher 4 with a raw key, so that any SQLCipher 4 tool opens it with the key. */
const connect = (path: string, dataKey: Uint8Array, vault: string): Keyed => {
  const database = new Sqlite(path) as Keyed
  database.pragma("cipher = 'sqlcipher'")
  database.pragma('legacy = 4')
  withLiteral(dataKey, vault, (literal) => database.key(literal))
  return database
}

/**
 * Encrypts a closed database anew, page by page, under another data key. It must not be in WAL mode, and nobody else's. Half done it is of
 * no use, and removed: no journal is kept of it, and the caller syncs it once it is whole.
 */
export const putUnderKey = (path: string, vault: string, from: Uint8Array, to: Uint8Array): void => {
  const database = connect(path, from, vault)
  try {
    for (const without of ['journal_mode = OFF', 'synchronous = OFF']) database.pragma(without)
    withLiteral(to, vault, (literal) => database.rekey(literal))
  } finally {
    database.close()
  }
}

/** Pages kept decrypted while the vault is open: the lists of an archive of ten thousand documents. */
const CACHE_KIB = 16_384
/** Pages in the log file before they are folded into the database: an act seldom waits for that. */
const LOG_PAGES = 4_000

const settle = (database: Sqlite.Database) => {
  database.pragma(`cache_size = -${CACHE_KIB}`)
  database.pragma(`wal_autocheckpoint = ${LOG_PAGES}`)
  database.pragma('temp_store = MEMORY')
  database.pragma('foreign_keys = ON')
  database.pragma('recursive_triggers = ON')
  database.pragma('secure_delete = ON')
  database.pragma('trusted_schema = OFF')
}

/** Statements that read and only read: SQLite itself says of each whether it could change anything, and one that could is not run. */
const reading = (database: Sqlite.Database): Read => {
  const prepared = new Map<string, Sqlite.Statement>()
  const statement = (sql: string) => {
    const known = prepared.get(sql)
    if (known) return known
    const fresh = database.prepare(sql)
    if (!fresh.reader || !fresh.readonly) throw new Error('a reading statement must not write')
    prepared.set(sql, fresh)
    return fresh
  }
  return {
    get: <T>(sql: string, ...params: Value[]) => statement(sql).get(...params) as T | undefined,
    all: <T>(sql: string, ...params: Value[]) => statement(sql).all(...params) as T[],
  }
}

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

const damaged = (): never => refuse('vault.damaged', '数据库文件已损坏，或与密钥文件不是一套，与口令无关。请停止使用，由系统管理员用备份恢复。')

const newer = (): never => refuse('vault.newer', '数据由更高版本的密卷写成，本版本不能打开，数据未作任何改动。请安装相同或更高的版本。')

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

/** Whether an error is that of a page that cannot be read: SQLCipher keeps a seal on each, and a flipped bit breaks it. */
export const isUnreadable = (error: unknown): boolean =>
  error instanceof Sqlite.SqliteError && /^SQLITE_(NOTADB|CORRUPT|IOERR_(SHORT_READ|READ|DATA))/.test(error.code)

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

/** A second connection to the open database, to read and nothing else: for a thread of its own. Acts go on meanwhile. */
export const openBeside = (path: string, dataKey: Uint8Array, vault: string): Copy => {
  const database = connect(path, dataKey, vault)
  settle(database)
  database.pragma('query_only = ON')
  return { read: reading(database), close: () => database.close() }
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

/** Opens (or with `create` makes) the database of a vault. Refuses a damaged, foreign or newer one; an older one stays as old as it is (`upgrade/`). */
export const openDatabase = (path: string, dataKey: Uint8Array, vault: string, create = false): Database => {
  if (!create && !existsSync(path)) return damaged()
  let database: Sqlite.Database | undefined
  try {
    database = connect(path, dataKey, vault)
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
