import { type PublicationStanding, type ReviewState, TAKE_DOWN_DAYS } from '../../../contract/terms.ts'
import { daysAfter } from '../door/clock.ts'
import type { Value } from '../door/unit.ts'
import type { PublicationRecord } from './records.ts'
import type { Condition } from '../storage/conditions.ts'

/** Where the review of an entry that is not public has come to another end. */
const REFUSED = ['onApplication', 'withheld', 'filed', 'byArchives'] as const satisfies readonly ReviewState[]

/** How an entry stands today: what its review says is read from the review, so that a text that was replaced takes it back by itself (B1, C六). */
export const standingOf = (
  { state, reviewState, take_down_by: by }: Pick<PublicationRecord, 'state' | 'reviewState' | 'take_down_by'>,
  today: string,
): PublicationStanding => {
  if (state === 'published') return by !== null && by <= today ? 'toTakeDown' : 'published'
  if (state !== 'listed') return state
  if (reviewState === 'open') return 'ready'
  return REFUSED.some((one) => one === reviewState) ? 'refused' : 'toReview'
}

const listed = (states: readonly ReviewState[]) => states.map((state) => `'${state}'`).join(',')

/** The same as a condition on `publication` with its `review`. */
export const standsAs = (standing: PublicationStanding, today: string): Condition => {
  const is = (sql: string, ...params: Value[]): Condition => ({ sql: `publication.state = ${sql}`, params })
  switch (standing) {
    case 'toReview':
      return is(`'listed' AND (publication.review IS NULL OR review.state NOT IN ('open',${listed(REFUSED)}))`)
    case 'ready':
      return is("'listed' AND review.state = 'open'")
    case 'refused':
      return is(`'listed' AND review.state IN (${listed(REFUSED)})`)
    case 'published':
      return is("'published' AND (take_down_by IS NULL OR take_down_by > ?)", today)
    case 'toTakeDown':
      return is("'published' AND take_down_by <= ?", today)
    default:
      return is('?', standing)
  }
}

/** On the 网站 until a day that is near, or past. */
export const leavingBy = (today: string, days: number = TAKE_DOWN_DAYS[0]): Condition => ({
  sql: 'take_down_by IS NOT NULL AND take_down_by <= ?',
  params: [daysAfter(today, days)],
})
