import { Button } from 'antd'
import { useState } from 'react'
import type { MediumRow } from '../../../contract/media-views.ts'
import {
  levelLabel,
  MEDIUM_KINDS,
  MEDIUM_STATES,
  type MediumKind,
  type MediumState,
  mediumKindLabel,
  mediumOverdueLabel,
  mediumStateLabel,
} from '../../../contract/terms.ts'
import { usePagesOf } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { ExportList } from '../../components/export-list.tsx'
import { ChooseBox } from '../../components/choose-box.tsx'
import { asked, FilterBar, useFilter } from '../../components/filter-bar.tsx'
import { useKeys } from '../../components/keys.ts'
import { List, type ListColumn } from '../../components/list.tsx'
import { PrintMedia } from './printing.tsx'
import { MediumWord } from './words.tsx'

type Column = ListColumn<MediumRow>
const number: Column = { key: 'number', title: '编号', width: 152, render: (row) => row.number }
const kindOf: Column = { key: 'kind', title: '种类', width: 140, render: (row) => mediumKindLabel[row.kind] }
const own: Column = { key: 'own', title: '自有编号', least: 110, render: (row) => row.ownNumber }
const level: Column = { key: 'level', title: '密级', width: 64, render: (row) => levelLabel[row.level] }
const keeper: Column = { key: 'keeper', title: '责任人', width: 88, drop: 2, render: (row) => row.keeper.name }
const department: Column = { key: 'department', title: '使用部门', width: 120, drop: 3, render: (row) => row.department }
const now: Column = { key: 'now', title: '现在', width: 116, render: (row) => <MediumWord of={row} /> }
const where: Column = { key: 'where', title: '在谁处、在何处', least: 120, drop: 1, render: (row) => row.holder?.name ?? row.place }
const all = [number, kindOf, own, level, keeper, department, now, where]
/** Beside an open one there is room for what tells them apart. */
const few = [number, { ...own, drop: 1 }, { ...now, width: 108 }]

/** `overdue`: what should be back. */
type Shown = 'all' | 'overdue' | MediumState
const states: { value: Shown; label: string }[] = [
  { value: 'all', label: '全部' },
  { value: 'overdue', label: mediumOverdueLabel },
  ...MEDIUM_STATES.map((value) => ({ value, label: mediumStateLabel[value] })),
]
const kinds = MEDIUM_KINDS.map((value) => ({ value, label: mediumKindLabel[value] }))

const emptyWords = (filtered: boolean, mayRegister: boolean) =>
  filtered ? '没有符合条件的载体设备，请放宽条件。' : `台账中还没有载体设备${mayRegister ? '：按 F7 登记（F2(2)）。' : '。'}`

/** The ledger of carriers and devices, newest first: what it is, who answers for it, in whose hands it is; one opens beside. */
export const Media = ({ id }: { id: number | null }) => {
  const may = useMay()
  const filter = useFilter<Shown>('all')
  const [kind, setKind] = useState<MediumKind | undefined>()
  const [printing, setPrinting] = useState(false)
  const pages = usePagesOf('media.list', { ...asked(filter, 'overdue'), ...(kind ? { kind } : {}) })
  // Beside an open one its own acts have the keys.
  const keyed = id === null && may('media.register')
  const register = () => go('media', null, 'new')
  useKeys(
    [
      ['F7', register],
      ['F8', () => setPrinting(true)],
    ],
    keyed && !printing,
  )
  return (
    <div className="desk-fill">
      <FilterBar
        of={filter}
        choices={states}
        further={
          id === null && (
            <ChooseBox
              allowClear
              className="filter"
              prefix="种类"
              aria-label="种类"
              placeholder="全部"
              value={kind}
              onChange={setKind}
              options={kinds}
            />
          )
        }
        label="查载体设备"
        placeholder={id === null ? '编号、责任人、领用人、地点的一部分' : '编号、姓名、地点'}
        narrow={id !== null}
      >
        {keyed && (
          <>
            <Button type="primary" onClick={register}>
              登记载体设备 F7
            </Button>
            <Button onClick={() => setPrinting(true)}>打印载体台账 F8</Button>
            <ExportList list="media" filter={{ ...asked(filter, 'overdue'), ...(kind && { kind }) }} keyed />
          </>
        )}
      </FilterBar>
      <List
        pages={pages}
        columns={id === null ? all : few}
        rowKey={(row) => row.id}
        selected={id}
        onOpen={(row) => go('media', row.id)}
        empty={emptyWords(filter.shown !== 'all' || kind !== undefined || filter.text.trim() !== '', keyed)}
      />
      {printing && <PrintMedia onClose={() => setPrinting(false)} />}
    </div>
  )
}
