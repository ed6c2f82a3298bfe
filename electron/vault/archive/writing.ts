import { createHash, type Hash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type ArchiveStage, LEVELS, type Level, levelLabel } from '../../../contract/terms.ts'
import { fromBytes, rootOf } from '../audit/tree.ts'
import { refuse } from '../door/refuse.ts'
import type { Read, Value } from '../door/unit.ts'
import { type Moment, openMoment } from '../storage/looking.ts'
import { syncFolder } from '../storage/files.ts'
import {
  type FileLine,
  fileOf,
  FORMAT,
  type Manifest,
  MANIFEST,
  README,
  readmeText,
  SCHEMA,
  schemaText,
  SUMS,
  type Table,
  tablesIn,
} from './format.ts'
import { isUndecided, LEFT_OUT } from './tables.ts'

/** What is to be written, and where: an empty folder. */
export type Order = { path: string; vault: string; to: string; number: string; at: string; by: string; approvedBy: string }
/** What was written: the record's size and root at its moment, the highest level in it, and the digest of its manifest. */
export type Written = { size: number; root: string; level: Level; files: number; lines: number; digest: string }
export type Progress = { stage: ArchiveStage; done: number; total: number }
type Tell = (progress: Progress) => void

/** Lines are gathered to so many bytes before they are written. */
const AT_ONCE = 256 * 1024
/** Lines after which it is told how far it is. */
const TOLD_EACH = 2_000

/** A file that is written piece by piece, with its digest. */
const newFile = (folder: string, name: string, table: string | null) => {
  const file = openSync(join(folder, name), 'wx', 0o600)
  const digest = createHash('sha256')
  let waiting = ''
  let bytes = 0
  let lines = 0
  const flush = () => {
    const piece = Buffer.from(waiting)
    waiting = ''
    digest.update(piece)
    for (let written = 0; written < piece.length; ) written += writeSync(file, piece, written)
    bytes += piece.length
  }
  return {
    line: (text: string) => {
      waiting += `${text}\n`
      lines += 1
      if (waiting.length >= AT_ONCE) flush()
    },
    /** Durable from here on. */
    end: (): FileLine => {
      flush()
      fsyncSync(file)
      return { name, table, lines, bytes, sha256: digest.digest('hex') }
    },
    close: () => closeSync(file),
  }
}

const writeText = (folder: string, name: string, text: string): FileLine => {
  const file = newFile(folder, name, null)
  try {
    for (const line of text.trimEnd().split('\n')) file.line(line)
    return file.end()
  } finally {
    file.close()
  }
}

const jsonOf = (cell: Value | Buffer): string => {
  if (typeof cell === 'number' && !Number.isSafeInteger(cell)) throw new Error('a number that JSON would round')
  return JSON.stringify(Buffer.isBuffer(cell) ? cell.toString('base64') : cell)
}

/** One table as JSON Lines: a row a line, its columns in their order, rows by their key. */
const writeTable = (moment: Moment, folder: string, { name, key, columns }: Table, told: () => void): FileLine => {
  const heads = columns.map((column, at) => `${at === 0 ? '{' : ','}${JSON.stringify(column.name)}:`)
  const file = newFile(folder, fileOf(name), name)
  try {
    for (const cells of moment.each(`SELECT ${columns.map((column) => `"${column.name}"`)} FROM "${name}" ORDER BY ${key}`)) {
      let line = ''
      for (let at = 0; at < heads.length; at += 1) line += `${heads[at]}${jsonOf(cells[at] ?? null)}`
      file.line(`${line}}`)
      told()
    }
    return file.end()
  } finally {
    file.close()
  }
}

/** The highest level that any row names, also one that was lowered since: its earlier version is in here, too. */
const highestIn = (read: Read, tables: readonly Table[]): Level => {
  const named = tables
    .filter(({ name, columns }) => name !== 'office' && columns.some((column) => column.name === 'level'))
    .flatMap(({ name }) => read.all<{ level: Level | null }>(`SELECT DISTINCT level FROM "${name}"`))
  return LEVELS.findLast((level) => named.some((each) => each.level === level)) ?? 'internal'
}

