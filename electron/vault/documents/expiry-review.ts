import type { Output, Parsed } from '../../../contract/index.ts'
import type { DocumentState } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Row, Work } from '../door/unit.ts'
import { digestOfWords } from '../storage/bytes.ts'
import { leaderInPlace } from './approving.ts'
import { currentOf } from './correction.ts'
import { documentById } from './document.ts'
import { isGone, isReviewable } from './expiry.ts'
import { markDeclassified } from './notices.ts'

/** Before its period ends a paper is declassified by its issuer alone; what is gone is not reviewed (保密法24). */
const refuseEarly = (work: Work, state: DocumentState, before: Row) => {
  const no = (message: string) => refuse('rule.forbids', message, { clause: '保密法24', field: 'document' })
  if (before.declassified === 1) no('本件已经解密，不再审核。')
  const standing = {
    declassified: false,
    expiresOn: before.expires_on as string | null,
    period: before.period ? JSON.parse(String(before.period)) : null,
  }
  if (!isReviewable(standing, work.wall.slice(0, 10))) no('保密期限尚未届满，不作期满审核。提前解密、变更的，按制发机关的通知办理。')
  if (isGone(state)) no('本件已清退或销毁，不再审核。')
}

/** 期满审核 (必审核): by the 保密员, approved in place by a 分管领导; both sign the same words. */
export const reviewExpiry = (work: Work, input: Parsed<'documents.reviewExpiry'>): Output<'documents.reviewExpiry'> => {
  const { reason, outcome } = input
  const document = documentById(work.read, input.document)
  work.about(document.number)
  const before = currentOf(work, document)
  refuseEarly(work, document.state, before)
  const leader = leaderInPlace(work, input.ticket, '保密法24')
  // While the issuer's answer is waited for it stays what it is: never silently unclassified
  if (outcome === 'declassified') markDeclassified(work, document, { reason })
  const after = currentOf(work, documentById(work.read, document.id))
  const number = work.number('expiryReview')
  const said = { review: number, document: document.number, outcome, before: before.mark, after: after.mark, reason: digestOfWords(reason) }
  const id = work.insert('expiry_review', {
    number,
    document: document.id,
    before: before.id as number,
    after: after.id as number,
    outcome,
    reason,
    at: work.now.toISOString(),
    by_person: work.asking.person.id,
    signature: work.sign(work.me(), 'expiry.review', said),
    approved_by: leader.person.id,
    approve_signature: work.sign(leader, 'expiry.approve', said),
  })
  work.about(number)
  return { id, number, version: Number(after.version) }
}
