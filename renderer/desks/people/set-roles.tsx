import { useState } from 'react'
import { limits } from '../../../contract/fields.ts'
import type { PersonView } from '../../../contract/people.ts'
import type { Role } from '../../../contract/terms.ts'
import { useAct } from '../../app/client.ts'
import { TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { Agree } from './agree.tsx'
import { roleChoices, rolesInWords } from './words.ts'

type Wanted = { roles: Role[]; reason: string }
type Props = { person: PersonView; onDone: () => void }

/** 调整角色, with a reason, and the second officer's signature: what the vault refuses, it refuses before that officer is asked. */
export const SetRoles = ({ person, onDone }: Props) => {
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const checked = useActForm<'people.checkRoles', Wanted>('people.checkRoles', {
    start: { roles: person.roles, reason: '' },
    input: ({ roles }) => ({ person: person.id, roles }),
    done: (_, typed) => setWanted(typed),
  })
  const act = useAct('people.setRoles')
  const input = wanted && { person: person.id, ...wanted }
  const form = { ...checked, busy: checked.busy || wanted !== null }
  const goBack = () => {
    // Nothing is changed yet: what is typed is asked for before it is left.
    checked.saved.current = false
    setWanted(null)
  }
  return (
    <>
      <ActForm of={form} ok="调整" busyWord={wanted ? '请系统管理员会签…' : '正在核对…'} onClose={onDone} says="下一步：系统管理员会签" over>
        <SelectField form={form.fields} name="roles" label="角色" choices={roleChoices} many first />
        <TextField form={form.fields} name="reason" label="原因" max={limits.note} required />
      </ActForm>
      {input && (
        <Agree
          title={`会签　${person.name}　调整角色`}
          change={`${rolesInWords(person.roles)}　→　${rolesInWords(input.roles)}`}
          step={{ call: 'people.setRoles', input }}
          act={act}
          onTicket={(ticket) => act.mutate({ ...input, ticket }, { onSuccess: onDone })}
          onClose={goBack}
        />
      )}
    </>
  )
}
