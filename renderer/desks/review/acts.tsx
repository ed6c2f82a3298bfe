import { lazy, Suspense, useState } from 'react'
import type { ReviewView } from '../../../contract/review-views.ts'
import { go, useRoute } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { type Act, Acts } from '../../components/acts.tsx'
import { Consult } from './consulting.tsx'
import { Decide, Examine } from './deciding.tsx'
import { HandOn } from './handing-on.tsx'
import { Opine } from './opining.tsx'
import { Refer } from './referring.tsx'
import { Close, Release } from './releasing.tsx'

const ReviewPaper = lazy(() => import('../../paper/review-preview.tsx'))
const ReferralPaper = lazy(() => import('../../paper/referral-preview.tsx'))

export type ActProps = { of: ReviewView; onDone: () => void; onClose: () => void }

const keys: Record<string, string> = {
  'review.opine': 'F4',
  'review.examine': 'F6',
  'review.decide': 'F6',
  'review.consult': 'F7',
  'review.refer': 'F9',
  'review.release': 'F9',
  'review.revise': 'F2',
  'review.text': 'Ctrl+B',
  'paper.review': 'F8',
}

/** F8 打印保密审查表. Opening the pages is a recorded print. */
const Print = ({ of: { id }, onClose }: ActProps) => (
  <Suspense fallback={null}>
    <ReviewPaper id={id} onClose={onClose} />
  </Suspense>
)
const PrintReferral = ({ of: { id }, onClose }: ActProps) => (
  <Suspense fallback={null}>
    <ReferralPaper id={id} onClose={onClose} />
  </Suspense>
)

/** In the order of the work; each opens its small form, 更换文本 and 审查文本 a page of their own. */
const forms: Record<string, ((props: ActProps) => React.JSX.Element | null) | null> = {
  'review.opine': Opine,
  'review.examine': Examine,
  'review.decide': Decide,
  'review.refer': Refer,
  'review.release': Release,
  'review.consult': Consult,
  'review.revise': null,
  'review.handOn': HandOn,
  'review.close': Close,
  'review.text': null,
  'paper.review': Print,
  'paper.referral': PrintReferral,
}
const order = Object.keys(forms)
/** 更换文本 is the next step where the 组长 asked for another text; 归档 once it is public or refused. */
const mainOf = ({ state }: ReviewView) => {
  if (state === 'toChange' || state === 'toDeclassify') return ['review.revise']
  if (state === 'released' || state === 'onApplication' || state === 'withheld') return ['review.close']
  return ['review.opine', 'review.examine', 'review.decide', 'review.refer', 'review.release']
}

const printed = (call: string, label: string): Act => ({ call, label, allowed: true, why: null })

/** `#/review/12/opine` opens the case with this act begun: from 今日 it is one click less. */
const begun = (acts: readonly Act[], sub: string | null) => acts.find((act) => act.allowed && act.call === `review.${sub}`)?.call ?? null

/** The next acts of a case as buttons. What a clause stands against is shown with that clause. */
export const ReviewActs = ({ of: review }: { of: ReviewView }) => {
  const may = useMay()
  const { sub } = useRoute()
  const [open, setOpen] = useState<string | null>(() => begun(review.acts, sub))
  const papers = [
    ...(review.versions.some(({ text }) => text !== null) ? [printed('review.text', '查看审查文本')] : []),
    ...(may('paper.review') ? [printed('paper.review', '打印保密审查表')] : []),
    ...(may('paper.referral') && review.referrals.length > 0 ? [printed('paper.referral', '打印送审函')] : []),
  ]
  const offered = [...review.acts, ...papers].map((act) =>
    act.call === 'review.refer' && review.state === 'referred' ? { ...act, label: '登记批复' } : act,
  )
  const acts = order.flatMap((call) => offered.filter((act) => act.call === call))
  const close = () => {
    setOpen(null)
    if (sub) go('review', review.id)
  }
  const run = ({ call }: Act) => (forms[call] === null ? go('review', review.id, call.replace('review.', '')) : setOpen(call))
  const Form = open === null ? null : forms[open]
  return (
    <>
      <Acts acts={acts} keys={keys} main={mainOf(review)} enabled={open === null} run={run} />
      {Form && <Form of={review} onDone={close} onClose={close} />}
    </>
  )
}
