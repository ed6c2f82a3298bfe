import type { ReferralPaper } from '../../contract/paper.ts'
import type { ReviewReferral } from '../../contract/review-views.ts'
import { checkItemLabel, REVIEW_CONCLUSIONS, reviewOutcomeLabel } from '../../contract/terms.ts'
import { DAY_BY_HAND } from './boxes.tsx'
import type { Form } from './pages.tsx'
import { byHand } from './rows.tsx'
import { Signed } from './signed.tsx'
import { symbolOrSummary, ticked } from './review.tsx'
import { boxesOn, half, whole } from './template.tsx'
import { dayOnLine, yearOfInstant } from './wording.ts'

type Review = ReferralPaper['review']

const CONCLUSIONS = REVIEW_CONCLUSIONS.map((value) => ({ value, label: reviewOutcomeLabel[value] }))

/** What is not certain, and why: as the 科室 answered the items and the 组长 decided on this text (B12). */
const doubtsOf = ({ steps }: Review, { version }: ReviewReferral) => {
  const own = steps.filter((step) => step.version === version)
  const opinion = own.findLast(({ act }) => act === 'opinion')
  const unsure = opinion?.checklist?.filter(({ answer }) => answer === 'unsure') ?? []
  const decided = own.findLast(({ act, outcome }) => act === 'decide' && outcome === 'refer')
  return {
    unsure: unsure.map(({ item, note }) => `${checkItemLabel[item]}${note ? `（${note}）` : ''}`).join('；'),
    reason: [opinion?.words && `科室：${opinion.words}`, decided?.words && `组长：${decided.words}`].filter(Boolean).join('\n'),
    sent: own.findLast(({ act }) => act === 'refer')?.signature ?? null,
  }
}

/** The 批复 once it came; until then boxes for whoever answers. */
const replyBox = ({ reply }: ReviewReferral) => {
  if (!reply) return whole(`${ticked(CONCLUSIONS, [])}`, 'sheet-opinion', byHand('受理机关', `文号：　　　　　　　　${DAY_BY_HAND}`))
  return whole(`${dayOnLine(reply.repliedOn)}　${reply.number}　${ticked(CONCLUSIONS, [reply.conclusion])}${reply.words ? `。${reply.words}` : ''}`)
}

/** The 送审函 of the last 报请: A4 portrait, to go with its three materials to whoever determines (B13, B14). */
export const referralForm = ({ frame, review }: ReferralPaper): Form => {
  const referral = review.referrals.at(-1) as ReviewReferral
  const text = review.versions.find(({ version }) => version === referral.version) ?? review.versions[0]
  const { unsure, reason, sent } = doubtsOf(review, referral)
  const { handler = '', leader = '' } = frame.template.signers
  const year = yearOfInstant(review.enteredAt)
  return {
    frame,
    landscape: false,
    title: '政务信息公开保密审查送审函',
    about: (
      <>
        <span>审查编号：{review.number}</span>
        <span>下列信息能否公开，本单位不能确定，现报请确定。</span>
      </>
    ),
    rule: '批复以前不得公开',
    sections: boxesOn<'referral'>(frame.template, {
      letter: half(referral.letter),
      sentOn: half(dayOnLine(referral.sentOn)),
      organ: whole(referral.organ),
      title: whole(text?.title ?? ''),
      symbol: whole(text ? symbolOrSummary(text) : ''),
      unit: half(review.unit),
      version: half(`第 ${referral.version} 版　${text?.pages ?? ''} 页`),
      unsure: whole(unsure),
      reason: whole(reason, 'sheet-opinion'),
      text: whole(`☑ ${referral.text}`),
      cause: whole(`☑ ${referral.cause}`),
      others: whole(referral.others.length > 0 ? `☑ ${referral.others.join('、')}` : '□'),
      sent: whole(
        '',
        'sheet-opinion',
        sent ? (
          <div className="paper-signature">
            <Signed mark={sent} year={year} />
          </div>
        ) : (
          byHand(handler)
        ),
      ),
      seal: whole('', 'sheet-opinion', byHand(leader)),
      reply: replyBox(referral),
    }),
  }
}
