import type { Output, Parsed } from '../../../contract/index.ts'
import type { ReviewRow, ReviewView } from '../../../contract/review-views.ts'
import type { Attribute, Carrier, ReviewOutcome, ReviewState } from '../../../contract/terms.ts'
import { loadedCalendars } from '../calendar/loaded.ts'
import { historyOf } from '../documents/history.ts'
import { highestMark, type Marked } from '../documents/marking.ts'
import { isInScope } from '../documents/scope.ts'
import { wallClock } from '../door/clock.ts'
import type { Query, Value } from '../door/unit.ts'
import { nameOf } from '../people/names.ts'
import { actsOn } from './acts.ts'
import { found } from '../storage/search.ts'
import { marksByReview } from './marks.ts'
import { type ReviewRecord, reviewById, seesAll, stepsOf, versionsOf } from './records.ts'
import { consultViews, referClock, referralViews, releaseViews, stepViews, versionView } from './viewing.ts'
import { type Calendars, idleDays, UNFINISHED, waitingFor } from './waiting.ts'
import { nextOf } from '../storage/paging.ts'
import { all, among, type Condition } from '../storage/conditions.ts'

type Line = {
  id: number
  number: string
  state: ReviewState
  carrier: Carrier
  title: string
  symbol: string | null
  attribute: Attribute | null
  unit: string
  department: string
  handler: number
  name: string
  handlerDepartment: string
  version: number
  planned_on: string | null
  since: string
}
const ROW = `SELECT review.id, review.number, review.state, carrier, v.title, v.symbol, v.attribute, unit, review.department, handling AS handler, person.name,
  person.department AS handlerDepartment, review.version, v.planned_on, since
  FROM review JOIN review_version AS v ON v.review = review.id AND v.version = review.version JOIN person ON person.id = handling`

type Means = { calendars: Calendars; marks: Map<number, Marked[]> }
/** What the rows of a page are read with. */
const meansFor = (query: Query, reviews: readonly number[]): Means => ({
  calendars: loadedCalendars(query.read),
  marks: marksByReview(query.read, reviews),
})

const rowOf = (query: Query, { calendars, marks }: Means, line: Line): ReviewRow => ({
  ...highestMark(marks.get(line.id) ?? []),
  id: line.id,
  number: line.number,
  state: line.state,
  carrier: line.carrier,
  title: line.title,
  symbol: line.symbol,
  attribute: line.attribute,
  unit: line.unit,
  department: line.department,
  handler: { id: line.handler, name: line.name, department: line.handlerDepartment },
  version: line.version,
  plannedOn: line.planned_on,
  since: line.since,
  idleDays: idleDays(query, calendars, line.state, line.since),
})

/** The cases that this person sees, as a condition; none where they see all. */
const seen = (query: Query): Condition[] => (seesAll(query) ? [] : [{ sql: 'review.department = ?', params: [query.asking.person.department] }])

/** Cases, newest first, a page at a time. */
export const list = (query: Query, { state, waiting, text, after, limit }: Parsed<'review.list'>): Output<'review.list'> => {
  const parts: Condition[] = [{ sql: 'review.id < ?', params: [after ?? Number.MAX_SAFE_INTEGER] }, ...seen(query)]
  if (state) parts.push({ sql: 'review.state = ?', params: [state] })
  if (waiting) parts.push(among('review.id', waitingFor(query)))
  if (text !== undefined) parts.push(found('review', text, 'review.id'))
  const { sql, params } = all(parts)
  const rows = query.read.all<Line>(`${ROW} WHERE ${sql} ORDER BY review.id DESC LIMIT ?`, ...params, limit)
  const means = meansFor(
    query,
    rows.map(({ id }) => id),
  )
  return { rows: rows.map((line) => rowOf(query, means, line)), next: nextOf(rows, limit) }
}

/** The document that a case comes from, by its number alone to whom it does not reach (F1(4)a). */
const documentOf = ({ read, asking }: Query, { document }: ReviewRecord): ReviewView['document'] => {
  if (document === null) return null
  const row = read.get<{ number: string; title: string; mark: string }>(
    'SELECT document.number, p.title, p.mark FROM document JOIN particulars AS p ON p.id = document.current WHERE document.id = ?',
    document,
  ) as { number: string; title: string; mark: string }
  const titled = asking.roles.includes('officer') || isInScope(read, document, asking.person.id)
  return { id: document, number: row.number, title: titled ? row.title : null, mark: row.mark }
}

