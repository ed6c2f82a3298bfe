import type { DisclosureConsult } from '../../../contract/disclosure-views.ts'
import { limits } from '../../../contract/limits.ts'
import { ASKED, type Asked, askedLabel, CONSULT_ANSWERS, type ConsultAnswer, consultAnswerLabel } from '../../../contract/terms.ts'
import { useSession } from '../../app/session.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DayField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { PickField } from '../../components/pick-field.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { titleOf } from './about.tsx'
import type { ItemActProps } from './acts.tsx'

type Typed = {
  kind: 'sent' | 'answered'
  whom: Asked | undefined
  to: string
  about: string
  sentOn: string
  consult: number | undefined
  answer: ConsultAnswer | undefined
  answeredOn: string
  words: string
}

const start = (waiting: readonly DisclosureConsult[]): Typed => ({
  ...{ kind: waiting.length > 0 ? 'answered' : 'sent', whom: undefined, to: '', about: '', sentOn: '' },
  ...{ consult: waiting.length === 1 ? waiting[0]?.id : undefined, answer: undefined, answeredOn: '', words: '' },
})

/** Its fields are those of the step that the vault takes. */
const boxes = Object.fromEntries(
  ['whom', 'to', 'about', 'sentOn', 'consult', 'answer', 'answeredOn', 'words'].map((name) => [`step.${name}`, name as keyof Typed]),
)

const clockOf = ({ sentOn, clock }: DisclosureConsult) =>
  `${sentOn}发出，${clock.days}个工作日，${clock.due ? `到${clock.due}` : '期限所在年份没有工作日历'}`

/** What silence means, once the clock is out (条例32, 34). */
const silence: Record<Asked, string> = {
  thirdParty: '第三方逾期未提出意见的，由本机关依照条例决定是否公开（条例32）',
  coMaker: '共同制作机关逾期不提出意见的，视为同意公开（条例34）',
}

/** F7 征求第三方 or 共同制作机关 意见 on an item; then what was answered (条例32, 34). */
export const Consult = ({ of: view, item, onDone, onClose }: ItemActProps) => {
  const day = useSession().now.slice(0, 10)
  const waiting = item.consults.filter(({ answer }) => answer === null)
  const form = useActForm<'disclosure.consult', Typed>('disclosure.consult', {
    start: start(waiting),
    input: ({ kind, whom, to, about, sentOn, consult, answer, answeredOn, words }) => ({
      item: item.id,
      step:
        kind === 'sent'
          ? { kind, whom: whom as Asked, to, about, sentOn }
          : { kind, consult: consult as number, answer: answer as ConsultAnswer, answeredOn, words },
    }),
    done: onDone,
    boxes,
  })
  const { fields } = form
  const sent = fields.watch('kind') === 'sent'
  const one = waiting.find(({ id }) => id === fields.watch('consult'))
  return (
    <Dialog title={titleOf('征求意见', view, item)} width={680}>
      <ActForm of={form} ok="登记" says="征求意见所需时间不计入答复期限（条例33）" onClose={onClose} over>
        {waiting.length > 0 && (
          <PickField
            form={fields}
            name="kind"
            label="登记"
            choices={[
              { value: 'sent', label: '再征求一方' },
              { value: 'answered', label: '收到意见' },
            ]}
          />
        )}
        {sent ? (
          <>
            <PickField form={fields} name="whom" label="征求" choices={ASKED.map((value) => ({ value, label: askedLabel[value] }))} first required />
            <TextField form={fields} name="to" label="名称" max={limits.unit} required />
            <TextField
              form={fields}
              name="about"
              label="征求什么"
              max={limits.opinion}
              rows={2}
              hint="写进征询函：涉及对方的哪些信息，是否同意公开"
              required
            />
            <DayField form={fields} name="sentOn" label="发出日期" day={day} hint="对方答复的期限从次日起算；这段时间答复期限停计" required />
          </>
        ) : (
          <>
            <SelectField
              form={fields}
              name="consult"
              label="谁的意见"
              choices={waiting.map(({ id, to, whom }) => ({ value: id, label: to, beside: askedLabel[whom] }))}
              hint={one && clockOf(one)}
              required
            />
            <PickField
              form={fields}
              name="answer"
              label="意见"
              choices={CONSULT_ANSWERS.map((value) => ({ value, label: consultAnswerLabel[value] }))}
              hint={one && silence[one.whom]}
              first
              required
            />
            <DayField form={fields} name="answeredOn" label="收到日期" day={day} hint="逾期未答复的，填认定的日期，在期满以后" required />
            <TextField form={fields} name="words" label="意见内容" max={limits.opinion} rows={2} />
          </>
        )}
      </ActForm>
    </Dialog>
  )
}
