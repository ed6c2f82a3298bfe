import { limits } from '../../../contract/limits.ts'
import type { PersonView } from '../../../contract/people.ts'
import type { Role } from '../../../contract/terms.ts'
import { useAct } from '../../app/client.ts'
import { TextField } from '../../components/fields.tsx'
import { ActForm } from '../../components/form.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { Agree, useChecked } from './agree.tsx'
import { roleChoices, rolesInWords } from './words.ts'

type Typed = { roles: Role[]; reason: string }

/** 调整角色, with a reason, and the second officer's signature. */
export const SetRoles = ({ person, onDone }: { person: PersonView; onDone: () => void }) => {
  const { form, wanted, goBack } = useChecked<'people.checkRoles', Typed>('people.checkRoles', {
    start: { roles: person.roles, reason: '' },
    input: ({ roles }) => ({ person: person.id, roles }),
  })
  const act = useAct('people.setRoles')
  const input = wanted && { person: person.id, ...wanted }
  return (
    <>
      <ActForm {...form} ok="调整" onClose={onDone}>
        <SelectField form={form.of.fields} name="roles" label="角色" choices={roleChoices} many first />
        <TextField form={form.of.fields} name="reason" label="原因" max={limits.note} required />
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
