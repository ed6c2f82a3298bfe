/**
 * `<PickField form={fields} name="outcome" label="确定为" choices={…} />` one of a few choices that nothing is chosen of yet: its figure chooses it, and
 * the cursor goes on. Arrows move through the choices, Enter goes on from a chosen one.
 */
import { Radio } from 'antd'
import type { KeyboardEvent } from 'react'
import type { FieldValues } from 'react-hook-form'
import { Box, type FieldProps } from './field-box.tsx'
import { goOnFrom } from './going-on.ts'

type Choice = { value: string; label: string }
type Props<F extends FieldValues> = Omit<FieldProps<F>, 'label'> & { label: string; choices: readonly Choice[] }

export const PickField = <F extends FieldValues>({ choices, ...props }: Props<F>) => (
  <Box {...props}>
    {(field) => {
      const pick = (event: KeyboardEvent<HTMLElement>) => {
        const chosen = /^\d$/.test(event.key) ? choices[Number(event.key) - 1] : undefined
        if (!chosen || event.altKey || event.ctrlKey || props.disabled) return
        event.preventDefault()
        field.onChange(chosen.value)
        goOnFrom(event.target as HTMLInputElement)
      }
      return (
        <Radio.Group
          name={field.name}
          value={field.value}
          onChange={(event) => field.onChange(event.target.value)}
          disabled={props.disabled}
          aria-label={props.label}
          data-first={props.first ? '' : undefined}
        >
          {choices.map(({ value, label }, place) => (
            <Radio
              key={value}
              value={value}
              onKeyDown={pick}
              autoFocus={props.first && place === 0}
              ref={place === 0 ? (box) => field.ref(box && { focus: () => box.input?.focus() }) : undefined}
            >
              <span className="quiet">{place + 1}</span> {label}
            </Radio>
          ))}
        </Radio.Group>
      )
    }}
  </Box>
)
