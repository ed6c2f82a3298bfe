import { Input } from 'antd'
import { useState } from 'react'
import { limits } from '../../../contract/fields.ts'
import type { MediumRow } from '../../../contract/media-views.ts'
import { levelLabel, MEDIUM_STATES, type MediumState, mediumKindLabel, mediumOverdueLabel, mediumStateLabel } from '../../../contract/terms.ts'
import { usePagesOf } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { ChooseBox } from '../../components/choose-box.tsx'
import { List, type ListColumn } from '../../components/list.tsx'

type Column = ListColumn<MediumRow>
const number: Column = { key: 'number', title: '编号', width: 152, render: (row) => row.number }
const kind: Column = { key: 'kind', title: '种类', width: 130, render: (row) => mediumKindLabel[row.kind] }
const own: Column = { key: 'own', title: '自有编号', least: 110, render: (row) => row.ownNumber }
const level: Column = { key: 'level', title: '密级', width: 64, render: (row) => levelLabel[row.level] }
const keeper: Column = { key: 'keeper', title: '责任人', width: 88, drop: 2, render: (row) => row.keeper.name }
const where: Column = {
  key: 'where',
  title: '现在',
  least: 120,
  render: (row) => (row.overdueDays > 0 ? <strong className="overdue">{mediumOverdueLabel}</strong> : mediumStateLabel[row.state]),
}
const holder: Column = { key: 'holder', title: '在谁处', least: 110, drop: 1, render: (row) => row.holder?.name ?? row.place }
const all = [number, kind, own, level, keeper, where, holder]
const few = [number, { ...own, drop: 1 }, where]

/** `overdue`: what should be back. */
type Shown = 'all' | 'overdue' | MediumState
const choices: { value: Shown; label: string }[] = [
  { value: 'all', label: '全部' },
  { value: 'overdue', label: mediumOverdueLabel },
  ...MEDIUM_STATES.map((value) => ({ value, label: mediumStateLabel[value] })),
]

const asks = (shown: Shown, text: string) => ({
  ...(shown === 'overdue' ? { overdue: true } : shown === 'all' ? {} : { state: shown }),
  ...(text.trim() ? { text: text.trim() } : {}),
})

/** The ledger of carriers and devices, newest first. */
export const Media = ({ id }: { id: number | null }) => {
  const [shown, setShown] = useState<Shown>('all')
  const [text, setText] = useState('')
  const pages = usePagesOf('media.list', asks(shown, text))
  return (
    <div className="desk-fill">
      <div className="desk-filters">
        <ChooseBox className="filter" prefix="状态" aria-label="状态" value={shown} onChange={setShown} options={choices} />
        <Input
          allowClear
          className={id === null ? 'filter-text' : 'filter'}
          aria-label="查载体设备"
          placeholder="编号、责任人、领用人的一部分"
          maxLength={limits.search}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <List
        pages={pages}
        columns={id === null ? all : few}
        rowKey={(row) => row.id}
        selected={id}
        onOpen={(row) => go('media', row.id)}
        empty={shown === 'all' && !text.trim() ? '台账中还没有载体设备。' : '没有符合条件的载体设备，请放宽条件。'}
      />
    </div>
  )
}
