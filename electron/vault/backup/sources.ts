import { closeSync, fstatSync, openSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { headsPath } from '../audit/heads.ts'
import type { Opened } from '../door/opened.ts'
import { Refused, refuse } from '../door/refuse.ts'
import { databasePath } from '../storage/database.ts'
import { holdStill } from '../storage/looking.ts'
import { keyFilePath, type KeyFile, parseKeyFile } from '../storage/key-file.ts'
import type { Found, Order } from './copy.ts'
import { type Manifest, readManifest } from './manifest.ts'

/** What is copied. `letGo` once nothing more is read from it; `close` once nobody else has the file open either. */
export type Source = Omit<Order, 'to'> & { entries: number; root: string; letGo(): void; close(): void }

const textAt = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/**
 * The open vault as it is at this moment: database, key file and 末条登记 that belong together. Acts go on meanwhile, in the log file.
 * To close the file while the vault is open would let go of SQLite's own locks on it (POSIX).
 */
export const standing = (dir: string, opened: Opened): Source => {
  const path = databasePath(dir)
  const keys = readFileSync(keyFilePath(dir), 'utf8')
  const letGo = holdStill(opened.database, path, opened.dataKey, opened.vault)
  let held = true
  const from = openSync(path, 'r')
  const { size, root } = opened.log.head()
  return {
    vault: opened.vault,
    from,
    bytes: fstatSync(from).size,
    keys,
    heads: textAt(headsPath(dir)),
    entries: size,
    root,
    letGo: () => {
      if (held) letGo()
      held = false
    },
    close: () => closeSync(from),
  }
}

/** Closes what was copied when the vault closes. */
export const closeWith = (opened: Opened, { close }: Source): void => {
  const { release } = opened
  opened.release = () => {
    close()
    release()
  }
}

/** A backup as it lies on a medium, before anybody has opened it. */
export type Backup = { folder: string; manifest: Manifest; file: KeyFile; source: Source }

const NOT_A_BACKUP = '所选的文件夹不是密卷的备份，或不完整。请选择名为“密卷备份-年月日-时分”的文件夹。'

/** The key file of a backup. One that does not hold says nothing of the vault here. */
const keyFileIn = (text: string): KeyFile => {
  try {
    return parseKeyFile(text)
  } catch (error) {
    if (error instanceof Refused && error.refusal.code === 'vault.damaged')
      return refuse('vault.medium', '备份里的密钥文件已损坏，这份备份不能用。请换一份备份。')
    throw error
  }
}

/** Looks at the folder of a backup. Refused where its files are not all there; whether they hold is seen when it is opened. */
export const backupIn = (folder: string): Backup => {
  const manifest = readManifest(folder)
  const keys = textAt(keyFilePath(folder))
  const bytes = statSync(databasePath(folder), { throwIfNoEntry: false })?.size
  if (!manifest || keys === null || bytes === undefined) return refuse('vault.medium', NOT_A_BACKUP)
  const file = keyFileIn(keys)
  if (file.vault !== manifest.vault || bytes !== manifest.bytes) return refuse('vault.medium', NOT_A_BACKUP)
  const { vault, entries, root } = manifest
  const heads = textAt(join(folder, 'heads.log'))
  const nothing = () => undefined
  return { folder, manifest, file, source: { vault, from: databasePath(folder), bytes, keys, heads, entries, root, letGo: nothing, close: nothing } }
}

/** Refuses a copy that does not hold, or is not what it was made from. */
export const refuseBroken = ({ broken, entries, root }: Found, source: Source): void => {
  if (broken)
    refuse(
      'vault.medium',
      `核验没有通过：${broken.where}，${broken.why}这一份不能作为备份。请检查数据和介质，换一个介质再备份；恢复、演练的请换一份备份。`,
    )
  if (entries !== source.entries || root !== source.root)
    refuse('vault.medium', '核验没有通过：副本与原来的记录不一致，不能作为备份。请检查介质，换一个再试；恢复、演练的请换一份备份。')
}
