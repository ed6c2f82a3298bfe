import type { CalendarYear } from '../../../contract/office.ts'

export type DayKind = 'off' | 'worked' | 'weekend' | 'work'
export const kindWords: Record<DayKind, string> = { off: '放假', worked: '周末上班', weekend: '周末', work: '工作日' }

/** What a day is by the year's calendar. */
export const dayKind = (calendar: CalendarYear, day: string): DayKind => {
  if (calendar.off.includes(day)) return 'off'
  if (calendar.working.includes(day)) return 'worked'
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6 ? 'weekend' : 'work'
}

/** The days of a month, Monday first, with nulls before the first. */
export const daysOf = (year: number, month: number): (string | null)[] => {
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const days = Array.from({ length: count }, (_, day) => `${year}-${String(month).padStart(2, '0')}-${String(day + 1).padStart(2, '0')}`)
  return [...Array.from({ length: before }, () => null), ...days]
}
