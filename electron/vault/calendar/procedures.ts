import type { office, OfficeSettings } from '../../../contract/office.ts'
import { daysOfPreset, DISCLOSURE_LIMITS, whyLaxer } from '../../../contract/terms.ts'
import { refuseProfile } from '../documents/code.ts'
import { settingsIn } from '../door/opened.ts'
import type { Desk } from '../door/unit.ts'
import { templatesDesk } from '../paper/templates.ts'
import { shippedYears } from '../people/set-up.ts'
import { calendarChanges, setCalendar, wouldMove } from './changing.ts'
import type { CalendarFiles } from './files.ts'
import { loadedCalendars } from './loaded.ts'
import { countWorkingDays } from './working-days.ts'

/** The limits in force after a change: as set, or those of a preset that was chosen anew (条例33). */
const daysInForce = (before: OfficeSettings, { disclosurePreset, disclosureDays }: Partial<OfficeSettings>): OfficeSettings['disclosureDays'] => {
  if (disclosureDays) return disclosureDays
  const chosen = disclosurePreset !== undefined && disclosurePreset !== before.disclosurePreset
  return chosen ? daysOfPreset(disclosurePreset) : before.disclosureDays
}

/** The folder of the calendars that ship, and the files that were chosen. */
export type Calendars = { shipped: string; files: CalendarFiles }

/** The procedures of the 本单位 desk: settings and working-day calendars. */
export const officeDesk = ({ shipped, files }: Calendars): Desk<typeof office> => ({
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
  'office.calendars': ({ read }, { trying }) => ({
    years: [...loadedCalendars(read).values()],
    available: shippedYears(shipped),
    changes: calendarChanges(read),
    would: trying ? wouldMove(read, trying) : null,
  }),
  'office.setCalendar': setCalendar(files),
  'office.countDays': (query, { from, workingDays }) => countWorkingDays(loadedCalendars(query.read), from, workingDays),
})
