import { Button } from 'antd'
import { useState } from 'react'
import { limits } from '../../../contract/limits.ts'
import type { MediumUse } from '../../../contract/media-views.ts'
import type { OfficeSettings } from '../../../contract/office.ts'
import { useAct, useQueryOf } from '../../app/client.ts'
import { useSession } from '../../app/session.tsx'
import { Countersign } from '../../components/countersign.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DayField, TextField } from '../../components/fields.tsx'
import { ActForm } from '../../components/form.tsx'
import { UnreadDialog } from '../../components/note-dialog.tsx'
import { PeopleField } from '../../components/people-field.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { useSignedForm } from '../../components/signed-form.ts'
import type { ActProps } from './acts.tsx'
import { must } from './register.tsx'
import { Carrier } from './words.tsx'

type Wish = { person: number | undefined; purpose: string; place: string | undefined; until: string }

/** Within the unit: who, what for, where, until when; then they sign (F1(4)a). */
const GiveInside = ({ of: medium, onDone, onClose, settings }: ActProps & { settings: OfficeSettings }) => {
  const today = useSession().now.slice(0, 10)
  const people = useQueryOf('people.choose', {})
  const places = medium.level === 'topSecret' ? settings.topSecretPlaces : settings.places
  const start = { person: undefined, purpose: '', place: places.length === 1 ? places[0] : undefined, until: today }
  const { form, signing, act, sign, goBack } = useSignedForm<'media.give', Wish>('media.give', {
    start,
    input: ({ person, purpose, place, until }) => ({
      medium: medium.id,
      to: { kind: 'inside', person: person as number, purpose: purpose.trim(), place: place as string, until },
    }),
    done: onDone,
    under: 'to.',
  })
  const { fields } = form
  const name = people.data?.rows.find(({ id }) => id === fields.watch('person'))?.name ?? ''
  if (signing)
    return (
      <Countersign
        title={`领用登记　${medium.number}`}
        says={`请领用人核对编号后签字；应还 ${fields.getValues('until')}，不得转借（F2(2)）`}
        name={name}
        ok="领用"
        error={act.error}
        busy={act.isPending}
        step={{ call: 'media.give', input: signing }}
        onTicket={sign}
        onClose={goBack}
      >
        <Carrier of={medium} />
      </Countersign>
    )
  return (
    <Dialog title={`领用登记　${medium.number}`}>
      <ActForm of={form} ok="领用人签字" onClose={onClose} says="带出本单位的，先申请携带外出（F1(4)d）" over>
        <PeopleField form={fields} name="person" label="领用人" check={must('请填写领用人')} first required />
        <TextField
          form={fields}
          name="purpose"
          label="用途"
          max={limits.note}
          check={(value) => String(value).trim() !== '' || '请填写用途'}
          required
          hint="只写做什么，不写存储的内容"
        />
        <SelectField
          form={fields}
          name="place"
          label="使用地点"
          choices={places.map((place) => ({ value: place, label: place }))}
          unknown={(typed) => `“${typed}”不是指定的地点；带出本单位的先申请携带外出（F1(4)d）`}
          check={must('请选择使用地点')}
          required
        />
        <DayField
          form={fields}
          name="until"
          label="应还"
          day={today}
          check={must('请填写应还日期')}
          required
          hint={`不超过 ${settings.loanDays} 天`}
        />
      </ActForm>
    </Dialog>
  )
}

/** 携带外出 as it was approved: the person signs for it. */
const GiveOutside = ({ of: medium, use, onInside, onDone, onClose }: ActProps & { use: MediumUse; onInside: () => void }) => {
  const act = useAct('media.give')
  const step = { medium: medium.id, to: { kind: 'outside' as const, use: use.id } }
  return (
    <Countersign
      title={`领用登记（携带外出）　${medium.number}`}
      says={`${use.number}已批准：带往${use.place}，应还 ${use.until}；请领用人核对编号后签字（F1(4)d）`}
      name={use.person.name}
      ok="领用"
      error={act.error}
      busy={act.isPending}
      step={{ call: 'media.give', input: step }}
      onTicket={(ticket) => act.mutate({ ...step, ticket }, { onSuccess: onDone })}
      other={<Button onClick={onInside}>在单位内领用</Button>}
      onClose={onClose}
    >
      <Carrier of={medium} />
    </Countersign>
  )
}

/** F4 领用登记 (F2(2)): what is approved to be taken outside first, else within the unit. */
export const Give = (props: ActProps) => {
  // As it stood when the act was begun: it is approved no longer once it is handed out, and the form stays until then.
  const [approved] = useState(() => props.of.uses.find(({ state, lapsed }) => state === 'approved' && !lapsed))
  const [outside, setOutside] = useState(approved !== undefined)
  const settings = useQueryOf('office.settings', {})
  if (outside && approved) return <GiveOutside {...props} use={approved} onInside={() => setOutside(false)} />
  if (!settings.data) return <UnreadDialog title={`领用登记　${props.of.number}`} refusal={settings.error} onClose={props.onClose} />
  return <GiveInside {...props} settings={settings.data} />
}
