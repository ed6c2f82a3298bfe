import { type ComponentProps, type ReactNode, useState } from 'react'
import type { EntryView } from '../../../contract/audit.ts'
import { usePagesOf } from '../../app/client.ts'
import { useJumpsOf } from '../../app/jumps.ts'
import { ExportList } from '../../components/export-list.tsx'
import { Found } from '../../components/found.tsx'
import { List, type ListColumn } from '../../components/list.tsx'
import { When } from '../../components/when.tsx'
import { EntryPane } from './entry-pane.tsx'
import { type Filter, Filters } from './filters.tsx'
import { outcomeWords, roleWords } from './words.ts'

const seq: ListColumn<EntryView> = { key: 'seq', title: '序号', width: 84, align: 'right', render: (row) => row.seq }
const at: ListColumn<EntryView> = { key: 'at', title: '时间', width: 176, render: (row) => <When at={row.at} seconds /> }
const actor: ListColumn<EntryView> = { key: 'actor', title: '操作人', width: 92, render: (row) => (row.actor === '-' ? '未登录' : row.actor) }
const role: ListColumn<EntryView> = { key: 'role', title: '身份', width: 140, drop: 1, render: (row) => roleWords(row.role) }
const act: ListColumn<EntryView> = { key: 'act', title: '操作', width: 164, render: (row) => row.act }
const object: ListColumn<EntryView> = { key: 'object', title: '对象', least: 190, render: (row) => row.object }
const outcome: ListColumn<EntryView> = {
  key: 'outcome',
  title: '结果',
  width: 150,
  render: (row) => <span className={row.outcome === 'refused' ? 'waits' : undefined}>{outcomeWords(row)}</span>,
}
const all = [seq, at, actor, role, act, object, outcome]
/** Beside an open entry: its facts stand there in full. */
const few = [
  { ...seq, width: 70 },
  { ...at, width: 150, drop: 1, render: (row: EntryView) => <When at={row.at} /> },
  { ...actor, width: 80 },
  { ...act, width: undefined },
  outcome,
]

/** The record is numbered from 0, as the verifier and the signed head count it: eighty-two entries end with 第 81 条. */
const span = (filtered: boolean, total: number) => (total > 0 && !filtered ? `条（第 0–${total - 1} 条）` : '条')

/** 导出Excel of the record, by its days, and of the exports themselves. */
const Exports = ({ filter: { from, to, ...others } }: { filter: Filter }) => {
  const days = { ...(from ? { from } : {}), ...(to ? { to } : {}) }
  const why = Object.values(others).some(Boolean) ? '审计记录按起止日期导出，请去掉其他条件' : null
  return (
    <>
      <ExportList list="audit" filter={days} why={why} keyed />
      <ExportList list="exports" filter={days} label="导出登记簿" />
    </>
  )
}

type Pages = ComponentProps<typeof List<EntryView>>['pages']
type ShownProps = { pages: Pages; filtered: boolean; head: ReactNode }

/** Entries below what they are filtered by; one opens beside. */
const Shown = ({ pages, filtered, head }: ShownProps) => {
  const [open, setOpen] = useState<EntryView | null>(null)
  return (
    <div className="desk-split">
      <div className="desk-fill">
        <div className="audit-part-head">{head}</div>
        <List
          pages={pages}
          columns={open ? few : all}
          rowKey={(row) => row.seq}
          selected={open?.seq ?? null}
          onOpen={setOpen}
          empty={filtered ? '没有符合条件的记录，请放宽条件。' : '还没有记录。'}
        />
      </div>
      {open && <EntryPane entry={open} onClose={() => setOpen(null)} />}
    </div>
  )
}

type RowsProps = { filter: Filter; filters: ReactNode; exports: ReactNode }

/** The entries, and how many there are. Filters and exports come made, so that they are not made anew with every page that is read. */
const Rows = ({ filter, filters, exports }: RowsProps) => {
  const filtered = Object.values(filter).some(Boolean)
  const whole = useJumpsOf('audit.list', {})
  const found = usePagesOf('audit.list', filter, filtered)
  const pages = filtered ? found : whole
  const total = pages.first?.total ?? undefined
  const head = (
    <>
      {filters}
      <Found pages={pages} total={total} unit={span(filtered, whole.total)} />
      {filtered && total === undefined && <SoFar next={found.data?.pages.at(-1)?.next} />}
      {exports}
    </>
  )
  return <Shown pages={pages} filtered={filtered} head={head} />
}

/** The whole record, newest first, from any place in it; what a filter leaves of it, found from the newest on. */
export const Entries = () => {
  const [filter, setFilter] = useState<Filter>({})
  return <Rows filter={filter} filters={<Filters filter={filter} onChange={setFilter} few={false} />} exports={<Exports filter={filter} />} />
}

/** How far a search through a long record has come. */
const SoFar = ({ next }: { next: number | null | undefined }) =>
  typeof next === 'number' && (
    <span className="quiet" aria-live="polite">
      {`已查到第 ${next} 条，更早的往下翻时接着查`}
    </span>
  )

/** What the users did and were refused, newest first. */
export const UsersEntries = () => {
  const [filter, setFilter] = useState<Filter>({})
  const pages = usePagesOf('audit.users', filter)
  const head = (
    <>
      <Filters filter={filter} onChange={setFilter} few />
      <Found pages={pages} unit="条" />
    </>
  )
  return <Shown pages={pages} filtered={Object.values(filter).some(Boolean)} head={head} />
}
