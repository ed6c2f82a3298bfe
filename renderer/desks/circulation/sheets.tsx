import { Button } from 'antd'
import type { SheetRow } from '../../../contract/circulation-views.ts'
import { overdueLabel, SHEET_STATES, type SheetState, sheetStateLabel } from '../../../contract/terms.ts'
import { usePagesOf } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { ExportList } from '../../components/export-list.tsx'
import { asked, FilterBar, useFilter } from '../../components/filter-bar.tsx'
import { useKeys } from '../../components/keys.ts'
import { LevelMark } from '../../components/level-mark.tsx'
import { List, type ListColumn } from '../../components/list.tsx'
import { When } from '../../components/when.tsx'
import { SheetPane } from './sheet-pane.tsx'

const Due = ({ at, late }: { at: string; late: boolean }) => (
  <span className={late ? 'overdue' : undefined}>
    <When at={at} />
  </span>
)

const StateCell = ({ row }: { row: SheetRow }) => {
  if (row.blocked) return <span className="overdue">短少待查</span>
  if (row.overdue) return <span className="overdue">{overdueLabel}</span>
  return <>{sheetStateLabel[row.state]}</>
}

const state: ListColumn<SheetRow> = { key: 'state', title: '状态', width: 96, render: (row) => <StateCell row={row} /> }
const folder: ListColumn<SheetRow> = { key: 'folder', title: '夹号', width: 84, render: (row) => row.folder }
const number: ListColumn<SheetRow> = { key: 'number', title: '传阅单', width: 160, render: (row) => row.number }
const mark: ListColumn<SheetRow> = { key: 'mark', title: '密级', width: 150, render: (row) => <LevelMark level={row.level} mark={row.mark} /> }
const copies: ListColumn<SheetRow> = { key: 'copies', title: '份数', width: 64, align: 'right', render: (row) => row.copies }
const back: ListColumn<SheetRow> = {
  key: 'back',
  title: '已退/人数',
  width: 96,
  drop: 2,
  align: 'right',
  render: (row) => `${row.back}/${row.readers}`,
}
const holder: ListColumn<SheetRow> = { key: 'holder', title: '现持有人', render: (row) => row.holder && <strong>{row.holder.name}</strong> }
const since: ListColumn<SheetRow> = { key: 'since', title: '送出', width: 152, drop: 1, render: (row) => row.since && <When at={row.since} /> }
const due: ListColumn<SheetRow> = { key: 'due', title: '应退', width: 152, render: (row) => row.due && <Due at={row.due} late={row.overdue} /> }
const all = [state, folder, number, mark, copies, back, holder, since, due]
/** Beside an open sheet there is room for what tells the folders apart. */
const few = [{ ...state, width: 84 }, folder, { ...number, drop: 1 }, { ...holder, least: 90 }, due]

/** `open`: everything not 办结 and not 作废. */
type Shown = 'open' | 'all' | SheetState
const shownChoices = [
  { value: 'open', label: '未办结' },
  { value: 'all', label: '全部' },
  ...SHEET_STATES.map((state) => ({ value: state, label: sheetStateLabel[state] })),
] as { value: Shown; label: string }[]

/** What an empty list says: that nothing fits what is asked for, or that nothing is there. */
const emptyWords = (shown: Shown, text: string) => {
  if (text.trim() || (shown !== 'open' && shown !== 'all')) return '没有符合条件的传阅单，请放宽条件。'
  return shown === 'open' ? '没有未办结的传阅单；已办结、作废的请选“全部”。' : '还没有传阅单。'
}

/** 传阅单: who has which folder, since when, and what is due; the sheet opens beside. */
export const Sheets = ({ id }: { id: number | null }) => {
  const may = useMay()
  const filter = useFilter<Shown>('open')
  const list = usePagesOf('circulation.list', asked(filter, 'open'))
  const mayDraft = may('circulation.draft')
  // Beside an open sheet its own acts have the keys.
  const keyed = id === null
  useKeys([['F4', () => go('circulation', null, 'new')]], mayDraft && keyed)
  return (
    <div className="desk-split">
      <div className="desk-fill">
        <FilterBar of={filter} choices={shownChoices} label="查传阅单" placeholder="夹号、单号、阅文人的一部分">
          {mayDraft && (
            <Button type={keyed ? 'primary' : 'default'} onClick={() => go('circulation', null, 'new')}>
              新传阅单{keyed && ' F4'}
            </Button>
          )}
          {keyed && <ExportList list="sheets" filter={asked(filter, 'open')} keyed />}
        </FilterBar>
        <List
          pages={list}
          columns={keyed ? all : few}
          rowKey={(row) => row.id}
          selected={id}
          onOpen={(row) => go('circulation', row.id)}
          empty={emptyWords(filter.shown, filter.text)}
        />
      </div>
      {id !== null && <SheetPane key={id} id={id} onClose={() => go('circulation')} />}
    </div>
  )
}
