import { useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import { limits } from '../../../contract/fields.ts'
import type { PersonView } from '../../../contract/people.ts'
import type { Role } from '../../../contract/terms.ts'
import { useAct } from '../../app/client.ts'
import { TextField } from '../../components/fields.tsx'
import { ActForm } from '../../components/form.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { Agree } from './agree.tsx'
import { roleChoices, rolesInWords } from './words.ts'

type Wanted = { roles: Role[]; reason: string }
type Props = { person: PersonView; onDone: () => void }

/** 调整角色, with a reason, and the second officer's signature. */
export const SetRoles = ({ person, onDone }: Props) => {
  const fields = useForm<Wanted>({ defaultValues: { roles: person.roles, reason: '' } })
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const saved = useRef(false)
  const act = useAct('people.setRoles')
  const input = wanted && { person: person.id, ...wanted }
  const form = { fields, submit: () => fields.handleSubmit(setWanted)(), busy: wanted !== null, saved, refused: null, told: false }
  return (
    <>
      <ActForm of={form} ok="调整" busyWord="请系统管理员会签…" onClose={onDone} says="下一步：系统管理员会签" over>
        <SelectField form={fields} name="roles" label="角色" choices={roleChoices} many first />
        <TextField form={fields} name="reason" label="原因" max={limits.note} required />
      </ActForm>
      {input && (
        <Agree
          title={`会签　${person.name}　调整角色`}
          change={`${rolesInWords(person.roles)}　→　${rolesInWords(input.roles)}`}
          step={{ call: 'people.setRoles', input }}
          act={act}
          onTicket={(ticket) => act.mutate({ ...input, ticket }, { onSuccess: onDone })}
          onClose={() => setWanted(null)}
        />
      )}
    </>
  )
}
