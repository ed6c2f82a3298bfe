import { limits } from '../../../contract/limits.ts'
import { BREACH_KINDS, type BreachKind, breachKindLabel, LOSING_KINDS } from '../../../contract/terms.ts'
import { useMay } from '../../app/session.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ChoiceField, MinuteField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { PeopleField } from '../../components/people-field.tsx'
import { SelectField } from '../../components/select-field.tsx'

/** Whose report it is: one's own, of a letter without a name, or what somebody told the 保密员. */
type Source = 'self' | 'letter' | 'told'
type Reported = {
  kind: BreachKind
  note: string
  numbers: string[]
  persons: number[]
  discoveredAt: string
  source: Source
  reporter: number | undefined
}

const kinds = BREACH_KINDS.map((value) => ({ value, label: breachKindLabel[value] }))
const sources = [
  { value: 'self', label: '本人发现' },
  { value: 'letter', label: '匿名来信' },
  { value: 'told', label: '他人举报' },
]

const reporterOf = (source: Source, reporter: number | undefined) => {
  if (source === 'letter') return { reporter: null }
  return source === 'told' && reporter !== undefined ? { reporter } : {}
}

type Props = { onDone: (done: { id: number; number: string }) => void; onClose: () => void }

/** F7 登记违规: what happened, when it was discovered, which copies; who reports is told to the handler alone (E4). */
export const Report = ({ onDone, onClose }: Props) => {
  const may = useMay()
  const form = useActForm<'breaches.report', Reported>('breaches.report', {
    start: { kind: 'loss', note: '', numbers: [], persons: [], discoveredAt: '', source: 'self', reporter: undefined },
    input: ({ source, reporter, ...told }) => ({ ...told, ...reporterOf(source, reporter) }),
    done: onDone,
  })
  const { fields } = form
  const losing = LOSING_KINDS.some((kind) => kind === fields.watch('kind'))
  return (
    <Dialog title="登记违规" width={720}>
      <ActForm of={form} ok="登记" says="举报人的姓名只有经办人能看到（E4）" onClose={onClose} over>
        <ChoiceField form={fields} name="kind" label="类别" choices={kinds} required />
        <TextField form={fields} name="note" label="经过" max={limits.note} rows={2} first required hint="已知的情况；请不要写举报人的姓名" />
        <MinuteField form={fields} name="discoveredAt" label="发现时间" required hint="24 小时从这时起算（实施条例61）" />
        <SelectField
          form={fields}
          name="numbers"
          label="涉及的份"
          choices={[]}
          many
          free
          required={losing}
          hint="份的编号，多份用、隔开，可以扫描标签；遗失、损毁必填"
        />
        {may('people.choose') && <PeopleField form={fields} name="persons" label="当事人" many hint="已知的；当事人看不到本案，也不能经办" />}
        {may('breaches.found') && <ChoiceField form={fields} name="source" label="来源" choices={sources} />}
        {fields.watch('source') === 'told' && (
          <PeopleField
            form={fields}
            name="reporter"
            label="举报人"
            check={(value) => (value === undefined ? '请填写举报人；不愿具名的选“匿名来信”' : true)}
            required
          />
        )}
      </ActForm>
    </Dialog>
  )
}
