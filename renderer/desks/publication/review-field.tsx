import { useState } from 'react'
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'
import type { ReviewRow } from '../../../contract/review-views.ts'
import { reviewStateLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { useSession } from '../../app/session.tsx'
import { SelectField } from '../../components/select-field.tsx'

/** The reviews of the own 科室 that may decide on an entry; the chosen one stays among them. */
const useReviews = (chosen: number | undefined) => {
  const { person } = useSession()
  const [text, seek] = useState('')
  const rows = useQueryOf('review.list', { ...(text ? { text } : {}), limit: 50 }, { keep: true }).data?.rows ?? []
  const [seen] = useState(() => new Map<number, ReviewRow>())
  const fits = ({ department, state, attribute }: ReviewRow) =>
    department === person.department && state !== 'cancelled' && (attribute === null || attribute === 'proactive')
  for (const row of rows) if (fits(row)) seen.set(row.id, row)
  const found = rows.filter(fits)
  const one = chosen === undefined ? undefined : seen.get(chosen)
  return { seek, one, offered: one && !found.some(({ id }) => id === one.id) ? [one, ...found] : found }
}

type Props<F extends FieldValues> = { form: UseFormReturn<F>; name: Path<F>; first?: boolean; required?: boolean }

/** Which review decides on the text: of the own 科室, sought by number and name. */
export const ReviewField = <F extends FieldValues>({ form, name, first = false, required = false }: Props<F>) => {
  const { seek, one, offered } = useReviews(form.watch(name))
  return (
    <SelectField
      form={form}
      name={name}
      label="保密审查"
      choices={offered.map(({ id, number, state, title }) => ({ value: id, label: number, beside: `${reviewStateLabel[state]}　${title}` }))}
      onSought={seek}
      placeholder="编号、信息名称、文号的一部分"
      unknown={(typed) => `本科室没有与“${typed}”相符的审查`}
      hint={
        one ? `${reviewStateLabel[one.state]}　${one.title}` : required ? '本科室的审查；公文属性须为主动公开' : '还没有提交审查的可不填，以后再关联'
      }
      first={first}
      required={required}
    />
  )
}
