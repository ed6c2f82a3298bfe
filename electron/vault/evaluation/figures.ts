import type { ReportFigures } from '../../../contract/evaluation-views.ts'
import { DAYS_TAKEN, HEARD_KINDS, type HeardKind, PUBLICATION_CLASSES } from '../../../contract/terms.ts'
import { daysAfter, daysBetween } from '../door/clock.ts'
import type { Read } from '../door/unit.ts'
import { checksOf } from './checking.ts'
import { linesOfTable, type Table, tableOf } from './table.ts'
import { talliesOf } from './tally.ts'
import { beginOf, COUNTED, type Days, type Ended, type Unit, unitsIn } from './units.ts'

/** A year, or its first or second half. */
export const daysOf = (year: number, half: number | null): Days => ({
  from: `${year}-${half === 2 ? '07' : '01'}-01`,
  to: half === 1 ? `${year}-06-30` : `${year}-12-31`,
})

type Replied = { unit: Unit; ended: Ended }
const repliedIn = (units: readonly Unit[], { from, to }: Days): Replied[] =>
  units.flatMap((unit) => {
    const { ended } = unit
    return ended?.replied && ended.on >= from && ended.on <= to ? [{ unit, ended }] : []
  })

/** 平均用时 in calendar days, one place after the point; on time by what was found when the reply was approved. */
const repliesOf = (replied: readonly Replied[], taken: readonly number[]): ReportFigures['replies'] => {
  const late = replied.filter(({ ended }) => ended.replied?.late === true).length
  const unknown = replied.filter(({ ended }) => ended.replied?.late === null).length
  return {
    count: replied.length,
    onTime: replied.length - late - unknown,
    late,
    unknown,
    averageDays: taken.length === 0 ? null : Math.round((taken.reduce((sum, days) => sum + days, 0) * 10) / taken.length) / 10,
    longestDays: taken.length === 0 ? null : Math.max(...taken),
  }
}

/** How many took up to so many days, each in the first that it fits. */
const spreadOf = (taken: readonly number[]): ReportFigures['days'] => {
  const within = (over: number, upTo: number) => taken.filter((days) => days > over && days <= upTo).length
  return [
    ...DAYS_TAKEN.map((upTo, at) => ({ upTo, count: within(DAYS_TAKEN[at - 1] ?? -1, upTo) })),
    { upTo: null, count: taken.filter((days) => days > (DAYS_TAKEN.at(-1) as number)).length },
  ]
}

const monthOf = (day: string) => day.slice(0, 7)
/** Month by month, also those in which nothing was. */
const monthsOf = (units: readonly Unit[], { from, to }: Days): ReportFigures['months'] => {
  const first = Number(from.slice(5, 7))
  const names = Array.from({ length: Number(to.slice(5, 7)) - first + 1 }, (_, at) => `${from.slice(0, 5)}${String(first + at).padStart(2, '0')}`)
  return names.map((month) => ({
    month,
    received: units.filter(({ receivedOn }) => monthOf(receivedOn) === month).length,
    concluded: units.filter(({ ended }) => ended !== null && monthOf(ended.on) === month).length,
  }))
}

/** Extensions and 补正告知, by the day on which they were signed. */
const stepsIn = (read: Read, [from, before]: Span): Pick<ReportFigures, 'extensions' | 'supplements'> => {
  const row = read.get<{ extensions: number; supplements: number }>(
    `SELECT coalesce(sum(act = 'extend'), 0) AS extensions, coalesce(sum(act = 'askSupplement'), 0) AS supplements FROM disclosure_step
     WHERE ${COUNTED} AND act IN ('extend','askSupplement') AND at >= ? AND at < ?`,
    from,
    before,
  )
  return row ?? { extensions: 0, supplements: 0 }
}

const heardIn = (read: Read, { from, to }: Days): ReportFigures['heard'] => {
  const rows = read.all<{ kind: HeardKind; count: number; answered: number; mended: number }>(
    'SELECT kind, count(*) AS count, count(answer) AS answered, count(improvement) AS mended FROM heard WHERE heard_on BETWEEN ? AND ? GROUP BY kind',
    from,
    to,
  )
  return HEARD_KINDS.map((kind) => rows.find((row) => row.kind === kind) ?? { kind, count: 0, answered: 0, mended: 0 })
}

type Span = readonly [from: string, before: string]
const reviewsIn = (read: Read, [from, before]: Span): ReportFigures['reviews'] =>
  read.get<ReportFigures['reviews']>(
    // As the index of these steps says it, so that it is read by it
    `SELECT coalesce(sum(act = 'decide' AND outcome <> 'return'), 0) AS decided, coalesce(sum(act = 'decide' AND outcome = 'withheld'), 0) AS withheld,
     coalesce(sum(act = 'release'), 0) AS released FROM review_step WHERE act IN ('decide','release') AND at >= ? AND at < ?`,
    from,
    before,
  ) ?? { decided: 0, withheld: 0, released: 0 }

/** The headings in their order, as the catalogue has them. */
const publishedIn = (read: Read, { from, to }: Days): ReportFigures['published'] => {
  const rows = read.all<ReportFigures['published'][number]>(
    'SELECT class, count(*) AS count FROM publication WHERE published_on IS NOT NULL AND published_on BETWEEN ? AND ? GROUP BY class',
    from,
    to,
  )
  return PUBLICATION_CLASSES.flatMap((heading) => rows.filter((row) => row.class === heading))
}

/** What the record says of these days. `before`: the table of the year before as it was recorded. */
export const figuresOf = (read: Read, days: Days, before: Table | null): ReportFigures => {
  const units = unitsIn(read, days)
  const tallies = talliesOf(read, days)
  const table = tableOf(units, days, tallies)
  const replied = repliedIn(units, days)
  const taken = replied.map(({ unit, ended }) => daysBetween(unit.startedOn, ended.on))
  const span: Span = [beginOf(days.from), beginOf(daysAfter(days.to, 1))]
  return {
    ...days,
    lines: linesOfTable(table),
    checks: checksOf(table, tallies.unfound, before),
    replies: repliesOf(replied, taken),
    days: spreadOf(taken),
    ...stepsIn(read, span),
    heard: heardIn(read, days),
    months: monthsOf(units, days),
    reviews: reviewsIn(read, span),
    published: publishedIn(read, days),
  }
}
