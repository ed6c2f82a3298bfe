import type { ProcedureName } from '../../../contract/index.ts'
import type { ReviewView } from '../../../contract/review-views.ts'
import { REVIEW_ENDINGS, type ReviewState, type ReviewStep } from '../../../contract/terms.ts'
import { waysFrom } from '../door/lifecycle.ts'
import { offered } from '../door/offered.ts'
import type { Query } from '../door/unit.ts'
import { BEFORE_OPINION, isEnded, reviewLifecycle } from './lifecycle.ts'
import { currentOf, isOwnSection, type ReviewRecord, type StepRecord } from './records.ts'
import { whyNotEnded, whyNotReleased } from './releasing.ts'
import { whyNotBy, whyNotSeated } from './steps.ts'

const STEPS: Partial<Record<ProcedureName, ReviewStep>> = { 'review.opine': 'opinion', 'review.examine': 'examine', 'review.decide': 'decide' }

const OF_SECTION: readonly ProcedureName[] = ['review.revise', 'review.release', 'review.handOn', 'review.close']

/** Besides the ways of the table: acts that leave a case in the state where it is. */
const besides = (state: ReviewState): ProcedureName[] => [
  ...(BEFORE_OPINION.some((one) => one === state) ? (['review.revise'] as const) : []),
  ...(['drafted', 'pending', 'opined', 'examined', 'answered'].includes(state) ? (['review.consult'] as const) : []),
  ...(isEnded(state) ? [] : (['review.handOn'] as const)),
  ...(state === 'released' ? (['review.release'] as const) : []),
]

/** What stands against an act for the person who looks; null when nothing does. An officer may always have a step signed in place. */
const why = (query: Query, review: ReviewRecord, steps: readonly StepRecord[], call: ProcedureName): string | null => {
  if (OF_SECTION.includes(call) && !isOwnSection(query, review)) return `由承办科室${review.department}办理（B3）。`
  const transferred = currentOf(query.read, review).transferred === 1
  if (call === 'review.opine' && transferred) return '已移交档案馆，请按“依档案规定”办结（B15）。'
  if (call === 'review.release') return whyNotReleased(query.read, review, steps)
  if (call === 'review.close') {
    const all = REVIEW_ENDINGS.map((how) => whyNotEnded(review, transferred, how))
    return all.every((one) => one !== null) ? (all[0] as string) : null
  }
  const step = STEPS[call]
  if (!step || query.asking.roles.includes('officer')) return null
  const me = query.asking.person.id
  const against = whyNotBy(query, review, steps, step, me)
  return against ? `${against.slice(0, -1)}（B7）。` : whyNotSeated(query, step, me)
}

/** What the person who looks may do next with a case, or the reason that stands against it. */
export const actsOn = (query: Query, review: ReviewRecord, steps: readonly StepRecord[]): ReviewView['acts'] => {
  const calls = [...waysFrom(reviewLifecycle, review.state).flatMap(({ by }) => by), ...besides(review.state)]
  return offered(query, calls, (call) => why(query, review, steps, call))
}
