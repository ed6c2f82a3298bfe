import { useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import { limits } from '../../../contract/fields.ts'
import type { PersonView } from '../../../contract/people.ts'
import type { Role } from '../../../contract/terms.ts'
import { useAct } from '../../app/client.ts'
import { Countersign } from '../../components/countersign.tsx'
import { TextField } from '../../components/fields.tsx'
import { ActForm } from '../../components/form.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { roleChoices, rolesInWords } from './words.ts'

type Wanted = { roles: Role[]; reason: string }
type Props = { person: PersonView; onDone: () => void }

/** The 系统管理员 who is there agrees with name and password; the change is made with both signatures (三员). */
const Agree = ({ person, wanted, onDone, onClose }: Props & { wanted: Wanted; onClose: () => void }) => {
  const act = useAct('people.setRoles')
  const input = { person: person.id, ...wanted }
  return (
    <Countersign
      title={`会签　${person.name}　调整角色`}
      says={`${rolesInWords(person.roles)}　→　${rolesInWords(wanted.roles)}。请系统管理员核对后输入本人姓名和口令会签（三员）`}
      ok="会签"
      error={act.error}
      busy={act.isPending}
      step={{ call: 'people.setRoles', input }}
      onTicket={(ticket) => act.mutate({ ...input, ticket }, { onSuccess: onDone })}
      onClose={onClose}
    />
  )
}

/** 调整角色, with a reason, and the second officer's signature. */
export const SetRoles = ({ person, onDone }: Props) => {
  const fields = useForm<Wanted>({ defaultValues: { roles: person.roles, reason: '' } })
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const saved = useRef(false)
  const form = { fields, submit: () => fields.handleSubmit(setWanted)(), busy: wanted !== null, saved, refused: null, told: false }
  return (
    <>
      <ActForm of={form} ok="调整" busyWord="请系统管理员会签…" onClose={onDone} says="下一步：系统管理员会签" over>
        <SelectField form={fields} name="roles" label="角色" choices={roleChoices} many first />
        <TextField form={fields} name="reason" label="原因" max={limits.note} required />
      </ActForm>
      {wanted && <Agree person={person} wanted={wanted} onDone={onDone} onClose={() => setWanted(null)} />}
    </>
  )
}
