/** The thread that copies and looks through: acts go on meanwhile in the vault's own. Started by copying.ts only. */
import { parentPort, workerData } from 'node:worker_threads'
import type { BackupStage } from '../../../contract/terms.ts'
import { Refused } from '../door/refuse.ts'
import { copyAndLook, lookBeside } from './copy.ts'
import type { Errand, FromWorker } from './copying.ts'

// The key is used where it lies: a copy of it would outlive this thread when it is stopped
const { task, key, stop } = workerData as Errand
const isStopped = () => Atomics.load(stop, 0) !== 0
const tell = (message: FromWorker) => {
  if (!isStopped()) parentPort?.postMessage(message)
}

const failureOf = (error: unknown): FromWorker => {
  if (error instanceof Refused) return { refused: error.refusal }
  return { code: error instanceof Error && 'code' in error ? String(error.code) : 'fault' }
}

/** Tells how far it is; ends the errand here when it is to stop, so that the files are closed by those who opened them. */
const goOn = (stage: BackupStage, done: number, total: number) => {
  if (isStopped()) throw new Error('stopped')
  tell({ stage, done, total })
}

try {
  tell({ found: 'copy' in task ? copyAndLook(task.copy, key, goOn) : lookBeside(task.look, key, goOn) })
} catch (error) {
  tell(failureOf(error))
}
