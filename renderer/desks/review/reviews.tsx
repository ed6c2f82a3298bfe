import { Button } from 'antd'
import { useState } from 'react'
import type { ReviewRow } from '../../../contract/review-views.ts'
import { REVIEW_STATES, type ReviewState, reviewStateLabel } from '../../../contract/terms.ts'
import { usePagesOf } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { ExportList } from '../../components/export-list.tsx'
import { asked, FilterBar, useFilter } from '../../components/filter-bar.tsx'
import { useKeys } from '../../components/keys.ts'
import { LevelMark } from '../../components/level-mark.tsx'
import { List, type ListColumn } from '../../components/list.tsx'
import { PrintSummary } from './print-summary.tsx'

type Column = ListColumn<ReviewRow>
const number: Column = { key: 'number', title: '审查编号', width: 158, render: (row) => row.number }
const title: Column = { key: 'title', title: '信息名称', least: 160, render: (row) => row.title }
const mark: Column = { key: 'mark', title: '密级', width: 110, drop: 5, render: (row) => <LevelMark level={row.level} mark={row.mark} /> }
const symbol: Column = { key: 'symbol', title: '文号', width: 170, drop: 2, render: (row) => row.symbol }
const department: Column = { key: 'department', title: '承办科室', width: 120, drop: 3, render: (row) => row.department }
const handler: Column = { key: 'handler', title: '承办人', width: 80, drop: 1, render: (row) => row.handler.name }
const version: Column = { key: 'version', title: '版次', width: 56, drop: 4, align: 'right', render: (row) => row.version }
const state: Column = { key: 'state', title: '状态', width: 120, render: (row) => reviewStateLabel[row.state] }
const all = [number, mark, title, symbol, department, handler, version, state]
/** Beside an open case there is room for what tells them apart. */
const few = [number, mark, title, state]

type Shown = 'all' | 'waiting' | ReviewState
const choices: { value: Shown; label: string }[] = [
  { value: 'all', label: '全部' },
  { value: 'waiting', label: '待办的' },
  ...REVIEW_STATES.map((value) => ({ value, label: reviewStateLabel[value] })),
]

/** What an empty list says: that nothing fits, that nothing waits, or how to begin. */
const emptyWords = (shown: Shown, text: string, mayBegin: boolean) => {
  if (text.trim() || (shown !== 'all' && shown !== 'waiting')) return '没有符合条件的审查，请放宽条件。'
  if (shown === 'waiting') return '没有等您办理的审查。'
  return `还没有保密审查。拟公开的信息先审查、后公开（B1）${mayBegin ? '：按 F7 提交审查。' : '。'}`
}

/** The cases, newest first; one opens beside. */
export const Reviews = ({ id }: { id: number | null }) => {
  const may = useMay()
  const filter = useFilter<Shown>('all')
  const pages = usePagesOf('review.list', asked(filter, 'waiting'))
  const [printing, setPrinting] = useState(false)
  const mayBegin = may('review.draft')
  // Beside an open case its own acts have the keys.
  const keyed = id === null && !printing
  const begin = () => go('review', null, 'new')
  const print = () => setPrinting(true)
  useKeys([['F8', print], ...(mayBegin ? [['F7', begin] as const] : [])], keyed)
  return (
    <div className="desk-fill">
      <FilterBar of={filter} choices={choices} label="查审查" placeholder="编号、信息名称、文号、拟公开单位" narrow={id !== null}>
        {id === null && (
          <>
            {mayBegin && (
              <Button type="primary" onClick={begin}>
                提交审查 F7
              </Button>
            )}
            <Button onClick={print}>打印审查汇总表 F8</Button>
            <ExportList list="reviews" filter={asked(filter, 'waiting')} keyed />
          </>
        )}
      </FilterBar>
      <List
        pages={pages}
        columns={id === null ? all : few}
        rowKey={(row) => row.id}
        selected={id}
        onOpen={(row) => go('review', row.id)}
        empty={emptyWords(filter.shown, filter.text, mayBegin)}
      />
      {printing && <PrintSummary onClose={() => setPrinting(false)} />}
    </div>
  )
}
