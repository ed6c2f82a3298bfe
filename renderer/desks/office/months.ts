import type { CalendarYear } from '../../../contract/office.ts'
import { isWeekend } from './typed-days.ts'

export type DayKind = 'off' | 'worked' | 'weekend' | 'work'
export const kindWords: Record<DayKind, string> = { off: '放假', worked: '周末上班', weekend: '周末', work: '工作日' }

const moved = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** Every day of the holidays: the weekdays that are off, and the weekends that join them, as the notice counts them. */
export const holidaysOf = ({ off, working }: Pick<CalendarYear, 'off' | 'working'>): string[] => {
  const free = (day: string) => off.includes(day) || (isWeekend(day) && !working.includes(day))
  const holidays = new Set<string>(off)
  for (const weekday of off)
    for (const step of [-1, 1])
      for (let day = moved(weekday, step); free(day) && day.slice(0, 4) === weekday.slice(0, 4); day = moved(day, step)) holidays.add(day)
  return [...holidays].sort()
}

/** What a day is by the year's calendar; `holidays` are the calendar's. */
export const dayKind = ({ working }: CalendarYear, holidays: readonly string[], day: string): DayKind => {
  if (working.includes(day)) return 'worked'
  if (holidays.includes(day)) return 'off'
  return isWeekend(day) ? 'weekend' : 'work'
}

/** The days of a month, Monday first, with nulls before the first. */
export const daysOf = (year: number, month: number): (string | null)[] => {
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const days = Array.from({ length: count }, (_, day) => `${year}-${String(month).padStart(2, '0')}-${String(day + 1).padStart(2, '0')}`)
  return [...Array.from({ length: before }, () => null), ...days]
}
