/** The files of an export of the whole (docs/archive-format.md): sums, counts, and each line as a row. */
import { createHash } from 'node:crypto'
import { closeSync, lstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { CannotOpen, type Findings } from './report.ts'
import { newestSchema, tablesOf } from './vault.ts'

const FORMAT = 'mijuan-archive/1'
/** Beside the files of the tables. */
const TEXTS = ['README.txt', 'schema.json']
/** What no export holds: the key of 末条登记, and what a search index is made of. */
const isLeftOut = (table: string) => table === 'audit_seal' || /^search(_|$)/.test(table)

type FileLine = { name: string; table: string | null; lines: number; bytes: number; sha256: string }
export type Manifest = {
  vault: string
  unit: string
  level: string
  schema: number
  number: string
  entries: number
  root: string
  head: string
  files: FileLine[]
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isFileLine = (one: unknown): one is FileLine =>
  isObject(one) && isText(one.name) && (one.table === null || isText(one.table)) && isCount(one.lines) && isCount(one.bytes) && isText(one.sha256)
const isManifest = (value: unknown): value is Manifest =>
  isObject(value) &&
  value.format === FORMAT &&
  ['vault', 'unit', 'level', 'number', 'root', 'head'].every((name) => isText(value[name])) &&
  isCount(value.schema) &&
  isCount(value.entries) &&
  Array.isArray(value.files) &&
  value.files.every(isFileLine)

const textIn = (dir: string, name: string): string | null => {
  try {
    return lstatSync(join(dir, name)).isFile() ? readFileSync(join(dir, name), 'utf8') : null
  } catch {
    return null
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** What an export says of itself. Whoever gives another folder is told so. */
export const readManifest = (dir: string): Manifest => {
  const text = textIn(dir, 'manifest.json')
  if (text === null) throw new CannotOpen('archive', '此文件夹中没有总目 manifest.json，不是密卷的整库导出')
  const manifest = parsed(text)
  if (!isManifest(manifest)) throw new CannotOpen('archive', '总目 manifest.json 读不出，或不是本校验程序认得的格式')
  if (manifest.schema < 1 || manifest.schema > newestSchema())
    throw new CannotOpen('archive', `库结构是第 ${manifest.schema} 版，本校验程序认得第 1 至 ${newestSchema()} 版`)
  return manifest
}

const AT_ONCE = 1 << 20

/** Reads a file once, line by line. Gives its digest, bytes and line feeds, and whether its last line was ended. */
const readLines = (path: string, take: (line: string, n: number) => void) => {
  const digest = createHash('sha256')
  const room = Buffer.allocUnsafe(AT_ONCE)
  const file = openSync(path, 'r')
  let bytes = 0
  let lines = 0
  let begun: Buffer = Buffer.alloc(0)
  try {
    for (let read = readSync(file, room); read > 0; read = readSync(file, room)) {
      digest.update(room.subarray(0, read))
      bytes += read
      let rest = begun.length === 0 ? room.subarray(0, read) : Buffer.concat([begun, room.subarray(0, read)])
      for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
        lines += 1
        take(rest.toString('utf8', 0, end), lines)
        rest = rest.subarray(end + 1)
      }
      begun = Buffer.from(rest)
    }
  } finally {
    closeSync(file)
  }
  return { sha256: digest.digest('hex'), bytes, lines, whole: begun.length === 0 }
}

/** What a cell of a line is as a column of this type; undefined where it cannot be one. */
const cellOf = (type: string | undefined, cell: unknown): Buffer | string | number | null | undefined => {
  if (cell === null) return null
  if (type === 'INTEGER') return Number.isSafeInteger(cell) ? (cell as number) : undefined
  if (!isText(cell)) return undefined
  if (type === 'TEXT') return cell
  const bytes = Buffer.from(cell, 'base64')
  return bytes.toString('base64') === cell ? bytes : undefined
}

/** Loads the lines of one table as rows; what cannot be a row is told by its line, the first alone. */
const loader = (database: Database.Database, table: string, columns: readonly string[], breaks: (n: number, why: string) => void) => {
  const types = database.prepare('SELECT type FROM pragma_table_info(?) ORDER BY cid').pluck().all(table) as string[]
  const insert = database.prepare(`INSERT INTO "${table}"(${columns.map((name) => `"${name}"`)}) VALUES (${columns.map(() => '?')})`)
  let told = false
  const tell = (n: number, why: string) => {
    if (!told) breaks(n, why)
    told = true
  }
  return (line: string, n: number) => {
    const row = parsed(line)
    if (!isObject(row) || JSON.stringify(row) !== line) return tell(n, '不是一行本格式的 JSON')
    if (Object.keys(row).join() !== columns.join()) return tell(n, '各列与库结构不同')
    const cells = columns.map((name, at) => cellOf(types[at], row[name]))
    const wrong = cells.indexOf(undefined)
    if (wrong >= 0) return tell(n, `${columns[wrong]} 的类型与库结构不同`)
    try {
      insert.run(cells)
    } catch (error) {
      tell(n, `不成一行：${error instanceof Error ? error.message : String(error)}`)
    }
  }
}

type Sums = ReadonlyMap<string, string>
const readSums = (dir: string, findings: Findings): Sums => {
  const lines = (textIn(dir, 'SHA256SUMS') ?? '').split('\n').slice(0, -1)
  if (lines.length === 0) findings.breaks('校验和', 'SHA256SUMS', '没有这个文件，或是空的')
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]))
}

