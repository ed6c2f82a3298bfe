import { limits } from '../../../contract/limits.ts'
import { go } from '../../app/routes.tsx'
import { useSession } from '../../app/session.tsx'
import { CheckField, MinuteField, TextField } from '../../components/fields.tsx'
import { PeopleField } from '../../components/people-field.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { RecordPane } from '../../components/record-pane.tsx'

type Typed = { envelopeNo: string; sender: string; receivedAt: string; sealIntact: boolean; sealNote: string; personalFor: number | undefined }

/** F6 签收信封: signed for unopened; an 亲启件 names its addressee, who alone may open it (F1(1)a, d). */
export const Receive = ({ onClose }: { onClose: () => void }) => {
  const { now } = useSession()
  const form = useActForm<'documents.receive', Typed>('documents.receive', {
    start: { envelopeNo: '', sender: '', receivedAt: now, sealIntact: true, sealNote: '', personalFor: undefined },
    input: (typed) => typed,
    done: () => go('today'),
  })
  const { fields } = form
  return (
    <RecordPane title="签收信封" full>
      <ActForm of={form} ok="签收" onClose={onClose}>
        <TextField form={fields} name="envelopeNo" label="信封编号" max={limits.envelopeNo} first required />
        <TextField form={fields} name="sender" label="来文机关" max={limits.unit} required />
        <MinuteField form={fields} name="receivedAt" label="收文时间" day={now.slice(0, 10)} required />
        <CheckField form={fields} name="sealIntact" label="密封" says="完好" />
        {!fields.watch('sealIntact') && <TextField form={fields} name="sealNote" label="密封情况" max={limits.note} required />}
        <PeopleField form={fields} name="personalFor" label="亲启人" hint="写明亲启的选收件人，只能由其本人拆封（F1(1)d）" />
      </ActForm>
    </RecordPane>
  )
}
