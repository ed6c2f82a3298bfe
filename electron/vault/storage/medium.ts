import { chmodSync, existsSync, lstatSync, mkdirSync, realpathSync, rmdirSync, rmSync, statfsSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { refuse } from '../door/refuse.ts'

export const isFolder = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

/** A medium that was pulled, or that knows no rights, stops nothing here. */
const ifItCan = (step: () => void): void => {
  try {
    step()
  } catch {
    // What stays has no name that could be taken for something whole.
  }
}

/** Removes a folder of ours file by file. One in which anything else lies stays with that. */
export const removeFolder = (folder: string, names: readonly string[]): void => {
  if (!isFolder(folder)) return
  for (const name of names) rmSync(join(folder, name), { force: true })
  ifItCan(() => rmdirSync(folder))
}

/** Makes a folder for its owner alone, in place of what an interrupted one left. On a medium without rights the system gives what it has. */
export const makeFolder = (path: string, names: readonly string[]): string => {
  removeFolder(path, names)
  mkdirSync(path, { mode: 0o700 })
  ifItCan(() => chmodSync(path, 0o700))
  return path
}

const isWithin = (path: string, folder: string): boolean => {
  const way = relative(realpathSync(folder), realpathSync(path))
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`))
}

const megabytes = (bytes: number) => `${Math.ceil(bytes / 2 ** 20)}MB`

/** `需要12MB，可用3MB` where a disk has no room for so many bytes; null where it has. */
export const lackOfRoom = (folder: string, bytes: number): string | null => {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize < bytes ? `需要${megabytes(bytes)}，可用${Math.floor((bavail * bsize) / 2 ** 20)}MB` : null
}

/** Refuses a place where what is written would be of no use, or has no room. `what`: 备份 or 导出. */
export const refuseUnfit = (folder: string, dir: string, bytes: number, what: '备份' | '导出'): void => {
  if (!isFolder(folder)) refuse('vault.medium', `所选的位置不是文件夹，或介质已取出。请重新选择${what}介质上的文件夹。`)
  if (isWithin(folder, dir)) refuse('vault.medium', `不能${what}到数据文件夹里。请选择另一介质上的文件夹。`)
  const lacks = lackOfRoom(folder, bytes)
  if (lacks) refuse('vault.medium', `${what}介质空间不足：${lacks}。请腾出空间或换一个介质。`)
}

/** Refuses work in the data folder for which its disk has no room: whoever works meanwhile would have none either. */
export const refuseWithoutRoom = (dir: string, bytes: number, what: '演练' | '恢复' | '查看'): void => {
  const lacks = lackOfRoom(dir, bytes)
  if (lacks) refuse('vault.full', `数据所在的磁盘空间不足，不能${what}：${lacks}。请系统管理员清理磁盘（不要动数据文件夹）后再做。`)
}

/** The name that what is whole gets: by the minute, no title and no unit; a second of one minute has a number behind it. */
export const nameOn = (folder: string, word: string, wall: string): string => {
  const stem = `${word}-${wall.slice(0, 10).replaceAll('-', '')}-${wall.slice(11, 16).replace(':', '')}`
  for (let turn = 1; ; turn += 1) {
    const name = turn === 1 ? stem : `${stem}-${turn}`
    if (!existsSync(join(folder, name))) return name
  }
}
