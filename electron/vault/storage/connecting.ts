import Sqlite from 'better-sqlite3'
import { refuse } from '../door/refuse.ts'
import type { Read, Value } from '../door/unit.ts'
import { derive } from './key-wrap.ts'

/** A connection that can be given a key. */
export type Keyed = Sqlite.Database & { key(bytes: Buffer): number; rekey(bytes: Buffer): number }

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

/** Opens the encrypted file: SQLCipher 4 with a raw key, so that any SQLCipher 4 tool opens it with the key. Where there is none, one begins only if it is to be `fresh`. */
export const connect = (path: string, dataKey: Uint8Array, vault: string, fresh = false): Keyed => {
  const database = new Sqlite(path, { fileMustExist: !fresh }) as Keyed
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

/** What every connection of ours is set to: nothing in files of its own, nothing left in freed pages. */
export const settle = (database: Sqlite.Database) => {
  database.pragma(`cache_size = -${CACHE_KIB}`)
  database.pragma(`wal_autocheckpoint = ${LOG_PAGES}`)
  database.pragma('temp_store = MEMORY')
  database.pragma('foreign_keys = ON')
  database.pragma('recursive_triggers = ON')
  database.pragma('secure_delete = ON')
  database.pragma('trusted_schema = OFF')
}

/** Statements that read and only read: SQLite itself says of each whether it could change anything, and one that could is not run. */
export const reading = (database: Sqlite.Database): Read => {
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

/** What is said of a file that cannot be read, and of one of a later version. */
export const damaged = (): never =>
  refuse('vault.damaged', '数据库文件已损坏，或与密钥文件不是一套，与口令无关。请停止使用，由系统管理员用备份恢复。')

export const newer = (): never => refuse('vault.newer', '数据由更高版本的密卷写成，本版本不能打开，数据未作任何改动。请安装相同或更高的版本。')

/** Whether an error is that of a page that cannot be read: SQLCipher keeps a seal on each, and a flipped bit breaks it. */
export const isUnreadable = (error: unknown): boolean =>
  error instanceof Sqlite.SqliteError && /^SQLITE_(NOTADB|CORRUPT|IOERR_(SHORT_READ|READ|DATA))/.test(error.code)
