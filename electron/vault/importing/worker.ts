/** The thread that reads a ledger's file: acts go on meanwhile in the vault's own. Started by reading.ts only. */
import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { LEDGER_LIMITS } from '../../../contract/importing.ts'
import type { Refusal } from '../../../contract/refusal.ts'
import { Refused } from '../door/refuse.ts'
import { readCsv } from './csv.ts'
import { refuseFile, type Table, type TableRow } from './table.ts'
import { readWorkbook } from './workbook.ts'

/** What the thread says of a file: why it is none, or what it is, and then its rows as they are asked for. */
export type FromReader =
  | { refused: Refusal }
  | { file: string; bytes: number; sheets: { name: string | null; rows: number }[] }
  | { rows: TableRow[] }
/** The next rows of a sheet that are asked for: so few in one turn that nobody waits. */
export type ToReader = { sheet: number; from: number; to: number }

const bytesOf = (path: string): Buffer => {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch {
    return refuseFile('读不出所选的文件。请确认它没有被别的程序占用，再选一次。')
  }
  try {
    const stat = fstatSync(file)
    if (!stat.isFile()) refuseFile('所选的不是文件。')
    if (stat.size > LEDGER_LIMITS.bytes) refuseFile(`所选的文件超过${LEDGER_LIMITS.bytes / 1024 / 1024}MB。请按年度分成几个文件，分次导入。`)
    if (stat.size === 0) refuseFile('所选的文件是空的。')
    return readFileSync(file)
  } finally {
    closeSync(file)
  }
}

const startsWith = (bytes: Uint8Array, ...magic: number[]) => magic.every((byte, at) => bytes[at] === byte)

/** By what the file is, not by what it is called. */
const tablesOf = (bytes: Uint8Array): Promise<Table[]> | Table[] => {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return refuseFile('所选的是旧式 .xls 或加了密码的工作簿，读不出。请在 Excel 或 WPS 中去掉密码，另存为 .xlsx，再选。')
  return startsWith(bytes, 0x50, 0x4b) ? readWorkbook(bytes) : readCsv(bytes)
}

const say = (message: FromReader) => parentPort?.postMessage(message)

const read = async (path: string): Promise<void> => {
  const bytes = bytesOf(path)
  const sheets = (await tablesOf(bytes)).filter(({ rows }) => rows.length > 1)
  if (sheets.length === 0) refuseFile('所选的文件里没有台账：应有一行栏目名称，下面一行一件。')
  parentPort?.on('message', ({ sheet, from, to }: ToReader) => say({ rows: sheets[sheet]?.rows.slice(from, to) ?? [] }))
  say({
    file: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.length })),
  })
}

read(String(workerData)).catch((error: unknown) => {
  if (!(error instanceof Refused)) throw error
  say({ refused: error.refusal })
})
