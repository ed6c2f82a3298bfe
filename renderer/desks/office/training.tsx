import { Button } from 'antd'
import { useState } from 'react'
import { limits } from '../../../contract/limits.ts'
import type { Output } from '../../../contract/index.ts'
import type { TrainingRow } from '../../../contract/training.ts'
import { TRAINING_KINDS, type TrainingKind, trainingKindLabel } from '../../../contract/terms.ts'
import { usePagesOf, useQueryOf } from '../../app/client.ts'
import { useMay, useSession } from '../../app/session.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ExportList } from '../../components/export-list.tsx'
import { DayField, NumberField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { useKeys } from '../../components/keys.ts'
import { PickField } from '../../components/pick-field.tsx'
import { RefusalNote } from '../../components/refusal.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { ShortList, type ShortColumn } from '../../components/short-list.tsx'

type Person = Output<'office.trainings'>['people'][number]
type Typed = { kind: TrainingKind | undefined; heldOn: string; hours: number | undefined; subject: string; material: string; present: number[] }

const kinds = TRAINING_KINDS.map((value) => ({ value, label: trainingKindLabel[value] }))

/** F4 登记培训 (G5, G7), or a 流程改进会议 (G6). */
const Record = ({ people, onDone }: { people: readonly Person[]; onDone: () => void }) => {
  const { now } = useSession()
  const form = useActForm<'office.recordTraining', Typed>('office.recordTraining', {
    start: { kind: undefined, heldOn: '', hours: undefined, subject: '', material: '', present: [] },
    input: ({ kind, hours, ...typed }) => ({ kind: kind as TrainingKind, hours: hours as number, ...typed }),
    done: onDone,
  })
  const { fields } = form
  const meeting = fields.watch('kind') === 'improvement'
  return (
    <Dialog title="登记培训" width={640}>
      <ActForm of={form} ok="签字登记" says="登记以后不修改，不删除（G7）" onClose={onDone} over>
        <PickField form={fields} name="kind" label="事项" choices={kinds} first required />
        <DayField form={fields} name="heldOn" label="日期" day={now.slice(0, 10)} required />
        <NumberField form={fields} name="hours" label="学时" min={1} max={80} required />
        <TextField form={fields} name="subject" label="主题" max={limits.title} required />
        <TextField
          form={fields}
          name="material"
          label={meeting ? '改进意见' : '教材'}
          max={limits.opinion}
          rows={2}
          hint={meeting ? '分析出的问题和改进意见，没有的写“无”（G6）' : '可不填'}
          required={meeting}
        />
        <SelectField
          form={fields}
          name="present"
          label="参加人员"
          choices={people.map(({ id, name, department }) => ({ value: id, label: name, beside: department }))}
          many
          hint="几人的用“、”隔开"
          required
        />
      </ActForm>
    </Dialog>
  )
}

const columns: ShortColumn<TrainingRow>[] = [
  { title: '培训编号', width: 150, figures: true, render: ({ number }) => number },
  { title: '日期', width: 106, figures: true, render: ({ heldOn }) => heldOn },
  { title: '事项', width: 110, render: ({ kind }) => trainingKindLabel[kind] },
  {
    title: '主题、教材',
    render: ({ subject, material }) => (
      <>
        {subject}
        {material && <div className="quiet">{material}</div>}
      </>
    ),
  },
  { title: '学时', width: 52, figures: true, render: ({ hours }) => hours },
  { title: '参加人员', width: 230, render: ({ present }) => `${present.map(({ name }) => name).join('、')}（${present.length}人）` },
  { title: '登记', width: 84, render: ({ recorded }) => `${recorded.by} ${recorded.code}` },
]

/** Who was never trained, or last a year ago: in one line (G5, G7). */
const Untrained = ({ people }: { people: readonly Person[] }) => {
  const yearAgo = new Date(Date.parse(useSession().now.slice(0, 10)) - 365 * 86_400_000).toISOString().slice(0, 10)
  const untrained = people.filter(({ last }) => last === null || last < yearAgo)
  if (untrained.length === 0) return <p className="quiet">在岗人员一年内都参加过培训。</p>
  return (
    <p>
      <span className="waits">一年内没有参加培训的 {untrained.length} 人：</span>
      {untrained.map(({ name, last }) => (last ? `${name}（上次 ${last}）` : name)).join('、')}
    </p>
  )
}

/** 培训: the log, newest first, and whoever is still to be trained (G5–G7). */
export const Training = () => {
  const maySet = useMay()('office.recordTraining')
  const [open, setOpen] = useState(false)
  const pages = usePagesOf('office.trainings', {})
  const { data, error } = useQueryOf('office.trainings', { limit: 1 })
  useKeys([['F4', () => setOpen(true)]], maySet && !open)
  if (error) return <RefusalNote of={error} />
  return (
    <>
      {maySet && (
        <div className="desk-filters">
          <Button type="primary" onClick={() => setOpen(true)}>
            登记培训 F4
          </Button>
          <ExportList list="trainings" filter={{}} keyed={!open} />
        </div>
      )}
      {data && <Untrained people={data.people} />}
      <ShortList
        columns={columns}
        rows={pages.rows}
        rowKey={({ id }) => id}
        empty="还没有登记过培训。定期培训（G7），在这里登记日期、学时、主题和参加人员。"
      />
      {pages.hasNextPage && <Button onClick={() => pages.fetchNextPage()}>再列出以前的</Button>}
      {open && data && <Record people={data.people} onDone={() => setOpen(false)} />}
    </>
  )
}
