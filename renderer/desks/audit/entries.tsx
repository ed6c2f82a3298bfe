import { useState } from 'react'
import type { EntryView } from '../../../contract/audit.ts'
import { outcomeLabel } from '../../../contract/terms.ts'
import { usePagesOf } from '../../app/client.ts'
import { List } from '../../components/list.tsx'
import { When } from '../../components/when.tsx'
import { EntryPane } from './entry-pane.tsx'
import { type Filter, Filters } from './filters.tsx'
import { roleWords } from './words.ts'

const columns = [
  { key: 'seq', title: '序号', width: 80, align: 'right' as const, render: (row: EntryView) => <span className="figures">{row.seq}</span> },
  { key: 'at', title: '时间', width: 150, render: (row: EntryView) => <When at={row.at} /> },
  { key: 'actor', title: '行为人', width: 90, render: (row: EntryView) => (row.actor === '-' ? '未登录' : row.actor) },
  { key: 'role', title: '身份', width: 130, render: (row: EntryView) => roleWords(row.role) },
  { key: 'act', title: '行为', width: 130, render: (row: EntryView) => row.act },
  { key: 'object', title: '对象编号', render: (row: EntryView) => <span className="figures">{row.object}</span> },
  {
    key: 'outcome',
    title: '结果',
    width: 170,
    render: (row: EntryView) =>
      row.outcome === 'refused' ? (
        <span className="overdue">
          {outcomeLabel.refused} {row.clause ?? row.code}
        </span>
      ) : (
        outcomeLabel.done
      ),
  },
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
        <List pages={list} columns={columns} rowKey={(row) => row.seq} selected={open?.seq ?? null} onOpen={setOpen} empty="没有相符的记录" />
      </div>
      {open && <EntryPane entry={open} onClose={() => setOpen(null)} />}
    </div>
  )
}
