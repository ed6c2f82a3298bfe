import { Button } from 'antd'
import { useState } from 'react'
import { useFieldArray } from 'react-hook-form'
import type { DisclosureView } from '../../../contract/disclosure-views.ts'
import { limits } from '../../../contract/limits.ts'
import { useQueryOf } from '../../app/client.ts'
import { ActForm, useActForm } from '../../components/form.tsx'
import { useKeys } from '../../components/keys.ts'
import { LongText } from '../../components/long-text.tsx'
import { ParagraphsField } from '../../components/paragraphs-field.tsx'
import { OpeningPane, RecordPane } from '../../components/record-pane.tsx'
import { applicationOf, titleOf } from './about.tsx'
import { HandlerField } from './handler-field.tsx'

type Typed = { items: { content: string; handler: number | undefined }[] }
const MOST = 20

/** Each item's own boxes: what is refused of one is told there. */
const boxesOf = ({ items }: Typed) =>
  Object.fromEntries(
    items.flatMap((_, place) => (['content', 'handler'] as const).map((name) => [`items.${place}.${name}`, `items.${place}.${name}` as const])),
  )

const Form = ({ of: view, onClose }: { of: DisclosureView; onClose: () => void }) => {
  const { content } = applicationOf(view)
  const form = useActForm<'disclosure.register', Typed>('disclosure.register', {
    start: { items: [{ content, handler: undefined }] },
    input: ({ items }) => ({ disclosure: view.id, items: items.map((item) => ({ content: item.content, handler: item.handler as number })) }),
    done: onClose,
    boxes: boxesOf,
  })
  const { fields } = form
  const rows = useFieldArray({ control: fields.control, name: 'items' })
  // The cursor goes into what was added, and begins with whoever handles the first.
  const [at, setAt] = useState(0)
  const several = rows.fields.length > 1
  const add = () => {
    if (rows.fields.length >= MOST) return
    setAt(rows.fields.length)
    rows.append({ content: '', handler: undefined }, { focusName: `items.${rows.fields.length}.content` })
  }
  useKeys({ F7: add })
  return (
    <RecordPane title={titleOf('登记', view)} full>
      <ActForm
        of={form}
        ok="登记"
        says="填写完整、有身份证明的即时登记；同时提出几项的分别办理、分别答复（A四(一)3、4）"
        onClose={onClose}
        other={<Button onClick={add}>再加一项 F7</Button>}
      >
        {several && (
          <div className="disclosure-source">
            <span className="quiet">申请内容</span>
            <LongText label="申请内容">{content}</LongText>
          </div>
        )}
        {rows.fields.map((row, place) => (
          <fieldset key={row.id} className="disclosure-item-boxes">
            <legend>
              {several ? `事项 ${place + 1}` : '申请事项'}
              {several && (
                <Button type="link" size="small" onClick={() => rows.remove(place)}>
                  去掉这一项
                </Button>
              )}
            </legend>
            <ParagraphsField
              form={fields}
              name={`items.${place}.content`}
              label="内容"
              max={limits.content}
              hint={several ? '只留这一项所要的信息' : '同时提出几项的，只留一项，其余按 F7 另列'}
              first={place === at && place > 0}
              required
            />
            <HandlerField form={fields} name={`items.${place}.handler`} label="承办人" hint="经办科室的人员（G三.2）" first={place === 0} required />
          </fieldset>
        ))}
      </ActForm>
    </RecordPane>
  )
}

/** F4 登记 after the form check: whole, or split into items, each with whoever handles it (A四(一)2–4). */
export const Register = ({ id, onClose }: { id: number; onClose: () => void }) => {
  const got = useQueryOf('disclosure.get', { disclosure: id })
  return got.data ? <Form of={got.data} onClose={onClose} /> : <OpeningPane title="登记" refusal={got.error} onClose={onClose} />
}
