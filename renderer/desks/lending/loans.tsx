import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { limits } from '../../../contract/fields.ts'
import type { LoanRow } from '../../../contract/lending-views.ts'
import { LOAN_STATES, type LoanState, loanOverdueLabel, loanStateLabel } from '../../../contract/terms.ts'
import { usePagesOf } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { ChooseBox } from '../../components/choose-box.tsx'
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

const states = LOAN_STATES.map((value) => ({ value, label: loanStateLabel[value] }))

type Filter = { state?: LoanState | undefined; overdue?: true | undefined; waiting?: true | undefined; text: string }
const unfiltered: Filter = { text: '' }

const asks = ({ state, overdue, waiting, text }: Filter) => ({
  ...(state ? { state } : {}),
  ...(overdue ? { overdue } : {}),
  ...(waiting ? { waiting } : {}),
  ...(text.trim() ? { text: text.trim() } : {}),
})

/** What an empty list says: that nothing fits, is late or waits, or how to begin. */
const emptyWords = ({ state, overdue, waiting, text }: Filter, mayAsk: boolean) => {
  if (state || text.trim() || (overdue && waiting)) return '没有符合条件的借用，请放宽条件。'
  if (overdue) return '没有逾期未还的借用。'
  if (waiting) return '没有等您办理的借用。'
  return mayAsk ? '还没有借用申请。借用须经综合办公室审核批准（F1(7)b），需要的按 F7 申请。' : '还没有借用申请。'
}

type FilterProps = { of: Filter; onChange: (filter: Filter) => void; acts: boolean }

const Filters = ({ of: filter, onChange, acts }: FilterProps) => {
  const tick = (name: 'overdue' | 'waiting', label: string) => (
    <Checkbox checked={filter[name] === true} onChange={(event) => onChange({ ...filter, [name]: event.target.checked || undefined })}>
      {label}
    </Checkbox>
  )
  return (
    <>
      <ChooseBox
        allowClear
        prefix="状态"
        aria-label="状态"
        placeholder="全部"
        className="filter"
        value={filter.state}
        onChange={(state) => onChange({ ...filter, state })}
        options={states}
      />
      <Input
        allowClear
        className="filter-text"
        aria-label="查借用"
        placeholder="借用编号、借用人、份的一部分"
        maxLength={limits.search}
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
      />
      {tick('overdue', loanOverdueLabel)}
      {acts && tick('waiting', '待我办理')}
    </>
  )
}

/** Loans, newest first: who has what until when, and what is past its day (F1(7)b); the loan opens beside. */
export const Loans = ({ id }: { id: number | null }) => {
  const may = useMay()
  const [filter, setFilter] = useState(unfiltered)
  const [printing, setPrinting] = useState(false)
  const pages = usePagesOf('lending.loans', asks(filter))
  const mayAsk = may('lending.request')
  const mayPrint = may('paper.lent')
  // Beside an open loan its own acts have the keys.
  const keyed = id === null
  const ask = () => go('lending', null, 'new')
  useKeys([...(mayAsk ? [['F7', ask] as const] : []), ...(mayPrint ? [['F8', () => setPrinting(true)] as const] : [])], keyed && !printing)
  return (
    <div className="desk-fill">
      <div className="desk-filters">
        <Filters of={filter} onChange={setFilter} acts={may('lending.decide') || may('lending.lend')} />
        {keyed && (
          <span className="desk-acts">
            {mayPrint && <Button onClick={() => setPrinting(true)}>打印在外清单 F8</Button>}
            {mayAsk && (
              <Button type="primary" onClick={ask}>
                申请借用 F7
              </Button>
            )}
          </span>
        )}
      </div>
      <List
        pages={pages}
        columns={keyed ? all : few}
        rowKey={(row) => row.id}
        selected={id}
        onOpen={(row) => go('lending', row.id)}
        empty={emptyWords(filter, mayAsk)}
      />
      {printing && <PrintLent onClose={() => setPrinting(false)} />}
    </div>
  )
}
