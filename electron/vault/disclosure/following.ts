import type { ReviewOutcome, ReviewState } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Read, Work } from '../door/unit.ts'
import { extensionOf, pausesOf, recount } from './clocks.ts'
import { disclosureLifecycle, itemLifecycle } from './lifecycle.ts'
import {
  type DisclosureRecord,
  isOwnItem,
  type ItemRecord,
  itemRecord,
  itemsOf,
  nameOfItem,
  ofItem,
  since,
  stepsOf,
  type StepRecord,
} from './records.ts'

/** Where a review is not decided yet, or is to be reviewed again. */
const UNDECIDED: readonly ReviewState[] = ['drafted', 'pending', 'opined', 'examined', 'toChange', 'toDeclassify', 'toRefer', 'referred', 'answered']
/** Where its decision stands. */
const STANDING: readonly ReviewState[] = ['open', 'onApplication', 'withheld', 'released', 'filed']

export type ItemReview = { id: number; number: string; state: ReviewState; version: number; outcome: ReviewOutcome | null }

/** The reviews that were opened for an item, with what was decided on the text that stands. */
export const reviewsOf = (read: Read, item: number): ItemReview[] =>
  read.all<ItemReview>(
    `SELECT review.id, number, state, version, (SELECT outcome FROM review_step AS s WHERE s.review = review.id AND s.version = review.version AND act = 'decide'
     ORDER BY s.id DESC LIMIT 1) AS outcome FROM review WHERE item = ? ORDER BY review.id`,
    item,
  )

/** Whether a review of an item is not decided yet: it waits for it (B1). */
export const isUnderReview = (read: Read, item: number): boolean => reviewsOf(read, item).some(({ state }) => UNDECIDED.includes(state))

/** What a reply may rest on. */
export type Borne = 'open' | 'withheld'

/** Which replies a review stands behind (B1): decided as 可公开 or 依申请公开, one that gives; as 不予公开, one that withholds; else none. */
export const bearsOf = ({ state, outcome }: Pick<ItemReview, 'state' | 'outcome'>): Borne[] => {
  if (!STANDING.includes(state)) return []
  if (outcome === 'withheld') return ['withheld']
  return outcome === 'open' || outcome === 'onApplication' ? ['open'] : []
}

/** The last review of an item that stands behind a reply of this kind (B1). */
export const decidedReview = (read: Read, item: number, needed: Borne): ItemReview | undefined =>
  reviewsOf(read, item).findLast((review) => bearsOf(review).includes(needed))

/** Whether what a reply rests on still stands, in its very version (C六). */
export const standsStill = (read: Read, { item, facts }: StepRecord): boolean => {
  const rests = facts.review
  if (!rests || item === null) return true
  const now = reviewsOf(read, item).find(({ id }) => id === rests.id)
  return now !== undefined && now.version === rests.version && STANDING.includes(now.state)
}

/** Answered once no item is open, delivered once all are. */
export const settle = (work: Work, { id, state }: DisclosureRecord): DisclosureRecord['state'] => {
  const states = itemsOf(work.read, id).map((item) => item.state)
  const all = states.every((one) => one === 'delivered' || one === 'answered')
  const now = !all ? 'registered' : states.includes('answered') ? 'answered' : 'delivered'
  if (now !== state) work.move(disclosureLifecycle, id, now, since(work))
  return now
}

/** A reply whose review is changed or given up before it is given out goes back, and its clock runs on. */
const takeBack = (work: Work, disclosure: DisclosureRecord, item: ItemRecord, to: 'inHand' | 'inReview') => {
  work.move(itemLifecycle, item.id, to, since(work))
  if (item.state !== 'answered') return
  const steps = ofItem(stepsOf(work.read, disclosure.id), item.id)
  recount(work, disclosure, item, pausesOf(steps), extensionOf(steps))
  settle(work, disclosure)
}

/** Puts an item where its reviews leave it, after an act on one of them: 待审查 while one is not decided, else 承办; and takes back an answer whose review does not stand any more (B1). */
export const followReview = (work: Work, id: number | null): void => {
  const item = id === null ? undefined : itemRecord(work.read, id)
  if (!item) return
  const disclosure = work.read.get<DisclosureRecord>(
    'SELECT id, number, channel, labelled, received_on, state, version FROM disclosure WHERE id = ?',
    item.disclosure,
  ) as DisclosureRecord
  work.about(disclosure.number)
  const to = isUnderReview(work.read, item.id) ? 'inReview' : 'inHand'
  if (item.state === 'inHand' || item.state === 'inReview') {
    if (item.state !== to) work.move(itemLifecycle, item.id, to, since(work))
    return
  }
  if (item.state !== 'drafted' && item.state !== 'answered') return
  const reply = ofItem(stepsOf(work.read, disclosure.id), item.id).findLast(({ act }) => act === 'reply')
  if (reply && !standsStill(work.read, reply)) takeBack(work, disclosure, item, to)
}

/** The item that a review is filed for: one in the hands of the filer's own 科室, and not answered yet (G三.2). */
export const itemToReview = (work: Work, id: number): ItemRecord => {
  const item = itemRecord(work.read, id)
  if (!item || !isOwnItem(work, item))
    return refuse('input.unknownRecord', '没有这项申请，请从本科室承办的申请中选择。', { clause: 'G3.2', field: 'item' })
  const { number } = work.read.get<{ number: string }>('SELECT number FROM disclosure WHERE id = ?', item.disclosure) as { number: string }
  work.about(number)
  if (item.state !== 'inHand' && item.state !== 'consulting' && item.state !== 'inReview')
    refuse('state.forbids', `${nameOfItem({ number }, item)}的答复已拟或者不再办理。需要重新审查的，请先由组长退回重拟。`, {
      clause: 'G3.2',
      field: 'item',
    })
  return item
}
