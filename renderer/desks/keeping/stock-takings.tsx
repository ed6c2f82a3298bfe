import { Button } from 'antd'
import type { StockTakingRow } from '../../../contract/keeping-views.ts'
import { STOCK_TAKING_STATES, type StockTakingState, stockTakingStateLabel } from '../../../contract/terms.ts'
import { usePagesOf } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { ExportList } from '../../components/export-list.tsx'
import { asked, FilterBar, useFilter } from '../../components/filter-bar.tsx'
import { useKeys } from '../../components/keys.ts'
import { List, type ListColumn } from '../../components/list.tsx'
import { When } from '../../components/when.tsx'

/** What is counted, in words. */
export const scopeWords = ({ boxes }: Pick<StockTakingRow, 'boxes'>) =>
  boxes.length === 0 ? '全部在库（含归档）' : boxes.map(({ number }) => number).join('、')

type Column = ListColumn<StockTakingRow>
const number: Column = { key: 'number', title: '编号', width: 152, render: (row) => row.number }
const scope: Column = { key: 'scope', title: '范围', least: 150, render: scopeWords }
const reason: Column = { key: 'reason', title: '事由', width: 180, drop: 2, render: (row) => row.reason }
const counted: Column = {
  key: 'counted',
  title: '实 / 账',
  width: 110,
  align: 'right',
  render: ({ counted: there, expected }) => (there < expected ? <strong>{`${there} / ${expected}`}</strong> : `${there} / ${expected}`),
}
const state: Column = { key: 'state', title: '状态', width: 84, render: (row) => stockTakingStateLabel[row.state] }
const begun: Column = { key: 'begun', title: '开始', width: 158, drop: 1, render: (row) => <When at={row.begunAt} /> }
const all = [number, scope, reason, counted, state, begun]
const few = [number, { ...scope, least: 90 }, { ...counted, drop: 1 }, state]

type Shown = 'all' | StockTakingState
const choices: { value: Shown; label: string }[] = [
  { value: 'all', label: '全部' },
  ...STOCK_TAKING_STATES.map((value) => ({ value, label: stockTakingStateLabel[value] })),
]

/** 清点, newest first; one opens beside. */
export const StockTakings = ({ id, keyed }: { id: number | null; keyed: boolean }) => {
  const filter = useFilter<Shown>('all')
  const pages = usePagesOf('keeping.list', asked(filter))
  const begin = () => go('keeping', null, 'new')
  useKeys([['F7', begin]], keyed)
  return (
    <div className="desk-fill">
      <FilterBar of={filter} choices={choices}>
        {id === null && (
          <>
            <Button type="primary" onClick={begin}>
              开始清点 F7
            </Button>
            <ExportList list="stockTakings" filter={asked(filter)} keyed />
          </>
        )}
      </FilterBar>
      <List
        pages={pages}
        columns={id === null ? all : few}
        rowKey={(row) => row.id}
        selected={id}
        onOpen={(row) => go('keeping', row.id)}
        empty={filter.shown !== 'all' ? '没有符合条件的清点，请放宽条件。' : '还没有清点。按 F7 开始：一个箱、几个箱，或全部在库文件（F1(6)）。'}
      />
    </div>
  )
}
