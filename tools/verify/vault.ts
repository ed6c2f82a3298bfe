import { randomBytes } from 'node:crypto'
import { chmodSync, constants, copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { CannotOpen, type Findings } from './report.ts'

// What loads SQLite asks Node's report which C library there is; left so, the report would ask the system for its network interfaces.
Object.assign(process.report ?? {}, { excludeNetwork: true })

const files = ['vault.db', 'vault.db-wal']
const stamp = (dir: string) =>
  files
    .map((name) => {
      const stat = statSync(join(dir, name), { throwIfNoEntry: false })
      return stat ? `${stat.size}:${stat.mtimeMs}` : '-'
    })
    .join()

/**
 * Copies the encrypted database and its log (a commit may stand only there) into a private folder: opening the
 * original would write a `-shm` file and could fold the log in, and a verifier must leave no trace on its subject.
 * What is copied stays encrypted.
 */
export const privateCopy = (dir: string) => {
  if (!existsSync(join(dir, 'vault.db'))) throw new CannotOpen('absent', '此文件夹中没有数据库 vault.db')
  const copy = mkdtempSync(join(tmpdir(), 'mijuan-verify-'))
  chmodSync(copy, 0o700)
  const remove = () => rmSync(copy, { recursive: true, force: true })
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const before = stamp(dir)
    for (const name of files) {
      rmSync(join(copy, name), { force: true })
      if (existsSync(join(dir, name))) copyFileSync(join(dir, name), join(copy, name), constants.COPYFILE_FICLONE)
    }
    if (stamp(dir) === before) return { path: join(copy, 'vault.db'), remove }
  }
  remove()
  throw new CannotOpen('database', '数据库正在使用，请退出密卷后再校验')
}

/** Room for most of a vault in memory: each page is decrypted once, not again for each of the checks. */
const CACHE_KIB = 131_072

/** Opens the copy with the raw key, to read and nothing else. */
export const openCopy = (path: string, key: Buffer): Database.Database => {
  const database = new Database(path, { fileMustExist: true })
  try {
    database.pragma("cipher = 'sqlcipher'")
    database.pragma('legacy = 4')
    database.pragma(`key = "x'${key.toString('hex')}'"`)
    database.pragma(`cache_size = -${CACHE_KIB}`)
    database.pragma('temp_store = MEMORY')
    database.pragma('trusted_schema = OFF')
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    database.pragma('query_only = ON')
    return database
  } catch {
    database.close()
    throw new CannotOpen('database', '数据库 vault.db 打不开：文件被截断、损坏，或不是与 keys.json 同一个库的文件')
  }
}

const migrations = new URL('../../electron/vault/storage/migrations/', import.meta.url)
const migrationFiles = () =>
  readdirSync(migrations)
    .filter((one) => /^\d{4}-.*\.sql$/.test(one))
    .sort()
type SchemaObject = { type: string; name: string; sql: string }
const objectsOf = (database: Database.Database) =>
  new Map(
    (database.prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' AND sql IS NOT NULL").all() as SchemaObject[]).map(
      (object) => [`${object.type} ${object.name}`, object.sql],
    ),
  )

/** Carries out migrations from one version of the schema to another, the newest if none is named. */
const migrate = (database: Database.Database, { from = 0, to = Number.POSITIVE_INFINITY }: { from?: number; to?: number } = {}) => {
  database.exec('BEGIN')
  for (const name of migrationFiles().slice(from, to)) database.exec(readFileSync(new URL(name, migrations), 'utf8'))
  database.exec('COMMIT')
}

/**
 * Gives a private copy of older data the tables of the newest schema, empty: every check reads the same tables whatever version wrote the data.
 * Its version stays what it was. After `checkSchema`, which holds the data to their own version.
 */
export const takeToNewest = (database: Database.Database) => {
  const version = versionOf(database)
  if (version < 1 || version >= newestSchema()) return
  database.pragma('query_only = OFF')
  migrate(database, { from: version })
  database.pragma('query_only = ON')
}

/** How many migrations there are: the newest version of the schema that this verifier knows. */
export const newestSchema = (): number => migrationFiles().length

