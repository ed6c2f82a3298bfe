import { Button } from 'antd'
import { useState } from 'react'
import type { HoldRow } from '../../../contract/disposal-views.ts'
import { copyStateLabel, holdKindLabel } from '../../../contract/terms.ts'
import { usePagesOf } from '../../app/client.ts'
import { useMay } from '../../app/session.tsx'
import { asked, FilterBar, useFilter } from '../../components/filter-bar.tsx'
import { useKeys } from '../../components/keys.ts'
import { LevelMark } from '../../components/level-mark.tsx'
import { List, type ListColumn } from '../../components/list.tsx'
import { When } from '../../components/when.tsx'
import { Release } from './holding.tsx'
import { toMaking } from './ways.ts'

type Column = ListColumn<HoldRow>
const columns: Column[] = [
  { key: 'number', title: '份', width: 172, render: (row) => row.number },
  { key: 'mark', title: '密级', width: 106, drop: 3, render: ({ document }) => <LevelMark level={document.level} mark={document.mark} /> },
  { key: 'title', title: '文件', least: 200, render: ({ document }) => document.title },
  { key: 'kind', title: '种类', width: 124, render: (row) => holdKindLabel[row.kind] },
  { key: 'reason', title: '原因', width: 190, drop: 4, render: (row) => row.reason },
  { key: 'state', title: '现状', width: 92, drop: 1, render: (row) => copyStateLabel[row.state] },
  {
    key: 'set',
    title: '登记',
    width: 210,
    drop: 2,
    render: ({ set }) =>
      set && (
        <>
          <When at={set.at} />　{set.by}
        </>
      ),
  },
  { key: 'lifted', title: '解除', width: 120, render: ({ lifted }) => (lifted ? lifted.mark?.by : <strong>留用中</strong>) },
]

type Shown = 'standing' | 'all'
const choices: { value: Shown; label: string }[] = [
  { value: 'standing', label: '留用中' },
  { value: 'all', label: '全部' },
]

/** 留用, newest first: which copies may not go, why, and who said so (实施条例27, 28). Enter on one that stands lifts it. */
export const Holds = () => {
  const may = useMay()
  const filter = useFilter<Shown>('standing')
  const [lifting, setLifting] = useState<HoldRow | null>(null)
  const pages = usePagesOf('disposal.holds', asked(filter, 'standing'))
  const mayHold = may('disposal.hold')
  const begin = () => toMaking('hold')
  useKeys([['F7', begin]], mayHold && lifting === null)
  const open = (row: HoldRow) => {
    if (row.lifted === null && may('disposal.release')) setLifting(row)
  }
  return (
    <div className="desk-fill">
      <FilterBar of={filter} choices={choices} label="查留用" placeholder="编号、标题、文号的一部分">
        {mayHold && (
          <Button type="primary" onClick={begin}>
            留用登记 F7
          </Button>
        )}
      </FilterBar>
      <List
        pages={pages}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={open}
        empty={filter.text.trim() ? '没有符合条件的留用，请放宽条件。' : '没有留用的份。留用、列入案件、须清退的份，登记后不会被销毁（实施条例28）。'}
      />
      {lifting && <Release of={lifting} onClose={() => setLifting(null)} />}
    </div>
  )
}
