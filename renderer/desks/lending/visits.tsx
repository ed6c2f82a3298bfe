import { Button } from 'antd'
import { useState } from 'react'
import type { VisitRow } from '../../../contract/lending-views.ts'
import { VISIT_STATES, type VisitState, visitStateLabel } from '../../../contract/terms.ts'
import { usePagesOf } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { ExportList } from '../../components/export-list.tsx'
import { asked, FilterBar, useFilter } from '../../components/filter-bar.tsx'
import { useKeys } from '../../components/keys.ts'
import { List, type ListColumn } from '../../components/list.tsx'
import { When, whenOf } from '../../components/when.tsx'
import { PrintVisits } from './print-visits.tsx'
import { VisitWord } from './state-words.tsx'

/** 出 of the same day is the hour alone. */
const Out = ({ of: { cameAt, leftAt } }: { of: VisitRow }) => leftAt && <When at={leftAt} day={whenOf(cameAt).slice(0, 10)} />

const papers = ({ copies: [first, ...others] }: VisitRow) => `${first?.number ?? ''}${others.length > 0 ? ` 等 ${others.length + 1} 份` : ''}`

type Column = ListColumn<VisitRow>
const number: Column = { key: 'number', title: '编号', width: 152, render: (row) => row.number }
const person: Column = { key: 'person', title: '查阅人', width: 78, render: (row) => row.person.name }
const copies: Column = { key: 'copies', title: '查阅的份', width: 230, drop: 3, render: papers }
const purpose: Column = { key: 'purpose', title: '事由', least: 90, render: (row) => row.purpose }
const room: Column = { key: 'room', title: '地点', width: 86, drop: 1, render: (row) => row.room }
const came: Column = { key: 'came', title: '入室', width: 146, render: (row) => <When at={row.cameAt} /> }
const left: Column = { key: 'left', title: '离室', width: 64, render: (row) => <Out of={row} /> }
const copying: Column = {
  key: 'copying',
  title: '抄录复制',
  width: 92,
  drop: 2,
  render: (row) => (row.reproduction ? row.reproduction.number : '否'),
}
const state: Column = { key: 'state', title: '状态', width: 92, render: (row) => <VisitWord of={row} /> }
const all = [number, person, copies, purpose, room, came, left, copying, state]
const few = [number, person, { ...purpose, least: 80 }, { ...came, drop: 1 }, state]

type Shown = 'all' | VisitState
const choices: { value: Shown; label: string }[] = [
  { value: 'all', label: '全部' },
  ...VISIT_STATES.map((value) => ({ value, label: visitStateLabel[value] })),
]

/** 查阅登记, newest first: who read what in which room, from when to when (F1(7)a); a visit opens beside. */
export const Visits = ({ id }: { id: number | null }) => {
  const filter = useFilter<Shown>('all')
  const [printing, setPrinting] = useState(false)
  const pages = usePagesOf('lending.visits', asked(filter))
  // Beside an open visit its own acts have the keys.
  const keyed = id === null
  const admit = () => go('lending', null, 'admit')
  useKeys(
    [
      ['F7', admit],
      ['F8', () => setPrinting(true)],
    ],
    keyed && !printing,
  )
  return (
    <div className="desk-fill">
      <FilterBar of={filter} choices={choices} label="查查阅登记" placeholder={keyed ? '编号、查阅人、份的一部分' : '编号、查阅人'} narrow={!keyed}>
        {keyed && (
          <>
            <Button type="primary" onClick={admit}>
              查阅登记 F7
            </Button>
            <Button onClick={() => setPrinting(true)}>打印查阅登记簿 F8</Button>
            <ExportList list="visits" filter={asked(filter)} keyed />
          </>
        )}
      </FilterBar>
      <List
        pages={pages}
        columns={keyed ? all : few}
        rowKey={(row) => row.id}
        selected={id}
        onOpen={(row) => go('lending', null, `visit-${row.id}`)}
        empty={
          filter.shown !== 'all' || filter.text.trim() ? '没有符合条件的查阅，请放宽条件。' : '还没有查阅登记。来档案室查阅的按 F7 登记（F1(7)a）。'
        }
      />
      {printing && <PrintVisits onClose={() => setPrinting(false)} />}
    </div>
  )
}
