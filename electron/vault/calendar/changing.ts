import type { Output, Parsed } from '../../../contract/index.ts'
import type { CalendarChange, DeadlineMove, DeadlineMoves } from '../../../contract/deadlines.ts'
import type { SignatureMark } from '../../../contract/fields.ts'
import type { CalendarYear } from '../../../contract/office.ts'
import type { Read, Work } from '../door/unit.ts'
import { signatureMark } from '../people/marks.ts'
import { canonicalJson, sha256 } from '../storage/bytes.ts'
import { dueOf, type DeadlineRecord } from './deadlines.ts'
import type { CalendarFiles } from './files.ts'
import { loadedCalendars } from './loaded.ts'
import { refuseBadYear } from './year.ts'

/** So many moved deadlines are listed; more are only counted. */
const LISTED = 100
/** So many changes of calendars are shown. */
const SHOWN = 12

type Moving = { looked: number; moving: { row: DeadlineRecord; after: string | null }[] }

/** The running deadlines that reach into a year, or have no day yet, counted by the calendars with this one among them. */
const movedBy = (read: Read, calendar: CalendarYear): Moving => {
  const { year } = calendar
  const calendars = loadedCalendars(read).set(year, calendar)
  const last = `${year}-12-31`
  const rows = [
    ...read.all<DeadlineRecord>('SELECT * FROM deadline WHERE open = 1 AND due >= ? AND from_day <= ?', `${year}-01-01`, last),
    ...read.all<DeadlineRecord>('SELECT * FROM deadline WHERE open = 1 AND due IS NULL AND from_day <= ?', last),
  ].sort((a, b) => a.id - b.id)
  const counted = rows.map((row) => ({ row, after: dueOf(calendars, row) }))
  return { looked: rows.length, moving: counted.filter(({ row, after }) => row.due !== after) }
}

const movesIn = ({ looked, moving }: Moving): DeadlineMoves => ({
  looked,
  moved: moving.length,
  moves: moving.slice(0, LISTED).map(({ row: { number, kind, due: before }, after }) => ({ number, kind, before, after })),
})

/** What a calendar would move if it were loaded. Refused like the loading itself. */
export const wouldMove = (read: Read, calendar: CalendarYear): DeadlineMoves => {
  refuseBadYear(calendar)
  return movesIn(movedBy(read, sorted(calendar)))
}

const sorted = ({ year, source, off, working }: CalendarYear): CalendarYear => ({ year, source, off: off.toSorted(), working: working.toSorted() })
const textOf = ({ source, off, working }: CalendarYear): string => canonicalJson({ source, off, working })

/** What is signed of a calendar: its digest. */
export const digestOf = (text: string): string => sha256(Buffer.from(text)).toString('base64')

/** Loads or replaces a year, signed, and counts every running deadline that reaches into it anew, in the same transaction; what moved stays on record (domain 3.4). */
export const setCalendar =
  (files: CalendarFiles) =>
  (work: Work, { calendar: typed, file }: Parsed<'office.setCalendar'>): Output<'office.setCalendar'> => {
    work.about(`${typed.year}年工作日历`)
    refuseBadYear(typed)
    if (file !== undefined) files.refuseOther(file, typed)
    const calendar = sorted(typed)
    const { year } = calendar
    const known = loadedCalendars(work.read).get(year)
    const before = known ? textOf(known) : null
    const after = textOf(calendar)
    const found = movedBy(work.read, calendar)
    const columns = { source: calendar.source, off_days: JSON.stringify(calendar.off), working_days: JSON.stringify(calendar.working) }
    if (known) work.change('calendar_year', year, columns)
    else work.insert('calendar_year', { id: year, ...columns })
    const counts = { looked: found.looked, moved: found.moving.length }
    const said = { year, before: before && digestOf(before), after: digestOf(after), file: file ?? null, ...counts }
    const row = { year, before, after, file: file ?? null, ...counts, by_person: work.asking.person.id, at: work.now.toISOString() }
    const change = work.insert('calendar_change', { ...row, signature: work.sign(work.me(), 'calendar', said) })
    for (const { row: deadline, after: due } of found.moving) {
      work.change('deadline', deadline.id, { due })
      work.insert('calendar_move', { change, deadline: deadline.id, before: deadline.due, after: due })
    }
    work.note(counts)
    return { year, ...movesIn(found) }
  }

type ChangeRow = {
  id: number
  year: number
  before: string | null
  after: string
  file: string | null
  looked: number
  moved: number
  signature: number
}

/** The last changes of calendars, newest first, with what each moved. */
export const calendarChanges = (read: Read): CalendarChange[] =>
  read
    .all<ChangeRow>('SELECT id, year, before, after, file, looked, moved, signature FROM calendar_change ORDER BY id DESC LIMIT ?', SHOWN)
    .map(({ id, year, before, after, file, looked, moved, signature }) => ({
      year,
      replaced: before !== null,
      source: (JSON.parse(after) as CalendarYear).source,
      file,
      looked,
      moved,
      moves: read.all<DeadlineMove>(
        'SELECT d.number, d.kind, m.before, m.after FROM calendar_move AS m JOIN deadline AS d ON d.id = m.deadline WHERE m.change = ? ORDER BY m.deadline LIMIT ?',
        id,
        LISTED,
      ),
      signature: signatureMark(read, signature) as SignatureMark,
    }))
