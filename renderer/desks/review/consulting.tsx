import { limits } from '../../../contract/limits.ts'
import type { ReviewConsult, ReviewView } from '../../../contract/review-views.ts'
import { CONSULT_ANSWERS, type ConsultAnswer, consultAnswerLabel } from '../../../contract/terms.ts'
import { useSession } from '../../app/session.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DayField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { PickField } from '../../components/pick-field.tsx'
import { SelectField } from '../../components/select-field.tsx'
import type { ActProps } from './acts.tsx'

type Typed = {
  kind: 'sent' | 'answered'
  to: string
  letter: string
  sentOn: string
  consult: number | undefined
  answer: ConsultAnswer | undefined
  answeredOn: string
  words: string
}

/** Whoever was asked about this text and has not answered. */
const unanswered = ({ consults, version }: ReviewView) => consults.filter((one) => one.version === version && one.answer === null)

const clockOf = ({ sentOn, days, due }: ReviewConsult) => `${sentOn}发出，${days}个工作日，${due ? `到${due}` : '期限所在年份没有工作日历'}`

const start = (waiting: readonly ReviewConsult[]): Typed => ({
  ...{ kind: waiting.length > 0 ? 'answered' : 'sent', to: '', letter: '', sentOn: '' },
  ...{ consult: waiting.length === 1 ? waiting[0]?.id : undefined, answer: undefined, answeredOn: '', words: '' },
})

/** Its fields are those of the step that the vault takes. */
const boxes = Object.fromEntries(
  ['to', 'letter', 'sentOn', 'consult', 'answer', 'answeredOn', 'words'].map((name) => [`step.${name}`, name as keyof Typed]),
)

/** F7 征求权利人意见 before the decision: to whom it was sent; then what was answered (B4, 条例32). */
export const Consult = ({ of: review, onDone, onClose }: ActProps) => {
  const { now } = useSession()
  const day = now.slice(0, 10)
  const waiting = unanswered(review)
  const form = useActForm<'review.consult', Typed>('review.consult', {
    start: start(waiting),
    input: ({ kind, to, letter, sentOn, consult, answer, answeredOn, words }) => ({
      review: review.id,
      version: review.version,
      step: kind === 'sent' ? { kind, to, letter, sentOn } : { kind, consult: consult as number, answer: answer as ConsultAnswer, answeredOn, words },
    }),
    done: onDone,
    boxes,
  })
  const { fields } = form
  const sent = fields.watch('kind') === 'sent'
  const one = waiting.find(({ id }) => id === fields.watch('consult'))
  return (
    <Dialog title={`征求权利人意见　${review.number}　第${review.version}版`} width={640}>
      <ActForm of={form} ok="登记" says="商业秘密、个人隐私，征求权利人意见（B4）" onClose={onClose} over>
        {waiting.length > 0 && (
          <PickField
            form={fields}
            name="kind"
            label="登记"
            choices={[
              { value: 'sent', label: '发出征求' },
              { value: 'answered', label: '答复' },
            ]}
          />
        )}
        {sent ? (
          <>
            <TextField form={fields} name="to" label="权利人" max={limits.unit} first required />
            <TextField form={fields} name="letter" label="函件文号" max={limits.symbol} />
            <DayField form={fields} name="sentOn" label="发出日期" day={day} hint="答复期限从次日起算" required />
          </>
        ) : (
          <>
            <SelectField
              form={fields}
              name="consult"
              label="权利人"
              choices={waiting.map(({ id, to, sentOn }) => ({ value: id, label: to, beside: `${sentOn}发出` }))}
              hint={one && clockOf(one)}
              required
            />
            <PickField
              form={fields}
              name="answer"
              label="答复"
              choices={CONSULT_ANSWERS.map((value) => ({ value, label: consultAnswerLabel[value] }))}
              first
              required
            />
            <DayField form={fields} name="answeredOn" label="答复日期" day={day} hint="逾期未答复的，填认定的日期，在期满以后" required />
            <TextField form={fields} name="words" label="答复内容" max={limits.opinion} />
          </>
        )}
      </ActForm>
    </Dialog>
  )
}
