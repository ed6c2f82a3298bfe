import type { Parsed } from '../../../contract/index.ts'
import type { HeldBeside, LentLine, LentView } from '../../../contract/lending-views.ts'
import type { LateKind, OutKind } from '../../../contract/terms.ts'
import { dueOf, isOverdue, overdueDays } from '../circulation/due.ts'
import { GROUND } from '../custody/holding.ts'
import { daysPast, wallClock } from '../door/clock.ts'
import type { Query, Read } from '../door/unit.ts'
import { mediaWith } from '../media/reading.ts'
import { personRow } from '../people/changes.ts'
import { LENDABLE_COLUMNS, LENDABLE_FROM, lendableOf, type LendableLine } from './lendable.ts'

type OutLine = LendableLine & {
  since: string
  holder: number
  name: string
  department: string
  kind: OutKind
  under: string
  /** Of a loan its day, of a folder the instant. */
  due: string | null
}

const HOLDER = 'JOIN person ON person.id = copy.holder'
const COLUMNS = `${LENDABLE_COLUMNS}, copy.since, copy.holder, person.name, person.department`

/** Of one person alone, or of everybody. */
const held = (by: number | undefined) => (by === undefined ? { sql: '', params: [] } : { sql: 'AND copy.holder = ?', params: [by] })

/** Copies in a folder that somebody has. */
const inFolders = (read: Read, { sql, params }: ReturnType<typeof held>): OutLine[] =>
  read.all<OutLine>(
    `SELECT ${COLUMNS}, 'circulation' AS kind, sheet.number AS under, leg.due FROM copy ${LENDABLE_FROM} ${HOLDER}
     JOIN sheet ON sheet.id = copy.sheet JOIN leg ON leg.sheet = sheet.id AND leg.state IN ('handedOut','signed') WHERE copy.state = 'circulating' ${sql}`,
    ...params,
  )

/** Copies in somebody's hands against their signature. */
const inHands = (read: Read, { sql, params }: ReturnType<typeof held>): OutLine[] =>
  read.all<OutLine>(
    `SELECT ${COLUMNS}, ${GROUND.kind} AS kind, ${GROUND.number} AS under, loan.due
     FROM copy ${LENDABLE_FROM} ${HOLDER} JOIN holding ON holding.copy = copy.id AND holding.back_at IS NULL
     ${GROUND.joins} WHERE copy.state = 'lent' ${sql}`,
    ...params,
  )

type Due = Pick<LentLine, 'due' | 'overdue' | 'overdueDays'>

/** A folder and a visit are due by their hour (F1(4)b), a loan by the end of its day (F1(7)b), what was issued by no day. */
const dueOn = (query: Query, { kind, since, due }: OutLine): Due => {
  if (kind === 'reproduction') return { due: null, overdue: false, overdueDays: 0 }
  const at = kind === 'visit' ? dueOf(new Date(since), query.settings.returnHour).toISOString() : (due as string)
  if (kind === 'loan') {
    const days = daysPast(at, query.wall.slice(0, 10))
    return { due: at, overdue: days > 0, overdueDays: days }
  }
  return { due: wallClock(new Date(at)).slice(0, 10), overdue: isOverdue(at, query.now), overdueDays: overdueDays(at, query.now) }
}

const LAST = '9999'
/** What is late first, the longest first; then by the day it is due, then by since when it is out. */
const byUrgency = (one: LentLine, other: LentLine): number =>
  Number(other.overdue) - Number(one.overdue) ||
  (one.due ?? LAST).localeCompare(other.due ?? LAST) ||
  one.since.localeCompare(other.since) ||
  one.copy.id - other.copy.id

/** Late by the hour of its day, or by the day. */
const isLate = ({ overdue, under }: LentLine, late: LateKind): boolean => overdue && (under.kind === 'loan') === (late === 'loan')

const numbers = (read: Read, sql: string, ...params: number[]): string[] => read.all<{ number: string }>(sql, ...params).map(({ number }) => number)

/** What one person has beside papers that are out; of what is late, the carriers alone: a box or a letter is due by no day. */
const besides = (query: Query, id: number, late: LateKind | undefined): HeldBeside => {
  const { name, department } = personRow(query, id)
  const media = mediaWith(query, id)
  return {
    person: { id, name, department },
    media: late === undefined ? media : media.filter(({ holder, overdueDays }) => late === 'loan' && holder?.id === id && overdueDays > 0),
    boxes: late ? [] : numbers(query.read, "SELECT number FROM box WHERE custodian = ? AND state = 'open' ORDER BY number", id),
    letters: late ? [] : numbers(query.read, "SELECT number FROM envelope WHERE personal_for = ? AND state = 'retained' ORDER BY id", id),
  }
}

const missingOf = (read: Read, person: number | undefined): string[] =>
  person === undefined
    ? numbers(read, "SELECT number FROM copy WHERE state = 'missing' ORDER BY id")
    : numbers(read, "SELECT number FROM copy WHERE holder = ? AND state = 'missing' ORDER BY id", person)

/**
 * 在外清单: every copy that is in somebody's hands at this moment, the numbers of those that are 短少待查, and of one `person` what else they hold
 * (个人持有清单). `late` leaves 当日未退 (F1(4)b) or 逾期未还 (F1(7)b). Refused for a person who is nobody.
 */
export const lentNow = (query: Query, { late, person }: Parsed<'lending.lent'>): LentView => {
  const { read } = query
  const beside = person === undefined ? null : besides(query, person, late)
  const lines = [...inFolders(read, held(person)), ...inHands(read, held(person))].map((line) => ({
    copy: lendableOf(line, true),
    since: line.since,
    holder: { id: line.holder, name: line.name, department: line.department },
    under: { kind: line.kind, number: line.under },
    ...dueOn(query, line),
  }))
  return {
    lines: (late ? lines.filter((line) => isLate(line, late)) : lines).toSorted(byUrgency),
    missing: late ? [] : missingOf(read, person),
    held: beside,
  }
}
