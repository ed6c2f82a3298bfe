import { useState } from 'react'
import type { EntryView } from '../../../contract/audit.ts'
import { usePagesOf } from '../../app/client.ts'
import { List, type ListColumn } from '../../components/list.tsx'
import { When } from '../../components/when.tsx'
import { EntryPane } from './entry-pane.tsx'
import { type Filter, Filters } from './filters.tsx'
import { outcomeWords, roleWords } from './words.ts'

const seq: ListColumn<EntryView> = { key: 'seq', title: '序号', width: 84, align: 'right', render: (row) => row.seq }
const at: ListColumn<EntryView> = { key: 'at', title: '时间', width: 176, render: (row) => <When at={row.at} seconds /> }
const actor: ListColumn<EntryView> = { key: 'actor', title: '行为人', width: 92, render: (row) => (row.actor === '-' ? '未登录' : row.actor) }
const role: ListColumn<EntryView> = { key: 'role', title: '身份', width: 140, render: (row) => roleWords(row.role) }
const act: ListColumn<EntryView> = { key: 'act', title: '行为', width: 164, render: (row) => row.act }
const object: ListColumn<EntryView> = { key: 'object', title: '对象编号', render: (row) => row.object }
const outcome: ListColumn<EntryView> = {
  key: 'outcome',
  title: '结果',
  width: 150,
  render: (row) => <span className={row.outcome === 'refused' ? 'overdue' : undefined}>{outcomeWords(row)}</span>,
}
const all = [seq, at, actor, role, act, object, outcome]
/** Beside an open entry: its facts stand there in full. */
const few = [
  { ...seq, width: 70 },
  { ...at, width: 150, render: (row: EntryView) => <When at={row.at} /> },
  { ...actor, width: 80 },
  { ...act, width: undefined },
  outcome,
]

type Props = { name: 'audit.list' | 'audit.users' }

/** The record, newest first; an entry opens beside. */
export const Entries = ({ name }: Props) => {
  const [filter, setFilter] = useState<Filter>({})
  const [open, setOpen] = useState<EntryView | null>(null)
  const list = usePagesOf(name, filter)
  const total = list.first && 'total' in list.first ? (list.first.total as number) : null
  return (
    <div className="desk-split">
      <div className="desk-fill">
        <div className="audit-part-head">
          <Filters filter={filter} onChange={setFilter} few={name === 'audit.users'} />
          {total !== null && <span className="quiet figures">共 {total} 条</span>}
        </div>
        <List
          pages={list}
          columns={open ? few : all}
          rowKey={(row) => row.seq}
          selected={open?.seq ?? null}
          onOpen={setOpen}
          empty="没有相符的记录"
        />
      </div>
      {open && <EntryPane entry={open} onClose={() => setOpen(null)} />}
    </div>
  )
}
