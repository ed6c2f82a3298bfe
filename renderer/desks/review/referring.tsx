import { limits } from '../../../contract/limits.ts'
import { REVIEW_CONCLUSIONS, type ReviewConclusion, reviewOutcomeLabel } from '../../../contract/terms.ts'
import { useSession } from '../../app/session.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DayField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { PickField } from '../../components/pick-field.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { symbolIsWhole, symbolWritten } from '../documents/written.ts'
import type { ActProps } from './acts.tsx'

type Sent = { letter: string; organ: string; sentOn: string; text: string; cause: string; others: string[] }

const stepBoxes = <F extends string>(...names: F[]) => Object.fromEntries(names.map((name) => [`step.${name}`, name]))

/** 报请 with the three materials, as the 组长 decided (B12–B14). */
const Send = ({ of: review, onDone, onClose }: ActProps) => {
  const { now } = useSession()
  const form = useActForm<'review.refer', Sent>('review.refer', {
    start: { letter: '', organ: '', sentOn: '', text: `第${review.version}版，${review.versions.at(-1)?.pages}页`, cause: '', others: [] },
    input: ({ letter, ...typed }) => ({
      review: review.id,
      version: review.version,
      step: { kind: 'sent', letter: symbolWritten(letter), ...typed },
    }),
    done: onDone,
    boxes: stepBoxes('letter', 'organ', 'sentOn', 'text', 'cause', 'others'),
  })
  const { fields } = form
  return (
    <Dialog title={`报请确定　${review.number}　第${review.version}版`} width={640}>
      <ActForm of={form} ok="报请" says="批复登记以前不得发布、确定、更换文本（B13）" onClose={onClose} over>
        <TextField form={fields} name="letter" label="报请公文文号" max={limits.symbol} whole={symbolIsWhole} first required />
        <TextField form={fields} name="organ" label="报送机关" max={limits.unit} hint="保密行政管理部门或者有确定权的机关" required />
        <DayField
          form={fields}
          name="sentOn"
          label="报请日期"
          day={now.slice(0, 10)}
          hint={review.referClock?.due ? `不迟于${review.referClock.due}（实施条例25）` : ''}
          required
        />
        <TextField form={fields} name="text" label="① 信息文本" max={limits.note} hint="申请确定的信息文本，所附的是哪一版、几页（B14）" required />
        <TextField form={fields} name="cause" label="② 原因公文" max={limits.note} hint="说明不能确定原因的公文，它的文号（B14）" required />
        <SelectField form={fields} name="others" label="③ 其他材料" choices={[]} many free hint="几份的用“、”隔开；没有的不填" />
      </ActForm>
    </Dialog>
  )
}

type Answer = { number: string; repliedOn: string; conclusion: ReviewConclusion | undefined; words: string }

/** 批复, as it came (B13). */
const Reply = ({ of: review, onDone, onClose }: ActProps) => {
  const { now } = useSession()
  const form = useActForm<'review.refer', Answer>('review.refer', {
    start: { number: '', repliedOn: '', conclusion: undefined, words: '' },
    input: ({ number, conclusion, ...typed }) => ({
      review: review.id,
      version: review.version,
      step: { kind: 'reply', number: symbolWritten(number), conclusion: conclusion as ReviewConclusion, ...typed },
    }),
    done: onDone,
    boxes: stepBoxes('number', 'repliedOn', 'conclusion', 'words'),
  })
  const { fields } = form
  const sent = review.referrals.at(-1)
  return (
    <Dialog title={`登记批复　${review.number}　第${review.version}版`} width={760}>
      <ActForm of={form} ok="登记" says="登记以后由组长按批复的结论确定（B13）" onClose={onClose} over>
        {sent && (
          <p className="quiet">
            {sent.sentOn}以{sent.letter}报{sent.organ}
          </p>
        )}
        <TextField form={fields} name="number" label="批复文号" max={limits.symbol} whole={symbolIsWhole} first required />
        <DayField form={fields} name="repliedOn" label="批复日期" day={now.slice(0, 10)} required />
        <PickField
          form={fields}
          name="conclusion"
          label="结论"
          choices={REVIEW_CONCLUSIONS.map((value) => ({ value, label: reviewOutcomeLabel[value] }))}
          required
        />
        <TextField form={fields} name="words" label="批复内容" max={limits.opinion} />
      </ActForm>
    </Dialog>
  )
}

/** F9 报请确定, and its 批复. */
export const Refer = (props: ActProps) => (props.of.state === 'referred' ? <Reply {...props} /> : <Send {...props} />)
