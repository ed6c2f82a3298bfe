/** The vault's file past the door, with the key in hand: what a bare program would do with the same file. */
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { databaseKey, openDataKey, readKeyFile } from '../verify/keys.ts'
import { officers, passwordOf } from './office.ts'

export type Cell = string | number | null
export type Row = Record<string, Cell>

/** Opens the database of a vault folder with the pragmas that the vault itself sets (storage/connecting.ts, storage/database.ts). */
export const openRaw = async (dir: string, person: string = officers.auditor, password = passwordOf(person)): Promise<Database.Database> => {
  const file = readKeyFile(dir)
  const dataKey = await openDataKey(file, person, password)
  const key = databaseKey(file, dataKey)
  const database = new Database(join(dir, 'vault.db'))
  database.pragma("cipher = 'sqlcipher'")
  database.pragma('legacy = 4')
  database.pragma(`key = "x'${key.toString('hex')}'"`)
  for (const secret of [dataKey, key]) secret.fill(0)
  for (const setting of ['journal_mode = WAL', 'synchronous = FULL', 'temp_store = MEMORY', 'foreign_keys = ON', 'recursive_triggers = ON'])
    database.pragma(setting)
  for (const setting of ['secure_delete = ON', 'trusted_schema = OFF', 'cache_size = -16384', 'wal_autocheckpoint = 4000']) database.pragma(setting)
  return database
}
