import { type ArchiveOutcome, levelLabel } from '../../../contract/terms.ts'
import type { Clock } from '../door/clock.ts'
import { type Opened, queryOf, runWork } from '../door/opened.ts'
import type { Written } from './writing.ts'

/** An export of the whole that was approved and has its number. */
export type Approved = { id: number; number: string; by: string; approvedBy: string }

/** How one ended: what lies in which folder, or why nothing does. */
export type Ended = { name: string; written: Written } | { outcome: Exclude<ArchiveOutcome, 'good'>; why: string }

/** Records the end of an export: its row and its entry. */
export const recordEnd = (opened: Opened, clock: Clock, { id, number }: Approved, ended: Ended): void => {
  const good = 'written' in ended
  runWork(opened, queryOf(opened, clock, 'officer'), good ? 'shell.archive' : 'shell.archiveUndone', (work) => {
    work.about(number)
    const at = work.now.toISOString()
    if (good) {
      const { name, written } = ended
      work.note({ entries: written.size, rows: written.lines, level: levelLabel[written.level] })
      work.change('archive', id, { ended_at: at, outcome: 'good', name, ...written })
    } else {
      work.note({ ended: ended.outcome })
      work.change('archive', id, { ended_at: at, outcome: ended.outcome, why: ended.why })
    }
  })
}
