import { Input, InputNumber, Radio } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { Input as InputOf } from '../../contract/index.ts'
import { limits } from '../../contract/limits.ts'
import { ActDialog } from './act-dialog.tsx'
import { ChooseCopies, type ChosenOf } from './choose-copies.tsx'

const LabelsPreview = lazy(() => import('../paper/labels-preview.tsx'))

type Asked = InputOf<'paper.labels'>
type What = Asked['what']
type Sheet = Required<NonNullable<Asked['sheet']>>

/** The sheet of labels that lies in the printer: it is the same the next time. */
let lastSheet: Sheet = { columns: 3, rows: 7, used: 0 }

type NumberBoxProps = { label: string; value: number; min: number; max: number; onChange: (value: number) => void; unit: string }
const NumberBox = ({ label, value, min, max, onChange, unit }: NumberBoxProps) => (
  <label>
    {label}{' '}
    <InputNumber
      min={min}
      max={max}
      precision={0}
      value={value}
      onFocus={(event) => event.target.select()}
      onChange={(next) => onChange(next ?? value)}
    />{' '}
    {unit}
  </label>
)

const SheetBoxes = ({ sheet, onChange }: { sheet: Sheet; onChange: (sheet: Sheet) => void }) => (
  <div className="print-choice">
    <NumberBox label="标签纸一行" unit="枚" min={1} max={5} value={sheet.columns} onChange={(columns) => onChange({ ...sheet, columns })} />
    <NumberBox label="一张" unit="行" min={1} max={12} value={sheet.rows} onChange={(rows) => onChange({ ...sheet, rows })} />
    <NumberBox
      label="已用"
      unit="枚"
      min={0}
      max={sheet.columns * sheet.rows - 1}
      value={sheet.used}
      onChange={(used) => onChange({ ...sheet, used })}
    />
  </div>
)

type Chosen = ChosenOf<'lending.sources'>
type Choosing = { by: 'numbers' | 'range'; copies: Chosen[]; from: string; to: string }

/** What was chosen, once it is whole. */
const chosenOf = ({ by, copies, from, to }: Choosing): What | null => {
  if (by === 'numbers') return copies.length > 0 ? { of: 'numbers', numbers: copies.map(({ number }) => number) } : null
  return from.trim() && to.trim() ? { of: 'range', from: from.trim(), to: to.trim() } : null
}

const Choose = ({ of: choosing, onChange }: { of: Choosing; onChange: (choosing: Choosing) => void }) => (
  <>
    <Radio.Group
      aria-label="哪些份"
      value={choosing.by}
      onChange={(event) => onChange({ ...choosing, by: event.target.value })}
      options={[
        { value: 'numbers', label: '逐份选' },
        { value: 'range', label: '从一号到另一号' },
      ]}
    />
    {choosing.by === 'numbers' ? (
      <ChooseCopies
        from="lending.sources"
        title="打印标签的份"
        place="名单"
        none="请核对编号"
        chosen={choosing.copies}
        onChange={(copies) => onChange({ ...choosing, copies })}
      />
    ) : (
      <div className="print-choice">
        <label>
          起号 <Input maxLength={limits.symbol} value={choosing.from} onChange={(event) => onChange({ ...choosing, from: event.target.value })} />
        </label>
        <label>
          止号 <Input maxLength={limits.symbol} value={choosing.to} onChange={(event) => onChange({ ...choosing, to: event.target.value })} />
        </label>
      </div>
    )}
  </>
)

/** 打印标签: of what is at hand, or of copies that are chosen here; on which sheet. Then the sheets as they will be printed: opening them is a recorded print. */
export const PrintLabels = ({ of: given, says, onClose }: { of?: What; says?: string; onClose: () => void }) => {
  const [choosing, setChoosing] = useState<Choosing>({ by: 'numbers', copies: [], from: '', to: '' })
  const [sheet, setSheet] = useState(lastSheet)
  const [asked, setAsked] = useState<Asked | null>(null)
  const what = given ?? chosenOf(choosing)
  if (asked)
    return (
      <Suspense fallback={null}>
        <LabelsPreview asked={asked} onClose={onClose} />
      </Suspense>
    )
  const show = () => {
    if (!what) return
    lastSheet = { ...sheet, used: 0 }
    setAsked({ what, sheet })
  }
  return (
    <ActDialog
      title={says ? `打印标签　${says}` : '打印标签'}
      rule="标签上没有标题；每次打印都有编号并记入审计"
      ok="预览"
      width={680}
      needs={[what === null && (choosing.by === 'numbers' ? '打印标签的份' : '起号和止号')]}
      onOk={show}
      onClose={onClose}
    >
      {given ? null : <Choose of={choosing} onChange={setChoosing} />}
      <SheetBoxes sheet={sheet} onChange={setSheet} />
    </ActDialog>
  )
}
