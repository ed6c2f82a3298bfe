import { Button } from 'antd'
import { useState } from 'react'
import type { ReviewRow } from '../../../contract/review-views.ts'
import { REVIEW_STATES, type ReviewState, reviewStateLabel } from '../../../contract/terms.ts'
import { usePagesOf } from '../../app/client.ts'
import { asked, FilterBar, useFilter } from '../../components/filter-bar.tsx'
import { useKeys } from '../../components/keys.ts'
import { List, type ListColumn } from '../../components/list.tsx'
import { PrintSummary } from './print-summary.tsx'

type Column = ListColumn<ReviewRow>
const columns: Column[] = [
  { key: 'number', title: '审查编号', width: 158, render: (row) => row.number },
  { key: 'title', title: '信息名称', least: 200, render: (row) => row.title },
  { key: 'symbol', title: '文号', width: 170, drop: 2, render: (row) => row.symbol },
  { key: 'department', title: '承办科室', width: 120, drop: 3, render: (row) => row.department },
  { key: 'handler', title: '承办人', width: 80, drop: 1, render: (row) => row.handler.name },
  { key: 'version', title: '版次', width: 56, drop: 4, align: 'right', render: (row) => row.version },
  { key: 'state', title: '状态', width: 120, render: (row) => reviewStateLabel[row.state] },
]

type Shown = 'all' | ReviewState
const choices: { value: Shown; label: string }[] = [
  { value: 'all', label: '全部' },
  ...REVIEW_STATES.map((value) => ({ value, label: reviewStateLabel[value] })),
]

/** Desk 保密审查: what is to be made public, and how far its review has come (B7). */
const ReviewDesk = () => {
  const filter = useFilter<Shown>('all')
  const pages = usePagesOf('review.list', asked(filter))
  const [printing, setPrinting] = useState(false)
  const print = () => setPrinting(true)
  useKeys({ F8: print }, !printing)
  const narrowed = filter.shown !== 'all' || filter.text.trim() !== ''
  return (
    <div className="desk-fill">
      <FilterBar of={filter} choices={choices} label="查审查" placeholder="编号、信息名称、文号、拟公开单位">
        <Button onClick={print}>打印审查汇总表 F8</Button>
      </FilterBar>
      <List
        pages={pages}
        columns={columns}
        rowKey={(row) => row.id}
        empty={narrowed ? '没有符合条件的审查，请放宽条件。' : '还没有保密审查。拟公开的信息先审查、后公开（B1）。'}
      />
      {printing && <PrintSummary onClose={() => setPrinting(false)} />}
    </div>
  )
}

export default ReviewDesk
