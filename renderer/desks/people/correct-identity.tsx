import { useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import { limits } from '../../../contract/fields.ts'
import type { PersonView } from '../../../contract/people.ts'
import { useAct } from '../../app/client.ts'
import { TextField } from '../../components/fields.tsx'
import { ActForm } from '../../components/form.tsx'
import { Agree } from './agree.tsx'

type Wanted = { identity: string; reason: string }

/** 更正人员编号, with a reason, and the second officer's signature. */
export const CorrectIdentity = ({ person, onDone }: { person: PersonView; onDone: () => void }) => {
  const fields = useForm<Wanted>({ defaultValues: { identity: person.identity, reason: '' } })
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const saved = useRef(false)
  const act = useAct('people.correctIdentity')
  const input = wanted && { person: person.id, ...wanted }
  const form = { fields, submit: () => fields.handleSubmit(setWanted)(), busy: wanted !== null, saved, refused: null, told: false }
  return (
    <>
      <ActForm of={form} ok="更正" busyWord="请系统管理员会签…" onClose={onDone} says="下一步：系统管理员会签" over>
        <TextField form={fields} name="identity" label="人员编号" max={limits.identity} first required hint="工作证号或身份证号" />
        <TextField form={fields} name="reason" label="原因" max={limits.note} required />
      </ActForm>
      {input && (
        <Agree
          title={`会签　${person.name}　更正人员编号`}
          change={`${person.identity}　→　${input.identity}`}
          step={{ call: 'people.correctIdentity', input }}
          act={act}
          onTicket={(ticket) => act.mutate({ ...input, ticket }, { onSuccess: onDone })}
          onClose={() => setWanted(null)}
        />
      )}
    </>
  )
}
