import type { ProcedureName } from '../../../contract/index.ts'
import { REVIEW_ENDINGS, REVIEW_STATES, type ReviewState, reviewStateLabel } from '../../../contract/terms.ts'
import type { Lifecycle, Step } from '../door/lifecycle.ts'

/** From where a new version takes the case back to 待审: every opinion and decision on the text before is void (C六: 变动要重新审批). What was referred is answered, and decided as it was answered, first. */
export const VOIDED_BY_CHANGE = [
  'opined',
  'examined',
  'open',
  'onApplication',
  'withheld',
  'toChange',
  'toDeclassify',
  'toRefer',
  'released',
] as const satisfies readonly ReviewState[]
/** Where nothing was said on the text yet: a new version leaves the case where it is. */
export const BEFORE_OPINION = ['drafted', 'pending'] as const satisfies readonly ReviewState[]
/** What may still be given up: nothing was made public, nothing was refused to anybody. */
const GIVEN_UP = [...BEFORE_OPINION, 'opined', 'examined', 'open', 'toChange', 'toDeclassify', 'toRefer', 'referred', 'answered'] as const

/** What is over: nothing is done with it any more. */
export const isEnded = (state: ReviewState): boolean => REVIEW_ENDINGS.some((ending) => ending === state)

/** Who gives a case back to the 科室 without a new text. */
const givenBack: Partial<Record<ReviewState, ProcedureName[]>> = { opined: ['review.examine'], examined: ['review.decide'] }

const DECIDED = ['open', 'onApplication', 'withheld', 'toChange', 'toDeclassify'] as const
type Way = Step<ReviewState>

/**
 * 保密审查: 草稿 → 科室意见 → 小组审核 → 组长确定 → 可公开, 依申请, 不予, 修改后公开, 解密后公开, 报请确定 → 发布登记 → 归档.
 * × made public before it was decided, × a step skipped or in another order, × decided on a text that was replaced.
 */
export const reviewLifecycle: Lifecycle<ReviewState> = {
  table: 'review',
  label: '保密审查',
  states: REVIEW_STATES,
  stateLabel: reviewStateLabel,
  begins: ['drafted'],
  steps: [
    ...BEFORE_OPINION.map((from): Way => ({ from, to: 'opined', by: ['review.opine'], clause: 'B7' })),
    { from: 'opined', to: 'examined', by: ['review.examine'], clause: 'B7' },
    ...DECIDED.map((to): Way => ({ from: 'examined', to, by: ['review.decide'], clause: 'B7' })),
    { from: 'examined', to: 'toRefer', by: ['review.decide'], clause: 'B12' },
    { from: 'toRefer', to: 'referred', by: ['review.refer'], clause: 'B14' },
    { from: 'referred', to: 'answered', by: ['review.refer'], clause: 'B13' },
    ...DECIDED.map((to): Way => ({ from: 'answered', to, by: ['review.decide'], clause: 'B13' })),
    ...VOIDED_BY_CHANGE.map((from): Way => ({ from, to: 'pending', by: ['review.revise', ...(givenBack[from] ?? [])], clause: 'C6(2)' })),
    { from: 'open', to: 'released', by: ['review.release'], clause: 'B1' },
    ...(['released', 'onApplication', 'withheld'] as const).map((from): Way => ({ from, to: 'filed', by: ['review.close'], clause: 'B9' })),
    ...BEFORE_OPINION.map((from): Way => ({ from, to: 'byArchives', by: ['review.close'], clause: 'B15' })),
    ...GIVEN_UP.map((from): Way => ({ from, to: 'cancelled', by: ['review.close'], clause: 'B9' })),
  ],
  otherwise: 'B7',
}
