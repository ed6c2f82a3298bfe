import type { CountedDay, Pause } from '../../../contract/deadlines.ts'
import type { CalendarYear } from '../../../contract/office.ts'
import { refuse } from '../door/refuse.ts'

const DAY_MS = 86_400_000
const dayAt = (ms: number) => new Date(ms).toISOString().slice(0, 10)
export const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

export type Calendars = ReadonlyMap<number, CalendarYear>
type DayKind = { works: boolean; why: string }
const WORKED_REST: DayKind = { works: true, why: '调休上班' }
const OFF: DayKind = { works: false, why: '放假' }
const WEEKEND: DayKind = { works: false, why: '周末' }
const WORKED: DayKind = { works: true, why: '工作日' }

/** A place among the days: a year, and the day of it from 0. */
type Place = { year: number; at: number }
const placeOf = (day: string): Place => {
  const year = Number(day.slice(0, 4))
  return { year, at: Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(year, 0, 1)) / DAY_MS) }
}

/** The days of each year that was asked for, made once. */
const dayLists = new Map<number, readonly string[]>()
const daysOf = (year: number): readonly string[] => {
  const known = dayLists.get(year)
  if (known) return known
  const first = Date.UTC(year, 0, 1)
  const days = Array.from({ length: (Date.UTC(year + 1, 0, 1) - first) / DAY_MS }, (_, at) => dayAt(first + at * DAY_MS))
  dayLists.set(year, days)
  return days
}
const dayOf = ({ year, at }: Place): string => daysOf(year)[at] as string
const after = ({ year, at }: Place): Place => (at + 1 < daysOf(year).length ? { year, at: at + 1 } : { year: year + 1, at: 0 })

/** What each day of a loaded year is, made once for it. */
const kindLists = new WeakMap<CalendarYear, readonly DayKind[]>()
const kindsOf = (calendar: CalendarYear): readonly DayKind[] => {
  const known = kindLists.get(calendar)
  if (known) return known
  const [off, working] = [new Set(calendar.off), new Set(calendar.working)]
  const firstWeekday = new Date(Date.UTC(calendar.year, 0, 1)).getUTCDay()
  const kinds = daysOf(calendar.year).map((day, at) => {
    if (working.has(day)) return WORKED_REST
    if (off.has(day)) return OFF
    return [0, 6].includes((firstWeekday + at) % 7) ? WEEKEND : WORKED
  })
  kindLists.set(calendar, kinds)
  return kinds
}
const kindAt = (calendars: Calendars, { year, at }: Place): DayKind | null => {
  const calendar = calendars.get(year)
  return calendar ? (kindsOf(calendar)[at] as DayKind) : null
}

/** Whether a day is worked, and why. Null when its year has no calendar. */
export const dayKind = (calendars: Calendars, day: string): DayKind | null => kindAt(calendars, placeOf(day))

/** Holidays and weekends together are never longer. */
const LONGEST_REST = 16

/** The last day before this one that is worked; null when the calendar does not say. */
export const workingDayBefore = (calendars: Calendars, day: string): string | null => {
  for (let back = 1; back <= LONGEST_REST; back += 1) {
    const before = dayAt(Date.parse(`${day}T00:00:00Z`) - back * DAY_MS)
    if (dayKind(calendars, before)?.works) return before
  }
  return null
}

/** What runs: so many working days after a day that is not counted itself; `pauses` do not count. */
export type Span = { from: string; days: number; pauses?: readonly Pause[] }
/** `due` is null while the clock stands still, and where it reaches a year without a calendar: that is `missingYear`. `arithmetic` goes as far as was counted. */
export type Counted = { due: string | null; missingYear: number | null; arithmetic: CountedDay[] }

/**
 * The one count of working days, the first day excluded (domain 6 (3)), with its arithmetic day by day. A deadline is never guessed: it has no
 * day while a pause has no end, nor when it reaches a year without a calendar. Days within a pause need no calendar (条例32 不计入).
 */
export const countDays = (calendars: Calendars, { from, days, pauses = [] }: Span): Counted => {
  const arithmetic: CountedDay[] = [{ day: from, counts: false, number: null, why: '起算日不计' }]
  let place = placeOf(from)
  for (let counted = 0; counted < days; ) {
    place = after(place)
    const day = dayOf(place)
    const pause = pauses.find((one) => day > one.from && (one.to === null || day <= one.to))
    if (pause?.to === null) return { due: null, missingYear: null, arithmetic }
    const kind = pause ? { works: false, why: '征求意见期间不计' } : kindAt(calendars, place)
    if (kind === null) return { due: null, missingYear: place.year, arithmetic }
    if (kind.works) counted += 1
    arithmetic.push({ day, counts: kind.works, number: kind.works ? counted : null, why: kind.why })
  }
  return { due: dayOf(place), missingYear: null, arithmetic }
}

/** The same for somebody who tries a date. Refused when it reaches a year without a calendar. */
export const countWorkingDays = (calendars: Calendars, from: string, workingDays: number): { due: string; days: CountedDay[] } => {
  const { due, missingYear, arithmetic } = countDays(calendars, { from, days: workingDays })
  if (due !== null) return { due, days: arithmetic }
  return refuse('rule.forbids', `期限跨入${missingYear}年，该年工作日历尚未录入。请安全保密管理员录入日历后再计算。`, {
    clause: '日历',
    field: 'workingDays',
  })
}

/** The working day that lies so many after a day, which is not counted itself; null when it reaches a year without a calendar. */
export const workingDayAfter = (calendars: Calendars, from: string, workingDays: number): string | null =>
  countDays(calendars, { from, days: workingDays }).due

/** Working days after a day, up to another and with it; null when a year between has no calendar. */
export const workingDaysSince = (calendars: Calendars, from: string, to: string): number | null => {
  let counted = 0
  for (let place = after(placeOf(from)); dayOf(place) <= to; place = after(place)) {
    const kind = kindAt(calendars, place)
    if (kind === null) return null
    if (kind.works) counted += 1
  }
  return counted
}
