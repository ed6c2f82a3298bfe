import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Progress, startCopying } from '../backup/copying.ts'
import { manifestPath, sealedManifest, sealOf } from '../backup/manifest.ts'
import { backupsOn, freshFolder, olderOn, removeBackup } from '../backup/medium.ts'
import { closeWith, refuseBroken, type Source, standing } from '../backup/sources.ts'
import { refusalFrom } from '../door/door.ts'
import { type Opened, quietly } from '../door/opened.ts'
import { Refused, refuse } from '../door/refuse.ts'
import { renameWhole, writeWhole } from '../storage/files.ts'
import { lackOfRoom } from '../storage/medium.ts'
import { releaseOf } from '../storage/releases.ts'
import { stampOf } from '../storage/standing-in.ts'

/** A copy made before an upgrade, in the data folder: a backup like any other, which `恢复备份` takes. */
const NAME = /^升级前-[^-]{1,20}-\d{8}-\d{6}$/
/** Where it is written before it is known to be good. */
const unfinishedIn = (dir: string): string => join(dir, 'upgrading')
/** So many stay: the newest one, and the one before it. */
const KEPT = 2

/** The names of the copies that lie in the data folder. */
export const copiesIn = (dir: string): string[] => readdirSync(dir).filter((name) => NAME.test(name) && existsSync(manifestPath(join(dir, name))))

/** The first second from `at` on that no copy bears. */
const nameFor = (dir: string, version: number, at: Date): string => {
  const name = `升级前-${releaseOf(version)}-${stampOf(at)}`
  return existsSync(join(dir, name)) ? nameFor(dir, version, new Date(at.getTime() + 1_000)) : name
}

const NOTHING_CHANGED = '数据没有升级，也没有任何改动。'

const refuseWithoutRoom = (dir: string, bytes: number) => {
  const lacks = lackOfRoom(dir, bytes)
  if (lacks) refuse('vault.full', `磁盘空间不足，不能留升级前的副本：${lacks}。${NOTHING_CHANGED}请系统管理员清理磁盘后重新登录。`)
}

/** Why no copy came about, and that nothing else did. A full disk is told as one, whatever met it first. */
const notCopied = (error: unknown): Refused => {
  if (error instanceof Refused && error.refusal.message.includes(NOTHING_CHANGED)) return error
  const { code, message } = refusalFrom(error)
  const full = code === 'vault.full' || message.includes('空间不足')
  return new Refused({ code: full ? 'vault.full' : code, message: `升级前的副本没有做成，${NOTHING_CHANGED}原因：${message}` })
}

/** Copies the open vault into a folder and has it looked through there, as a backup is. */
const copyInto = async (to: string, source: Source, dataKey: Uint8Array, tell: (progress: Progress) => void): Promise<void> => {
  const { entries: _entries, root: _root, letGo, close: _close, ...order } = source
  const copying = startCopying({ ...order, to }, dataKey, tell, letGo)
  try {
    refuseBroken(await copying.done, source)
  } finally {
    await copying.stop()
  }
}

/** Makes the copy under its name. What was begun and did not become one is removed, now or with the next. */
const make = async (dir: string, opened: Opened, seal: Uint8Array, at: Date, tell: (progress: Progress) => void): Promise<string> => {
  const source = standing(dir, opened)
  closeWith(opened, source)
  const to = unfinishedIn(dir)
  try {
    const { vault, entries, root, bytes } = source
    removeBackup(to)
    refuseWithoutRoom(dir, bytes)
    await copyInto(freshFolder(to), source, opened.dataKey, tell)
    writeWhole(manifestPath(to), sealedManifest(seal, { vault, at: at.toISOString(), entries, root, bytes }))
    const name = nameFor(dir, opened.database.version(), at)
    renameWhole(to, join(dir, name))
    return name
  } catch (error) {
    quietly(() => removeBackup(to))
    throw notCopied(error)
  } finally {
    source.letGo()
  }
}

/**
 * The copy of a vault that is about to be upgraded, made, opened and checked as a backup is. An upgrade that was interrupted after it
 * left one of this very record: that one is it. `tell` hears how far it is. Gives its name. Refused without room for it, or for a record that does not hold.
 */
export const copyBefore = async (dir: string, opened: Opened, at: Date, tell: (progress: Progress) => void): Promise<string> => {
  const seal = sealOf(opened.database.read)
  try {
    const { size, root } = opened.log.head()
    const there = backupsOn(dir, opened.vault, seal, NAME).find(({ manifest }) => manifest.entries === size && manifest.root === root)
    const name = there?.name ?? (await make(dir, opened, seal, at, tell))
    quietly(() => olderOn(dir, opened.database.read, opened.vault, seal, KEPT, name, NAME).forEach(removeBackup))
    return name
  } finally {
    seal.fill(0)
  }
}
