import { useState } from 'react'
import { Select } from 'antd'
import { limits } from '../../../contract/fields.ts'
import { useAct, useQueryOf } from '../../app/client.ts'
import { useMay } from '../../app/session.tsx'
import { ActDialog, Sentence } from '../../components/act-dialog.tsx'

type Choice = { value: number; label: string }
type FieldProps = { value: number | null; onChange: (id: number) => void }

const DocumentSelect = ({ value, onChange, choices, onSearch }: FieldProps & { choices: Choice[]; onSearch?: (text: string) => void }) => (
  <Select
    autoFocus
    aria-label="文件"
    showSearch={onSearch ? { filterOption: false, onSearch } : { optionFilterProp: 'label' }}
    placeholder="编号、标题、文号的一部分"
    value={value}
    onChange={onChange}
    options={choices}
  />
)

/** From the register, by part of number, title or 文号. */
const FromRegister = (field: FieldProps) => {
  const [text, setText] = useState('')
  const found = useQueryOf('documents.list', { text, limit: 20 }, { keep: true })
  const choices = (found.data?.rows ?? []).map((row) => ({ value: row.id, label: `${row.number}　${row.mark}　${row.title}` }))
  return <DocumentSelect {...field} choices={choices} onSearch={setText} />
}

/** A 科室 does not read the register: it asks for what it holds to read. */
const FromHeld = (field: FieldProps) => {
  const held = useQueryOf('circulation.mine', {})
  const items = (held.data?.rows ?? []).flatMap((row) => row.items)
  const documents = [...new Map(items.map((item) => [item.document.id, item.document])).values()]
  return <DocumentSelect {...field} choices={documents.map((one) => ({ value: one.id, label: `${one.number}　${one.mark}　${one.title}` }))} />
}

/** 申请扩大知悉范围 of one document to named people (F1(4)c). */
export const AskWidening = ({ onClose }: { onClose: () => void }) => {
  const [document, setDocument] = useState<number | null>(null)
  const [persons, setPersons] = useState<number[]>([])
  const [reason, setReason] = useState('')
  const people = useQueryOf('people.choose', {})
  const may = useMay()
  const act = useAct('circulation.requestWidening')
  return (
    <ActDialog
      title="申请扩大知悉范围"
      rule="F1(4)c 未经批准不得扩大知悉范围"
      ok="申请"
      ready={!!document && persons.length > 0 && reason.trim() !== ''}
      busy={act.isPending}
      error={act.error}
      onOk={() => document && act.mutate({ document, persons, reason }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <div className="sentence">
        <span className="sentence-label">文件</span>
        {may('documents.list') ? <FromRegister value={document} onChange={setDocument} /> : <FromHeld value={document} onChange={setDocument} />}
      </div>
      <label className="sentence">
        <span className="sentence-label">增加知悉人员</span>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="姓名"
          value={persons}
          onChange={setPersons}
          options={(people.data?.rows ?? []).map((person) => ({ value: person.id, label: `${person.name}　${person.department}` }))}
        />
      </label>
      <Sentence label="理由" value={reason} onChange={setReason} max={limits.note} />
    </ActDialog>
  )
}
