import { Select } from 'antd'
import { useRef, useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useQueryOf } from '../app/client.ts'
import { Box, type FieldProps } from './field-box.tsx'

const SEPARATORS = ['、', '，', ',', ' ']

type PeopleProps<F extends FieldValues> = FieldProps<F> & { many?: boolean; only?: readonly number[] }

/** People who may be named (F1(4)a). Names typed with 、 between them are taken one by one; a part of a name or department offers who it may be. */
export const PeopleField = <F extends FieldValues>({ many = false, only, ...props }: PeopleProps<F>) => {
  const [typed, setTyped] = useState('')
  const pending = useRef('')
  const people = useQueryOf('people.choose', {})
  const rows = (people.data?.rows ?? []).filter((person) => !only || only.includes(person.id))
  const options = rows.map(({ id, name, department }) => ({ value: id, label: name, department }))
  const search = (text: string) => {
    setTyped(text)
    if (text !== '') pending.current = text
  }
  return (
    <Box {...props}>
      {(field, id, status) => {
        const chosen = many ? ((field.value ?? []) as number[]) : []
        /** A whole name that still stands in the box when the cursor leaves it is meant, too. */
        const settle = () => {
          const meant = options.find(({ label }) => label === pending.current.trim())
          pending.current = ''
          setTyped('')
          if (meant && !chosen.includes(meant.value)) field.onChange(many ? [...chosen, meant.value] : meant.value)
        }
        return (
          <Select
            ref={field.ref}
            id={id}
            status={status}
            className="wide-box"
            allowClear
            {...(many ? { mode: 'multiple' as const, tokenSeparators: SEPARATORS } : {})}
            autoFocus={props.first}
            disabled={props.disabled}
            showSearch={{
              searchValue: typed,
              onSearch: search,
              autoClearSearchValue: true,
              filterOption: (text, option) => `${option?.label}${option?.department}`.includes(text.trim()),
            }}
            optionRender={({ data }) => (
              <>
                {data.label}　<span className="quiet">{data.department}</span>
              </>
            )}
            value={field.value}
            onBlur={() => {
              settle()
              field.onBlur()
            }}
            onChange={(value) => {
              pending.current = ''
              field.onChange(value)
            }}
            options={options}
          />
        )
      }}
    </Box>
  )
}
