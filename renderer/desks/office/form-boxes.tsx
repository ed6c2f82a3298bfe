import { Button, Checkbox } from 'antd'
import type { KeyboardEvent } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { limits } from '../../../contract/limits.ts'
import { type FormDeclaration, frameBoxes, inOneLine } from '../../../contract/forms.ts'
import { NumberField, TextField } from '../../components/fields.tsx'
import { type Adjusted, OWN } from './adjusted.ts'

type Props = { form: UseFormReturn<Adjusted>; declared: FormDeclaration }

/** What a rule demands, with its rule: nothing to choose there. */
const Demanded = ({ declared }: { declared: FormDeclaration }) => {
  const boxes = [...Object.values<FormDeclaration['boxes'][string]>(frameBoxes), ...Object.values(declared.boxes)].filter(({ must }) => must)
  return <p className="quiet">规定必有，不能不印：{boxes.map(({ label, must }) => `${inOneLine(label)}（${must}）`).join('、')}</p>
}

/** The boxes that may be left out: ticked what is printed, moved by the arrows or by Alt+↑ Alt+↓. */
export const BoxesField = ({ form, declared }: Props) => {
  const boxes = form.watch('boxes')
  const wrong = form.formState.errors.boxes
  const set = (next: Adjusted['boxes']) => form.setValue('boxes', next, { shouldDirty: true })
  const move = (from: number, by: number) => {
    const to = from + by
    if (to < 0 || to >= boxes.length) return
    set(boxes.with(from, boxes[to] as (typeof boxes)[number]).with(to, boxes[from] as (typeof boxes)[number]))
  }
  const keys = (event: KeyboardEvent, place: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(place, event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <fieldset className="choose">
      <legend>栏目（勾选的印出，Alt+↑ Alt+↓ 调整次序）</legend>
      <Demanded declared={declared} />
      <ul className="form-boxes">
        {boxes.map(({ box, printed }, place) => (
          <li key={box}>
            <Checkbox
              checked={printed}
              onKeyDown={(event) => keys(event, place)}
              onChange={(event) => set(boxes.with(place, { box, printed: event.target.checked }))}
            >
              {inOneLine(declared.boxes[box]?.label ?? '')}
            </Checkbox>
            <Button
              size="small"
              type="text"
              tabIndex={-1}
              aria-label={`上移${inOneLine(declared.boxes[box]?.label ?? '')}`}
              onClick={() => move(place, -1)}
            >
              ↑
            </Button>
            <Button
              size="small"
              type="text"
              tabIndex={-1}
              aria-label={`下移${inOneLine(declared.boxes[box]?.label ?? '')}`}
              onClick={() => move(place, 1)}
            >
              ↓
            </Button>
          </li>
        ))}
      </ul>
      {wrong && (
        <div className="field-error" role="alert">
          {wrong.message ?? wrong.root?.message}
        </div>
      )}
    </fieldset>
  )
}

/** Boxes of the unit's own, to be filled by hand: one more line than is filled. */
export const OwnFields = ({ form, book }: { form: UseFormReturn<Adjusted>; book: boolean }) => {
  const own = form.watch('own')
  const filled = own.filter(({ label }) => label.trim() !== '').length
  return (
    <>
      {own.slice(0, Math.min(OWN, filled + 1)).map((_, place) => (
        <div key={place} className="field-pair">
          <TextField
            form={form}
            name={`own.${place}.label`}
            label={`自设的栏${place === 0 ? '' : place + 1}`}
            max={limits.formLabel}
            hint={place === filled && '印成空格手写；没有的留空'}
          />
          <NumberField
            form={form}
            name={`own.${place}.size`}
            label={book ? '宽' : '高'}
            min={book ? 8 : 1}
            max={book ? 80 : 12}
            unit={book ? '毫米' : '行'}
          />
        </div>
      ))}
    </>
  )
}
