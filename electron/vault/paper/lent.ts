import type { LentLine } from '../../../contract/paper.ts'
import type { Level, OutKind } from '../../../contract/terms.ts'
import { dueOf, isOverdue, overdueDays } from '../circulation/due.ts'
import { GROUND } from '../custody/holding.ts'
import type { Marked } from '../documents/marking.ts'
import { daysPast, wallClock } from '../door/clock.ts'
import type { Query, Read } from '../door/unit.ts'
import { LENDABLE_COLUMNS, LENDABLE_FROM, lendableOf, type LendableLine } from '../lending/lendable.ts'

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

/** Copies in a folder that somebody has. */
const inFolders = (read: Read): OutLine[] =>
  read.all<OutLine>(
    `SELECT ${COLUMNS}, 'circulation' AS kind, sheet.number AS under, leg.due FROM copy ${LENDABLE_FROM} ${HOLDER}
     JOIN sheet ON sheet.id = copy.sheet JOIN leg ON leg.sheet = sheet.id AND leg.state IN ('handedOut','signed') WHERE copy.state = 'circulating'`,
  )

/** Copies in somebody's hands against their signature. */
const inHands = (read: Read): OutLine[] =>
  read.all<OutLine>(
    `SELECT ${COLUMNS}, ${GROUND.kind} AS kind, ${GROUND.number} AS under, loan.due
     FROM copy ${LENDABLE_FROM} ${HOLDER} JOIN holding ON holding.copy = copy.id AND holding.back_at IS NULL
     ${GROUND.joins} WHERE copy.state = 'lent'`,
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

/** 在外清单: every copy that is in somebody's hands at this moment, and the numbers of those that are 短少待查. */
export const lentNow = (query: Query): { lines: LentLine[]; missing: string[] } => ({
  lines: [...inFolders(query.read), ...inHands(query.read)]
    .map((line) => ({
      copy: lendableOf(line, true),
      since: line.since,
      holder: { id: line.holder, name: line.name, department: line.department },
      under: { kind: line.kind, number: line.under },
      ...dueOn(query, line),
    }))
    .toSorted(byUrgency),
  missing: query.read.all<{ number: string }>("SELECT number FROM copy WHERE state = 'missing' ORDER BY id").map(({ number }) => number),
})

type MarkLine = { level: Level; period: string | null; madeOn: string; declassified: number }

/** What the marks of these documents are made of, for the mark of the sheet that names them. */
export const marksOf = (read: Read, documents: Iterable<number>): Marked[] =>
  read
    .all<MarkLine>(
      `SELECT p.level, p.period, p.made_on AS madeOn, p.declassified FROM json_each(?) AS named JOIN document ON document.id = named.value
       JOIN particulars AS p ON p.id = document.current`,
      JSON.stringify([...new Set(documents)]),
    )
    .map(({ period, ...marked }) => ({ ...marked, period: period === null ? null : JSON.parse(period) }))
