import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, realpathSync, rmdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { quietly } from '../door/opened.ts'
import { refuse } from '../door/refuse.ts'
import { nextOf } from '../storage/files.ts'
import { filesOf } from '../storage/rewriting.ts'
import { isSealedBy, type Manifest, readManifest } from './manifest.ts'

const NAME = /^密卷备份-\d{8}-\d{4}(-\d{1,3})?$/
/** All that a backup consists of, whole or not. */
const FILES = ['keys.json', 'heads.log', 'backup.json'].flatMap((name) => [name, nextOf(name)]).concat(filesOf('vault.db'))

/** Where a backup is written before it is known to be good: hidden, and by its name nothing that could be taken for one. */
const unfinishedIn = (folder: string, vault: string): string => join(folder, `.密卷备份-未完成-${vault.slice(0, 8)}`)

const isFolder = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

/** Removes a folder of ours file by file. One in which anything else lies stays with that. */
export const removeBackup = (folder: string): void => {
  if (!isFolder(folder)) return
  for (const name of FILES) rmSync(join(folder, name), { force: true })
  quietly(() => rmdirSync(folder))
}

const isWithin = (path: string, folder: string): boolean => {
  const way = relative(realpathSync(folder), realpathSync(path))
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`))
}

/** Refuses a place where a backup would be no backup, or has no room. */
const refuseUnfit = (folder: string, dir: string, bytes: number) => {
  if (!isFolder(folder)) refuse('vault.medium', '所选的位置不是文件夹，或介质已取出。请重新选择备份介质上的文件夹。')
  if (isWithin(folder, dir)) refuse('vault.medium', '不能备份到数据文件夹里。请选择另一介质上的文件夹。')
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize < bytes)
    refuse(
      'vault.medium',
      `备份介质空间不足：备份需要${Math.ceil(bytes / 2 ** 20)}MB，可用${Math.floor((bavail * bsize) / 2 ** 20)}MB。请腾出空间或换一个介质。`,
    )
}

/** Makes a fresh folder for its owner alone. On a medium without rights the system gives what it has. */
export const freshFolder = (path: string): string => {
  removeBackup(path)
  mkdirSync(path, { mode: 0o700 })
  quietly(() => chmodSync(path, 0o700))
  return path
}

/** The hidden folder for a new backup on a medium; what an interrupted one left there is removed. Refused where no backup should lie. */
export const beginOn = (folder: string, dir: string, vault: string, bytes: number): string => {
  refuseUnfit(folder, dir, bytes)
  return freshFolder(unfinishedIn(folder, vault))
}

/** Whether two folders lie on one disk. */
export const onSameDisk = (one: string, other: string): boolean => statSync(one).dev === statSync(other).dev

/** The name that a good backup gets: by the minute, no title and no unit. */
export const nameFor = (folder: string, wall: string): string => {
  const stem = `密卷备份-${wall.slice(0, 10).replaceAll('-', '')}-${wall.slice(11, 16).replace(':', '')}`
  for (let turn = 1; ; turn += 1) {
    const name = turn === 1 ? stem : `${stem}-${turn}`
    if (!existsSync(join(folder, name))) return name
  }
}

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

/** Removes what is older than the last `keep` backups of this vault. Gives how many. */
export const removeOlder = (folder: string, vault: string, seal: Uint8Array, keep: number, newest: string, named = NAME): number => {
  const older = backupsOn(folder, vault, seal, named)
    .filter(({ name }) => name !== newest)
    .slice(keep - 1)
  for (const { name } of older) removeBackup(join(folder, name))
  return older.length
}
