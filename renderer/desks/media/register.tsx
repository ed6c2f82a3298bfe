import { limits } from '../../../contract/limits.ts'
import { CONNECTABLE_KINDS, LEVELS, type Level, levelLabel, MEDIUM_KINDS, type MediumKind, mediumKindLabel } from '../../../contract/terms.ts'
import { go } from '../../app/routes.tsx'
import { useSession } from '../../app/session.tsx'
import { CheckField, ChoiceField, DayField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { PeopleField } from '../../components/people-field.tsx'
import { RecordPane } from '../../components/record-pane.tsx'
import { SelectField } from '../../components/select-field.tsx'

type Entry = {
  kind: MediumKind | undefined
  ownNumber: string
  level: Level
  keeper: number | undefined
  department: string
  place: string
  isolated: boolean
  inUseOn: string
  model: string
  remarks: string
}

const kinds = MEDIUM_KINDS.map((value) => ({ value, label: mediumKindLabel[value] }))
export const must = (says: string) => (value: unknown) => (value === undefined || value === '' ? says : true)

/** F7 登记载体设备: what it is, its own number, level, who answers for it, where it stands (F2(2)). */
export const Register = ({ onClose }: { onClose: () => void }) => {
  const { level: station, now } = useSession()
  const today = now.slice(0, 10)
  const levels = LEVELS.slice(0, LEVELS.indexOf(station) + 1).map((value) => ({ value, label: levelLabel[value] }))
  const form = useActForm<'media.register', Entry>('media.register', {
    start: {
      kind: undefined,
      ownNumber: '',
      level: station,
      keeper: undefined,
      department: '',
      place: '',
      isolated: false,
      inUseOn: today,
      model: '',
      remarks: '',
    },
    input: ({ kind, keeper, isolated, ...same }) => ({
      ...same,
      kind: kind as MediumKind,
      keeper: keeper as number,
      ...(isolated ? { isolated } : {}),
    }),
    done: ({ id }) => go('media', id),
  })
  const { fields } = form
  const kind = fields.watch('kind')
  const connectable = kind !== undefined && (CONNECTABLE_KINDS as readonly MediumKind[]).includes(kind)
  return (
    <RecordPane title="登记载体设备" full>
      <ActForm of={form} ok="登记" onClose={onClose} says="密级、种类和自有编号登记后不变（F2(2)）">
        <SelectField form={fields} name="kind" label="种类" choices={kinds} check={must('请选择种类')} first required />
        <TextField form={fields} name="ownNumber" label="自有编号" max={limits.symbol} required hint="载体上的编号或序列号，不得重复" />
        <ChoiceField form={fields} name="level" label="密级" choices={levels} required />
        <PeopleField form={fields} name="keeper" label="责任人" check={must('请填写责任人')} required />
        <TextField form={fields} name="department" label="使用部门" max={limits.department} required />
        <TextField form={fields} name="place" label="存放地点" max={limits.place} required hint="如：保密室三号柜" />
        {connectable && <CheckField form={fields} name="isolated" label="物理隔离" says="已确认未连接互联网、与互联网物理隔离（F2(2)）" required />}
        <DayField form={fields} name="inUseOn" label="启用日期" day={today} required />
        <TextField form={fields} name="model" label="品牌型号" max={limits.symbol} />
        <TextField form={fields} name="remarks" label="备注" max={limits.note} hint="只写载体本身，不写存储的内容" />
      </ActForm>
    </RecordPane>
  )
}
