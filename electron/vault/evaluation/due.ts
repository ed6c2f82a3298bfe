import { REPORT_DUE } from '../../../contract/terms.ts'
import { daysBetween, wallClock } from '../door/clock.ts'
import type { Query } from '../door/unit.ts'
import { daysOf } from './figures.ts'
import { isRecorded } from './records.ts'

/** `daysLeft`: of a report until it is to be public, below 0 once that is past; null of a 半年评估, which has no day of the law's. */
export type EvaluationDue = { year: number; half: number | null; daysLeft: number | null }

/** The half that ended last: spoken of in the month after it. */
const halfEnded = (today: string): { year: number; half: number } | null => {
  const [year, month] = [Number(today.slice(0, 4)), today.slice(5, 7)]
  if (month === '07') return { year, half: 1 }
  return month === '01' ? { year: year - 1, half: 2 } : null
}

/** Reports and evaluations that are due and were not recorded: of years and halves in which this record was kept already (G三.4, 条例49). */
export const evaluationsDue = ({ read, wall }: Pick<Query, 'read' | 'wall'>): EvaluationDue[] => {
  const today = wall.slice(0, 10)
  const begun = read.get<{ at: string }>('SELECT at FROM audit_entry ORDER BY seq LIMIT 1')?.at
  if (begun === undefined) return []
  const since = wallClock(new Date(begun)).slice(0, 10)
  const isDue = (year: number, half: number | null) => daysOf(year, half).to >= since && !isRecorded(read, year, half)
  const year = Number(today.slice(0, 4)) - 1
  const ended = halfEnded(today)
  return [
    ...(isDue(year, null) ? [{ year, half: null, daysLeft: daysBetween(today, `${year + 1}-${REPORT_DUE}`) }] : []),
    ...(ended && isDue(ended.year, ended.half) ? [{ ...ended, daysLeft: null }] : []),
  ]
}
