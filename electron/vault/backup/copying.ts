import type { BackupStage } from '../../../contract/terms.ts'
import { type Errand, startErrand, threadFile } from '../storage/errand.ts'
import type { Found, Look, Order } from './copy.ts'

/** To copy a vault and look the copy through, or to look an open one through where it lies. */
export type Task = { copy: Order } | { look: Look }
export type Progress = { stage: BackupStage; done: number; total: number }
/** One copying under way. */
export type Copying = Errand<Found>

const file = threadFile(import.meta.dirname, 'worker.ts', 'vault-worker.mjs')

/** Has a thread copy a vault and look the copy through. `copied` is called once nothing more is read from what is copied. */
export const startCopying = (order: Order, dataKey: Uint8Array, tell: (progress: Progress) => void, copied: () => void): Copying =>
  start({ copy: order }, dataKey, tell, copied)

/** Has a thread look the open database through. */
export const startLooking = (look: Look, dataKey: Uint8Array, tell: (progress: Progress) => void): Copying =>
  start({ look }, dataKey, tell, () => undefined)

const start = (task: Task, dataKey: Uint8Array, tell: (progress: Progress) => void, copied: () => void): Copying =>
  startErrand<Task, Progress, Found>(
    file,
    task,
    dataKey,
    (progress) => {
      if (progress.stage !== 'copy') copied()
      tell(progress)
    },
    copied,
  )
