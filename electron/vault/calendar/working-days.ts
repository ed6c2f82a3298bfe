import type { CalendarYear } from '../../../contract/office.ts'
import { refuse } from '../door/refuse.ts'

/** One day of a deadline's arithmetic: whether it counts, its number, and why. */
export type CountedDay = { day: string; counts: boolean; number: number | null; why: string }

const nextDay = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
export const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/** Whether a day is worked, and why. Null when its year has no calendar. */
export const dayKind = (calendars: ReadonlyMap<number, CalendarYear>, day: string): { works: boolean; why: string } | null => {
  const calendar = calendars.get(Number(day.slice(0, 4)))
  if (!calendar) return null
  if (calendar.working.includes(day)) return { works: true, why: '调休上班' }
  if (calendar.off.includes(day)) return { works: false, why: '放假' }
  return isWeekend(day) ? { works: false, why: '周末' } : { works: true, why: '工作日' }
}

/** Holidays and weekends together are never longer. */
const LONGEST_REST = 16

/** The last day before this one that is worked; null when the calendar does not say. */
export const workingDayBefore = (calendars: ReadonlyMap<number, CalendarYear>, day: string): string | null => {
  for (let back = 1; back <= LONGEST_REST; back += 1) {
    const before = new Date(Date.parse(`${day}T00:00:00Z`) - back * 86_400_000).toISOString().slice(0, 10)
    if (dayKind(calendars, before)?.works) return before
  }
  return null
}

/**
 * The day on which a number of working days is up, the first day excluded (domain 6 (3)), with its arithmetic day by day.
 * Refused when it reaches a year without a calendar: a deadline is never guessed.
 */
export const countWorkingDays = (
  calendars: ReadonlyMap<number, CalendarYear>,
  from: string,
  workingDays: number,
): { due: string; days: CountedDay[] } => {
  const days: CountedDay[] = [{ day: from, counts: false, number: null, why: '起算日不计' }]
  let day = from
  for (let counted = 0; counted < workingDays; ) {
    day = nextDay(day)
    const kind =
      dayKind(calendars, day) ??
      refuse('rule.forbids', `期限跨入${day.slice(0, 4)}年，该年工作日历尚未录入。请安全保密管理员录入日历后再计算。`, {
        clause: '日历',
        field: 'workingDays',
      })
    if (kind.works) counted += 1
    days.push({ day, counts: kind.works, number: kind.works ? counted : null, why: kind.why })
  }
  return { due: day, days }
}

/** The working day that lies so many after a day, which is not counted itself; null when it reaches a year without a calendar. */
export const workingDayAfter = (calendars: ReadonlyMap<number, CalendarYear>, from: string, workingDays: number): string | null => {
  let day = from
  for (let counted = 0; counted < workingDays; ) {
    day = nextDay(day)
    const kind = dayKind(calendars, day)
    if (kind === null) return null
    if (kind.works) counted += 1
  }
  return day
}

/** Working days after a day, up to another and with it; null when a year between has no calendar. */
export const workingDaysSince = (calendars: ReadonlyMap<number, CalendarYear>, from: string, to: string): number | null => {
  let counted = 0
  for (let day = nextDay(from); day <= to; day = nextDay(day)) {
    const kind = dayKind(calendars, day)
    if (kind === null) return null
    if (kind.works) counted += 1
  }
  return counted
}
