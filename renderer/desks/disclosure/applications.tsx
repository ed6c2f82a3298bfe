import { Button } from 'antd'
import { useState } from 'react'
import type { DisclosureRow } from '../../../contract/disclosure-views.ts'
import { DISCLOSURE_STATES, type DisclosureState, disclosureStateLabel, itemStateLabel } from '../../../contract/terms.ts'
import { usePagesOf } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { useMay, useSession } from '../../app/session.tsx'
import { ChooseBox } from '../../components/choose-box.tsx'
import { ExportList } from '../../components/export-list.tsx'
import { asked, FilterBar, useFilter } from '../../components/filter-bar.tsx'
import { useKeys } from '../../components/keys.ts'
import { List, type ListColumn } from '../../components/list.tsx'
import { PrintLedger } from './papers.tsx'

/** By when it is to be done with: red when that day is over. */
const Due = ({ of: { due, itemStates }, today }: { of: DisclosureRow; today: string }) => {
  if (due === null) return itemStates.includes('consulting') ? <span className="quiet">停计</span> : null
  return <span className={due < today ? 'overdue' : due === today ? 'waits' : undefined}>{due}</span>
}

/** How far it has come: of one that is registered, how far its items have. */
const stateInWords = ({ state, itemStates }: DisclosureRow) => {
  const open = [...new Set(itemStates)].map((one) => itemStateLabel[one])
  return state === 'registered' && open.length > 0 ? open.join('、') : disclosureStateLabel[state]
}

type Column = ListColumn<DisclosureRow>
const number: Column = { key: 'number', title: '申请编号', width: 158, render: (row) => row.number }
const received: Column = { key: 'received', title: '收到日期', width: 104, drop: 2, render: (row) => row.receivedOn }
const applicant: Column = { key: 'applicant', title: '申请人', width: 170, drop: 1, render: (row) => row.applicant }
const content: Column = { key: 'content', title: '申请内容', least: 160, render: (row) => row.content }
const items: Column = { key: 'items', title: '事项', width: 56, drop: 4, align: 'right', render: (row) => (row.items > 0 ? row.items : '') }
const departments: Column = { key: 'departments', title: '承办科室', width: 120, drop: 3, render: (row) => row.departments.join('、') }
const state: Column = { key: 'state', title: '状态', width: 130, render: stateInWords }
const due = (today: string): Column => ({ key: 'due', title: '期限', width: 104, render: (row) => <Due of={row} today={today} /> })

const columnsOn = (today: string) => ({
  all: [number, received, applicant, content, items, departments, state, due(today)],
  /** Beside an open application there is room for what tells them apart. */
  few: [number, { ...content, least: 90 }, { ...state, width: 96 }, due(today)],
})

type Shown = 'all' | 'waiting' | DisclosureState
const choices: { value: Shown; label: string }[] = [
  { value: 'all', label: '全部' },
  { value: 'waiting', label: '待办的' },
  ...DISCLOSURE_STATES.map((value) => ({ value, label: disclosureStateLabel[value] })),
]

const DUE_WITHIN = ['any', 'over', 'today', 'week', 'fortnight'] as const
type DueWithin = (typeof DUE_WITHIN)[number]
const dueWords: Record<DueWithin, string> = { any: '不限', over: '已超期', today: '今天到期', week: '七天内', fortnight: '十四天内' }
const dueDays: Record<Exclude<DueWithin, 'any'>, number> = { over: -1, today: 0, week: 7, fortnight: 14 }

/** The file has every line of its list with its limit: it is not cut by one. */
const NOT_BY_DUE = '导出的台账每一行都有期限，不按期限筛选。请先把“期限”改为“不限”，再导出。'

const dayAfter = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** What an empty list says: that nothing fits, that nothing waits, or how to begin. */
const emptyWords = (shown: Shown, sought: boolean, mayBegin: boolean) => {
  if (sought || (shown !== 'all' && shown !== 'waiting')) return '没有符合条件的申请，请放宽条件。'
  if (shown === 'waiting') return '没有等您办理的申请。'
  return `还没有依申请公开。${mayBegin ? '收到申请按 F7 登记；电话询问的在“咨询反馈”登记（A四(一)1）。' : '由综合办公室登记，转本科室承办的列在这里（G三.2）。'}`
}

/** The applications, newest first; one opens beside. */
export const Applications = ({ id }: { id: number | null }) => {
  const may = useMay()
  const today = useSession().now.slice(0, 10)
  const filter = useFilter<Shown>('all')
  const [within, setWithin] = useState<DueWithin>('any')
  const wanted = { ...asked(filter, 'waiting'), ...(within === 'any' ? {} : { dueBy: dayAfter(today, dueDays[within]) }) }
  const pages = usePagesOf('disclosure.list', wanted)
  const [columns] = useState(() => columnsOn(today))
  const mayBegin = may('disclosure.receive')
  // Beside an open application its own acts have the keys.
  const [printing, setPrinting] = useState(false)
  const keyed = id === null && !printing
  const begin = () => go('disclosure', null, 'new')
  const print = () => setPrinting(true)
  useKeys({ F8: print, ...(mayBegin && { F7: begin }) }, keyed)
  return (
    <div className="desk-fill">
      <FilterBar
        of={filter}
        choices={choices}
        label="查申请"
        placeholder="编号、申请人、内容的一部分"
        narrow={id !== null}
        further={
          id === null && (
            <ChooseBox
              className="filter"
              prefix="期限"
              aria-label="期限"
              value={within}
              onChange={setWithin}
              options={DUE_WITHIN.map((value) => ({ value, label: dueWords[value] }))}
            />
          )
        }
      >
        {id === null && (
          <>
            {mayBegin && (
              <Button type="primary" onClick={begin}>
                收到申请 F7
              </Button>
            )}
            <Button onClick={print}>打印依申请公开台账 F8</Button>
            <ExportList list="disclosures" filter={asked(filter, 'waiting')} why={within === 'any' ? null : NOT_BY_DUE} keyed />
          </>
        )}
      </FilterBar>
      <List
        pages={pages}
        columns={id === null ? columns.all : columns.few}
        rowKey={(row) => row.id}
        selected={id}
        onOpen={(row) => go('disclosure', row.id)}
        empty={emptyWords(filter.shown, filter.text.trim() !== '' || within !== 'any', mayBegin)}
      />
      {printing && <PrintLedger onClose={() => setPrinting(false)} />}
    </div>
  )
}
