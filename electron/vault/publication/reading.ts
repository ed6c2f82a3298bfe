import type { Output, Parsed } from '../../../contract/index.ts'
import type { PublicationRow, PublicationStep } from '../../../contract/publication-views.ts'
import { type Channel, type PublicationClass, whyLaxer, whyShorter } from '../../../contract/terms.ts'
import { deadlinesOf } from '../calendar/deadlines.ts'
import { historyOf } from '../documents/history.ts'
import { highestMark, type Marked } from '../documents/marking.ts'
import { daysPast } from '../door/clock.ts'
import type { Query, Read, Value } from '../door/unit.ts'
import { signatureMark } from '../people/marks.ts'
import { nameOf } from '../people/names.ts'
import { marksByReview } from '../review/marks.ts'
import { stepsOf } from '../review/records.ts'
import { releaseViews } from '../review/viewing.ts'
import { found } from '../storage/search.ts'
import { actsOn } from './acts.ts'
import { endingsOf, publicationById, type PublicationRecord, seesAll } from './records.ts'
import { leavingBy, standingOf, standsAs } from './standing.ts'
import { waitingAmong } from './waiting.ts'
import { nextOf } from '../storage/paging.ts'
import { all, type Condition } from '../storage/conditions.ts'

type Line = PublicationRecord & { title: string; made_on: string; channels: string; channel_note: string | null } & Limit
/** Its last day to be made public, as it is kept. */
type Limit = { due: string | null; dueOpen: 0 | 1; days: number }

const ROW = `SELECT publication.*, review.number AS reviewNumber, review.state AS reviewState, review.version AS reviewVersion,
  due.due, due.open AS dueOpen, due.days FROM publication
  CROSS JOIN deadline AS due ON due.of_table = 'publication' AND due.record = publication.id AND due.kind = 'publish' LEFT JOIN review ON review.id = publication.review`

const rowOf = ({ wall }: Query, line: Line, marks: ReadonlyMap<number, Marked[]>): PublicationRow => {
  const { review: id, reviewNumber, reviewState, reviewVersion } = line
  const today = wall.slice(0, 10)
  return {
    id: line.id,
    number: line.number,
    state: line.state,
    standing: standingOf(line, today),
    class: line.class,
    title: line.title,
    madeOn: line.made_on,
    department: line.department,
    channels: JSON.parse(line.channels) as Channel[],
    channelNote: line.channel_note,
    review:
      id === null || reviewNumber === null || reviewState === null || reviewVersion === null
        ? null
        : { id, number: reviewNumber, state: reviewState, version: reviewVersion },
    publishBy: line.due,
    publishNote: whyLaxer('publish', line.days) ?? whyShorter('publish', line.days),
    overdueDays: line.dueOpen === 1 && line.due !== null ? daysPast(line.due, today) : 0,
    publishedOn: line.published_on,
    takeDownBy: line.take_down_by,
    ...highestMark(marks.get(id ?? 0) ?? []),
  }
}

/** The entries that this person sees, as a condition; none where they see all. */
const seen = (query: Query): Condition[] => (seesAll(query) ? [] : [{ sql: 'publication.department = ?', params: [query.asking.person.department] }])

type Asked = Omit<Parsed<'publication.list'>, 'after' | 'limit'>

const conditions = (query: Query, { standing, class: heading, year, overdue, toTakeDown, waiting, text }: Asked): Condition[] => {
  const today = query.wall.slice(0, 10)
  const parts = seen(query)
  const add = (sql: string, ...params: Value[]) => parts.push({ sql, params })
  if (standing) parts.push(standsAs(standing, today))
  if (heading) add('class = ?', heading)
  if (year !== undefined) add('year = ?', year)
  // What is not public and has not ended: nothing else has a day that runs
  if (overdue) add("publication.state = 'listed' AND due.open = 1 AND due.due < ?", today)
  if (toTakeDown) parts.push(leavingBy(today))
  if (waiting) parts.push(waitingAmong(query))
  if (text !== undefined) parts.push(found('publication', text, 'publication.id'))
  return parts
}

/** These lines as rows, each with the mark that its review bears. */
const rowsOf = (query: Query, lines: readonly Line[]): PublicationRow[] => {
  const marks = marksByReview(
    query.read,
    lines.flatMap(({ review }) => review ?? []),
  )
  return lines.map((line) => rowOf(query, line, marks))
}

const read = (query: Query, parts: readonly Condition[], order: string, ...more: Value[]): PublicationRow[] => {
  const { sql, params } = all(parts)
  return rowsOf(query, query.read.all<Line>(`${ROW} WHERE ${sql} ${order}`, ...params, ...more))
}

/** 公开目录, newest first, a page at a time. */
export const list = (query: Query, { after, limit, ...asked }: Parsed<'publication.list'>): Output<'publication.list'> => {
  const before = { sql: 'publication.id < ?', params: [after ?? Number.MAX_SAFE_INTEGER] }
  const rows = read(query, [before, ...conditions(query, asked)], 'ORDER BY publication.id DESC LIMIT ?', limit)
  return { rows, next: nextOf(rows, limit) }
}

/** What was listed in a year, of one heading where asked, oldest first: the lines of the printed 公开目录. */
export const listedIn = (query: Query, year: number, heading: PublicationClass | undefined): PublicationRow[] =>
  read(query, conditions(query, { year, class: heading }), 'ORDER BY publication.id')

const stepViews = (given: Read, entry: number): PublicationStep[] =>
  endingsOf(given, entry).map(({ id, act, version, cause, on_day: on, words, signature }) => ({
    id,
    act,
    version,
    cause,
    on,
    words,
    signature: signatureMark(given, signature) as PublicationStep['signature'],
  }))

/** One entry, whole. */
export const get = (query: Query, { publication: id }: Parsed<'publication.get'>): Output<'publication.get'> => {
  const entry = publicationById(query, id)
  return {
    ...(rowsOf(query, query.read.all<Line>(`${ROW} WHERE publication.id = ?`, id))[0] as PublicationRow),
    enteredBy: nameOf(query.read, entry.entered_by),
    enteredAt: entry.entered_at,
    releases: entry.review === null ? [] : releaseViews(query.read, stepsOf(query.read, entry.review)),
    deadline: deadlinesOf(query.read, { of: 'publication', record: id })[0] ?? null,
    steps: stepViews(query.read, id),
    history: historyOf(query.read, entry.number),
    acts: actsOn(query, entry),
  }
}

/** The reviews of these entries: what their texts come from gives the mark of a sheet or a file. */
export const reviewsOf = (rows: readonly Pick<PublicationRow, 'review'>[]): number[] => rows.flatMap(({ review }) => (review ? [review.id] : []))
