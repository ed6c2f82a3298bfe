import { Button } from 'antd'
import type { HandoverRow } from '../../../contract/handover-views.ts'
import { HANDOVER_STATES, type HandoverState, handoverStateLabel } from '../../../contract/terms.ts'
import { usePagesOf } from '../../app/client.ts'
import { go, useRoute } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { ExportList } from '../../components/export-list.tsx'
import { asked, FilterBar, useFilter } from '../../components/filter-bar.tsx'
import { useKeys } from '../../components/keys.ts'
import { List, type ListColumn } from '../../components/list.tsx'
import { When } from '../../components/when.tsx'

type Column = ListColumn<HandoverRow>
const number: Column = { key: 'number', title: '编号', width: 152, render: (row) => row.number }
const person: Column = { key: 'person', title: '移交人', width: 92, render: (row) => row.person.name }
const department: Column = { key: 'department', title: '部门', width: 130, drop: 2, render: (row) => row.person.department }
const reason: Column = { key: 'reason', title: '原因', least: 140, render: (row) => row.reason }
const checked: Column = {
  key: 'checked',
  title: '核对',
  width: 84,
  align: 'right',
  render: ({ found, items }) => (found < items ? <strong>{`${found} / ${items}`}</strong> : `${found} / ${items}`),
}
const state: Column = { key: 'state', title: '状态', width: 104, render: (row) => handoverStateLabel[row.state] }
const begunAt: Column = { key: 'begunAt', title: '生成时间', width: 158, drop: 1, render: (row) => <When at={row.begunAt} /> }
const all = [number, person, department, reason, checked, state, begunAt]
/** Beside an open list there is room for what tells the lists apart. */
const few = [number, { ...person, width: undefined, least: 84 }, { ...checked, drop: 1 }, state]

/** `open`: those that are not done and not void. */
type Shown = 'all' | 'open' | HandoverState
const choices: { value: Shown; label: string }[] = [
  { value: 'all', label: '全部' },
  { value: 'open', label: '在办' },
  ...HANDOVER_STATES.map((value) => ({ value, label: handoverStateLabel[value] })),
]

/** What an empty list says: that nothing fits, that nothing is under way, or how to begin. */
const emptyWords = (shown: Shown, text: string, mayBegin: boolean) => {
  if (text.trim() || (shown !== 'all' && shown !== 'open')) return '没有符合条件的移交清单，请放宽条件。'
  if (shown === 'open') return '没有在办的移交清单。'
  return `还没有移交清单。离岗、离职的，涉密文件应全部清退并办理移交（F1(8)）${mayBegin ? '：按 F7 生成移交清单。' : '。'}`
}

/** Lists of 离岗移交, newest first: who leaves, how far the check is, what state it stands in; the list opens beside. */
export const Handovers = ({ id }: { id: number | null }) => {
  const may = useMay()
  const { sub } = useRoute()
  const filter = useFilter<Shown>('all')
  const pages = usePagesOf('handover.list', asked(filter, 'open'))
  const mayBegin = may('handover.begin')
  // Beside an open list its own acts have the keys.
  const keyed = id === null && sub !== 'new'
  const begin = () => go('handover', null, 'new')
  useKeys([['F7', begin]], mayBegin && keyed)
  return (
    <div className="desk-fill">
      <FilterBar of={filter} choices={choices} label="查移交清单" placeholder="编号、移交人的一部分" narrow={id !== null}>
        {mayBegin && id === null && (
          <>
            <Button type="primary" onClick={begin}>
              生成移交清单 F7
            </Button>
            <ExportList list="handovers" filter={asked(filter, 'open')} keyed />
          </>
        )}
      </FilterBar>
      <List
        pages={pages}
        columns={id === null ? all : few}
        rowKey={(row) => row.id}
        selected={id}
        onOpen={(row) => go('handover', row.id)}
        empty={emptyWords(filter.shown, filter.text, mayBegin)}
      />
    </div>
  )
}
