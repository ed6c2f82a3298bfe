import { limits } from '../../../contract/limits.ts'
import { Dialog } from '../../components/dialog.tsx'
import { TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { PeopleField } from '../../components/people-field.tsx'
import type { ActProps } from './acts.tsx'

type Entry = { keeper: number | undefined; department: string; place: string; remarks: string; reason: string }

/** 变更载体设备: who answers for it, whose it is, where it stands; with a reason (F2(2)). */
export const Change = ({ of: medium, onDone, onClose }: ActProps) => {
  const { keeper, department, place, remarks } = medium
  const form = useActForm<'media.change', Entry>('media.change', {
    start: { keeper: keeper.id, department, place, remarks: remarks ?? '', reason: '' },
    input: ({ keeper: to, ...same }) => ({ ...same, medium: medium.id, ...(to === undefined ? {} : { keeper: to }) }),
    done: onDone,
  })
  const { fields } = form
  return (
    <Dialog title={`变更载体设备　${medium.number}`}>
      <ActForm of={form} ok="变更" says="变更前的内容照样保留" onClose={onClose} over>
        <PeopleField form={fields} name="keeper" label="责任人" first required />
        <TextField form={fields} name="department" label="使用部门" max={limits.department} required />
        <TextField form={fields} name="place" label="存放地点" max={limits.place} required />
        <TextField form={fields} name="remarks" label="备注" max={limits.note} />
        <TextField form={fields} name="reason" label="变更原因" max={limits.note} required />
      </ActForm>
    </Dialog>
  )
}
