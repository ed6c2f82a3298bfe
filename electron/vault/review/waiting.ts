import type { ReviewState } from '../../../contract/terms.ts'
import type { CalendarYear } from '../../../contract/office.ts'
import { loadedCalendars } from '../calendar/loaded.ts'
import { workingDaysSince } from '../calendar/working-days.ts'
import { wallClock } from '../door/clock.ts'
import type { Query, Value } from '../door/unit.ts'
import { isSeated } from '../people/group.ts'
import { among, type Condition } from '../storage/conditions.ts'

/** Whose turn it is in a state; nobody's where the case rests. */
const SECTION_TURN = ['drafted', 'pending', 'open', 'toChange', 'toDeclassify', 'toRefer', 'referred'] as const satisfies readonly ReviewState[]
const GROUP_TURN = ['opined'] as const satisfies readonly ReviewState[]
const LEADER_TURN = ['examined', 'answered'] as const satisfies readonly ReviewState[]
/** Where a case is at work still: the summary counts them as open. */
export const UNFINISHED: readonly ReviewState[] = [...SECTION_TURN, ...GROUP_TURN, ...LEADER_TURN]
/** Of them those whose next step is the office's own: what is out for a 批复 lies with others. */
const HURRIED: readonly ReviewState[] = UNFINISHED.filter((state) => state !== 'referred')

const listed = (states: readonly ReviewState[]) => states.map((state) => `'${state}'`).join(',')
/** `?` is the person who asks: not their own, and no second step of theirs (B7). */
const NOT_OWN = `? NOT IN (handler, handling, entered_by) AND NOT EXISTS (SELECT 1 FROM review_step AS s WHERE s.review = review.id AND s.by_person = ? AND s.act IN`

/** Ids of the cases that wait for what this person can do with them. */
export const waitingFor = (query: Query): Condition[] => {
  const { roles, person } = query.asking
  const parts: Condition[] = []
  const add = (sql: string, ...params: Value[]) => parts.push({ sql: `SELECT id FROM review WHERE ${sql}`, params })
  if (roles.includes('section')) add(`state IN (${listed(SECTION_TURN)}) AND department = ?`, person.department)
  if (roles.includes('reviewer') && isSeated(query, person.id, 'member'))
    add(`state IN (${listed(GROUP_TURN)}) AND ${NOT_OWN} ('opinion','decide'))`, person.id, person.id)
  if (roles.includes('groupLeader') && isSeated(query, person.id, 'leader'))
    add(`state IN (${listed(LEADER_TURN)}) AND ${NOT_OWN} ('opinion','examine'))`, person.id, person.id)
  return parts
}

/** How many cases wait for this person: the count of the menu. */
export const waitingReviews = (query: Query): number => {
  const { sql, params } = among('review.id', waitingFor(query))
  return query.read.get<{ n: number }>(`SELECT count(*) AS n FROM review WHERE ${sql}`, ...params)?.n ?? 0
}

export type Calendars = ReadonlyMap<number, CalendarYear>
/** Working days that a case has lain still; null where it rests, is with others, or a year has no calendar. */
export const idleDays = ({ wall }: Pick<Query, 'wall'>, calendars: Calendars, state: ReviewState, since: string): number | null =>
  HURRIED.includes(state) ? workingDaysSince(calendars, wallClock(new Date(since)).slice(0, 10), wall.slice(0, 10)) : null

/** Cases that wait for this person and have lain still for more than the days of the settings, by number, longest first. */
export const idleReviews = (query: Query): string[] => {
  const { sql, params } = among('review.id', waitingFor(query))
  const calendars = loadedCalendars(query.read)
  return query.read
    .all<{ number: string; state: ReviewState; since: string }>(`SELECT number, state, since FROM review WHERE ${sql}`, ...params)
    .map((row) => ({ ...row, days: idleDays(query, calendars, row.state, row.since) ?? 0 }))
    .filter(({ days }) => days >= query.settings.reviewIdleDays)
    .sort((one, other) => other.days - one.days)
    .map(({ number }) => number)
}
