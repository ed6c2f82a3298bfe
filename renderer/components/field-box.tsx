/** What every box of a form has: its label, its hint, what is wrong with it, and whether something stands in it. */
import { type ChangeEvent, type CompositionEvent, type ReactNode, useId } from 'react'
import { Controller, type ControllerRenderProps, type FieldValues, type Path, type UseFormReturn } from 'react-hook-form'
import { isFilled } from './filled.ts'
import { goOnFrom } from './going-on.ts'

export type FieldProps<F extends FieldValues> = {
  form: UseFormReturn<F>
  name: Path<F>
  label: ReactNode
  hint?: ReactNode
  first?: boolean
  required?: boolean
  disabled?: boolean
  /** What is wrong with the box, in words, when the act must not be done with it. */
  check?: (value: unknown) => string | true
}

type BoxProps<F extends FieldValues> = FieldProps<F> & {
  children: (field: ControllerRenderProps<F, Path<F>>, id: string, wrong: '' | 'error') => ReactNode
}

type TextBox = HTMLInputElement | HTMLTextAreaElement

/** Goes on once what is typed is whole, also at the end of a composition. Taking something out never moves the cursor. */
export const onWhole = (field: { value: unknown; onChange: (text: string) => void }, whole: (text: string) => boolean) => ({
  onChange: (event: ChangeEvent<TextBox>) => {
    const { value } = event.target
    const grew = value.length > String(field.value ?? '').length
    field.onChange(value)
    // The library hands on a copy of the box; the box itself is where the browser's own event came from.
    const { target, isComposing } = event.nativeEvent as InputEvent
    if (grew && !isComposing && whole(value)) goOnFrom(target as TextBox)
  },
  onCompositionEnd: (event: CompositionEvent<TextBox>) => {
    if (whole(event.currentTarget.value)) goOnFrom(event.currentTarget)
  },
})

/** Label, box, hint, and what is wrong with it. */
export const Box = <F extends FieldValues>({ form, name, label, hint, required, check, children }: BoxProps<F>) => {
  const id = useId()
  return (
    <Controller
      control={form.control}
      name={name}
      {...(check ? { rules: { validate: check } } : {})}
      render={({ field, fieldState: { error } }) => (
        <div className={error ? 'field field-wrong' : 'field'} data-filled={isFilled(field.value) || undefined}>
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
