import { limits } from '../../../contract/limits.ts'
import { go } from '../../app/routes.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { PeopleField } from '../../components/people-field.tsx'

type Leaving = { person: number | undefined; reason: string }

/** F7 生成移交清单: who leaves and why; the list fills itself from what they hold (F1(8)). */
export const Begin = ({ onClose }: { onClose: () => void }) => {
  const form = useActForm<'handover.begin', Leaving>('handover.begin', {
    start: { person: undefined, reason: '' },
    input: ({ person, reason }) => ({ person: person as number, reason }),
    done: ({ id }) => go('handover', id),
  })
  const { fields } = form
  return (
    <Dialog title="生成移交清单">
      <ActForm of={form} ok="生成" says="清单按其此刻手中的各份自动生成（F1(8)）" onClose={onClose} over>
        <PeopleField
          form={fields}
          name="person"
          label="移交人"
          check={(value) => (value === undefined ? '请填写移交人' : true)}
          hint="离岗、离职的人；本人的移交由另一名保密员办理"
          first
          required
        />
        <TextField form={fields} name="reason" label="原因" max={limits.note} required hint="如：离职、调动、退休、借调期满" />
      </ActForm>
    </Dialog>
  )
}
