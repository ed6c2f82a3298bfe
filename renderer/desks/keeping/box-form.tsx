import { limits } from '../../../contract/limits.ts'
import type { BoxRow } from '../../../contract/keeping-views.ts'
import { BOX_STATES, type BoxState, boxStateLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { Dialog } from '../../components/dialog.tsx'
import { ChoiceField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { PeopleField } from '../../components/people-field.tsx'

type Typed = { number: string; cabinet: string; shelf: string; custodian: number | undefined; state: BoxState; reason: string }

const empty: Typed = { number: '', cabinet: '', shelf: '', custodian: undefined, state: 'open', reason: '' }
const startOf = (box: BoxRow | undefined): Typed => (box ? { ...box, custodian: box.custodian.id, reason: '' } : empty)

const states = BOX_STATES.map((value) => ({ value, label: boxStateLabel[value] }))

/** F7 登记保密箱, F6 更改: number, cabinet, shelf, and the 保密员 who keeps it; a change says why (F1(6) 专人专管). */
export const BoxForm = ({ box, onDone, onClose }: { box?: BoxRow; onDone: (box: number) => void; onClose: () => void }) => {
  const people = useQueryOf('people.choose', {})
  const officers = (people.data?.rows ?? []).filter(({ roles }) => roles.includes('officer')).map(({ id }) => id)
  const start = startOf(box)
  const form = useActForm<'keeping.setBox', Typed>('keeping.setBox', {
    start: { number: start.number, cabinet: start.cabinet, shelf: start.shelf, custodian: start.custodian, state: start.state, reason: '' },
    input: ({ custodian, reason, ...typed }) => ({
      ...typed,
      custodian: custodian as number,
      ...(box ? { box: box.id, reason } : {}),
    }),
    done: ({ id }) => onDone(id),
  })
  const { fields } = form
  return (
    <Dialog title={box ? `更改保密箱　${box.number}` : '登记保密箱'}>
      <ActForm of={form} ok={box ? '更改' : '登记'} says="保密箱由保密员专人专管（F1(6)）" onClose={onClose} over>
        <TextField
          form={fields}
          name="number"
          label="箱号"
          max={limits.folder}
          required
          first={!box}
          disabled={box !== undefined}
          hint="如：箱01，与箱上的编号一致"
        />
        <TextField form={fields} name="cabinet" label="柜" max={limits.folder} required hint="如：甲柜" />
        <TextField form={fields} name="shelf" label="层" max={limits.folder} required hint="如：二层" />
        <PeopleField
          form={fields}
          name="custodian"
          label="专管人"
          only={officers}
          required
          check={(value) => (value === undefined ? '请填写专管人' : true)}
          hint="一名在岗的保密员"
        />
        {box && (
          <>
            <ChoiceField form={fields} name="state" label="状态" choices={states} hint="箱内没有文件、没有在外待归的，才能停用" />
            <TextField form={fields} name="reason" label="理由" max={limits.note} required hint="如：更换专管人、搬迁、停用" />
          </>
        )}
      </ActForm>
    </Dialog>
  )
}
