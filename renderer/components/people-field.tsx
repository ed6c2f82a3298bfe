import type { FieldValues } from 'react-hook-form'
import { useQueryOf } from '../app/client.ts'
import type { FieldProps } from './field-box.tsx'
import { SelectField } from './select-field.tsx'

type PeopleProps<F extends FieldValues> = FieldProps<F> & { many?: boolean; only?: readonly number[] }

const notOnRoster = (name: string) => `没有“${name}”这个人；请核对姓名，名册里没有的先由安全保密管理员录入`

/** People who may be named (F1(4)a). Names typed with 、 between them are taken one by one; a part of a name or department offers who it may be. */
export const PeopleField = <F extends FieldValues>({ only, ...props }: PeopleProps<F>) => {
  const people = useQueryOf('people.choose', {})
  const rows = (people.data?.rows ?? []).filter((person) => !only || only.includes(person.id))
  const choices = rows.map(({ id, name, department }) => ({ value: id, label: name, beside: department }))
  return <SelectField {...props} choices={choices} unknown={notOnRoster} />
}
