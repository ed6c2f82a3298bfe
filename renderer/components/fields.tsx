/**
 * Boxes of a form, bound to react-hook-form. Each takes `form` (the `fields` of `useActForm`), `name`, `label`, and `hint` under the box.
 *
 * `TextField` (`max`, `rows`) · `PasswordField` · `NumberField` (`min`, `max`) · `DayField` (`20260310`) · `MinuteField` (`202603100905`, `0905` today) ·
 * `ChoiceField` (few choices, as buttons) · `SelectField` (many; `many` for several, `free` to type new ones) · `CheckField` · `PeopleField` (from people.choose; `many`).
 */
import { Checkbox, Input, InputNumber, Radio, Select } from 'antd'
import { type ReactNode, useId } from 'react'
import { Controller, type ControllerRenderProps, type FieldValues, type Path, type UseFormReturn } from 'react-hook-form'
import { useQueryOf } from '../app/client.ts'
import { readDay, readMinute } from './typed-time.ts'
import { whenOf } from './when.tsx'

export type FieldProps<F extends FieldValues> = {
  form: UseFormReturn<F>
  name: Path<F>
  label: ReactNode
  hint?: ReactNode
  first?: boolean
  required?: boolean
  disabled?: boolean
}

type BoxProps<F extends FieldValues> = FieldProps<F> & {
  children: (field: ControllerRenderProps<F, Path<F>>, id: string, wrong: '' | 'error') => ReactNode
}

/** Label, box, hint, and what is wrong with it. */
const Box = <F extends FieldValues>({ form, name, label, hint, required, children }: BoxProps<F>) => {
  const id = useId()
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field, fieldState: { error } }) => (
        <div className={error ? 'field field-wrong' : 'field'}>
          <label className="field-label" htmlFor={id}>
            {label}
            {required && <span className="field-must">＊</span>}
          </label>
          <div className="field-box">
            {children(field, id, error ? 'error' : '')}
            {error ? (
              <div className="field-error" role="alert">
                {error.message}
              </div>
            ) : (
              hint && <div className="field-hint">{hint}</div>
            )}
          </div>
        </div>
      )}
    />
  )
}

export const TextField = <F extends FieldValues>({ max, rows, ...props }: FieldProps<F> & { max: number; rows?: number }) => (
  <Box {...props}>
    {(field, id, status) =>
      rows ? (
        <Input.TextArea {...field} id={id} status={status} autoFocus={props.first} rows={rows} maxLength={max} disabled={props.disabled} />
      ) : (
        <Input {...field} id={id} status={status} autoFocus={props.first} autoComplete="off" maxLength={max} disabled={props.disabled} />
      )
    }
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
          value={field.value}
          onBlur={field.onBlur}
          onChange={(value) => field.onChange(value ?? undefined)}
        />
        {unit && <span>{unit}</span>}
      </span>
    )}
  </Box>
)

const today = () => whenOf(new Date().toISOString()).slice(0, 10)

/** One line that is read as a time when the cursor leaves it or Enter is pressed. */
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
          onChange={(event) => field.onChange(event.target.value)}
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

export const SelectField = <F extends FieldValues>({
  choices,
  many = false,
  free = false,
  ...props
}: FieldProps<F> & { choices: readonly { value: string | number; label: string }[]; many?: boolean; free?: boolean }) => (
  <Box {...props}>
    {(field, id, status) => (
      <Select
        ref={field.ref}
        id={id}
        status={status}
        className="wide-box"
        {...(many ? { mode: free ? ('tags' as const) : ('multiple' as const) } : {})}
        autoFocus={props.first}
        disabled={props.disabled}
        showSearch={{ optionFilterProp: 'label' }}
        value={field.value}
        onBlur={field.onBlur}
        onChange={field.onChange}
        options={[...choices]}
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

/** People who may be named (F1(4)a), found by any part of name or department. The value is an id, or ids with `many`. */
export const PeopleField = <F extends FieldValues>(props: FieldProps<F> & { many?: boolean; only?: readonly number[] }) => {
  const people = useQueryOf('people.choose', {})
  const rows = (people.data?.rows ?? []).filter((person) => !props.only || props.only.includes(person.id))
  return <SelectField {...props} choices={rows.map((person) => ({ value: person.id, label: `${person.name}　${person.department}` }))} />
}
