import { Worker } from 'node:worker_threads'
import { Refused } from '../door/refuse.ts'
import { threadFile } from '../storage/thread-file.ts'
import { refuseFile, type Table, type TableRow } from './table.ts'
import type { FromReader, ToReader } from './worker.ts'

/** A ledger's file as it was read: its SHA-256 in hexadecimal, its bytes, its sheets. */
export type Read = { file: string; bytes: number; sheets: Table[] }

const entry = threadFile(import.meta.dirname, 'import-worker.mjs')

/** Rows that come over in one turn. */
const ROWS_A_TURN = 200
/** A thread that needs more is given up: no ledger does. */
const MOST_MEMORY_MB = 768
const LONGEST_MS = 120_000

const TOO_MUCH = '所选的文件读不出：内容过大或结构异常。请在 Excel 或 WPS 中只留下台账，另存为新的 .xlsx 再选。'

/** What the thread says, one answer for each question; fails when it is given up. */
const listening = (worker: Worker) => {
  let waiting: { told(message: FromReader): void; failed(error: Error): void } | null = null
  worker.on('message', (message: FromReader) => waiting?.told(message))
  worker.on('error', (error: Error) => waiting?.failed(error))
  worker.on('exit', () => waiting?.failed(new Error('the reader ended')))
  return () =>
    new Promise<FromReader>((told, failed) => {
      waiting = { told, failed }
    })
}

/** Takes the rows of a sheet over, a few at a time. */
const rowsOf = async (count: number, ask: (from: number) => Promise<FromReader>): Promise<TableRow[]> => {
  const rows: TableRow[] = []
  while (rows.length < count) {
    const told = await ask(rows.length)
    if (!('rows' in told) || told.rows.length === 0) return refuseFile(TOO_MUCH)
    rows.push(...told.rows)
  }
  return rows
}

/** Has a thread of its own read a file. `end` gives it up; then it is refused. */
export const startReading = (path: string): { read: Promise<Read>; end: () => void } => {
  const worker = new Worker(entry, { env: {}, execArgv: [], workerData: path, resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB } })
  const timer = setTimeout(() => void worker.terminate(), LONGEST_MS)
  const next = listening(worker)
  const ask = (question: ToReader) => {
    const answer = next()
    worker.postMessage(question)
    return answer
  }
  const read = async (): Promise<Read> => {
    try {
      const told = await next()
      if ('refused' in told) throw new Refused(told.refused)
      if (!('file' in told)) return refuseFile(TOO_MUCH)
      const sheets: Table[] = []
      for (const [sheet, { name, rows }] of told.sheets.entries())
        sheets.push({ name, rows: await rowsOf(rows, (from) => ask({ sheet, from, to: from + ROWS_A_TURN })) })
      return { file: told.file, bytes: told.bytes, sheets }
    } catch (error) {
      if (error instanceof Refused) throw error
      return refuseFile(TOO_MUCH)
    } finally {
      clearTimeout(timer)
      void worker.terminate()
    }
  }
  return { read: read(), end: () => void worker.terminate() }
}
