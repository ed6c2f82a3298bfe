import type { YearCounts } from '../../../contract/documents-years.ts'
import {
  type Carried,
  CARRIED,
  COPY_STATES,
  type CopyState,
  DOCUMENT_STATES,
  type DocumentState,
  type Level,
  LEVELS,
  type NumberSeries,
  numberWord,
  type Register,
  REGISTERS,
} from '../../../contract/terms.ts'
import type { Read } from '../door/unit.ts'

type Book = YearCounts['books'][number]

/** The year that stands in a number, `密收〔2025〕0001`. */
const YEAR_OF = (column: string) => `CAST(substr(${column}, instr(${column}, '〔') + 1, 4) AS INTEGER)`

/** What is open of a record with a number of its own, in these states. */
const openIn = (table: string, ...states: string[]): string =>
  `SELECT number FROM ${table} WHERE state IN (${states.map((state) => `'${state}'`).join(',')}) AND ${YEAR_OF('number')} <= ? ORDER BY id`

/** What is carried over, each by the index of its states: as much is read as is open, however many years there are. `?` is the year. */
const OPEN: Record<Carried, string> = {
  envelopes: openIn('envelope', 'unopened', 'personalUnopened', 'opened', 'toRegister'),
  documents: "SELECT number FROM document WHERE state IN ('registered','inProgress') AND year <= ? ORDER BY id",
  out: `SELECT copy.number FROM copy JOIN document ON document.id = copy.document WHERE copy.state IN ('circulating','lent','missing') AND year <= ? ORDER BY copy.id`,
  sheets: openIn('sheet', 'draft', 'confirmed', 'circulating', 'allReturned'),
  reproductions: openIn('reproduction', 'draft', 'toSection', 'toLeader', 'approved', 'made', 'issued'),
  loans: openIn('loan', 'requested', 'approved', 'lent'),
  visits: openIn('visit', 'reading'),
  stockTakings: openIn('stock_taking', 'counting'),
  handovers: openIn('handover', 'listed', 'checked', 'supervised'),
  breaches: openIn('breach', 'registered', 'notified', 'handling'),
  returns: openIn('return_list', 'listed', 'approved'),
  destructions: openIn('destruction', 'draft', 'counted', 'toApprove', 'toSend', 'sent'),
  mediaUses: openIn('medium_use', 'requested', 'approved', 'out'),
  outgoing: openIn('outgoing', 'drafted', 'approved', 'sent'),
  reviews: openIn('review', 'drafted', 'pending', 'opined', 'examined', 'open', 'toChange', 'toDeclassify', 'toRefer', 'referred', 'answered'),
  disclosures: openIn('disclosure', 'received', 'supplementing', 'registered', 'answered', 'delivered'),
}

type Counter = { series: NumberSeries; last: number }
const numberIn = (series: NumberSeries, year: number, ordinal: number) => `${numberWord[series]}〔${year}〕${String(ordinal).padStart(4, '0')}`

type Line = { register: Register; level: Level; state: DocumentState; documents: number; received: number; copies: number }
type CopyLine = { register: Register; state: CopyState; copies: number }

const sum = <T>(lines: readonly T[], of: (line: T) => number): number => lines.reduce((total, line) => total + of(line), 0)

/** The series of what was entered into a register from an old ledger. */
const BACKFILLED: Partial<Record<Register, NumberSeries>> = { classified: 'backfill', internal: 'backfillInternal' }

/** One register of the year: what of it there is, by level, state and place. */
const bookOf = (
  register: Register,
  year: number,
  lastOf: (series: NumberSeries) => number,
  all: readonly Line[],
  allCopies: readonly CopyLine[],
): Book => {
  const last = lastOf(register)
  const backfill = BACKFILLED[register]
  const lines = all.filter((line) => line.register === register)
  const copies = allCopies.filter((line) => line.register === register)
  const received = sum(lines, (line) => line.received)
  return {
    register,
    first: last === 0 ? null : numberIn(register, year, 1),
    last: last === 0 ? null : numberIn(register, year, last),
    documents: sum(lines, ({ documents }) => documents),
    backfilled: backfill ? lastOf(backfill) : 0,
    levels: LEVELS.flatMap((level) => {
      const of = lines.filter((line) => line.level === level)
      return of.length === 0 ? [] : [{ level, documents: sum(of, ({ documents }) => documents), copies: sum(of, (line) => line.copies) }]
    }),
    states: DOCUMENT_STATES.flatMap((state) => {
      const of = lines.filter((line) => line.state === state)
      return of.length === 0 ? [] : [{ state, documents: sum(of, ({ documents }) => documents) }]
    }),
    received,
    made: sum(lines, (line) => line.copies) - received,
    copies: COPY_STATES.flatMap((state) => copies.filter((line) => line.state === state).map((line) => ({ state, copies: line.copies }))),
  }
}

/** What the record holds of a year, and what is open and is carried over: numbers alone, no title. Reads what the year has and what is open, no other year. */
export const countYear = (read: Read, year: number): YearCounts => {
  const counters = read.all<Counter>('SELECT series, last FROM counter WHERE year = ? ORDER BY id', year)
  const lines = read.all<Line>(
    `SELECT register, level, state, count(*) AS documents, sum(counted) AS received, sum(copies) AS copies FROM document WHERE year = ?
     GROUP BY register, level, state`,
    year,
  )
  const copies = read.all<CopyLine>(
    `SELECT register, copy.state, count(*) AS copies FROM document JOIN copy ON copy.document = document.id WHERE year = ? GROUP BY register, copy.state`,
    year,
  )
  const lastOf = (wanted: NumberSeries) => counters.find(({ series }) => series === wanted)?.last ?? 0
  const isRegister = (series: NumberSeries) => REGISTERS.some((register) => register === series)
  return {
    books: REGISTERS.map((register) => bookOf(register, year, lastOf, lines, copies)),
    series: counters
      .filter(({ series }) => !isRegister(series))
      .map(({ series, last }) => ({ series, first: numberIn(series, year, 1), last: numberIn(series, year, last), count: last })),
    carried: CARRIED.map((what) => ({ what, numbers: read.all<{ number: string }>(OPEN[what], year).map(({ number }) => number) })),
  }
}

/** 件, 份 and what is carried over of a whole year. */
export const totalsOf = ({ books, carried }: YearCounts): { documents: number; copies: number; carried: number } => ({
  documents: sum(books, ({ documents }) => documents),
  copies: sum(books, ({ received, made }) => received + made),
  carried: sum(carried, ({ numbers }) => numbers.length),
})
