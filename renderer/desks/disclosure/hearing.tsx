import { limits } from '../../../contract/limits.ts'
import {
  type ApplicationChannel,
  APPLICATION_CHANNELS,
  applicationChannelLabel,
  HEARD_KINDS,
  type HeardKind,
  heardKindLabel,
} from '../../../contract/terms.ts'
import { usePagesOf } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { useSession } from '../../app/session.tsx'
import { DayField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { ParagraphsField } from '../../components/paragraphs-field.tsx'
import { PickField } from '../../components/pick-field.tsx'
import { RecordPane } from '../../components/record-pane.tsx'
import { SelectField } from '../../components/select-field.tsx'

export type HeardTyped = {
  kind: HeardKind | undefined
  channel: ApplicationChannel | undefined
  heardOn: string
  from: string
  content: string
  disclosure: number | undefined
  answer: string
  improvement: string
}

const empty: HeardTyped = {
  ...{ kind: undefined, channel: undefined, heardOn: '', from: '', content: '' },
  ...{ disclosure: undefined, answer: '', improvement: '' },
}

/** What stands in the answer of an enquiry by telephone: how to apply. */
const HOW_TO_APPLY = '告知填写《政府信息公开申请表》，附身份证明，当面、邮寄、传真或者网络提交'

/** F7 登记咨询反馈: what somebody asked or said, and what was answered or mended (A四(一)1, G三.4). */
export const Hear = ({ start = {}, onClose }: { start?: Partial<HeardTyped>; onClose: () => void }) => {
  const day = useSession().now.slice(0, 10)
  const applications = usePagesOf('disclosure.list', { limit: 50 }).rows
  const form = useActForm<'disclosure.hear', HeardTyped>('disclosure.hear', {
    start: { ...empty, ...start },
    input: ({ kind, channel, disclosure, ...typed }) => ({
      ...typed,
      kind: kind as HeardKind,
      channel: channel as ApplicationChannel,
      ...(disclosure === undefined ? {} : { disclosure }),
    }),
    done: ({ id }) => go('disclosure', null, `heard-${id}`),
  })
  const { fields } = form
  const enquiry = fields.watch('kind') === 'enquiry'
  return (
    <RecordPane title="登记咨询反馈" full>
      <ActForm of={form} ok="登记" says="定期评估和改进的依据（G三.4、G六）" onClose={onClose}>
        <PickField
          form={fields}
          name="kind"
          label="类别"
          choices={HEARD_KINDS.map((value) => ({ value, label: heardKindLabel[value] }))}
          first={start.kind === undefined}
          required
        />
        <PickField
          form={fields}
          name="channel"
          label="方式"
          choices={APPLICATION_CHANNELS.map((value) => ({ value, label: applicationChannelLabel[value] }))}
          required
        />
        <DayField form={fields} name="heardOn" label="日期" day={day} required />
        <TextField form={fields} name="from" label="来自" max={limits.applicant} hint="不愿说明的不填" first={start.kind !== undefined} />
        <ParagraphsField form={fields} name="content" label="内容" max={limits.content} required />
        {!enquiry && (
          <SelectField
            form={fields}
            name="disclosure"
            label="关于申请"
            choices={applications.map(({ id, number, applicant }) => ({ value: id, label: number, beside: applicant.slice(0, 30) }))}
            placeholder="编号、申请人的一部分"
            hint="不关哪一件申请的不选"
          />
        )}
        <TextField form={fields} name="answer" label="答复" max={limits.opinion} rows={2} hint={enquiry ? HOW_TO_APPLY : '怎样答复的'} />
        {!enquiry && <TextField form={fields} name="improvement" label="改进措施" max={limits.opinion} rows={2} hint="据此改了什么（G三.4）" />}
      </ActForm>
    </RecordPane>
  )
}
