import type { DeadlineView, Pause } from '../../../contract/deadlines.ts'
import { type DeadlineKind, limitOfKind, whyLaxer, whyShorter } from '../../../contract/terms.ts'
import type { Read, Work } from '../door/unit.ts'
import { loadedCalendars } from './loaded.ts'
import { type Calendars, countDays } from './working-days.ts'

/** Whose deadline it is: a row of a desk's table. */
export type DeadlineOwner = { of: 'disclosure' | 'disclosure_item' | 'disclosure_step' | 'publication' | 'review_step'; record: number }

export type DeadlineRecord = {
  id: number
  of_table: DeadlineOwner['of']
  record: number
  number: string
  kind: DeadlineKind
  from_day: string
  days: number
  extension: number
  pauses: string
  due: string | null
  open: 0 | 1
}

/** A deadline as it is kept, if there is one. */
export const deadlineOf = (read: Read, { of, record }: DeadlineOwner, kind: DeadlineKind) =>
  read.get<DeadlineRecord>('SELECT * FROM deadline WHERE of_table = ? AND record = ? AND kind = ?', of, record, kind)

/** `number` is the case's. `days` are all of them; `extension` says how many of them it was extended by. */
export type DeadlineRun = DeadlineOwner & {
  number: string
  kind: DeadlineKind
  from: string
  days: number
  extension?: number
  pauses?: readonly Pause[]
}

/** Sets a deadline going, or goes on with it from other days: a restart, an extension, a pause. Gives the day that it is due; null while there is none. */
export const runDeadline = (
  work: Work,
  { of, record, number, kind, from, days, extension = 0, pauses = [] }: DeadlineRun,
): { due: string | null } => {
  const { due } = countDays(loadedCalendars(work.read), { from, days, pauses })
  const row = { from_day: from, days, extension, pauses: JSON.stringify(pauses.map(({ from: begun, to }) => ({ from: begun, to }))), due, open: 1 }
  const known = deadlineOf(work.read, { of, record }, kind)
  if (known) work.change('deadline', known.id, row)
  else work.insert('deadline', { of_table: of, record, number, kind, ...row })
  return { due }
}

/** A deadline that is met or no longer needed: its day stays as it stands. Nothing happens when none runs. */
export const endDeadline = (work: Work, { of, record, kind }: DeadlineOwner & { kind: DeadlineKind }): void => {
  const known = deadlineOf(work.read, { of, record }, kind)
  if (known?.open === 1) work.change('deadline', known.id, { open: 0 })
}

const laxerOf = ({ kind, days, extension }: DeadlineRecord): string | null => {
  const limit = limitOfKind[kind]
  return limit && (whyLaxer(limit, days - extension) ?? (extension > 0 ? whyLaxer('extension', extension) : null))
}
const shorterOf = ({ kind, days, extension }: DeadlineRecord): string | null => {
  const limit = limitOfKind[kind]
  return limit && (whyShorter(limit, days - extension) ?? (extension > 0 ? whyShorter('extension', extension) : null))
}

/** The day that a kept deadline comes to by these calendars. */
export const dueOf = (calendars: Calendars, { from_day: from, days, pauses }: DeadlineRecord): string | null =>
  countDays(calendars, { from, days, pauses: JSON.parse(pauses) as Pause[] }).due

/** How many running deadlines have no day for want of a year's calendar, by that year. Those that stand still are none of them. */
export const uncounted = (read: Read): Map<number, number> => {
  const waiting = read.all<DeadlineRecord>('SELECT * FROM deadline WHERE open = 1 AND due IS NULL')
  const calendars = loadedCalendars(read)
  const years = new Map<number, number>()
  for (const { from_day: from, days, pauses } of waiting) {
    const { missingYear } = countDays(calendars, { from, days, pauses: JSON.parse(pauses) as Pause[] })
    if (missingYear !== null) years.set(missingYear, (years.get(missingYear) ?? 0) + 1)
  }
  return years
}

const movesOf = (read: Read, id: number): DeadlineView['moves'] =>
  read.all<DeadlineView['moves'][number]>(
    'SELECT c.at, c.year, m.before, m.after FROM calendar_move AS m JOIN calendar_change AS c ON c.id = m.change WHERE m.deadline = ? ORDER BY m.id',
    id,
  )

/** A kept deadline as it shows, with its arithmetic. One that ended keeps its day; where a calendar was changed since, that day has no arithmetic any more. */
export const deadlineView = (read: Read, calendars: Calendars, row: DeadlineRecord): DeadlineView => {
  const { kind, from_day: from, days, extension, due } = row
  const pauses = JSON.parse(row.pauses) as Pause[]
  const counted = countDays(calendars, { from, days, pauses })
  return {
    kind,
    from,
    days,
    extension,
    pauses,
    due,
    missingYear: due === null ? counted.missingYear : null,
    open: row.open === 1,
    laxer: laxerOf(row),
    shorter: shorterOf(row),
    arithmetic: due === counted.due ? counted.arithmetic : [],
    moves: movesOf(read, row.id),
  }
}

/** Every deadline of a record, running or ended, in the order in which they were first set going. */
export const deadlinesOf = (read: Read, { of, record }: DeadlineOwner): DeadlineView[] => {
  const rows = read.all<DeadlineRecord>('SELECT * FROM deadline WHERE of_table = ? AND record = ? ORDER BY id', of, record)
  if (rows.length === 0) return []
  const calendars = loadedCalendars(read)
  return rows.map((row) => deadlineView(read, calendars, row))
}
