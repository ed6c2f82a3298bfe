import type { Path } from 'react-hook-form'
import { limits } from '../../../contract/limits.ts'
import { roleLabel, THREE_OFFICERS } from '../../../contract/terms.ts'
import { ActForm, useActForm } from '../../components/form.tsx'
import { PasswordField, TextField } from '../../components/fields.tsx'
import { policyWords } from '../policy.ts'
import type { Draft, Founded } from './draft.ts'

type Officer = { name: string; identity: string; password: string; again: string }
type Typed = { officers: Record<(typeof THREE_OFFICERS)[number], Officer> }

const duty = {
  systemAdmin: '开户、停用、重置口令',
  securityAdmin: '录入人员、定角色、设置、解除锁定',
  auditor: '看全部记录、校验、签发检查点',
}
const nobody: Officer = { name: '', identity: '', password: '', again: '' }

type Props = { draft: Draft; onBack: () => void; onMade: (founded: Founded) => void }

/** Step 3: three people with three accounts; each types their own password (实施条例34). */
export const OfficersStep = ({ draft, onBack, onMade }: Props) => {
  const form = useActForm<'setup.create', Typed>('setup.create', {
    start: { officers: { systemAdmin: nobody, securityAdmin: nobody, auditor: nobody } },
    input: ({ officers }) => {
      const entry = ({ again: _, ...officer }: Officer) => officer
      return {
        ...draft,
        officers: { systemAdmin: entry(officers.systemAdmin), securityAdmin: entry(officers.securityAdmin), auditor: entry(officers.auditor) },
      }
    },
    done: ({ sheets, vault }, { officers: { systemAdmin, securityAdmin, auditor } }) =>
      onMade({ officers: { systemAdmin: systemAdmin.name, securityAdmin: securityAdmin.name, auditor: auditor.name }, sheets, vault }),
  })
  const { fields } = form
  const checked = {
    ...form,
    submit: async () => {
      const { officers } = fields.getValues()
      const unlike = THREE_OFFICERS.find((role) => officers[role].password !== officers[role].again)
      if (unlike) fields.setError(`officers.${unlike}.again`, { message: '两次输入的口令不一样' }, { shouldFocus: true })
      else await form.submit()
    },
  }
  return (
    <ActForm of={checked} ok="建立" busyWord="正在测定本机速度、生成密钥、建立加密数据库，约需十几秒…" onClose={onBack} closeWord="上一步">
      <p className="set-up-policy">
        三员由三人分任，本人输入本人口令，不得互相告知。人员编号填工作证号或身份证号；人少的单位，系统管理员和安全保密管理员可由一人用两个账户分任，安全审计员必须另有其人。
        {policyWords(draft.level)}
      </p>
      <div className="officers">
        {THREE_OFFICERS.map((role, place) => (
          <fieldset key={role}>
            <legend>{roleLabel[role]}</legend>
            <p className="quiet">{duty[role]}</p>
            <TextField form={fields} name={`officers.${role}.name` as Path<Typed>} label="姓名" max={limits.name} first={place === 0} />
            <TextField form={fields} name={`officers.${role}.identity` as Path<Typed>} label="人员编号" max={limits.identity} />
            <PasswordField form={fields} name={`officers.${role}.password` as Path<Typed>} label="口令" />
            <PasswordField form={fields} name={`officers.${role}.again` as Path<Typed>} label="再输一次" />
          </fieldset>
        ))}
      </div>
    </ActForm>
  )
}
