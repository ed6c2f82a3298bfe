import { useState } from 'react'
import type { Output } from '../../../contract/index.ts'
import { limits } from '../../../contract/limits.ts'
import { useSession } from '../../app/session.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { RecordPane } from '../../components/record-pane.tsx'
import { CodeBox } from './code-box.tsx'
import { EnvelopeFields, MoreFields, PaperFields } from './register-fields.tsx'
import { Registered } from './registered.tsx'
import { inputOf, type Registration, unregistered } from './registration.ts'

/** F2 新登记, in the order of the paper: envelope, particulars, count, mark, scope (F1(1)a, b). `envelope` is one signed in before. */
export const Register = ({ envelope, onClose }: { envelope: number | null; onClose: () => void }) => {
  const { now } = useSession()
  const day = now.slice(0, 10)
  const [done, setDone] = useState<Output<'documents.register'> | null>(null)
  const form = useActForm<'documents.register', Registration>('documents.register', {
    start: unregistered(now),
    input: (typed) => inputOf(typed, envelope),
    done: setDone,
    boxes: { 'period.basis': 'basis', level: 'mark', period: 'mark', sender: 'envelope.sender' },
  })
  const { fields } = form
  const again = () => {
    fields.reset(unregistered(now))
    setDone(null)
  }
  if (done) return <Registered done={done} onAgain={again} onClose={onClose} />
  return (
    <RecordPane title="收文登记" full>
      <ActForm
        of={form}
        ok="登记"
        onClose={onClose}
        says={`份数先清点后填写；登记后内容不能改，只能另行更正（F1(1)b）。标题不超过${limits.title}字。`}
      >
        <CodeBox form={fields} />
        <div className="intake">
          <fieldset className="intake-main" aria-label="照来文登记">
            <EnvelopeFields form={fields} day={day} signed={envelope !== null} />
            <PaperFields form={fields} day={day} />
          </fieldset>
          <fieldset className="intake-more">
            <legend>其他栏目（没有的留空）</legend>
            <MoreFields form={fields} day={day} />
          </fieldset>
        </div>
      </ActForm>
    </RecordPane>
  )
}
