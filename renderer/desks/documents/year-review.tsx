import { Button } from 'antd'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { limits } from '../../../contract/limits.ts'
import { YEAR_OUTCOMES, type YearOutcome, yearKeepLabel, yearOutcomeLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { useSession } from '../../app/session.tsx'
import { Countersign } from '../../components/countersign.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ChoiceField, NumberField, TextField } from '../../components/fields.tsx'
import { ActForm, type ActFormOf } from '../../components/form.tsx'
import { useKeys } from '../../components/keys.ts'
import { RecordPane } from '../../components/record-pane.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { type ShortColumn, ShortList } from '../../components/short-list.tsx'
import { useSignedForm } from '../../components/signed-form.ts'

type Exception = { document: number; number: string; outcome: YearOutcome; reason: string }
type Typed = { document: number | undefined; outcome: YearOutcome; reason: string }

/** The papers that fit what is sought; the chosen one stays among them. */
const useFound = () => {
  const [text, seek] = useState('')
  const found = useQueryOf('documents.list', { ...(text ? { text } : {}), limit: 50 }, { keep: true }).data?.rows ?? []
  // State secrets alone, out of whichever register: a 汇编 is reviewed like what came in
  const rows = found.filter(({ level, expiry }) => level !== 'internal' && expiry !== 'declassified')
  const [seen] = useState(() => new Map<number, { id: number; number: string; mark: string; title: string }>())
  for (const row of rows) seen.set(row.id, row)
  return { seek, seen, rows }
}

type AddProps = { taken: readonly number[]; onAdd: (exception: Exception) => void; onClose: () => void }

/** One paper that does not stay as it is: which, what is proposed, and why. */
const AddException = ({ taken, onAdd, onClose }: AddProps) => {
  const fields = useForm<Typed>({ defaultValues: { document: undefined, outcome: 'declassify', reason: '' } })
  const { seek, seen, rows } = useFound()
  const chosen = fields.watch('document')
  const one = chosen === undefined ? undefined : seen.get(chosen)
  const offered = one && !rows.some(({ id }) => id === one.id) ? [one, ...rows] : rows
  const submit = fields.handleSubmit(({ document, ...typed }) => {
    const named = document === undefined ? undefined : seen.get(document)
    if (named) onAdd({ document: named.id, number: named.number, ...typed })
  })
  const form: ActFormOf<Typed> = { fields, submit, busy: false, saved: { current: false }, refused: null, told: false }
  return (
    <Dialog title="列出一件">
      <ActForm of={form} ok="列出" onClose={onClose} over>
        <SelectField
          form={fields}
          name="document"
          label="文件"
          choices={offered
            .filter(({ id }) => !taken.includes(id))
            .map(({ id, number, mark, title }) => ({ value: id, label: number, beside: `${mark}　${title}` }))}
          onSought={seek}
          placeholder="编号、标题、文号的一部分"
          unknown={(typed) => `没有与“${typed}”相符的在管文件`}
          check={(value) => value !== undefined || '请选择文件'}
          first
          required
        />
        <ChoiceField form={fields} name="outcome" label="建议" choices={YEAR_OUTCOMES.map((value) => ({ value, label: yearOutcomeLabel[value] }))} />
        <TextField
          form={fields}
          name="reason"
          label="理由"
          max={limits.note}
          check={(value) => String(value).trim() !== '' || '请写明理由'}
          required
        />
      </ActForm>
    </Dialog>
  )
}

/** F7 年度审核: everything in keeping stays as it is but what is listed here; a 分管领导 signs in place (保密法24). */
export const ReviewYear = ({ onClose }: { onClose: () => void }) => {
  const { now } = useSession()
  const [adding, setAdding] = useState(false)
  const { form, signing, act, sign, goBack } = useSignedForm<'documents.reviewYear', { year: number; exceptions: Exception[] }>(
    'documents.reviewYear',
    {
      start: { year: Number(now.slice(0, 4)), exceptions: [] },
      input: ({ year, exceptions }) => ({ year, exceptions: exceptions.map(({ number: _number, ...exception }) => exception) }),
      done: onClose,
    },
  )
  const { fields } = form
  const exceptions = fields.watch('exceptions')
  const covered = useQueryOf('documents.expiryList', { year: fields.watch('year') || Number(now.slice(0, 4)) }, { keep: true }).data?.covered
  const put = (next: Exception[]) => fields.setValue('exceptions', next, { shouldDirty: true })
  const add = () => setAdding(true)
  useKeys({ F4: add }, !adding && signing === null)
  const columns: ShortColumn<Exception>[] = [
    { title: '编号', width: 170, figures: true, render: ({ number }) => number },
    { title: '建议', width: 100, render: ({ outcome }) => yearOutcomeLabel[outcome] },
    { title: '理由', render: ({ reason }) => reason },
    {
      title: '',
      width: 80,
      render: ({ document }) => (
        <Button type="link" size="small" onClick={() => put(exceptions.filter((one) => one.document !== document))}>
          去掉
        </Button>
      ),
    },
  ]
  const rest = covered === undefined ? '其余各件' : `其余 ${Math.max(0, covered - exceptions.length)} 件`
  return (
    <RecordPane title="年度审核" full>
      <ActForm
        of={form}
        ok="请领导签字"
        busyWord="请分管领导签字…"
        onClose={onClose}
        says={`${rest}${yearKeepLabel}；审核不改密级，改动凭制发机关的通知（F1(3)a）`}
      >
        <NumberField form={fields} name="year" label="年度" min={1949} max={2200} unit="年" first required />
        <h3>
          不{yearKeepLabel}的各件 <Button onClick={add}>列出一件 F4</Button>
        </h3>
        <ShortList columns={columns} rows={exceptions} rowKey={({ document }) => document} empty={`没有列出：在管的国家秘密全部${yearKeepLabel}`} />
      </ActForm>
      {adding && (
        <AddException
          taken={exceptions.map(({ document }) => document)}
          onAdd={(exception) => {
            put([...exceptions, exception])
            setAdding(false)
          }}
          onClose={() => setAdding(false)}
        />
      )}
      {signing && (
        <Countersign
          title={`年度审核　${signing.year} 年`}
          says="请分管领导核对，当场签字审批；审核人不得审批本人的审核（保密法24）"
          ok="审批"
          error={act.error}
          busy={act.isPending}
          step={{ call: 'documents.reviewYear', input: signing }}
          onTicket={sign}
          onClose={goBack}
        >
          <p>
            {rest}
            {yearKeepLabel}，建议解密、变更 <strong>{exceptions.length} 件</strong>。
          </p>
        </Countersign>
      )}
    </RecordPane>
  )
}
