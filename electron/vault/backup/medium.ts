import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { nodesOf, rootAt } from '../audit/proofs.ts'
import type { Read } from '../door/unit.ts'
import { nextOf } from '../storage/files.ts'
import { isFolder, makeFolder, nameOn, refuseUnfit, removeFolder } from '../storage/medium.ts'
import { filesOf } from '../storage/rewriting.ts'
import { isSealedBy, type Manifest, readManifest } from './manifest.ts'

const NAME = /^密卷备份-\d{8}-\d{4}(-\d{1,3})?$/
const withNext = (name: string): string[] => [name, nextOf(name)]
/** All that a backup consists of, whole or not. What says whose it is goes last: a removal that is interrupted is ended with the next backup. */
const FILES = [...['keys.json', 'heads.log'].flatMap(withNext), ...filesOf('vault.db'), ...withNext('backup.json')]

/** Where a backup is written before it is known to be good: hidden, and by its name nothing that could be taken for one. */
const unfinishedIn = (folder: string, vault: string): string => join(folder, `.密卷备份-未完成-${vault.slice(0, 8)}`)

/** Removes a folder of ours file by file. One in which anything else lies stays with that. */
export const removeBackup = (folder: string): void => removeFolder(folder, FILES)

/** Makes a fresh folder for its owner alone. */
export const freshFolder = (path: string): string => makeFolder(path, FILES)

/** The hidden folder for a new backup on a medium; what an interrupted one left there is removed. Refused where no backup should lie. */
export const beginOn = (folder: string, dir: string, vault: string, bytes: number): string => {
  refuseUnfit(folder, dir, bytes, '备份')
  return freshFolder(unfinishedIn(folder, vault))
}

/** Whether two folders lie on one disk. */
export const onSameDisk = (one: string, other: string): boolean => statSync(one).dev === statSync(other).dev

/** The name that a good backup gets: by the minute, no title and no unit. */
export const nameFor = (folder: string, wall: string): string => nameOn(folder, '密卷备份', wall)

/** A backup as it lies on a medium. */
export type Lying = { name: string; manifest: Manifest }

/** The backups of one vault on a medium, newest first by their record: a clock may have been set back. What is not sealed by the vault is not its own. */
export const backupsOn = (folder: string, vault: string, seal: Uint8Array, named = NAME): Lying[] =>
  readdirSync(folder)
    .filter((name) => named.test(name) && isFolder(join(folder, name)))
    .flatMap((name) => {
      const manifest = readManifest(join(folder, name))
      return manifest && manifest.vault === vault && isSealedBy(seal, manifest) ? [{ name, manifest }] : []
    })
    .sort((a, b) => b.manifest.entries - a.manifest.entries || (a.name < b.name ? 1 : -1))

/** Whether a backup is of the record as it is now, and not of one that a restore has left behind. */
const isOfRecord = (read: Read, { entries, root }: Manifest): boolean => {
  try {
    return rootAt(nodesOf(read), entries).toString('base64') === root
  } catch {
    return false
  }
}

/**
 * The backups that make room beside the newest: all but the last `keep` of this vault. Those of a record that a restore has left behind go first, however
 * long it was, or each new backup would remove the one before it.
 */
export const olderOn = (folder: string, read: Read, vault: string, seal: Uint8Array, keep: number, newest: string, named = NAME): string[] => {
  const others = backupsOn(folder, vault, seal, named).filter(({ name }) => name !== newest)
  const ofNow = others.filter(({ manifest }) => isOfRecord(read, manifest))
  return [...ofNow, ...others.filter((one) => !ofNow.includes(one))].slice(keep - 1).map(({ name }) => join(folder, name))
}
