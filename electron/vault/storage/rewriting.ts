import { closeSync, existsSync, fsyncSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Refused, refuse } from '../door/refuse.ts'
import { putUnderKey } from './connecting.ts'
import { type Database, databasePath } from './database.ts'
import { nextOf, renameWhole } from './files.ts'
import { keyFilePath, readKeyFile, readKeyFileAt } from './key-file.ts'

/** Where the database is written anew, and its key file, until they take their places. */
export const renewedPath = (dir: string): string => join(dir, 'renewed.db')
export const renewedKeysPath = (dir: string): string => join(dir, 'renewed-keys.json')

const BESIDE = ['-journal', '-wal', '-shm']
/** The files of a database: its own, and those that SQLite keeps beside an open one. */
export const filesOf = (database: string): string[] => ['', ...BESIDE].map((beside) => `${database}${beside}`)

const SALT = 16

/** The first bytes of an encrypted database, which stand in it in plain and are its own: by them a key file names the database it belongs to. */
export const saltOf = (database: string): string | null => {
  if (!existsSync(database)) return null
  const salt = Buffer.alloc(SALT)
  const descriptor = openSync(database, 'r')
  try {
    return readSync(descriptor, salt, 0, SALT, 0) === SALT ? salt.toString('base64') : null
  } finally {
    closeSync(descriptor)
  }
}

const syncFile = (path: string) => {
  const descriptor = openSync(path, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

/** Removes what an interrupted renewal left, so that none of it is taken for whole. */
export const removeRenewed = (dir: string): void => {
  for (const file of [renewedKeysPath(dir), nextOf(renewedKeysPath(dir)), ...filesOf(renewedPath(dir))]) rmSync(file, { force: true })
}

/** Writes all pages of an open database into a new file under another data key. The file has a salt of its own. */
export const writeAnew = (database: Database, dir: string, vault: string, from: Uint8Array, to: Uint8Array): void => {
  removeRenewed(dir)
  database.run('VACUUM INTO ?', renewedPath(dir))
  putUnderKey(renewedPath(dir), vault, from, to)
  syncFile(renewedPath(dir))
}

/**
 * The switch: the renewed database takes its place, then its key file. Both must be closed; between the two moves it is the
 * database's salt that says which key file is right (`settleRenewal`). A log file that belongs to the old one must be empty: it would be folded into the new one.
 */
export const switchToRenewed = (dir: string): void => {
  const log = statSync(`${databasePath(dir)}-wal`, { throwIfNoEntry: false })
  if (log && log.size > 0) refuse('vault.busy', '数据库正被另一程序占用，没有更换数据密钥。请退出那个程序后重试。')
  for (const beside of BESIDE) rmSync(`${databasePath(dir)}${beside}`, { force: true })
  renameWhole(renewedPath(dir), databasePath(dir))
  renameWhole(renewedKeysPath(dir), keyFilePath(dir))
}

/** Whether a key file names this database; one that is damaged names none. */
const names = (path: string, salt: string | null): boolean => {
  try {
    return readKeyFileAt(path)?.database === salt
  } catch (error) {
    if (error instanceof Refused && error.refusal.code === 'vault.damaged') return false
    throw error
  }
}

/** Ends an interrupted renewal, before any password: the key file that names the database in place is the one. A half-written one beside it keeps nobody out. Call with the folder held. */
export const settleRenewal = (dir: string): void => {
  const salt = saltOf(databasePath(dir))
  if (existsSync(renewedKeysPath(dir)) && names(renewedKeysPath(dir), salt)) renameWhole(renewedKeysPath(dir), keyFilePath(dir))
  if (readKeyFile(dir)?.database === salt) removeRenewed(dir)
}
