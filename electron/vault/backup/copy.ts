import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupStage } from '../../../contract/terms.ts'
import { type Broken, inAll } from '../audit/row-verification.ts'
import { rootOf } from '../audit/tree.ts'
import { beginVerification, checkedIn, checkSpan } from '../audit/verification.ts'
import { Refused, refuse } from '../door/refuse.ts'
import type { Read } from '../door/unit.ts'
import { isUnreadable } from '../storage/connecting.ts'
import { databasePath } from '../storage/database.ts'
import { type Copy, openBeside, openCopy } from '../storage/looking.ts'
import { writeWhole } from '../storage/files.ts'

/** A vault that is to be copied whole and looked through: its database by path, or as a file that is open already. */
export type Order = {
  vault: string
  from: string | number
  bytes: number
  /** The key file and 末条登记, as they belong to it; null: there is none. */
  keys: string
  heads: string | null
  /** An empty folder. */
  to: string
}

/** What was found in the copy: its entries, their root, and the first thing that does not hold. */
export type Found = { entries: number; root: string; broken: Broken | null }
export type Tell = (stage: BackupStage, done: number, total: number) => void

/** Larger pieces are slower: they do not stay in the processor's own memory between being read and being written. */
const AT_ONCE = 256 * 1024
/** Pieces after which it is told how far it is. */
const TOLD_EACH = 16

type ReadAt = (from: number, room: Buffer, bytes: number, at: number) => number

/** Reads from a medium: what goes wrong there is the medium's fault. */
const ofMedium: ReadAt = (from, room, bytes, at) => readSync(from, room, 0, bytes, at)
/** Reads the database in use: what cannot be read there is no fault of the medium that is written. */
const ofOwn: ReadAt = (...read) => {
  try {
    return ofMedium(...read)
  } catch {
    return refuse('vault.damaged', '数据所在的磁盘读不出数据库文件，没有备成。请停止使用，先检查磁盘，再用以前的备份恢复。')
  }
}

/** Copies so many bytes, durably. */
const copyBytes = (from: number, path: string, bytes: number, readAt: ReadAt, tell: (done: number) => void) => {
  const room = Buffer.allocUnsafe(AT_ONCE)
  const to = openSync(path, 'wx', 0o600)
  try {
    for (let done = 0, pieces = 1; done < bytes; pieces += 1) {
      const read = readAt(from, room, Math.min(AT_ONCE, bytes - done), done)
      if (read === 0) throw Object.assign(new Error('the file is shorter'), { code: 'EIO' })
      for (let written = 0; written < read; ) written += writeSync(to, room, written, read - written, done + written)
      done += read
      if (pieces % TOLD_EACH === 0) tell(done)
    }
    fsyncSync(to)
  } finally {
    closeSync(to)
  }
}

/** Copies the database of an order into its folder, durably. */
export const copyDatabase = ({ from, bytes, to }: Pick<Order, 'from' | 'bytes' | 'to'>, tell: Tell): void => {
  const source = typeof from === 'number' ? from : openSync(from, 'r')
  try {
    copyBytes(source, databasePath(to), bytes, typeof from === 'number' ? ofOwn : ofMedium, (done) => tell('copy', done, bytes))
  } finally {
    if (typeof from === 'string') closeSync(source)
  }
}

/** SQLite's own check, table by table with its indexes, so that it can be stopped between two. */
const checkTables = (read: Read, tell: Tell): Broken | null => {
  const tables = read.all<{ name: string }>("SELECT 'sqlite_schema' AS name UNION ALL SELECT name FROM sqlite_schema WHERE type = 'table'")
  for (const [index, { name }] of tables.entries()) {
    const [found] = read.all<{ integrity_check: string }>('SELECT integrity_check FROM pragma_integrity_check(?)', name)
    if (found?.integrity_check !== 'ok') return { what: '数据库损坏', where: name, why: '数据库自身的检查没有通过。' }
    tell('check', index + 1, tables.length)
  }
  return null
}

/** Does one step over what stands still by itself; of a database in use, `Beside.atOneMoment`. */
type Still = (step: () => void) => void
const atRest: Still = (step) => step()

/** The vault's own verification, of every entry, row and signature. */
const verify = (read: Read, tell: Tell, still: Still): Found => {
  const run = beginVerification()
  const total = inAll(read)
  while (!run.done && !run.broken) {
    // An entry and what it says of its rows are read as they stood together, or an act between the two would look like a break.
    still(() => checkSpan(run, read))
    tell('verify', Math.min(total, checkedIn(run)), total)
  }
  return { entries: run.next, root: rootOf(run.frontier).toString('base64'), broken: run.broken }
}

/** Goes through an open file from end to end. A page that cannot be read is what was found, not a failure. */
const checkAndVerify = (read: Read, tell: Tell, still = atRest): Found => {
  try {
    const broken = checkTables(read, tell)
    return broken ? { entries: 0, root: '', broken } : verify(read, tell, still)
  } catch (error) {
    if (!isUnreadable(error)) throw error
    return { entries: 0, root: '', broken: { what: '数据库损坏', where: '数据库文件', why: '有的页读不出，封印不符。' } }
  }
}

/** An open vault's database, to be gone through beside those who work on it. */
export type Look = { vault: string; path: string }

/** Goes through the open database on a connection of its own. */
export const lookBeside = ({ vault, path }: Look, dataKey: Uint8Array, tell: Tell): Found => {
  const beside = openBeside(path, dataKey, vault)
  try {
    return checkAndVerify(beside.read, tell, beside.atOneMoment)
  } finally {
    beside.close()
  }
}

/** Opens a copy; of one that cannot even be opened it is told whose it is: a backup's, not this vault's. */
const opened = (path: string, dataKey: Uint8Array, vault: string, isBackup: boolean): Copy => {
  try {
    return openCopy(path, dataKey, vault)
  } catch (error) {
    if (isBackup && error instanceof Refused && error.refusal.code === 'vault.damaged')
      return refuse('vault.medium', '备份里的数据库已损坏，这份备份不能用；本库的数据没有动。请换一份备份。')
    throw error
  }
}

/** Opens a copy and goes through it from end to end: nothing counts as a backup before that (checklist 42). */
const lookThrough = ({ from, to, vault }: Order, dataKey: Uint8Array, tell: Tell): Found => {
  const copy = opened(databasePath(to), dataKey, vault, typeof from === 'string')
  try {
    return checkAndVerify(copy.read, tell)
  } finally {
    copy.close()
  }
}

/** Copies a vault into a folder and looks it through there. What has stopped it is thrown; the folder is then not whole. */
export const copyAndLook = (order: Order, dataKey: Uint8Array, tell: Tell): Found => {
  copyDatabase(order, tell)
  tell('check', 0, 1)
  writeWhole(join(order.to, 'keys.json'), order.keys)
  if (order.heads !== null) writeWhole(join(order.to, 'heads.log'), order.heads)
  return lookThrough(order, dataKey, tell)
}
