/** The thread that copies and looks through: acts go on meanwhile in the vault's own. Started by copying.ts only. */
import { parentPort, workerData } from 'node:worker_threads'
import { Refused } from '../door/refuse.ts'
import { copyAndLook } from './copy.ts'
import type { Errand, FromWorker } from './copying.ts'

// The key is used where it lies: a copy of it would outlive this thread when it is stopped
const { order, key } = workerData as Errand
const tell = (message: FromWorker) => parentPort?.postMessage(message)

const failureOf = (error: unknown): FromWorker => {
  if (error instanceof Refused) return { refused: error.refusal }
  return { code: error instanceof Error && 'code' in error ? String(error.code) : 'fault' }
}

try {
  tell({ found: copyAndLook(order, key, (stage, done, total) => tell({ stage, done, total })) })
} catch (error) {
  tell(failureOf(error))
}
