import type { FieldValues } from 'react-hook-form'
import { useQueryOf } from '../../app/client.ts'
import type { FieldProps } from '../../components/field-box.tsx'
import { PeopleField } from '../../components/people-field.tsx'

/** Whoever may handle an item: somebody of a 科室 (G三.2). */
export const HandlerField = <F extends FieldValues>({ except, ...props }: FieldProps<F> & { except?: number }) => {
  const people = useQueryOf('people.choose', {}).data?.rows ?? []
  const only = people.filter(({ id, roles }) => id !== except && roles.includes('section')).map(({ id }) => id)
  return <PeopleField {...props} only={only} />
}
