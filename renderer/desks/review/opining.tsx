import { Fragment } from 'react'
import type { Path, UseFormReturn } from 'react-hook-form'
import { limits } from '../../../contract/limits.ts'
import {
  CHECK_ANSWERS,
  CHECK_ITEMS,
  type CheckAnswer,
  type CheckItem,
  checkAnswerLabel,
  checkItemLabel,
  levelLabel,
  REVIEW_OUTCOMES,
  type ReviewOutcome,
  reviewOutcomeLabel,
  SECRET_LEVELS,
  type SecretLevel,
} from '../../../contract/terms.ts'
import { useSession } from '../../app/session.tsx'
import { TextField } from '../../components/fields.tsx'
import { PickField } from '../../components/pick-field.tsx'
import type { Unsigned } from '../../components/signed-form.ts'
import type { ActProps } from './acts.tsx'
import { About } from './about.tsx'
import { GroundsBoxes, type GroundsTyped, groundsWritten } from './grounds.tsx'
import { SignedStep } from '../../components/signed-step.tsx'

type Typed = GroundsTyped & {
  checklist: Record<CheckItem, CheckAnswer | undefined>
  notes: Record<CheckItem, string>
  level: SecretLevel | undefined
  proposal: ReviewOutcome | undefined
}

const ofItems = <V,>(value: (item: CheckItem) => V) => Object.fromEntries(CHECK_ITEMS.map((item) => [item, value(item)])) as Record<CheckItem, V>
/** What the note of an item is told at. */
const boxes = {
  ...Object.fromEntries(CHECK_ITEMS.map((item) => [`checklist.${item}.note`, `notes.${item}` as Path<Typed>])),
  'checklist.stateSecret.level': 'level' as Path<Typed>,
}
const levels = SECRET_LEVELS.map((value) => ({ value, label: levelLabel[value] }))
const answers = CHECK_ANSWERS.map((value) => ({ value, label: checkAnswerLabel[value] }))

/** Item by item: 是, 否, 不确定, and why when it is not 否; none is answered beforehand (B2). */
const Checklist = ({ form }: { form: UseFormReturn<Typed> }) => {
  const given = form.watch('checklist')
  return (
    <div>
      {CHECK_ITEMS.map((item, place) => (
        <Fragment key={item}>
          <div className="review-item">
            <PickField form={form} name={`checklist.${item}`} label={checkItemLabel[item]} choices={answers} first={place === 0} required />
            {(given[item] === 'yes' || given[item] === 'unsure') && (
              <TextField form={form} name={`notes.${item}`} label="情况" max={limits.note} required />
            )}
          </div>
          {item === 'stateSecret' && (given[item] === 'yes' || given[item] === 'unsure') && (
            <PickField
              form={form}
              name="level"
              label="拟定密级"
              hint="此后本件的清单、表、导出都标这个密级（实施条例25）"
              choices={levels}
              required
            />
          )}
        </Fragment>
      ))}
    </div>
  )
}

const inputOf = ({ id, version }: ActProps['of'], { checklist, notes, level, proposal, reason, ...grounds }: Typed): Unsigned<'review.opine'> => ({
  review: id,
  version,
  checklist: Object.fromEntries(
    CHECK_ITEMS.flatMap((item) => {
      const answer = checklist[item]
      return answer === undefined
        ? []
        : [[item, { answer, ...(answer === 'no' ? {} : { note: notes[item], ...(item === 'stateSecret' && level && { level }) }) }]]
    }),
  ),
  proposal: proposal as ReviewOutcome,
  reason,
  ...groundsWritten(proposal, checklist, grounds),
})

/** What is signed for, in words. */
const Told = ({ checklist, proposal, reason }: Unsigned<'review.opine'>) => (
  <p>
    审查清单：
    {CHECK_ITEMS.map((item) => `${checkItemLabel[item]} ${checklist[item] ? checkAnswerLabel[checklist[item].answer] : '未填'}`).join('、')}
    {checklist.stateSecret?.level && `；拟定密级 ${levelLabel[checklist.stateSecret.level]}`}
    <br />
    意见：<strong>{reviewOutcomeLabel[proposal]}</strong>（{reason}）
  </p>
)

/** F4 签署科室审查意见 (B2, B7): by whoever of the 科室 is signed in, or in place. */
export const Opine = ({ of: review, onDone, onClose }: ActProps) => {
  const { roles, person } = useSession()
  return (
    <SignedStep<'review.opine', Typed>
      call="review.opine"
      title={`科室审查意见　${review.number}　第${review.version}版`}
      rule="逐项审查，缺一项不能提交（B2）"
      signer={`请${review.department}的人员核对，当场签字（B7）`}
      mine={roles.includes('section') && person.department === review.department}
      other={roles.includes('officer')}
      start={
        {
          checklist: ofItems(() => undefined),
          notes: ofItems(() => ''),
          level: undefined,
          proposal: undefined,
          reason: '',
          basis: [],
          interest: '',
        } as never
      }
      input={(typed) => inputOf(review, typed)}
      boxes={boxes}
      asked={<About of={review} />}
      told={(input) => <Told {...input} />}
      onDone={onDone}
      onClose={onClose}
    >
      {(form) => (
        <>
          <Checklist form={form} />
          <PickField
            form={form}
            name="proposal"
            label="意见"
            choices={REVIEW_OUTCOMES.map((value) => ({ value, label: reviewOutcomeLabel[value] }))}
            required
          />
          <GroundsBoxes form={form} outcome={form.watch('proposal')} answers={form.watch('checklist')} reason="为什么是这个意见（B7）" required />
        </>
      )}
    </SignedStep>
  )
}