/** What of an application it is to answer. */
const itemOf = (read: Query['read'], { item }: ReviewRecord): ReviewView['item'] =>
  read.get<NonNullable<ReviewView['item']>>(
    'SELECT i.id, disclosure, number, ordinal FROM disclosure_item AS i JOIN disclosure ON disclosure.id = i.disclosure WHERE i.id = ?',
    item,
  ) ?? null

/** One case, whole. */
export const viewOf = (query: Query, review: ReviewRecord): ReviewView => {
  const { read } = query
  const { id } = review
  const steps = stepsOf(read, id)
  const filed = read.get<{ at: string }>('SELECT entered_at AS at FROM review WHERE id = ?', id)
  return {
    ...rowOf(query, meansFor(query, [id]), read.get<Line>(`${ROW} WHERE review.id = ?`, id) as Line),
    document: documentOf(query, review),
    item: itemOf(read, review),
    enteredBy: nameOf(read, review.entered_by),
    enteredAt: filed?.at ?? '',
    versions: versionsOf(read, id).map((version) => versionView(read, version)),
    steps: stepViews(read, review, steps),
    consults: consultViews(read, review, steps),
    referrals: referralViews(steps),
    releases: releaseViews(read, steps),
    referClock: referClock(read, review, steps),
    history: historyOf(read, review.number),
    acts: actsOn(query, review, steps),
  }
}

/** One case that this person sees. */
export const get = (query: Query, { review }: Parsed<'review.get'>): Output<'review.get'> => viewOf(query, reviewById(query, review))

/** The instants between which a month of the wall clock lies. */
const monthSpan = (year: number, month: number): [string, string] => {
  const first = (y: number, m: number) => new Date(`${y}-${String(m).padStart(2, '0')}-01T00:00:00+08:00`).toISOString()
  return [first(year, month), month === 12 ? first(year + 1, 1) : first(year, month + 1)]
}

type Decided = {
  id: number
  number: string
  title: string
  symbol: string | null
  carrier: Carrier
  unit: string
  version: number
  outcome: ReviewOutcome
  at: string
  by: string
}

/** 审查汇总表 of a month, of the cases that this person sees; 零报告 when there is nothing to tell. */
export const summary = (query: Query, { year, month }: Parsed<'review.summary'>): Output<'review.summary'> => {
  const { read } = query
  const span = monthSpan(year, month)
  const [only] = seen(query)
  const and = only ? ` AND ${only.sql}` : ''
  const params = only?.params ?? []
  const count = (sql: string, ...given: Value[]) => read.get<{ n: number }>(`SELECT count(*) AS n FROM ${sql}${and}`, ...given, ...params)?.n ?? 0
  // As the index of these steps says it, so that it is read by it
  const counted = "s.act IN ('decide','release') AND s.at >= ? AND s.at < ?"
  const lines = read
    .all<Decided>(
      `SELECT review.id, review.number, v.title, v.symbol, carrier, unit, s.version, s.outcome, s.at, person.name AS by
       FROM review_step AS s JOIN review ON review.id = s.review JOIN review_version AS v ON v.review = s.review AND v.version = s.version
       JOIN person ON person.id = s.by_person WHERE ${counted} AND s.act = 'decide' AND s.outcome <> 'return'${and} ORDER BY s.at, s.id`,
      ...span,
      ...params,
    )
    .map(({ at, ...line }) => ({ ...line, decidedOn: wallClock(new Date(at)).slice(0, 10) }))
  const decided = { open: 0, onApplication: 0, withheld: 0, change: 0, declassify: 0, refer: 0 }
  for (const { outcome } of lines) decided[outcome] += 1
  const drafted = count('review WHERE entered_at >= ? AND entered_at < ?', ...span)
  const released = count(`review_step AS s JOIN review ON review.id = s.review WHERE ${counted} AND s.act = 'release'`, ...span)
  const open = count(`review WHERE state IN (${UNFINISHED.map((state) => `'${state}'`).join(',')})`)
  return { year, month, nil: drafted + lines.length + released === 0, drafted, decided, released, open, lines }
}
