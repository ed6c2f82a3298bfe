import { Controller } from 'react-hook-form'
import type { PersonRef } from '../../../contract/fields.ts'
import { limits } from '../../../contract/limits.ts'
import { useQueryOf } from '../../app/client.ts'
import { ChooseCopies, type ChosenOf } from '../../components/choose-copies.tsx'
import { TextField } from '../../components/fields.tsx'
import { ActForm } from '../../components/form.tsx'
import { SignOrEnter } from '../../components/paper-entry.tsx'
import { PeopleField } from '../../components/people-field.tsx'
import { RecordPane } from '../../components/record-pane.tsx'
import { RefusalNote } from '../../components/refusal.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { useSignedForm } from '../../components/signed-form.ts'
import { ApprovalField } from './approval-field.tsx'

/** A visit as it is typed, box by box. */
export type Admission = {
  person: number | undefined
  copies: ChosenOf<'lending.sources'>[]
  purpose: string
  room: string | undefined
  reproduction: number | undefined
}

const must = (says: string) => (value: unknown) => (value === undefined ? says : true)

type Props = { rooms: readonly string[]; people: readonly PersonRef[]; onAdmitted: (visit: number) => void; onClose: () => void }

const AdmitForm = ({ rooms, people, onAdmitted, onClose }: Props) => {
  const start = { person: undefined, copies: [], purpose: '', room: rooms[0], reproduction: undefined }
  const { form, signing, act, sign, goBack } = useSignedForm<'lending.admit', Admission>('lending.admit', {
    start,
    input: ({ person, copies, purpose, room, reproduction }) => ({
      person: person as number,
      copies: copies.map(({ id }) => id),
      purpose: purpose.trim(),
      room: room as string,
      ...(reproduction === undefined ? {} : { reproduction }),
    }),
    done: ({ id }) => onAdmitted(id),
  })
  const { fields } = form
  const person = fields.watch('person')
  const reader = people.find(({ id }) => id === person)
  return (
    <RecordPane title="查阅登记" full>
      <ActForm of={form} ok="签收" busyWord="请查阅人签字…" onClose={onClose} says="查阅人当场签收后开始查阅，各份归还后才能离开（F1(7)a）">
        <PeopleField form={fields} name="person" label="查阅人" check={must('请填写查阅人')} first required />
        <Controller
          control={fields.control}
          name="copies"
          rules={{ validate: (copies) => copies.length > 0 || '请加入查阅的份' }}
          render={({ field, fieldState: { error } }) => (
            <div className="lending-choose">
              <ChooseCopies
                from="lending.sources"
                within={{ inBox: true, ...(person === undefined ? {} : { person }) }}
                title="查阅的份"
                place="本次查阅中"
                none="请按 F3 查去向，并核对查阅人的知悉范围（F1(4)a）"
                chosen={field.value}
                onChange={field.onChange}
              />
              {error && (
                <div className="field-error" role="alert">
                  {error.message}
                </div>
              )}
            </div>
          )}
        />
        <TextField
          form={fields}
          name="purpose"
          label="事由"
          max={limits.note}
          rows={2}
          check={(value) => String(value).trim() !== '' || '请填写事由'}
          required
        />
        <SelectField
          form={fields}
          name="room"
          label="地点"
          choices={rooms.map((room) => ({ value: room, label: room }))}
          unknown={(typed) => `“${typed}”不是指定的查阅地点（F1(7)a）`}
          check={must('请选择查阅地点')}
          required
        />
        <ApprovalField form={fields} person={person} />
      </ActForm>
      {signing && reader && (
        <SignOrEnter
          title="查阅登记"
          says={`请查阅人核对，${signing.copies.length} 份当场签收；不抄录、不拍照、不复制，另有批准的除外（F1(7)a）`}
          clause="F1(7)a"
          paper="查阅登记簿"
          signer={reader}
          ok="签收"
          error={act.error}
          busy={act.isPending}
          step={{ call: 'lending.admit', input: signing }}
          onTicket={sign}
          onDone={onAdmitted}
          onClose={goBack}
        >
          <ul className="lending-numbers figures">
            {fields.getValues('copies').map(({ id, number }) => (
              <li key={id}>{number}</li>
            ))}
          </ul>
        </SignOrEnter>
      )}
    </RecordPane>
  )
}

/** F7 查阅登记, once the rooms and the people are known: who, which copies, what for, in which room; the person signs and the time in is now (F1(7)a). */
export const Admit = (props: Omit<Props, 'rooms' | 'people'>) => {
  const settings = useQueryOf('office.settings', {})
  const people = useQueryOf('people.choose', {})
  const error = settings.error ?? people.error
  if (error) return <RefusalNote of={error} />
  if (!settings.data || !people.data) return <p className="quiet">正在读取查阅地点…</p>
  return <AdmitForm rooms={settings.data.readingRooms} people={people.data.rows} {...props} />
}
