import { useState } from 'react'
import type { Output } from '../../../contract/index.ts'
import { limits } from '../../../contract/fields.ts'
import { CARRIERS, type Carrier, carrierLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { useSession } from '../../app/session.tsx'
import { TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { PeopleField } from '../../components/people-field.tsx'
import { PickField } from '../../components/pick-field.tsx'
import { RecordPane } from '../../components/record-pane.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { emptyText, TextBoxes, type TextTyped, textWritten } from './text-boxes.tsx'

type Typed = TextTyped & { carrier: Carrier | undefined; unit: string; handler: number | undefined; document: number | undefined }
type Paper = Output<'reproduction.sources'>['rows'][number]['document']

/** The papers in this person's hands that fit what is sought; the chosen one stays among them. */
const usePapers = (chosen: number | undefined) => {
  const [text, seek] = useState('')
  const rows = useQueryOf('reproduction.sources', { ...(text ? { text } : {}), limit: 20 }, { keep: true }).data?.rows ?? []
  const [seen] = useState(() => new Map<number, Paper>())
  for (const { document } of rows) seen.set(document.id, document)
  const found = [...new Map(rows.map(({ document }) => [document.id, document])).values()]
  const one = chosen === undefined ? undefined : seen.get(chosen)
  return { seek, one, offered: one && !found.some(({ id }) => id === one.id) ? [one, ...found] : found }
}

/** F7 提交审查: what a 科室 wants to make public, as version 1 of its text (B1, B9). */
export const Draft = ({ onClose }: { onClose: () => void }) => {
  const { person } = useSession()
  const people = useQueryOf('people.choose', {}).data?.rows ?? []
  const form = useActForm<'review.draft', Typed>('review.draft', {
    start: { ...emptyText, carrier: undefined, unit: '', handler: person.id, document: undefined },
    input: ({ carrier, unit, handler, document, ...text }) => ({
      carrier: carrier as Carrier,
      unit,
      ...(handler === undefined ? {} : { handler }),
      ...(document === undefined ? {} : { document }),
      ...textWritten(carrier, text),
    }),
    done: ({ id }) => go('review', id),
  })
  const { fields } = form
  const { seek, one, offered } = usePapers(fields.watch('document'))
  return (
    <RecordPane title="提交审查" full>
      <ActForm of={form} ok="提交" onClose={onClose} says="提交后由科室提出意见、小组审核、组长确定，三人依次签名（B7）">
        <PickField
          form={fields}
          name="carrier"
          label="载体形式"
          choices={CARRIERS.map((value) => ({ value, label: carrierLabel[value] }))}
          first
          required
        />
        <TextField form={fields} name="unit" label="拟公开单位" max={limits.unit} required />
        <TextBoxes form={fields} carrier={fields.watch('carrier')} />
        <PeopleField
          form={fields}
          name="handler"
          label="承办人"
          only={people.filter(({ department }) => department === person.department).map(({ id }) => id)}
          hint={`${person.department}的人员`}
          required
        />
        <SelectField
          form={fields}
          name="document"
          label="来源文件"
          choices={offered.map(({ id, number, mark, title }) => ({ value: id, label: number, beside: `${mark}　${title}` }))}
          onSought={seek}
          placeholder="编号、标题、文号的一部分"
          unknown={(typed) => `手中没有与“${typed}”相符的文件`}
          hint={one ? `${one.mark}　${one.title}` : '出自登记在册的文件的填写，可不填'}
        />
      </ActForm>
    </RecordPane>
  )
}
