import type { Survey } from '../../../contract/setup.ts'
import type { BackupStage } from '../../../contract/terms.ts'
import type { Ruin } from '../damage/survey-aside.ts'
import { type Errand, startErrand } from '../storage/errand.ts'
import { threadFile } from '../storage/thread-file.ts'
import type { Found, Look, Order } from './copy.ts'

/** To copy a vault and look the copy through, to look an open one through where it lies, or to see what is left of a damaged one. */
export type Task = { copy: Order } | { look: Look } | { ruin: Ruin }
export type Progress = { stage: BackupStage; done: number; total: number }
/** One copying under way. */
export type Copying = Errand<Found>

const file = threadFile(import.meta.dirname, 'vault-worker.mjs')

/** Has a thread copy a vault and look the copy through. `copied` is called once nothing more is read from what is copied. */
export const startCopying = (order: Order, dataKey: Uint8Array, tell: (progress: Progress) => void, copied: () => void): Copying =>
  start({ copy: order }, dataKey, tell, copied)

/** Has a thread look the open database through. */
export const startLooking = (look: Look, dataKey: Uint8Array, tell: (progress: Progress) => void): Copying =>
  start({ look }, dataKey, tell, () => undefined)

/** Has a thread see what is left of a database. */
export const startSurvey = (ruin: Ruin, dataKey: Uint8Array, tell: (progress: Progress) => void): Errand<Survey> =>
  start({ ruin }, dataKey, tell, () => undefined)

const start = <F>(task: Task, dataKey: Uint8Array, tell: (progress: Progress) => void, copied: () => void): Errand<F> =>
  startErrand<Task, Progress, F>(
    file,
    task,
    dataKey,
    (progress) => {
      if (progress.stage !== 'copy') copied()
      tell(progress)
    },
    copied,
  )
