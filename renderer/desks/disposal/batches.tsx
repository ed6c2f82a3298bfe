import { Button } from 'antd'
import type { DisposalRow } from '../../../contract/disposal-views.ts'
import {
  DESTRUCTION_STATES,
  type DestructionState,
  type DisposalKind,
  destructionStateLabel,
  disposalKindLabel,
  RETURN_STATES,
  type ReturnState,
  returnStateLabel,
} from '../../../contract/terms.ts'
import { usePagesOf } from '../../app/client.ts'
import { useMay } from '../../app/session.tsx'
import { ExportList } from '../../components/export-list.tsx'
import { asked, FilterBar, useFilter } from '../../components/filter-bar.tsx'
import { useKeys } from '../../components/keys.ts'
import { List, type ListColumn } from '../../components/list.tsx'
import { When } from '../../components/when.tsx'
import { toBatch, toMaking } from './ways.ts'

export const stateWord = (row: DisposalRow): string => (row.kind === 'return' ? returnStateLabel[row.state] : destructionStateLabel[row.state])

type Column = ListColumn<DisposalRow>
const number: Column = { key: 'number', title: '编号', width: 152, render: (row) => row.number }
const issuer: Column = { key: 'issuer', title: '清退给', least: 150, render: (row) => row.kind === 'return' && row.issuer }
const reason: Column = { key: 'reason', title: '原因', least: 140, render: (row) => row.reason }
const items: Column = {
  key: 'items',
  title: '份数',
  width: 132,
  align: 'right',
  render: ({ items: all, withheld }) => (withheld > 0 ? `${all}（留 ${withheld}）` : all),
}
const state: Column = { key: 'state', title: '状态', width: 104, render: stateWord }
const begunBy: Column = { key: 'begunBy', title: '经办', width: 92, drop: 2, render: (row) => row.begunBy }
const begunAt: Column = { key: 'begunAt', title: '拟制时间', width: 158, drop: 1, render: (row) => <When at={row.begunAt} /> }
const columns: Record<DisposalKind, { all: Column[]; few: Column[] }> = {
  return: { all: [number, issuer, { ...reason, drop: 3 }, items, state, begunBy, begunAt], few: [number, { ...issuer, least: 100 }, state] },
  destruction: { all: [number, reason, items, state, begunBy, begunAt], few: [number, { ...items, drop: 1 }, state] },
}

/** `open`: those that are not done, not rejected and not void. */
type Shown = 'all' | 'open' | ReturnState | DestructionState
const choices = (kind: DisposalKind): { value: Shown; label: string }[] => [
  { value: 'all', label: '全部' },
  { value: 'open', label: '在办' },
  ...(kind === 'return'
    ? RETURN_STATES.map((value) => ({ value, label: returnStateLabel[value] }))
    : DESTRUCTION_STATES.map((value) => ({ value, label: destructionStateLabel[value] }))),
]

/** What an empty list says: that nothing fits, that nothing is under way, or how to begin. */
const emptyWords = (kind: DisposalKind, shown: Shown, text: string, mayBegin: boolean) => {
  const name = `${disposalKindLabel[kind]}清单`
  if (text.trim() || (shown !== 'all' && shown !== 'open')) return `没有符合条件的${name}，请放宽条件。`
  if (shown === 'open') return `没有在办的${name}。`
  const rule = kind === 'return' ? '办结的来文按制发机关的要求清退（实施条例27）' : '销毁须清点、登记、审批，二人以上监销（实施条例28）'
  return `还没有${name}。${rule}${mayBegin ? '：按 F7 拟制。' : '。'}`
}

/** Lists of one kind, newest first: what is on them, what is kept back, what state they stand in; the list opens beside. */
export const Batches = ({ kind, id }: { kind: DisposalKind; id: number | null }) => {
  const may = useMay()
  const filter = useFilter<Shown>('all')
  const pages = usePagesOf('disposal.list', { kind, ...asked(filter, 'open') })
  const mayBegin = may('disposal.propose')
  // Beside an open list its own acts have the keys.
  const keyed = id === null
  const begin = () => toMaking(kind)
  useKeys([['F7', begin]], mayBegin && keyed)
  const { all, few } = columns[kind]
  return (
    <div className="desk-fill">
      <FilterBar of={filter} choices={choices(kind)} label={`查${disposalKindLabel[kind]}清单`} placeholder="编号、原因的一部分" narrow={!keyed}>
        {mayBegin && keyed && (
          <>
            <Button type="primary" onClick={begin}>
              拟制清单 F7
            </Button>
            <ExportList list={kind === 'return' ? 'returns' : 'destructions'} filter={asked(filter, 'open')} keyed />
          </>
        )}
      </FilterBar>
      <List
        pages={pages}
        columns={keyed ? all : few}
        rowKey={(row) => row.id}
        selected={id}
        onOpen={(row) => toBatch(kind, row.id)}
        empty={emptyWords(kind, filter.shown, filter.text, mayBegin)}
      />
    </div>
  )
}
