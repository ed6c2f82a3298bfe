/**
 * `<SelectField form={fields} name="roles" label="角色" choices={…} many />` a box that is filled from a list: `many` for several, `free` to type new ones.
 * Names typed with 、 between them are taken one by one. What fits nothing stays in the box, is told, and holds the act back.
 */
import { useRef, useState } from 'react'
import type { ControllerRenderProps, FieldValues, Path, UseFormReturn } from 'react-hook-form'
import { type Choice, ChooseBox } from './choose-box.tsx'
import { Box, type FieldProps } from './field-box.tsx'
import { isFilled } from './filled.ts'
import { partsOf, soughtIn, takeNames, unknownIn, wholeIn } from './typed-names.ts'

type SelectFieldProps<F extends FieldValues> = FieldProps<F> & {
  choices: readonly Choice[]
  many?: boolean
  free?: boolean
  placeholder?: string
  /** Said of what no choice fits. */
  unknown?: (typed: string) => string
  /** Whoever gives the choices seeks them by this. */
  onSought?: (text: string) => void
}

const isPart = ({ label, beside = '' }: Choice, text: string) => `${label}${beside}`.includes(text)

/** What is typed in the box of a field and not chosen yet. `check` is the field's rule that nothing such may be left. */
const useTyped = <F extends FieldValues>(form: UseFormReturn<F>, name: Path<F>, wrong: (text: string) => string | null) => {
  const [text, setText] = useState('')
  const latest = useRef('')
  const put = (next: string, tell = false) => {
    latest.current = next
    setText(next)
    if (tell) void form.trigger(name)
    else if (form.getFieldState(name).error) form.clearErrors(name)
  }
  return { text, latest, put, check: () => wrong(latest.current) ?? true }
}
type Typed = ReturnType<typeof useTyped>

type Rest<F extends FieldValues> = Omit<SelectFieldProps<F>, 'label' | 'hint' | 'required' | 'unknown'> & { typed: Typed }
type Field<F extends FieldValues> = ControllerRenderProps<F, Path<F>>

/** How what is typed becomes what is chosen: name by name as it is typed, and once more when the cursor leaves the box. */
const choosing = <F extends FieldValues>({ choices, many, free, onSought, typed }: Rest<F>, field: Field<F>) => {
  const chosen = many ? ((field.value ?? []) as (string | number)[]) : []
  const add = (taken: readonly Choice[]) => {
    const fresh = taken.map(({ value }) => value).filter((value) => !chosen.includes(value))
    if (fresh.length > 0) field.onChange(many ? [...chosen, ...fresh] : fresh[0])
  }
  const known = (text: string): readonly Choice[] => (free ? partsOf(text).map((part) => ({ value: part, label: part })) : choices)
  const take = (text: string, left: boolean) => {
    const { taken, rest } = many ? takeNames(text, known(text), left) : takeOne(text, choices, left)
    add(taken)
    typed.put(rest, left ? rest !== '' : wholeIn(rest) !== '' && many)
  }
  const type = (text: string, composing: boolean) => {
    onSought?.(text.trim())
    if (composing) typed.put(text)
    else take(text, false)
  }
  return { chosen, type, settle: () => typed.latest.current !== '' && take(typed.latest.current, true) }
}

/** One name alone is taken when the cursor leaves it, spaces and all. */
const takeOne = (text: string, among: readonly Choice[], left: boolean) => {
  const taken = left ? among.filter(({ label }) => label === text.trim()) : []
  return { taken, rest: taken.length > 0 || text.trim() === '' ? '' : text }
}

const modes = (many: boolean, free: boolean) => {
  if (!many) return {}
  return free ? { mode: 'tags' as const, notFoundContent: null } : { mode: 'multiple' as const }
}

export const SelectField = <F extends FieldValues>({
  many = false,
  free = false,
  unknown = (typed) => `没有“${typed}”这一项，请从名单里选`,
  ...props
}: SelectFieldProps<F>) => {
  const { form, name, choices, placeholder, onSought, first, disabled } = props
  const wrong = (text: string) => {
    const part = many ? unknownIn(text, choices) : text.trim()
    if (free || !part) return null
    return choices.some((choice) => isPart(choice, part)) ? `“${part}”还没有选定：请用 ↑↓ 选中后按 Enter，或写全` : unknown(part)
  }
  const typed = useTyped(form, name, wrong)
  return (
    <Box {...props} check={(value) => [typed.check(), props.check?.(value) ?? true].find((said) => typeof said === 'string') ?? true}>
      {(field, id, status) => {
        const { chosen, type, settle } = choosing({ ...props, many, free, typed }, field)
        return (
          <ChooseBox
            {...modes(many, free)}
            ref={field.ref}
            id={id}
            status={status}
            className="wide-box"
            allowClear
            placeholder={placeholder}
            autoFocus={first}
            disabled={disabled}
            text={typed.text}
            onText={type}
            sought={many ? soughtIn(typed.text) : typed.text.trim()}
            {...(onSought ? {} : { fits: (choice, sought) => !chosen.includes(choice.value) && isPart(choice, sought) })}
            onChosen={() => typed.put(many ? wholeIn(typed.latest.current) : '')}
            value={field.value}
            onChange={(value) => {
              // What was typed to find it is done with before the field is looked at again.
              if (many ? ((value ?? []) as unknown[]).length > chosen.length : isFilled(value)) typed.put(many ? wholeIn(typed.latest.current) : '')
              field.onChange(value)
            }}
            onBlur={() => {
              settle()
              field.onBlur()
            }}
            options={choices}
          />
        )
      }}
    </Box>
  )
}
