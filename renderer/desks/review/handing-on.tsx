import { limits } from '../../../contract/limits.ts'
import { useQueryOf } from '../../app/client.ts'
import { Dialog } from '../../components/dialog.tsx'
import { TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { PeopleField } from '../../components/people-field.tsx'
import type { ActProps } from './acts.tsx'

type Handed = { to: number | undefined; reason: string }

/** 更换承办人: to somebody of the same 科室, with a reason (B6). */
export const HandOn = ({ of: review, onDone, onClose }: ActProps) => {
  const people = useQueryOf('people.choose', {})
  const only = (people.data?.rows ?? [])
    .filter(({ id, department, roles }) => department === review.department && roles.includes('section') && id !== review.handler.id)
    .map(({ id }) => id)
  const form = useActForm<'review.handOn', Handed>('review.handOn', {
    start: { to: undefined, reason: '' },
    input: ({ to, reason }) => ({ review: review.id, version: review.version, to: to as number, reason }),
    done: onDone,
  })
  const { fields } = form
  return (
    <Dialog title={`更换承办人　${review.number}`}>
      <ActForm of={form} ok="签字更换" says="承办过本件的，不得审核、确定本件（B7）" onClose={onClose} over>
        <p className="quiet">现在的承办人：{review.handler.name}</p>
        <PeopleField
          form={fields}
          name="to"
          label="新承办人"
          only={only}
          check={(value) => (value === undefined ? '请填写新承办人' : true)}
          hint={`${review.department}的经办人员，没有审核、确定过本件`}
          first
          required
        />
        <TextField form={fields} name="reason" label="原因" max={limits.note} hint="如：离岗、出差、分工调整" required />
      </ActForm>
    </Dialog>
  )
}
