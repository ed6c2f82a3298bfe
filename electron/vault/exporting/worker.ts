/** The thread that makes a file of rows: acts go on meanwhile in the vault's own. Started by making.ts only. */
import { parentPort } from 'node:worker_threads'
import { type Contents, workbook } from './workbook.ts'

/** Rows as they are read, then what they stand under; the bytes come back once. */
export type ToMaker = { rows: Contents['rows'] } | { end: Omit<Contents, 'rows'>; newestFirst: boolean }

const kept: (readonly (string | number | null)[])[] = []

parentPort?.on('message', (message: ToMaker) => {
  if ('rows' in message) {
    for (const row of message.rows) kept.push(row)
    return
  }
  const rows = message.newestFirst ? kept.toReversed() : kept
  workbook({ ...message.end, rows }).then(
    (bytes) => parentPort?.postMessage(new Uint8Array(bytes)),
    (error: unknown) => {
      throw error
    },
  )
})
