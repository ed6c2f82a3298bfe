import type { Clause } from '../../../contract/clauses.ts'
import { GIVING_KINDS, type ReplyKind, replyRule } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Read, Work } from '../door/unit.ts'
import { secretInReview } from '../review/outcomes.ts'
import { holdersAnswers } from '../review/records.ts'
import { decidedReview, type ItemReview } from './following.ts'
import { consultsOf, type DisclosureRecord, type ItemRecord, lastOf, type StepRecord } from './records.ts'

/** A reply as it is drafted. */
export type Drafted = { kind: ReplyKind; reason: string | undefined; given: string | undefined; organ: string | undefined }
type Case = { disclosure: DisclosureRecord; item: ItemRecord; steps: readonly StepRecord[]; all: readonly StepRecord[] }

const no = (message: string, clause: Clause, field = 'kind') => refuse('rule.forbids', message, { clause, field })
const missing = (message: string, field: string) => refuse('input.missing', message, { clause: '条例36', field })

/** What each kind must say: why, of whatever is not simply given; what or where, of what is given or to be found elsewhere; which organ. */
const refuseUnsaid = ({ kind, reason, given, organ }: Drafted) => {
  const { label, row } = replyRule[kind]
  if (row !== 'open' && reason === undefined) missing(`“${label}”的，应当说明理由。`, 'reason')
  if (GIVING_KINDS.some((one) => one === kind) && given === undefined) missing(`“${label}”的，请写明提供的文本，或者获取的方式、途径。`, 'given')
  if (kind === 'notOurs' && organ === undefined) missing('不属于本机关负责公开的，请写明负责公开的机关及其联系方式；不能确定的，写明情况。', 'organ')
}

/** The decided review that a reply rests on (B1 先审查、后公开); none where its kind needs none. */
const reviewBehind = (read: Read, { item }: Case, { kind }: Drafted): ItemReview | null => {
  const { label, review } = replyRule[kind]
  if (review === null) return null
  const found = decidedReview(read, item.id, review)
  if (found) return found
  const outcome = review === 'open' ? '可公开或者依申请公开' : '不予公开'
  return no(`先审查、后公开：答复“${label}”须有本项的保密审查，并由组长确定为${outcome}。请先提交审查。`, 'B1')
}

/** Whom it concerns was asked: 不予公开 for a third party's sake needs its opinion, and giving it against an opinion needs a reason (条例15, 32, 34). */
const refuseUnheard = (read: Read, { steps }: Case, { kind, reason }: Drafted, review: ItemReview | null) => {
  const consults = consultsOf(steps)
  const answers = [
    ...consults.filter(({ whom }) => whom === 'thirdParty').map(({ answer }) => answer),
    ...(review ? holdersAnswers(read, review.id, review.version) : []),
  ]
  if (kind === 'thirdParty') {
    if (answers.length === 0) no('以保护第三方合法权益不予公开的，应当先书面征求第三方的意见。', '条例32')
    if (answers.every((answer) => answer === 'agrees')) no('第三方同意公开的，不得以保护第三方合法权益不予公开。', '条例15')
  }
  const against = [...answers, ...consults.map(({ answer }) => answer)].includes('refuses')
  if (against && replyRule[kind].review === 'open' && reason === undefined)
    missing('第三方或者共同制作机关不同意公开的，请写明仍予公开的理由（公共利益或者异议理由不成立）。', 'reason')
}

/** Some kinds rest on what was done before. */
const refuseUnprepared = (read: Read, { disclosure, all }: Case, { kind }: Drafted) => {
  if (kind === 'unclear' && !lastOf(all, 'askSupplement')) no('没有告知过补正的，不得以“补正后申请内容仍不明确”答复。', '条例30')
  if (kind === 'unpaid' && !read.get("SELECT 1 FROM disclosure_letter WHERE disclosure = ? AND kind = 'fee'", disclosure.id))
    no('没有发出过收费通知的，不得以“逾期未缴纳费用”答复。', '条例36')
}

/** Why what a reply gives out is, or comes from, what is still marked a state secret (B10); null when it does not, or gives nothing. */
export const secretBehind = (read: Read, reply: StepRecord | undefined): string | null => {
  const rests = reply?.facts.review
  return rests && replyRule[reply?.outcome as ReplyKind].review === 'open' ? secretInReview(read, rests.id) : null
}

/** Refuses a reply that its kind, its review or its askings do not bear; gives the review that stands behind it. */
export const groundsOf = (work: Work, about: Case, drafted: Drafted): ItemReview | null => {
  refuseUnsaid(drafted)
  refuseUnprepared(work.read, about, drafted)
  const review = reviewBehind(work.read, about, drafted)
  const secret = review && replyRule[drafted.kind].review === 'open' ? secretInReview(work.read, review.id) : null
  if (secret) no(`${secret}不得提供，请重新审查。`, 'B10')
  refuseUnheard(work.read, about, drafted, review)
  return review
}
