import type { DeadlineView, Pause, ShownDeadline } from '../../../contract/deadlines.ts'
import { type DeadlineKind, type DisclosureLimit, limitOfKind, whyLaxer, whyShorter } from '../../../contract/terms.ts'
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

type Limited = { limit: DisclosureLimit | null; days: number; extension: number }
type Why = typeof whyLaxer

/** What a deadline says beside the law: of its own limit, or of that by which it was extended. */
const beside = (why: Why, { limit, days, extension }: Limited): string | null =>
  limit && (why(limit, days - extension) ?? (extension > 0 ? why('extension', extension) : null))

/** A clock that no row keeps: counted when it is read, by the same count (条例32, 实施条例25). `limit`: which figure of the law it keeps to. */
export const clockAt = (
  calendars: Calendars,
  { from, days, open, limit }: { from: string; days: number; open: boolean; limit: DisclosureLimit | null },
): ShownDeadline => {
  const limited = { limit, days, extension: 0 }
  const says = { laxer: beside(whyLaxer, limited), shorter: beside(whyShorter, limited) }
  return { from, days, extension: 0, pauses: [], open, ...countDays(calendars, { from, days }), ...says, moves: [] }
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
  const limited = { limit: limitOfKind[kind], days, extension }
  return {
    kind,
    from,
    days,
    extension,
    pauses,
    due,
    missingYear: due === null ? counted.missingYear : null,
    open: row.open === 1,
    laxer: beside(whyLaxer, limited),
    shorter: beside(whyShorter, limited),
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
