import { limits } from '../../../contract/limits.ts'
import type { PersonView } from '../../../contract/people.ts'
import { useAct } from '../../app/client.ts'
import { TextField } from '../../components/fields.tsx'
import { Agree, useChecked } from './agree.tsx'
import { ActForm } from '../../components/form.tsx'

type Typed = { identity: string; reason: string }

/** 更正人员编号, with a reason, and the second officer's signature. */
export const CorrectIdentity = ({ person, onDone }: { person: PersonView; onDone: () => void }) => {
  const { form, wanted, goBack } = useChecked<'people.checkIdentity', Typed>('people.checkIdentity', {
    start: { identity: person.identity, reason: '' },
    input: ({ identity }) => ({ person: person.id, identity }),
  })
  const act = useAct('people.correctIdentity')
  const input = wanted && { person: person.id, ...wanted }
  return (
    <>
      <ActForm {...form} ok="更正" onClose={onDone}>
        <TextField form={form.of.fields} name="identity" label="人员编号" max={limits.identity} first required hint="工作证号或身份证号" />
        <TextField form={form.of.fields} name="reason" label="原因" max={limits.note} required />
      </ActForm>
      {input && (
        <Agree
          title={`会签　${person.name}　更正人员编号`}
          change={`${person.identity}　→　${input.identity}`}
          step={{ call: 'people.correctIdentity', input }}
          act={act}
          onTicket={(ticket) => act.mutate({ ...input, ticket }, { onSuccess: onDone })}
          onClose={goBack}
        />
      )}
    </>
  )
}
