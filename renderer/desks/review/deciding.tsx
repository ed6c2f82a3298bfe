import { limits } from '../../../contract/limits.ts'
import type { ReviewView } from '../../../contract/review-views.ts'
import { REVIEW_OUTCOMES, type ReviewDecision, reviewOutcomeLabel } from '../../../contract/terms.ts'
import { useSession } from '../../app/session.tsx'
import { TextField } from '../../components/fields.tsx'
import { PickField } from '../../components/pick-field.tsx'
import { About, outcomeInWords, stepOf } from './about.tsx'
import type { ActProps } from './acts.tsx'
import { type AnswersTyped, GroundsBoxes, type GroundsTyped, groundsWritten } from './grounds.tsx'
import { SignedStep } from '../../components/signed-step.tsx'

const RETURN = { value: 'return', label: '退回科室' }

/** F6 小组审核 (B5, B7): agrees, or gives it back with a reason. */
export const Examine = ({ of: review, onDone, onClose }: ActProps) => {
  const { roles } = useSession()
  return (
    <SignedStep<'review.examine', { agree: 'yes' | 'return' | undefined; opinion: string }>
      call="review.examine"
      title={`小组审核　${review.number}　第${review.version}版`}
      rule="科室意见、小组审核、组长确定由三人办理（B7）"
      signer="请审查人员核对，当场签字；办过本件其他步骤的不得审核（B7）"
      mine={roles.includes('reviewer')}
      other={roles.includes('officer')}
      start={{ agree: undefined, opinion: '' }}
      input={({ agree, opinion }) => ({
        review: review.id,
        version: review.version,
        agree: agree === undefined ? (undefined as never) : agree === 'yes',
        opinion,
      })}
      asked={<About of={review} />}
      told={({ agree, opinion }) => (
        <p>
          审核：<strong>{agree ? '同意' : '退回科室'}</strong>
          {opinion && `（${opinion}）`}
        </p>
      )}
      onDone={onDone}
      onClose={onClose}
    >
      {(form) => (
        <>
          <PickField form={form} name="agree" label="审核" choices={[{ value: 'yes', label: '同意' }, RETURN]} first required />
          <TextField form={form} name="opinion" label="意见" max={limits.opinion} rows={2} hint="退回科室的必填" />
        </>
      )}
    </SignedStep>
  )
}

/** After a 批复 what it concludes, else every outcome; and back to the 科室 (B13). */
const choicesOf = ({ state, referrals }: ReviewView) => {
  const reply = state === 'answered' ? referrals.at(-1)?.reply : null
  const outcomes = reply ? [reply.conclusion] : REVIEW_OUTCOMES
  return [...outcomes.map((value) => ({ value, label: reviewOutcomeLabel[value] as string })), ...(reply ? [] : [RETURN])]
}

type Typed = GroundsTyped & { outcome: ReviewDecision | undefined }

/** The 批复 that is to be followed. */
const Reply = ({ of: { state, referrals } }: { of: ReviewView }) => {
  const reply = state === 'answered' ? referrals.at(-1)?.reply : null
  return (
    reply && (
      <p>
        批复 {reply.number}：<strong>{reviewOutcomeLabel[reply.conclusion]}</strong>
        {reply.words && `（${reply.words}）`}，应按批复确定（B13）。
      </p>
    )
  )
}

/** F6 组长确定 (B7): one of the outcomes, or back to the 科室. */
export const Decide = ({ of: review, onDone, onClose }: ActProps) => {
  const { roles } = useSession()
  const opinion = stepOf(review, 'opinion')
  const answers: AnswersTyped = Object.fromEntries((opinion?.checklist ?? []).map(({ item, answer }) => [item, answer]))
  return (
    <SignedStep<'review.decide', Typed>
      call="review.decide"
      title={`组长确定　${review.number}　第${review.version}版`}
      rule="经科室意见、小组审核，由组长确定（B7）"
      signer="请组长核对，当场签字；办过本件其他步骤的不得确定（B7）"
      mine={roles.includes('groupLeader')}
      other={roles.includes('officer')}
      start={{ outcome: undefined, reason: '', basis: opinion?.basis ?? [], interest: opinion?.interest ?? '' }}
      input={({ outcome, reason, ...grounds }) => ({
        review: review.id,
        version: review.version,
        outcome: outcome as ReviewDecision,
        reason,
        ...groundsWritten(outcome, answers, grounds),
      })}
      asked={
        <>
          <About of={review} />
          <Reply of={review} />
        </>
      }
      told={({ outcome, reason }) => (
        <p>
          确定为：<strong>{outcomeInWords({ outcome, agree: null })}</strong>
          {reason && `（${reason}）`}
        </p>
      )}
      onDone={onDone}
      onClose={onClose}
    >
      {(form) => (
        <>
          <PickField form={form} name="outcome" label="确定为" choices={choicesOf(review)} first required />
          <GroundsBoxes form={form} outcome={form.watch('outcome')} answers={answers} reason="可公开的可不填，其余注明理由（B7）" />
        </>
      )}
    </SignedStep>
  )
}
