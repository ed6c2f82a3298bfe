import type { BackupStage } from '../../../contract/terms.ts'
import { type Errand, startErrand, threadFile } from '../storage/errand.ts'
import type { Found, Order } from './copy.ts'

export type Progress = { stage: BackupStage; done: number; total: number }
/** One copying under way. */
export type Copying = Errand<Found>

const file = threadFile(import.meta.dirname, 'worker.ts', 'vault-worker.mjs')

/** Has a thread copy a vault and look the copy through. `copied` is called once nothing more is read from what is copied. */
export const startCopying = (order: Order, dataKey: Uint8Array, tell: (progress: Progress) => void, copied: () => void): Copying =>
  startErrand<Order, Progress, Found>(
    file,
    order,
    dataKey,
    (progress) => {
      if (progress.stage !== 'copy') copied()
      tell(progress)
    },
    copied,
  )