/** The tables and their columns as a version of the schema has them. */
export const tablesOf = (version: number): Map<string, string[]> => {
  const empty = new Database(':memory:')
  migrate(empty, { to: version })
  const names = (empty.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all() as string[]).filter(
    (name) => !name.startsWith('sqlite_'),
  )
  const tables = new Map(
    names.map((name) => [name, empty.prepare('SELECT name FROM pragma_table_info(?) ORDER BY cid').pluck().all(name) as string[]]),
  )
  empty.close()
  return tables
}

/**
 * An empty database of the newest schema in a private folder, to be filled and read again: encrypted under a key that only this run knows, for
 * what comes into it is classified. Checks and references wait: what is spoilt shall come in and be told by what it does not fit.
 */
export const emptyDatabase = () => {
  const folder = mkdtempSync(join(tmpdir(), 'mijuan-verify-'))
  chmodSync(folder, 0o700)
  const database = new Database(join(folder, 'archive.db'))
  database.pragma("cipher = 'sqlcipher'")
  database.pragma('legacy = 4')
  database.pragma(`key = "x'${randomBytes(32).toString('hex')}'"`)
  database.pragma(`cache_size = -${CACHE_KIB}`)
  for (const without of ['journal_mode = OFF', 'synchronous = OFF', 'foreign_keys = OFF', 'ignore_check_constraints = ON', 'temp_store = MEMORY'])
    database.pragma(without)
  migrate(database)
  database.pragma(`user_version = ${newestSchema()}`)
  const remove = () => {
    database.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { database, remove }
}

/** What the schema of a version must be: its migrations are carried out in an empty database in memory. */
const expectedObjects = (version: number) => {
  const empty = new Database(':memory:')
  migrate(empty, { to: version })
  const objects = objectsOf(empty)
  empty.close()
  return objects
}

/** The schema version of the data: how many migrations they went through. */
export const versionOf = (database: Database.Database) => database.pragma('user_version', { simple: true }) as number

/** Data of a version that this verifier does not know are not judged. */
export const refuseNewer = (database: Database.Database) => {
  const [version, known] = [versionOf(database), migrationFiles().length]
  if (version <= known) return
  database.close()
  throw new CannotOpen('newer', `数据由更高版本的密卷写成（库结构${version}，本程序认识到${known}）。没有校验，请用相同或更高版本的校验程序`)
}

/** Every table, index and trigger of the migrations stands as written, and none besides: a dropped trigger would open the append-only tables. */
export const checkSchema = (database: Database.Database, findings: Findings) => {
  const version = versionOf(database)
  if (version < 1) findings.breaks('库结构', 'user_version', `没有这样的版本：${version}`)
  if (version < migrationFiles().length) findings.note('数据由较早版本的密卷写成，按那一版的库结构校验')
  const expected = expectedObjects(version)
  const found = objectsOf(database)
  for (const [name, sql] of expected) {
    if (!found.has(name)) findings.breaks('库结构', name, '应有而没有')
    else if (found.get(name) !== sql) findings.breaks('库结构', name, '与程序附带的定义不同')
  }
  for (const name of found.keys()) if (!expected.has(name)) findings.breaks('库结构', name, '程序中没有这一项')
}

/** SQLite's own checks: pages, indexes, references. */
export const checkFile = (database: Database.Database, findings: Findings) => {
  for (const { integrity_check: line } of database.pragma('integrity_check(20)') as { integrity_check: string }[]) {
    if (line !== 'ok') findings.breaks('数据库文件', 'vault.db', line)
  }
  for (const row of database.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]) {
    findings.breaks('引用', `${row.table} ${row.rowid}`, `所指的 ${row.parent} 不存在`)
  }
}

/** The tables whose rows are bound by the audit: all but the record itself, the search index and SQLite's own. */
export const trackedTables = (database: Database.Database) =>
  (database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all() as { name: string }[])
    .map((table) => table.name)
    .filter((name) => !name.startsWith('sqlite_') && !/^(search(_|$)|audit_)/.test(name))
