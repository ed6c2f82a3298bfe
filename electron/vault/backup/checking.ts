import type { backup, CheckRow } from '../../../contract/backup.ts'
import { refuse } from '../door/refuse.ts'
import type { Desk, Read } from '../door/unit.ts'
import type { Checks } from './checks.ts'

type Stored = Omit<CheckRow, 'asked' | 'whole'> & { asked: number; outcome: string }

/** How the last check ended; null before the first. */
export const lastCheck = (read: Read): CheckRow | null => {
  const row = read.get<Stored>(
    `SELECT at, person.name AS by, asked, outcome, size AS entries, place, why
     FROM file_check JOIN person ON person.id = by_person ORDER BY file_check.id DESC LIMIT 1`,
  )
  if (!row) return null
  const { asked, outcome, ...rest } = row
  return { ...rest, asked: asked === 1, whole: outcome === 'whole' }
}

/** When the data were last found whole by a check; null: never. */
export const lastWhole = (read: Read): string | null =>
  read.get<{ at: string }>("SELECT at FROM file_check WHERE outcome = 'whole' ORDER BY id DESC LIMIT 1")?.at ?? null

/** The procedures of checking the data. What is under way is outside the unit of work and the order of the calls. */
export const checksDesk = (checks: Checks): Desk<Pick<typeof backup, 'backup.check' | 'backup.stopCheck' | 'backup.checks'>> => ({
  'backup.check': (work) => {
    if (!checks.free()) refuse('state.conflict', '正在检查数据、备份或演练。请等它结束，或先停止它。', { clause: '实施条例34' })
    work.about('检查数据')
    work.afterCommit(() => checks.begin(true))
    return {}
  },
  'backup.stopCheck': (work) => {
    if (!checks.running()) refuse('state.conflict', '没有正在进行的检查。', { clause: '实施条例34' })
    work.about('检查数据')
    work.afterCommit(() => void checks.stop())
    return {}
  },
  'backup.checks': ({ read }) => ({ running: checks.running(), last: lastCheck(read), unfinished: checks.unfinished(), wholeAt: lastWhole(read) }),
})
