/**
 * Boxes of a form, bound to react-hook-form. Each takes `form` (the `fields` of `useActForm`), `name`, `label`, and `hint` under the box.
 *
 * `TextField` (`max`, `rows`, `whole`: when nothing can follow, the cursor goes on by itself) · `PasswordField` · `NumberField` (`min`, `max`) · `DayField` (`20260310`) · `MinuteField` (`202603100905`, `0905` today) · `HourField` (`1730`) ·
 * `ChoiceField` (few choices, as buttons; many are a `SelectField`) · `CheckField`.
 */
import { Checkbox, Input, InputNumber, Radio } from 'antd'
import type { ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import { limits } from '../../contract/limits.ts'
import { Box, type FieldProps, onWhole } from './field-box.tsx'
import { isHour, readHour, readMinute } from './typed-time.ts'
import { readDay } from '../../contract/written.ts'
import { whenOf } from './when.tsx'

type TextProps<F extends FieldValues> = FieldProps<F> & { max: number; rows?: number; whole?: (text: string) => boolean }

const oneLine = (text: string) => text.replace(/[\r\n]+/g, ' ')

/** A box that takes a sentence takes no number: a label that is scanned into it is taken out again (`scanning.ts`). Short boxes may hold numbers of their own. */
const wordsIn = (max: number) => (max >= limits.title ? { 'data-words': true } : {})

/** One line of text. With `rows` its box is higher and grows with what is typed, but it is still one line: breaks that were pasted become spaces. */
export const TextField = <F extends FieldValues>({ max, rows, whole = () => false, ...props }: TextProps<F>) => (
  <Box {...props}>
    {(field, id, status) => {
      const typing = onWhole({ value: field.value, onChange: (text) => field.onChange(oneLine(text)) }, whole)
      const common = { ...field, ...typing, id, status, autoFocus: props.first, maxLength: max, disabled: props.disabled, ...wordsIn(max) }
      return rows ? <Input.TextArea {...common} rows={rows} /> : <Input {...common} autoComplete="off" />
    }}
  </Box>
)

export const PasswordField = <F extends FieldValues>(props: FieldProps<F>) => (
  <Box {...props}>
    {(field, id, status) => <Input.Password {...field} id={id} status={status} autoFocus={props.first} autoComplete="off" maxLength={128} />}
  </Box>
)

export const NumberField = <F extends FieldValues>({ min, max, unit, ...props }: FieldProps<F> & { min: number; max: number; unit?: string }) => (
  <Box {...props}>
    {(field, id, status) => (
      <span className="number-box">
        <InputNumber
          ref={field.ref}
          id={id}
          status={status}
          min={min}
          max={max}
          precision={0}
          autoFocus={props.first}
          disabled={props.disabled}
          value={field.value}
          // A number that stands there gives way to the one that is typed.
          onFocus={(event) => event.target.select()}
          onBlur={field.onBlur}
          onChange={(value) => field.onChange(value ?? undefined)}
        />
        {unit && <span>{unit}</span>}
      </span>
    )}
  </Box>
)

const today = () => whenOf(new Date().toISOString()).slice(0, 10)

/** One line that is read as a time when the cursor leaves it or Enter is pressed; once all its figures stand there, the cursor goes on. */
const TimeField = <F extends FieldValues>({
  read,
  sample,
  day,
  ...props
}: FieldProps<F> & { read: typeof readDay; sample: string; day?: string }) => (
  <Box {...props}>
    {(field, id, status) => {
      const settle = () => field.onChange(field.value ? read(field.value, day ?? today()) : field.value)
      return (
        <Input
          ref={field.ref}
          id={id}
          className="figures time-box"
          status={status}
          autoFocus={props.first}
          autoComplete="off"
          maxLength={20}
          placeholder={sample}
          disabled={props.disabled}
          value={typeof field.value === 'string' ? (field.value as string).replace('T', ' ') : ''}
          {...onWhole(field, (typed) => /^\d+$/.test(typed) && typed.length === sample.length)}
          onBlur={() => {
            settle()
            field.onBlur()
          }}
        />
      )
    }}
  </Box>
)

/** `day`: today by the office's clock, when the machine's own must not be asked. */
export const DayField = <F extends FieldValues>(props: FieldProps<F> & { day?: string }) => <TimeField {...props} read={readDay} sample="20260310" />
export const MinuteField = <F extends FieldValues>(props: FieldProps<F> & { day?: string }) => (
  <TimeField {...props} read={readMinute} sample="202603100905" />
)

/** An hour of every day. */
export const HourField = <F extends FieldValues>(props: FieldProps<F>) => (
  <TimeField {...props} read={readHour} sample="1730" check={(value) => isHour(String(value)) || '请按 17:30 的样式填写'} />
)

type Choice = { value: string; label: ReactNode; disabled?: boolean }

export const ChoiceField = <F extends FieldValues>({ choices, ...props }: FieldProps<F> & { choices: readonly Choice[] }) => (
  <Box {...props}>
    {(field) => (
      <Radio.Group
        value={field.value}
        onChange={(event) => field.onChange(event.target.value)}
        options={[...choices] as never}
        disabled={props.disabled}
      />
    )}
  </Box>
)

export const CheckField = <F extends FieldValues>({ says, ...props }: FieldProps<F> & { says: ReactNode }) => (
  <Box {...props}>
    {(field, id) => (
      <Checkbox
        ref={field.ref}
        id={id}
        checked={field.value === true}
        disabled={props.disabled}
        onChange={(event) => field.onChange(event.target.checked)}
      >
        {says}
      </Checkbox>
    )}
  </Box>
)
