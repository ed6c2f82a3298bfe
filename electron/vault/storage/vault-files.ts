import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { refuse } from '../door/refuse.ts'
import { databasePath } from './database.ts'
import { refuseIfShared, renameWhole } from './files.ts'
import { type KeyFile, keyFilePath, readKeyFile } from './key-file.ts'

/** Whether there is a vault in a folder, or what is left of one. */
export const isHere = (dir: string): boolean => existsSync(keyFilePath(dir)) || existsSync(databasePath(dir))

/** Where a database is made before it takes its place. */
export const unfinishedPath = (dir: string): string => join(dir, 'setting-up.db')

/**
 * The last step of a set-up: the finished database takes its place. It is the key file's standing there that says that both
 * are finished; a set-up that was interrupted between the two is ended by whoever opens the folder next.
 */
export const finishSetUp = (dir: string): void => {
  if (existsSync(keyFilePath(dir)) && !existsSync(databasePath(dir)) && existsSync(unfinishedPath(dir)))
    renameWhole(unfinishedPath(dir), databasePath(dir))
}

/** The key file of a vault that is whole; null where there is none at all. One of its two files without the other is refused, before any password. */
export const readVault = (dir: string): KeyFile | null => {
  finishSetUp(dir)
  const file = readKeyFile(dir)
  const database = existsSync(databasePath(dir))
  if (file && !database) refuse('vault.damaged', '密钥文件在，数据库文件不见了，与口令无关。请勿再次建库，由系统管理员从备份恢复数据库文件。')
  if (!file && database) refuse('vault.damaged', '数据库文件在，密钥文件不见了，与口令无关。请勿再次建库，由系统管理员从备份恢复密钥文件。')
  return file
}

/** Refuses a vault that other users of the system may read or write. */
export const refuseSharedVault = (dir: string): void => {
  refuseIfShared(dir)
  refuseIfShared(databasePath(dir))
}
