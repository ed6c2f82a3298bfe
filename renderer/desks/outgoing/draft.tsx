import { useState } from 'react'
import type { DocumentRow } from '../../../contract/documents-views.ts'
import { limits } from '../../../contract/limits.ts'
import { useQueryOf } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { useSession } from '../../app/session.tsx'
import { DayField, NumberField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { mayNeedBasis } from '../../components/mark.ts'
import { readMark } from '../../../contract/written.ts'
import { MarkField } from '../../components/mark-field.tsx'
import { PeopleField } from '../../components/people-field.tsx'
import { RecordPane } from '../../components/record-pane.tsx'
import { RefusalNote } from '../../components/refusal.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { markedOf } from '../documents/registration.ts'
import { symbolIsWhole, symbolWritten } from '../documents/written.ts'

type Parent = Pick<DocumentRow, 'id' | 'number' | 'mark' | 'title' | 'sender'>
type Typed = {
  document: number | undefined
  title: string
  symbol: string
  mark: string
  basis: string
  madeOn: string
  addressee: string
  copies: number | undefined
  maker: number | undefined
}

/** The papers that fit what is sought; the named one, and the chosen one, stay among them. */
const useParents = (start: Parent | null, chosen: number | undefined) => {
  const [text, seek] = useState('')
  const rows: readonly Parent[] = useQueryOf('documents.list', { ...(text ? { text } : {}), limit: 20 }, { keep: true }).data?.rows ?? []
  const [seen] = useState(() => new Map<number, Parent>())
  for (const row of start ? [start, ...rows] : rows) seen.set(row.id, row)
  const one = chosen === undefined ? undefined : seen.get(chosen)
  return { seek, one, offered: one && !rows.some(({ id }) => id === one.id) ? [one, ...rows] : rows }
}

const DraftForm = ({ start, onClose }: { start: Parent | null; onClose: () => void }) => {
  const { now } = useSession()
  const today = now.slice(0, 10)
  const form = useActForm<'outgoing.draft', Typed>('outgoing.draft', {
    start: {
      document: start?.id,
      title: '',
      symbol: '',
      mark: start?.mark ?? '',
      basis: '',
      madeOn: today,
      addressee: start?.sender ?? '',
      copies: 1,
      maker: undefined,
    },
    input: ({ mark, basis, symbol, document, copies, maker, ...typed }) => ({
      ...typed,
      ...markedOf(mark, basis),
      symbol: symbolWritten(symbol),
      document: document as number,
      copies: copies as number,
      maker: maker as number,
    }),
    done: ({ id }) => go('outgoing', id),
    boxes: { 'period.basis': 'basis', level: 'mark', period: 'mark' },
  })
  const { fields } = form
  const { seek, one, offered } = useParents(start, fields.watch('document'))
  const marked = readMark(fields.watch('mark'))
  return (
    <RecordPane title="登记发文" full>
      <ActForm of={form} ok="登记" onClose={onClose} says="登记后由分管领导审批，批准后才能发出（F1(3)b）">
        <SelectField
          form={fields}
          name="document"
          label="来文"
          choices={offered.map(({ id, number, mark, title }) => ({ value: id, label: number, beside: `${mark}　${title}` }))}
          onSought={seek}
          placeholder="编号、标题、文号的一部分"
          unknown={(typed) => `没有与“${typed}”相符的来文，请先登记来文`}
          hint={one && `${one.mark}　${one.title}　密级不得低于来文（F1(3)b）`}
          first={start === null}
          required
        />
        <TextField form={fields} name="title" label="标题" max={limits.title} rows={2} first={start !== null} required />
        <TextField form={fields} name="symbol" label="文号" max={limits.symbol} whole={symbolIsWhole} />
        <MarkField form={fields} name="mark" required />
        {marked && mayNeedBasis(marked) && (
          <TextField form={fields} name="basis" label="依据" max={limits.note} hint="超过法定最长期限的必填（保密法20）" />
        )}
        <DayField form={fields} name="madeOn" label="制发日期" required />
        <TextField form={fields} name="addressee" label="收文机关" max={limits.unit} required />
        <NumberField form={fields} name="copies" label="份数" min={1} max={limits.copies} unit="份，逐份编号" required />
        <PeopleField form={fields} name="maker" label="承办人" required />
      </ActForm>
    </RecordPane>
  )
}

/** F7 登记发文, begun from a document or from the desk. */
export const Draft = ({ document, onClose }: { document: number | null; onClose: () => void }) => {
  const asked = useQueryOf('documents.get', { document: document ?? 0 }, { enabled: document !== null })
  if (document === null) return <DraftForm start={null} onClose={onClose} />
  if (asked.error) return <RefusalNote of={asked.error} />
  if (!asked.data) return <p className="quiet">正在读取来文…</p>
  return <DraftForm start={asked.data} onClose={onClose} />
}