/** Holds one file to what the sums and the manifest say of it. The first that differs is told; the others follow from it. */
const checkFile = (name: string, found: ReturnType<typeof readLines>, sums: Sums, listed: FileLine | undefined, findings: Findings) => {
  if (!found.whole) findings.breaks('文件', name, '最后一行不完整，文件被截断')
  if (sums.get(name) !== found.sha256) findings.breaks('校验和', name, sums.has(name) ? '与 SHA256SUMS 所列的不同' : 'SHA256SUMS 没有列它')
  if (name === 'manifest.json') return
  if (!listed) findings.breaks('总目', name, '总目没有列它')
  else if (listed.sha256 !== found.sha256) findings.breaks('总目', name, '校验和与总目所列的不同')
  else if (listed.lines !== found.lines) findings.breaks('总目', name, `总目列 ${listed.lines} 行，实有 ${found.lines} 行`)
  else if (listed.bytes !== found.bytes) findings.breaks('总目', name, `总目列 ${listed.bytes} 字节，实有 ${found.bytes} 字节`)
}

/** Holds every file to its sum and its count, and loads the tables. Files that should be there and are not, and those that should not, are told. */
export const loadArchive = (database: Database.Database, dir: string, manifest: Manifest, findings: Findings): void => {
  const sums = readSums(dir, findings)
  const tables = new Map(
    [...tablesOf(manifest.schema)].filter(([table]) => !isLeftOut(table)).map(([table, columns]) => [`${table}.jsonl`, { table, columns }]),
  )
  const wanted = ['manifest.json', ...TEXTS, ...tables.keys()]
  const here = new Set(readdirSync(dir))
  for (const name of [...here, ...sums.keys(), ...manifest.files.map((file) => file.name)])
    if (name !== 'SHA256SUMS' && !wanted.includes(name)) {
      findings.breaks('文件', name.slice(0, 80), '本格式中没有这个文件')
      break
    }
  database.exec('BEGIN')
  for (const name of wanted) {
    if (!here.has(name) || !lstatSync(join(dir, name)).isFile()) {
      findings.breaks('文件', name, '缺这个文件')
      continue
    }
    const of = tables.get(name)
    const take = of ? loader(database, of.table, of.columns, (n, why) => findings.breaks('文件', `${name} 第 ${n} 行`, why)) : () => undefined
    const listed = manifest.files.filter((file) => file.name === name && file.table === (of?.table ?? null))
    checkFile(name, readLines(join(dir, name), take), sums, listed.length === 1 ? listed[0] : undefined, findings)
  }
  database.exec('COMMIT')
}
