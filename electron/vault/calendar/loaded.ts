import type { CalendarYear } from '../../../contract/office.ts'
import type { Read } from '../door/unit.ts'

type CalendarRow = { id: number; source: string; off_days: string; working_days: string }

/** The loaded calendars by year. */
export const loadedCalendars = (read: Read): Map<number, CalendarYear> =>
  new Map(
    read
      .all<CalendarRow>('SELECT id, source, off_days, working_days FROM calendar_year ORDER BY id')
      .map(({ id, source, off_days, working_days }) => [id, { year: id, source, off: JSON.parse(off_days), working: JSON.parse(working_days) }]),
  )