type HeadRow = { size: number; head: Buffer; frontier: Buffer }
/** What the manifest says of the record and of who took it, before its files are known. */
const aboutMoment = ({ read, schema }: Moment, { vault, number, at, by, approvedBy }: Order, tables: readonly Table[]): Omit<Manifest, 'files'> => {
  const head = read.get<HeadRow>('SELECT size, head, frontier FROM audit_head WHERE id = 1')
  const unit = read.get<{ unit: string }>('SELECT unit FROM office WHERE id = 1')?.unit
  if (!head || unit === undefined) return refuse('vault.damaged', '数据库不完整，没有导出。请由系统管理员用备份恢复。')
  const level = highestIn(read, tables)
  const root = rootOf(fromBytes(head.frontier)).toString('base64')
  return {
    ...{ format: FORMAT, number, unit, vault, level, mark: levelLabel[level], schema, at, by, approvedBy },
    ...{ entries: head.size, root, head: head.head.toString('hex'), leftOut: LEFT_OUT },
  }
}

const room = Buffer.allocUnsafe(AT_ONCE)
const digestPieces = (path: string, digest: Hash) => {
  const file = openSync(path, 'r')
  try {
    for (let read = readSync(file, room); read > 0; read = readSync(file, room)) digest.update(room.subarray(0, read))
  } finally {
    closeSync(file)
  }
}

/** Reads back what was written: a medium may take what it does not keep. */
const readBack = (folder: string, files: readonly FileLine[], tell: Tell) => {
  for (const [index, { name, sha256 }] of files.entries()) {
    tell({ stage: 'check', done: index, total: files.length })
    const digest = createHash('sha256')
    digestPieces(join(folder, name), digest)
    if (digest.digest('hex') !== sha256) refuse('vault.medium', '读回核对不符：介质没有存住写入的内容。请换一个介质再导出。')
  }
}

/** Every table must be decided on, before anything of it leaves. */
const refuseUndecided = (read: Read) => {
  const undecided = read.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'").filter(({ name }) => isUndecided(name))
  if (undecided.length > 0) throw new Error(`a table that is neither archived nor left out: ${undecided[0]?.name}`)
}

const writeTables = (moment: Moment, to: string, tables: readonly Table[], tell: Tell): FileLine[] => {
  const total = tables.reduce((sum, { name }) => sum + (moment.read.get<{ n: number }>(`SELECT count(*) AS n FROM "${name}"`)?.n ?? 0), 0)
  let done = 0
  const told = () => {
    done += 1
    if (done % TOLD_EACH === 0) tell({ stage: 'write', done, total })
  }
  tell({ stage: 'write', done, total })
  return tables.map((table) => writeTable(moment, to, table, told))
}

/** Writes the record as it is at this moment into a folder and reads it back. What has stopped it is thrown; the folder is then not whole. */
export const writeArchive = (order: Order, dataKey: Uint8Array, tell: Tell): Written => {
  const { path, vault, to } = order
  const moment = openMoment(path, dataKey, vault)
  try {
    refuseUndecided(moment.read)
    const tables = tablesIn(moment.read)
    const said = aboutMoment(moment, order, tables)
    // The mark comes first: whatever is left on the medium when it is pulled out says how it is to be kept.
    const about = [writeText(to, README, readmeText(said)), writeText(to, SCHEMA, schemaText(moment.schema, tables))]
    const written = writeTables(moment, to, tables, tell)
    const files = [...about, ...written]
    const manifest = writeText(to, MANIFEST, JSON.stringify({ ...said, files } satisfies Manifest, null, 1))
    const all = [...files, manifest]
    const sums = writeText(to, SUMS, all.map(({ name, sha256 }) => `${sha256}  ${name}`).join('\n'))
    syncFolder(to)
    readBack(to, [...all, sums], tell)
    const lines = written.reduce((sum, file) => sum + file.lines, 0)
    return { size: said.entries, root: said.root, level: said.level, files: all.length + 1, lines, digest: manifest.sha256 }
  } finally {
    moment.close()
  }
}
