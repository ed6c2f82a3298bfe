import { limits } from '../../../contract/limits.ts'
import { useQueryOf } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { SelectField } from '../../components/select-field.tsx'

type Typed = { boxes: number[]; reason: string }

/** F7 开始清点: some boxes, or with none named the whole keeping with the archive; the account is that of this minute (F1(6)). */
export const Begin = ({ onClose }: { onClose: () => void }) => {
  const boxes = useQueryOf('keeping.boxes', {})
  const choices = (boxes.data?.rows ?? []).map(({ id, number, cabinet, shelf, custodian, inside }) => ({
    value: id,
    label: number,
    beside: `${cabinet}${shelf}　${custodian.name}　${inside} 份`,
  }))
  const form = useActForm<'keeping.begin', Typed>('keeping.begin', {
    start: { boxes: [], reason: '' },
    input: ({ boxes, reason }) => ({ boxes, reason }),
    done: ({ id }) => go('keeping', id, 'scan'),
  })
  const { fields } = form
  return (
    <Dialog title="开始清点">
      <ActForm of={form} ok="开始" says="账是此刻应在的各份；清点中合法出入的不算差异（F1(6)）" onClose={onClose} over>
        <TextField form={fields} name="reason" label="事由" max={limits.note} required first hint="如：年度清点、季度抽查、专管人交接" />
        <SelectField
          form={fields}
          name="boxes"
          label="清点的箱"
          choices={choices}
          many
          hint="不填为全部在库文件（含归档），即年度清点的范围"
          unknown={(typed) => `没有“${typed}”这个箱，请从名单里选`}
        />
      </ActForm>
    </Dialog>
  )
}
