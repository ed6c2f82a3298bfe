import type { Clause } from '../../../contract/clauses.ts'
import {
  DISCLOSURE_STATES,
  type DisclosureState,
  disclosureStateLabel,
  ITEM_STATES,
  type ItemState,
  itemStateLabel,
} from '../../../contract/terms.ts'
import type { Lifecycle, Step } from '../door/lifecycle.ts'

/** Where an item is not answered yet: it may be given to somebody else, asked about, extended, withdrawn. */
export const OPEN_ITEM = ['inHand', 'consulting', 'inReview', 'drafted'] as const satisfies readonly ItemState[]
/** Where an application may be withdrawn by whoever made it: before anything of it is answered. */
export const WITHDRAWABLE = ['received', 'supplementing', 'registered'] as const satisfies readonly DisclosureState[]
/** Where an application is at an end. */
export const ENDED = ['filed', 'abandoned', 'withdrawn'] as const satisfies readonly DisclosureState[]

/**
 * 申请: 收到 → [补正中, once] → 登记 → 答复 → 送达 → 归档; 视为放弃, 撤回. Where its items lie, it lies: answered once the last of them is, back at 登记
 * when the review behind an answer is voided before it was given out. × registered while something lacks that can still be asked for,
 * × filed before every reply is delivered.
 */
export const disclosureLifecycle: Lifecycle<DisclosureState> = {
  table: 'disclosure',
  label: '公开申请',
  states: DISCLOSURE_STATES,
  stateLabel: disclosureStateLabel,
  begins: ['received'],
  steps: [
    { from: 'received', to: 'supplementing', by: ['disclosure.askSupplement'], clause: '条例30' },
    { from: 'supplementing', to: 'received', by: ['disclosure.supplement'], clause: '条例30' },
    { from: 'supplementing', to: 'abandoned', by: ['disclosure.close'], clause: '条例30' },
    { from: 'received', to: 'registered', by: ['disclosure.register'], clause: 'A4(1)3' },
    { from: 'registered', to: 'answered', by: ['disclosure.approve'], clause: '条例33' },
    { from: 'answered', to: 'registered', by: ['review.revise', 'review.close'], clause: 'B1' },
    { from: 'answered', to: 'delivered', by: ['disclosure.deliver'], clause: 'G3.3' },
    { from: 'delivered', to: 'filed', by: ['disclosure.close'], clause: 'G4' },
    ...WITHDRAWABLE.map((from): Step<DisclosureState> => ({ from, to: 'withdrawn', by: ['disclosure.close'], clause: '条例29' })),
  ],
  otherwise: 'A4(1)4',
}

type Way = Step<ItemState>
const by = (clause: Clause, from: ItemState, to: ItemState, ...calls: Way['by'][number][]): Way => ({ from, to, by: calls, clause })

/**
 * One of the things asked for: 承办 ⇄ 征求意见, 承办 ⇄ 待审查, → 答复待批 → 已答复 → 已送达. A review that is changed takes the answer that rests on it back, until it
 * is delivered. × answered 公开 or 不予公开 without a decided review (B1), × delivered before it is approved.
 */
export const itemLifecycle: Lifecycle<ItemState> = {
  table: 'disclosure_item',
  label: '申请事项',
  states: ITEM_STATES,
  stateLabel: itemStateLabel,
  begins: ['inHand'],
  steps: [
    by('条例32', 'inHand', 'consulting', 'disclosure.consult'),
    by('条例32', 'inReview', 'consulting', 'disclosure.consult'),
    by('条例32', 'consulting', 'inHand', 'disclosure.consult'),
    by('条例32', 'consulting', 'inReview', 'disclosure.consult'),
    by('G3.2', 'inHand', 'inReview', 'review.draft', 'review.revise'),
    by('G3.2', 'inReview', 'inHand', 'review.decide', 'review.close'),
    by('条例36', 'inHand', 'drafted', 'disclosure.reply'),
    by('G3.3', 'drafted', 'inHand', 'disclosure.approve', 'review.close'),
    by('B1', 'drafted', 'inReview', 'review.revise'),
    by('G3.3', 'drafted', 'answered', 'disclosure.approve'),
    by('B1', 'answered', 'inReview', 'review.revise'),
    by('B1', 'answered', 'inHand', 'review.close'),
    by('G3.3', 'answered', 'delivered', 'disclosure.deliver'),
    ...OPEN_ITEM.map((from) => by('条例29', from, 'ended', 'disclosure.close')),
  ],
  otherwise: 'A4(1)4',
}
