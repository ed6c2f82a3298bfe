import { Button } from 'antd'
import { useState } from 'react'
import type { OutgoingRow } from '../../../contract/outgoing-views.ts'
import { OUTGOING_STATES, type OutgoingState, outgoingStateLabel } from '../../../contract/terms.ts'
import { usePagesOf } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { ExportList } from '../../components/export-list.tsx'
import { asked, FilterBar, useFilter } from '../../components/filter-bar.tsx'
import { useKeys } from '../../components/keys.ts'
import { LevelMark } from '../../components/level-mark.tsx'
import { List, type ListColumn } from '../../components/list.tsx'
import { minuteOf } from '../../components/when.tsx'
import { PrintOutgoing } from './print-outgoing.tsx'

type Column = ListColumn<OutgoingRow>
const number: Column = { key: 'number', title: '发文号', width: 158, render: (row) => row.number }
const mark: Column = { key: 'mark', title: '密级★期限', width: 120, drop: 2, render: (row) => <LevelMark level={row.level} mark={row.mark} /> }
const title: Column = { key: 'title', title: '标题', least: 160, render: (row) => row.title }
const addressee: Column = { key: 'addressee', title: '收文机关', width: 180, drop: 3, render: (row) => row.addressee }
const parent: Column = { key: 'parent', title: '来文', width: 158, drop: 1, render: (row) => row.document.number }
const copies: Column = { key: 'copies', title: '份数', width: 56, drop: 4, align: 'right', render: (row) => row.copies }
const sent: Column = { key: 'sent', title: '发出时间', width: 146, drop: 5, render: (row) => row.sentAt && minuteOf(row.sentAt) }
const state: Column = { key: 'state', title: '状态', width: 80, render: (row) => outgoingStateLabel[row.state] }
const all = [number, mark, title, addressee, parent, copies, sent, state]
/** Beside an open paper there is room for what tells them apart. */
const few = [number, title, state]

type Shown = 'all' | OutgoingState
const choices: { value: Shown; label: string }[] = [
  { value: 'all', label: '全部' },
  ...OUTGOING_STATES.map((value) => ({ value, label: outgoingStateLabel[value] })),
]

/** 密件发文登记, newest first. */
export const OutgoingList = ({ id }: { id: number | null }) => {
  const may = useMay()
  const filter = useFilter<Shown>('all')
  const [printing, setPrinting] = useState(false)
  const pages = usePagesOf('outgoing.list', asked(filter))
  // Beside an open paper its own acts have the keys.
  const keyed = id === null && may('outgoing.draft')
  const begin = () => go('outgoing', null, 'new')
  const print = () => setPrinting(true)
  useKeys({ F7: begin, F8: print }, keyed && !printing)
  return (
    <div className="desk-fill">
      <FilterBar of={filter} choices={choices} label="查发文" placeholder="编号、标题、文号、收文机关" narrow={id !== null}>
        {keyed && (
          <>
            <Button type="primary" onClick={begin}>
              登记发文 F7
            </Button>
            <Button onClick={print}>打印发文登记簿 F8</Button>
            <ExportList list="outgoing" filter={asked(filter)} keyed />
          </>
        )}
      </FilterBar>
      <List
        pages={pages}
        columns={id === null ? all : few}
        rowKey={(row) => row.id}
        selected={id}
        onOpen={(row) => go('outgoing', row.id)}
        empty={
          filter.shown !== 'all' || filter.text.trim()
            ? '没有符合条件的发文，请放宽条件。'
            : '还没有密件发文。上报、答复密件按来文同等密级（F1(3)b）。'
        }
      />
      {printing && <PrintOutgoing onClose={() => setPrinting(false)} />}
    </div>
  )
}
