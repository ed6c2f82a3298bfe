import { useState } from 'react'
import type { DisclosureItem } from '../../../contract/disclosure-views.ts'
import type { Output } from '../../../contract/index.ts'
import { limits } from '../../../contract/limits.ts'
import { CARRIERS, type Carrier, carrierLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { useSession } from '../../app/session.tsx'
import { TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { LongText } from '../../components/long-text.tsx'
import { PeopleField } from '../../components/people-field.tsx'
import { PickField } from '../../components/pick-field.tsx'
import { OpeningPane, RecordPane } from '../../components/record-pane.tsx'
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

/** The item of an application that the text is to answer (G三.2). */
type Asked = { disclosure: string; item: DisclosureItem }
type FormProps = { asked: Asked | null; onClose: () => void }

/** What the form begins with: of an item, whose it is and what is wanted. */
const useStart = (asked: Asked | null): Typed => {
  const { person, unit } = useSession()
  const start = { ...emptyText, carrier: undefined, unit: '', handler: person.id, document: undefined }
  if (!asked) return start
  const { handler, content } = asked.item
  const summary = content.replace(/\s+/g, ' ').slice(0, limits.opinion)
  return { ...start, unit, summary, handler: handler.department === person.department ? handler.id : person.id }
}

const Form = ({ asked, onClose }: FormProps) => {
  const { person } = useSession()
  const people = useQueryOf('people.choose', {}).data?.rows ?? []
  const start = useStart(asked)
  const form = useActForm<'review.draft', Typed>('review.draft', {
    start,
    input: ({ carrier, unit, handler, document, ...text }) => ({
      carrier: carrier as Carrier,
      unit,
      ...(handler === undefined ? {} : { handler }),
      ...(document === undefined ? {} : { document }),
      ...(asked ? { item: asked.item.id } : {}),
      ...textWritten(carrier, text, asked !== null),
    }),
    done: ({ id }) => go('review', id),
  })
  const { fields } = form
  const { seek, one, offered } = usePapers(fields.watch('document'))
  return (
    <RecordPane title="提交审查" full>
      <ActForm of={form} ok="提交" onClose={onClose} says="提交后由科室提出意见、小组审核、组长确定，三人依次签名（B7）">
        {asked && (
          <div className="review-asked">
            <span>
              {asked.disclosure}　事项{asked.item.ordinal}
            </span>
            <LongText label="申请内容">{asked.item.content}</LongText>
          </div>
        )}
        <PickField
          form={fields}
          name="carrier"
          label="载体形式"
          choices={CARRIERS.map((value) => ({ value, label: carrierLabel[value] }))}
          first
          required
        />
        <TextField form={fields} name="unit" label="拟公开单位" max={limits.unit} required />
        <TextBoxes form={fields} carrier={fields.watch('carrier')} toAnswer={asked !== null} />
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

/** Of one item of an application: its content is read first. */
const DraftOfItem = ({ disclosure, item, onClose }: { disclosure: number; item: number; onClose: () => void }) => {
  const got = useQueryOf('disclosure.get', { disclosure })
  const found = got.data?.items.find(({ id }) => id === item)
  if (!got.data || !found) return <OpeningPane title="提交审查" refusal={got.error} onClose={onClose} />
  return <Form asked={{ disclosure: got.data.number, item: found }} onClose={onClose} />
}

/** F7 提交审查: what a 科室 wants to make public, or to answer an application with, as version 1 of its text (B1, B9). `of`: `12-34` of item 34 of application 12. */
export const Draft = ({ of, onClose }: { of: string | undefined; onClose: () => void }) => {
  const [disclosure, item] = (of ?? '').split('-').map(Number)
  const back = () => (disclosure ? go('disclosure', disclosure) : onClose())
  return disclosure && item ? <DraftOfItem disclosure={disclosure} item={item} onClose={back} /> : <Form asked={null} onClose={onClose} />
}
