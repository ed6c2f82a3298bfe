import { limits } from '../../../contract/limits.ts'
import type { Role } from '../../../contract/terms.ts'
import { ActForm, useActForm } from '../../components/form.tsx'
import { TextField } from '../../components/fields.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { RecordPane } from '../../components/record-pane.tsx'
import { roleChoices } from './words.ts'

type Typed = { name: string; identity: string; department: string; post: string; roles: Role[] }

/** F2 录入人员: name, 人员编号, department, post, roles; the 系统管理员 opens the account afterwards. */
export const AddPerson = ({ onDone, onClose }: { onDone: (id: number) => void; onClose: () => void }) => {
  const form = useActForm<'people.add', Typed>('people.add', {
    start: { name: '', identity: '', department: '', post: '', roles: [] },
    input: (typed) => typed,
    done: ({ id }) => onDone(id),
  })
  return (
    <RecordPane title="录入人员">
      <ActForm of={form} ok="录入" onClose={onClose}>
        <TextField form={form.fields} name="name" label="姓名" max={limits.name} first required hint="同名的请加注区别，例如 王敏（办）" />
        <TextField
          form={form.fields}
          name="identity"
          label="人员编号"
          max={limits.identity}
          required
          hint="工作证号或身份证号。一人一个账户，凭此辨认（三员）"
        />
        <TextField form={form.fields} name="department" label="部门" max={limits.department} required />
        <TextField form={form.fields} name="post" label="职务" max={limits.department} />
        <SelectField
          form={form.fields}
          name="roles"
          label="角色"
          choices={roleChoices}
          many
          required
          hint="三员不得兼任业务角色，安全审计员不得兼任另外两员（实施条例34）"
        />
      </ActForm>
    </RecordPane>
  )
}
