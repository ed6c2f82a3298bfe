import { Button, Input } from 'antd'
import { useState } from 'react'
import { limits } from '../../../contract/fields.ts'
import type { OutgoingRow } from '../../../contract/outgoing-views.ts'
import { OUTGOING_STATES, type OutgoingState, outgoingStateLabel } from '../../../contract/terms.ts'
import { usePagesOf } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { ChooseBox } from '../../components/choose-box.tsx'
import { ExportList } from '../../components/export-list.tsx'
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

const states = OUTGOING_STATES.map((value) => ({ value, label: outgoingStateLabel[value] }))

type Filter = { state?: OutgoingState | undefined; text: string }
const asks = ({ state, text }: Filter) => ({ ...(state ? { state } : {}), ...(text.trim() ? { text: text.trim() } : {}) })

/** 密件发文登记, newest first. */
export const OutgoingList = ({ id }: { id: number | null }) => {
  const may = useMay()
  const [filter, setFilter] = useState<Filter>({ text: '' })
  const [printing, setPrinting] = useState(false)
  const pages = usePagesOf('outgoing.list', asks(filter))
  // Beside an open paper its own acts have the keys.
  const keyed = id === null && may('outgoing.draft')
  const begin = () => go('outgoing', null, 'new')
  const print = () => setPrinting(true)
  useKeys({ F7: begin, F8: print }, keyed && !printing)
  return (
    <div className="desk-fill">
      <div className="desk-filters">
        <ChooseBox
          allowClear
          prefix="状态"
          aria-label="状态"
          placeholder="全部"
          className="filter"
          value={filter.state}
          onChange={(state) => setFilter({ ...filter, state })}
          options={states}
        />
        <Input
          allowClear
          className={id === null ? 'filter-text' : 'filter'}
          aria-label="查发文"
          placeholder="编号、标题、文号、收文机关"
          maxLength={limits.search}
          value={filter.text}
          onChange={(event) => setFilter({ ...filter, text: event.target.value })}
        />
        {keyed && (
          <span className="desk-acts">
            <Button type="primary" onClick={begin}>
              登记发文 F7
            </Button>
            <Button onClick={print}>打印发文登记簿 F8</Button>
            <ExportList list="outgoing" filter={asks(filter)} keyed />
          </span>
        )}
      </div>
      <List
        pages={pages}
        columns={id === null ? all : few}
        rowKey={(row) => row.id}
        selected={id}
        onOpen={(row) => go('outgoing', row.id)}
        empty={filter.state || filter.text.trim() ? '没有符合条件的发文，请放宽条件。' : '还没有密件发文。上报、答复密件按来文同等密级（F1(3)b）。'}
      />
      {printing && <PrintOutgoing onClose={() => setPrinting(false)} />}
    </div>
  )
}
