import { useEffect } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { useQueryOf } from '../../app/client.ts'
import { SelectField } from '../../components/select-field.tsx'
import type { Admission } from './admit.tsx'

type Props = { form: UseFormReturn<Admission>; person: number | undefined }

/** The approved requests to copy of whoever came that are still good, for the copies that they read. */
const useApprovals = ({ form, person }: Props) => {
  const approved = useQueryOf('reproduction.list', { state: 'approved', limit: 200 })
  const copies = form.watch('copies')
  return (approved.data?.rows ?? []).filter(
    (row) => !row.expired && row.applicant.id === person && copies.some(({ id }) => row.sources.some((source) => source.id === id)),
  )
}

/** 抄录复制: 否 where it is left empty; with an approved request, its number (F1(7)a, F1(5)a). */
export const ApprovalField = (props: Props) => {
  const { form } = props
  const approvals = useApprovals(props)
  const chosen = form.watch('reproduction')
  const { setValue } = form
  const gone = chosen !== undefined && !approvals.some(({ id }) => id === chosen)
  useEffect(() => {
    if (gone) setValue('reproduction', undefined)
  }, [gone, setValue])
  if (approvals.length === 0) return null
  return (
    <SelectField
      form={form}
      name="reproduction"
      label="抄录复制"
      choices={approvals.map(({ id, number, sources }) => ({ value: id, label: number, beside: sources.map((source) => source.number).join('、') }))}
      placeholder="否"
      unknown={(typed) => `查阅人没有“${typed}”这件批准的复制申请（F1(7)a）`}
      hint="不填即不抄录、不拍照、不复制；已经批准的选复制审批编号"
    />
  )
}
