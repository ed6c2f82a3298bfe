import { Button } from 'antd'
import type { ReproductionRow } from '../../../contract/reproduction-views.ts'
import { expiredLabel, REPRODUCTION_STATES, type ReproductionState, reproductionKindLabel, reproductionStateLabel } from '../../../contract/terms.ts'
import { usePagesOf } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { ExportList } from '../../components/export-list.tsx'
import { asked, FilterBar, useFilter } from '../../components/filter-bar.tsx'
import { useKeys } from '../../components/keys.ts'
import { LevelMark } from '../../components/level-mark.tsx'
import { List, type ListColumn } from '../../components/list.tsx'
import { sourceInShort, titleOf } from './sources.tsx'

/** The state in a word; an approval that ran out says so in its place. */
export const StateWord = ({ of: { state, expired } }: { of: Pick<ReproductionRow, 'state' | 'expired'> }) =>
  expired ? <span className="overdue">{expiredLabel}</span> : reproductionStateLabel[state]

type Column = ListColumn<ReproductionRow>
const count = (key: string, title: string, of: (row: ReproductionRow) => number | null, drop?: number): Column => ({
  key,
  title,
  width: 52,
  align: 'right',
  ...(drop ? { drop } : {}),
  render: (row) => of(row),
})
const number: Column = { key: 'number', title: '编号', width: 152, render: (row) => row.number }
const kind: Column = { key: 'kind', title: '种类', width: 54, drop: 3, render: (row) => reproductionKindLabel[row.kind] }
const source: Column = { key: 'source', title: '原件', width: 172, drop: 5, render: sourceInShort }
const mark: Column = {
  key: 'mark',
  title: '密级',
  width: 106,
  render: (row) => <LevelMark level={row.level} mark={row.mark} />,
}
const title: Column = { key: 'title', title: '标题', least: 160, render: titleOf }
const applicant: Column = { key: 'applicant', title: '申请人', width: 78, render: (row) => row.applicant.name }
const department: Column = { key: 'department', title: '申请部门', width: 98, drop: 1, render: (row) => row.applicant.department }
const wanted = count('asked', '申请', (row) => row.asked, 4)
const approved = count('approved', '批准', (row) => row.approved)
const made = count('made', '已制', (row) => row.made || null, 2)
const out: Column = { ...count('out', '在外', () => null), render: (row) => row.out > 0 && <strong>{row.out}</strong> }
const state: Column = { key: 'state', title: '状态', width: 96, render: (row) => <StateWord of={row} /> }
const all = [number, kind, source, mark, title, applicant, department, wanted, approved, made, out, state]
/** Beside an open request there is room for what tells the requests apart. */
const few = [number, { ...title, least: 110 }, { ...applicant, drop: 1 }, { ...out, drop: 2 }, state]

/** `waiting`: those that wait for the person who looks. */
type Shown = 'all' | 'waiting' | ReproductionState
const choices = (acts: boolean): { value: Shown; label: string }[] => [
  { value: 'all', label: '全部' },
  ...(acts ? [{ value: 'waiting' as const, label: '待我办理' }] : []),
  ...REPRODUCTION_STATES.map((value) => ({ value, label: reproductionStateLabel[value] })),
]

/** What an empty list says: that nothing fits, that nothing waits, or how to begin. */
const emptyWords = (shown: Shown, text: string, mayAsk: boolean) => {
  if (text.trim() || (shown !== 'all' && shown !== 'waiting')) return '没有符合条件的复制申请，请放宽条件。'
  if (shown === 'waiting') return '没有等您办理的复制申请。'
  return mayAsk ? '还没有复制申请。涉密文件未经批准不得复制、摘抄、汇编（F1(5)a），需要的按 F7 申请。' : '还没有由您签署或审批的复制申请。'
}

/** Requests to copy, newest first: how many were asked for, approved, made, and are out; the request opens beside. */
export const Requests = ({ id, onPrint }: { id: number | null; onPrint: () => void }) => {
  const may = useMay()
  const filter = useFilter<Shown>('all')
  const pages = usePagesOf('reproduction.list', asked(filter, 'waiting'))
  const mayAsk = may('reproduction.request')
  const mayPrint = may('paper.copyLedger')
  const acts = may('reproduction.opine') || may('reproduction.decide') || may('reproduction.make')
  // Beside an open request its own acts have the keys.
  const keyed = id === null
  const ask = () => go('reproduction', null, 'new')
  useKeys([['F7', ask]], mayAsk && keyed)
  useKeys([['F8', onPrint]], mayPrint && keyed)
  return (
    <div className="desk-fill">
      <FilterBar
        of={filter}
        choices={choices(acts)}
        label="查复制申请"
        placeholder={keyed ? '编号、申请人、文件的一部分' : '编号、文件'}
        narrow={!keyed}
      >
        {mayAsk && (
          <>
            <Button type={keyed ? 'primary' : 'default'} onClick={ask}>
              申请复制{keyed && ' F7'}
            </Button>
            {mayPrint && <Button onClick={onPrint}>打印台账{keyed && ' F8'}</Button>}
            {keyed && <ExportList list="reproductions" filter={asked(filter, 'waiting')} keyed />}
          </>
        )}
      </FilterBar>
      <List
        pages={pages}
        columns={keyed ? all : few}
        rowKey={(row) => row.id}
        selected={id}
        onOpen={(row) => go('reproduction', row.id)}
        empty={emptyWords(filter.shown, filter.text, mayAsk)}
      />
    </div>
  )
}
