import { Button } from 'antd'
import { useState } from 'react'
import type { BoxRow } from '../../../contract/keeping-views.ts'
import { boxStateLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { useKeys } from '../../components/keys.ts'
import { List, type ListColumn } from '../../components/list.tsx'
import { BoxForm } from './box-form.tsx'
import { Store } from './storing.tsx'

type Column = ListColumn<BoxRow>
const number: Column = { key: 'number', title: '箱号', width: 110, render: (row) => row.number }
const cabinet: Column = { key: 'cabinet', title: '柜', width: 110, drop: 2, render: (row) => row.cabinet }
const shelf: Column = { key: 'shelf', title: '层', width: 90, drop: 1, render: (row) => row.shelf }
const custodian: Column = { key: 'custodian', title: '专管人', least: 110, render: (row) => row.custodian.name }
const inside: Column = { key: 'inside', title: '箱内', width: 72, align: 'right', render: (row) => row.inside }
const out: Column = { key: 'out', title: '在外', width: 72, align: 'right', render: (row) => row.out || '' }
const state: Column = { key: 'state', title: '状态', width: 72, render: (row) => boxStateLabel[row.state] }
const all = [number, cabinet, shelf, custodian, inside, out, state]
const few = [number, custodian, inside, state]

/** All the boxes are read at once: an office has few. */
export const useBoxes = () => {
  const { data, error, isPending } = useQueryOf('keeping.boxes', {})
  const rest = { isPlaceholderData: false, isFetchingNextPage: false, hasNextPage: false, fetchNextPage: () => null }
  return { rows: data?.rows ?? [], error, isPending, ...rest }
}

/** 保密箱: where each stands, who keeps it, what lies in it (F1(6)); a box opens beside. */
export const Boxes = ({ id }: { id: number | null }) => {
  const [act, setAct] = useState<'new' | 'store' | null>(null)
  const pages = useBoxes()
  const close = () => setAct(null)
  // Beside an open box its own acts have the keys.
  useKeys(
    [
      ['F4', () => setAct('store')],
      ['F7', () => setAct('new')],
    ],
    id === null && act === null,
  )
  return (
    <div className="desk-fill">
      <div className="desk-filters">
        <span className="quiet">专人专管：每箱一名保密员</span>
        {id === null && (
          <span className="desk-acts">
            <Button type="primary" onClick={() => setAct('store')}>
              入箱 F4
            </Button>
            <Button onClick={() => setAct('new')}>登记保密箱 F7</Button>
          </span>
        )}
      </div>
      <List
        pages={pages}
        columns={id === null ? all : few}
        rowKey={(row) => row.id}
        selected={id}
        onOpen={(row) => go('keeping', null, `box-${row.id}`)}
        empty="还没有保密箱。按 F7 登记：箱号、柜、层、专管人（F1(6)）。"
      />
      {act === 'new' && (
        <BoxForm
          onDone={(box) => {
            close()
            go('keeping', null, `box-${box}`)
          }}
          onClose={close}
        />
      )}
      {act === 'store' && <Store onClose={close} />}
    </div>
  )
}
