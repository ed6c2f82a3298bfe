import type { CalendarYear, office, OfficeSettings } from '../../../contract/office.ts'
import { daysOfPreset, DISCLOSURE_LIMITS, whyLaxer } from '../../../contract/terms.ts'
import { refuseProfile } from '../documents/code.ts'
import { settingsIn } from '../door/opened.ts'
import { refuse } from '../door/refuse.ts'
import type { Desk } from '../door/unit.ts'
import { templatesDesk } from '../paper/templates.ts'
import { shippedYears } from '../people/set-up.ts'
import { loadedCalendars } from './loaded.ts'
import { countWorkingDays, isWeekend } from './working-days.ts'

const refuseBadYear = ({ year, off, working }: CalendarYear) => {
  for (const [field, days] of [
    ['off', off],
    ['working', working],
  ] as const) {
    if (days.some((day) => Number(day.slice(0, 4)) !== year))
      refuse('input.range', `日历中有不属于${year}年的日期，请核对。`, { clause: '日历', field: `calendar.${field}` })
    if (new Set(days).size < days.length) refuse('input.duplicate', '日历中有重复的日期，请核对。', { clause: '日历', field: `calendar.${field}` })
  }
  if (off.some(isWeekend)) refuse('input.range', '放假日只列周一至周五；周末本来不计。', { clause: '日历', field: 'calendar.off' })
  if (!working.every(isWeekend)) refuse('input.range', '调休上班日只列周六、周日。', { clause: '日历', field: 'calendar.working' })
}

/** The limits in force after a change: as set, or those of a preset that was chosen anew (条例33). */
const daysInForce = (before: OfficeSettings, { disclosurePreset, disclosureDays }: Partial<OfficeSettings>): OfficeSettings['disclosureDays'] => {
  if (disclosureDays) return disclosureDays
  const chosen = disclosurePreset !== undefined && disclosurePreset !== before.disclosurePreset
  return chosen ? daysOfPreset(disclosurePreset) : before.disclosureDays
}

/** The procedures of the 本单位 desk: settings and working-day calendars. `calendars` is the folder of those that ship. */
export const officeDesk = (calendars: string): Desk<typeof office> => ({
  ...templatesDesk,
  'office.settings': (query) => query.settings,
  'office.changeSettings': (work, { unit, ...changes }) => {
    if (changes.intakeCode) refuseProfile(changes.intakeCode)
    const { unit: unitBefore, level: _level, ...before } = work.settings
    const disclosureDays = daysInForce(work.settings, changes)
    const after: Omit<OfficeSettings, 'unit' | 'level'> = { ...before, ...changes, disclosureDays }
    work.change('office', 1, { unit: unit ?? unitBefore, settings: JSON.stringify(after) })
    if (changes.printers && changes.printers.join() !== before.printers.join()) work.note({ printers: changes.printers.join('、') })
    const laxer = DISCLOSURE_LIMITS.filter((limit) => whyLaxer(limit, disclosureDays[limit]) !== null)
    if (laxer.length > 0) work.note({ laxer: laxer.map((limit) => `${limit} ${disclosureDays[limit]}`).join(', ') })
    work.note({ changed: Object.keys({ ...changes, ...(unit && { unit }) }).join(' ') })
    return settingsIn(work.read)
  },
  'office.calendars': (query) => ({ years: [...loadedCalendars(query.read).values()], available: shippedYears(calendars) }),
  'office.setCalendar': (work, { calendar }) => {
    refuseBadYear(calendar)
    const { year, source, off, working } = calendar
    const row = { source, off_days: JSON.stringify(off.toSorted()), working_days: JSON.stringify(working.toSorted()) }
    if (work.read.get('SELECT 1 FROM calendar_year WHERE id = ?', year)) work.change('calendar_year', year, row)
    else work.insert('calendar_year', { id: year, ...row })
    work.about(`${year}年工作日历`)
    return { year }
  },
  'office.countDays': (query, { from, workingDays }) => countWorkingDays(loadedCalendars(query.read), from, workingDays),
})
