import type { DisclosureView } from '../../../contract/disclosure-views.ts'
import { limits } from '../../../contract/limits.ts'
import { LACKS, type Lack, lackLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { useSession } from '../../app/session.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DayField, NumberField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { OpeningPane, RecordPane } from '../../components/record-pane.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { About, applicationOf, titleOf } from './about.tsx'
import type { ActProps } from './acts.tsx'
import { ApplicationBoxes, type ApplicationTyped, applicationAfter, applicationWritten } from './applicant-boxes.tsx'

type Asked = { lacks: Lack[]; words: string; days: number | undefined; toldOn: string }

/** F2 补正告知: what is lacking and by when, once (条例30). */
export const AskSupplement = ({ of: view, onDone, onClose }: ActProps) => {
  const { now } = useSession()
  const form = useActForm<'disclosure.askSupplement', Asked>('disclosure.askSupplement', {
    start: { lacks: view.lacks, words: '', days: undefined, toldOn: '' },
    input: ({ days, ...typed }) => ({ disclosure: view.id, days: days as number, ...typed }),
    done: onDone,
  })
  const { fields } = form
  const known = view.lacks.length > 0
  return (
    <Dialog title={titleOf('补正告知', view)} width={640}>
      <ActForm of={form} ok="告知" says="一次告知全部要补正的内容；补正以前答复期限不算，补正后从头算（条例30）" onClose={onClose} over>
        <About of={view} />
        <SelectField
          form={fields}
          name="lacks"
          label="需要补正"
          choices={LACKS.map((value) => ({ value, label: lackLabel[value] }))}
          many
          hint="打其中几个字选定，可以选几项"
          first={!known}
          required
        />
        <TextField form={fields} name="words" label="具体说明" max={limits.opinion} rows={2} hint="怎样补正，写给申请人看" first={known} />
        <NumberField form={fields} name="days" label="补正期限" min={1} max={60} unit="个工作日" hint="合理的期限，从告知的次日起算" required />
        <DayField form={fields} name="toldOn" label="告知日期" day={now.slice(0, 10)} required />
      </ActForm>
    </Dialog>
  )
}

type Typed = ApplicationTyped & { receivedOn: string }

/** Only what the 补正 changed is told: the rest stands as it was. */
const changesOf = (typed: ApplicationTyped, before: ApplicationTyped) => {
  const [now, was] = [applicationWritten(typed), applicationWritten(before)]
  return {
    ...(JSON.stringify(now.applicant) === JSON.stringify(was.applicant) ? {} : { applicant: now.applicant }),
    ...(now.content.trim() === was.content.trim() ? {} : { content: now.content }),
    ...(now.providedAs && now.providedAs !== was.providedAs ? { providedAs: now.providedAs } : {}),
    ...(now.obtainedBy && now.obtainedBy !== was.obtainedBy ? { obtainedBy: now.obtainedBy } : {}),
  }
}

const Form = ({ of: view, onClose }: { of: DisclosureView; onClose: () => void }) => {
  const day = useSession().now.slice(0, 10)
  const before = applicationAfter(applicationOf(view))
  const form = useActForm<'disclosure.supplement', Typed>('disclosure.supplement', {
    start: { ...before, receivedOn: '' },
    input: ({ receivedOn, ...typed }) => ({ disclosure: view.id, receivedOn, ...changesOf(typed, before) }),
    done: onClose,
  })
  const asked = view.supplement
  return (
    <RecordPane title={titleOf('收到补正', view)} full>
      <ActForm of={form} ok="收到" says="从收到补正之日起重新计算答复期限，当天不计（条例30、33）" onClose={onClose}>
        {asked && (
          <p>
            {asked.toldOn}告知补正：<strong>{asked.lacks.map((lack) => lackLabel[lack]).join('；')}</strong>
            {asked.words && `（${asked.words}）`}
          </p>
        )}
        <DayField form={form.fields} name="receivedOn" label="收到日期" day={day} hint="收到补正材料的日期" first required />
        <ApplicationBoxes form={form.fields} />
      </ActForm>
    </RecordPane>
  )
}

/** F2 收到补正: the application as it stands now; what was not changed stays (条例30). */
export const Supplement = ({ id, onClose }: { id: number; onClose: () => void }) => {
  const got = useQueryOf('disclosure.get', { disclosure: id })
  return got.data ? <Form of={got.data} onClose={onClose} /> : <OpeningPane title="收到补正" refusal={got.error} onClose={onClose} />
}
