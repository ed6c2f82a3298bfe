import { Button } from 'antd'
import { useState } from 'react'
import type { LoanRow } from '../../../contract/lending-views.ts'
import { LOAN_STATES, type LoanState, loanOverdueLabel, loanStateLabel } from '../../../contract/terms.ts'
import { usePagesOf } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { ExportList } from '../../components/export-list.tsx'
import { asked, FilterBar, useFilter } from '../../components/filter-bar.tsx'
import { useKeys } from '../../components/keys.ts'
import { LevelMark } from '../../components/level-mark.tsx'
import { List, type ListColumn } from '../../components/list.tsx'
import { nameOf } from './paper-lines.tsx'
import { PrintLent } from './printing.tsx'
import { LoanWord } from './state-words.tsx'

type Column = ListColumn<LoanRow>
const number: Column = { key: 'number', title: '编号', width: 152, render: (row) => row.number }
const copy: Column = { key: 'copy', title: '份', width: 172, drop: 3, render: (row) => row.copy.number }
const mark: Column = {
  key: 'mark',
  title: '密级',
  width: 106,
  drop: 2,
  render: ({ copy: { document } }) => <LevelMark level={document.level} mark={document.mark} />,
}
const paper: Column = { key: 'paper', title: '文件', least: 110, render: (row) => nameOf(row.copy) }
const borrower: Column = { key: 'borrower', title: '借用人', width: 78, render: (row) => row.borrower.name }
const department: Column = { key: 'department', title: '部门', width: 106, drop: 1, render: (row) => row.borrower.department }
const due: Column = { key: 'due', title: '应还', width: 108, render: (row) => row.due }
const state: Column = { key: 'state', title: '状态', width: 132, render: (row) => <LoanWord of={row} /> }
const all = [number, copy, mark, paper, borrower, department, due, state]
/** Beside an open loan there is room for what tells the loans apart. */
const few = [number, { ...paper, least: 100 }, { ...borrower, drop: 1 }, { ...due, drop: 2 }, state]

/** Whoever sees their own loans alone need not be told whose they are. */
const own = [number, copy, mark, paper, due, state]

/** `overdue`: 逾期未还; `waiting`: those that wait for the person who looks. */
type Shown = 'all' | 'overdue' | 'waiting' | LoanState
const choices = (acts: boolean): { value: Shown; label: string }[] => [
  { value: 'all', label: '全部' },
  ...(acts ? [{ value: 'waiting' as const, label: '待我办理' }] : []),
  { value: 'overdue', label: loanOverdueLabel },
  ...LOAN_STATES.map((value) => ({ value, label: loanStateLabel[value] })),
]

/** What an empty list says: that nothing fits, is late or waits, or how to begin. */
const emptyWords = (shown: Shown, text: string, mayAsk: boolean) => {
  if (text.trim()) return '没有符合条件的借用，请放宽条件。'
  if (shown === 'overdue') return '没有逾期未还的借用。'
  if (shown === 'waiting') return '没有等您办理的借用。'
  if (shown !== 'all') return '没有符合条件的借用，请放宽条件。'
  return mayAsk ? '还没有借用申请。借用须经综合办公室审核批准（F1(7)b），需要的按 F7 申请。' : '还没有借用申请。'
}

/** Loans, newest first: who has what until when, and what is past its day (F1(7)b); the loan opens beside. */
export const Loans = ({ id }: { id: number | null }) => {
  const may = useMay()
  const filter = useFilter<Shown>('all')
  const [printing, setPrinting] = useState(false)
  const pages = usePagesOf('lending.loans', asked(filter, 'overdue', 'waiting'))
  const mayAsk = may('lending.request')
  const mayPrint = may('paper.lent')
  const acts = may('lending.decide') || may('lending.lend')
  // Beside an open loan its own acts have the keys.
  const keyed = id === null
  const ask = () => go('lending', null, 'new')
  useKeys([['F7', ask]], mayAsk && keyed && !printing)
  useKeys([['F8', () => setPrinting(true)]], mayPrint && keyed && !printing)
  return (
    <div className="desk-fill">
      <FilterBar of={filter} choices={choices(acts)} label="查借用" placeholder={keyed ? '编号、借用人、文件的一部分' : '编号、文件'} narrow={!keyed}>
        {keyed && (
          <>
            {mayAsk && (
              <Button type="primary" onClick={ask}>
                申请借用 F7
              </Button>
            )}
            {mayPrint && <Button onClick={() => setPrinting(true)}>打印在外清单 F8</Button>}
            <ExportList list="loans" filter={asked(filter, 'overdue', 'waiting')} keyed />
            <ExportList list="lent" label="导出在外清单" />
          </>
        )}
      </FilterBar>
      <List
        pages={pages}
        columns={keyed ? (acts ? all : own) : few}
        rowKey={(row) => row.id}
        selected={id}
        onOpen={(row) => go('lending', row.id)}
        empty={emptyWords(filter.shown, filter.text, mayAsk)}
      />
      {printing && <PrintLent onClose={() => setPrinting(false)} />}
    </div>
  )
}
