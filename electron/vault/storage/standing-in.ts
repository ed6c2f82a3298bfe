import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { wallClock } from '../door/clock.ts'
import { databasePath } from './database.ts'
import { nextOf, renameWhole, syncFolder } from './files.ts'
import { keyFilePath } from './key-file.ts'
import { filesOf, renewedKeysPath, renewedPath } from './rewriting.ts'

/** Where a backup is made ready to take the place of what is here. */
export const readyPath = (dir: string): string => join(dir, 'restoring')

/** A whole one that is taking its place, and what it takes the place of. */
const WHOLE = /^restored-(\d{8}-\d{6})$/
const ASIDE = /^set-aside-\d{8}-\d{6}$/

const foldersIn = (dir: string, which: RegExp): string[] => (existsSync(dir) ? readdirSync(dir).filter((name) => which.test(name)) : [])

const DATABASE = 'vault.db'
const KEYS = 'keys.json'
const HEADS = 'heads.log'
/** What a vault and an unfinished renewal of its key consist of. 末条登记 and the gate stay: they are the witness. */
const vaultFiles = (dir: string): string[] =>
  [keyFilePath(dir), renewedKeysPath(dir)].flatMap((path) => [path, nextOf(path)]).concat(filesOf(databasePath(dir)), filesOf(renewedPath(dir)))

const nameIn = (dir: string, path: string): string => path.slice(dir.length + 1)

/** Removes a folder of ours with what may lie in it. */
const removeFolder = (folder: string) => {
  if (!existsSync(folder)) return
  for (const path of [...vaultFiles(folder), join(folder, HEADS), nextOf(join(folder, HEADS))]) rmSync(path, { force: true })
  if (readdirSync(folder).length === 0) rmdirSync(folder)
}

/** Removes what was made ready and did not take its place. */
export const removeReady = (dir: string): void => removeFolder(readyPath(dir))

/** Whether a restore was left between two steps. */
export const isUnsettled = (dir: string): boolean => existsSync(readyPath(dir)) || foldersIn(dir, WHOLE).length > 0

/** The lines go with what is set aside as a copy: those that stay are the witness. Without room for it, it is set aside without. */
const copyHeads = (dir: string, aside: string) => {
  try {
    if (existsSync(join(dir, HEADS))) copyFileSync(join(dir, HEADS), join(aside, HEADS))
  } catch {
    rmSync(join(aside, HEADS), { force: true })
  }
}

/** Moves everything of the vault that is here out of the way. A log file goes with its database: under another it would be folded in (Trilium#1835). */
const setAside = (dir: string, aside: string) => {
  mkdirSync(aside, { recursive: true, mode: 0o700 })
  copyHeads(dir, aside)
  for (const path of vaultFiles(dir)) if (existsSync(path)) renameSync(path, join(aside, nameIn(dir, path)))
  syncFolder(aside)
}

/**
 * Ends a switch that was begun, before any password and with the folder held; each step may have been done already. While the
 * database waits in the folder of the whole one, what stands in its place is the old one.
 */
export const finishRestore = (dir: string): void => {
  for (const name of foldersIn(dir, WHOLE)) {
    const whole = join(dir, name)
    const aside = join(dir, name.replace('restored', 'set-aside'))
    if (existsSync(join(whole, DATABASE))) {
      setAside(dir, aside)
      renameWhole(join(whole, DATABASE), databasePath(dir))
    }
    if (existsSync(join(whole, KEYS))) renameWhole(join(whole, KEYS), keyFilePath(dir))
    if (existsSync(join(whole, HEADS)) && !existsSync(join(dir, HEADS))) renameWhole(join(whole, HEADS), join(dir, HEADS))
    removeFolder(whole)
    // On a new computer there was nothing
    if (existsSync(aside) && !existsSync(join(aside, DATABASE)) && !existsSync(join(aside, KEYS))) removeFolder(aside)
  }
}

/** `20260310-090500`, by the office's wall clock. */
export const stampOf = (at: Date): string => `${wallClock(at)}${at.toISOString().slice(17, 19)}`.replace(/[-:]/g, '').replace('T', '-')

/** The first second from `at` on under which nothing was set aside yet: what was here first is never written over. */
const freeStamp = (dir: string, at: Date): string => {
  const stamp = stampOf(at)
  const taken = [`set-aside-${stamp}`, `restored-${stamp}`].some((name) => existsSync(join(dir, name)))
  return taken ? freeStamp(dir, new Date(at.getTime() + 1_000)) : stamp
}

/** The switch: from this one move on, what was made ready is the vault, whatever interrupts the rest. */
export const switchToReady = (dir: string, at: Date): void => {
  renameWhole(readyPath(dir), join(dir, `restored-${freeStamp(dir, at)}`))
  finishRestore(dir)
}

/** The folders that earlier restores set aside. */
export const setAsideIn = (dir: string): string[] => foldersIn(dir, ASIDE)

/** Removes what earlier restores set aside. */
export const removeSetAside = (dir: string): void => {
  for (const name of setAsideIn(dir)) removeFolder(join(dir, name))
}
