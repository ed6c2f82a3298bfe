import { Button } from 'antd'
import type { BreachRow } from '../../../contract/breaches-views.ts'
import { BREACH_STATES, type BreachState, breachKindLabel, breachStateLabel } from '../../../contract/terms.ts'
import { usePagesOf } from '../../app/client.ts'
import { go, useRoute } from '../../app/routes.tsx'
import { ExportList } from '../../components/export-list.tsx'
import { asked, FilterBar, useFilter } from '../../components/filter-bar.tsx'
import { useKeys } from '../../components/keys.ts'
import { List, type ListColumn } from '../../components/list.tsx'
import { minuteOf } from '../../components/when.tsx'
import { Hours } from './hours.tsx'

type Column = ListColumn<BreachRow>
const number: Column = { key: 'number', title: '编号', width: 152, render: (row) => row.number }
const kind: Column = { key: 'kind', title: '类别', least: 120, render: (row) => breachKindLabel[row.kind] }
const discovered: Column = { key: 'discovered', title: '发现时间', width: 158, drop: 1, render: (row) => minuteOf(row.discoveredAt) }
const copies: Column = { key: 'copies', title: '份数', width: 64, align: 'right', drop: 3, render: (row) => row.copies }
const handler: Column = { key: 'handler', title: '经办人', width: 92, drop: 2, render: (row) => row.handler?.name ?? '待受理' }
const hours: Column = { key: 'hours', title: '上报', width: 150, render: (row) => <Hours left={row.hoursLeft} /> }
const state: Column = { key: 'state', title: '状态', width: 84, render: (row) => breachStateLabel[row.state] }
const all = [number, kind, discovered, copies, handler, hours, state]
/** Beside an open case there is room for what tells the cases apart. */
const few = [number, kind, { ...hours, drop: 1 }, state]

/** `open`: those that are not concluded. */
type Shown = 'all' | 'open' | BreachState
const choices: { value: Shown; label: string }[] = [
  { value: 'all', label: '全部' },
  { value: 'open', label: '在办' },
  ...BREACH_STATES.map((value) => ({ value, label: breachStateLabel[value] })),
]

const emptyWords = (shown: Shown, text: string) =>
  shown === 'all' && !text.trim() ? '没有违规事件。发现横传、遗失、损毁、泄密线索的，按 F7 登记（E4）。' : '没有符合条件的违规事件，请放宽条件。'

/** Cases, newest first; the case opens beside. */
export const Cases = ({ id }: { id: number | null }) => {
  const { sub } = useRoute()
  const filter = useFilter<Shown>('all')
  const pages = usePagesOf('breaches.list', asked(filter, 'open'))
  const begin = () => go('breaches', null, 'new')
  // Beside an open case its own acts have the keys.
  useKeys([['F7', begin]], id === null && sub !== 'new')
  return (
    <div className="desk-fill">
      <FilterBar of={filter} choices={choices} label="查违规事件" placeholder="编号、经过的一部分" narrow={id !== null}>
        {id === null && (
          <>
            <Button type="primary" onClick={begin}>
              登记违规 F7
            </Button>
            <ExportList list="breaches" filter={asked(filter, 'open')} keyed />
          </>
        )}
      </FilterBar>
      <List
        pages={pages}
        columns={id === null ? all : few}
        rowKey={(row) => row.id}
        selected={id}
        onOpen={(row) => go('breaches', row.id)}
        empty={emptyWords(filter.shown, filter.text)}
      />
    </div>
  )
}
