import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { KeptCopy } from '../../../contract/keeping-views.ts'
import { copyStateLabel } from '../../../contract/terms.ts'
import { usePagesOf, useQueryOf } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { useSession } from '../../app/session.tsx'
import { ExportList } from '../../components/export-list.tsx'
import { ChooseBox } from '../../components/choose-box.tsx'
import { asked, FilterBar, useFilter } from '../../components/filter-bar.tsx'
import { useKeys } from '../../components/keys.ts'
import { LevelMark } from '../../components/level-mark.tsx'
import { List, type ListColumn } from '../../components/list.tsx'
import { RefusalNote } from '../../components/refusal.tsx'
import { Archive, Store } from './storing.tsx'

const LoosePaper = lazy(() => import('../../paper/box-preview.tsx'))

type Column = ListColumn<KeptCopy>

/** The box, the volume, or that it lies in neither and since when. */
const placeOf = ({ box, archiving, looseDays }: KeptCopy) => {
  if (archiving) return `${archiving.volume}　${archiving.place}`
  if (box) return box.number
  return looseDays === null ? <span className="quiet">在办</span> : <span className="waits">未入箱 {looseDays} 天</span>
}
const columns: readonly Column[] = [
  { key: 'number', title: '编号', width: 208, render: (row) => row.number },
  { key: 'mark', title: '密级', width: 110, drop: 2, render: ({ document }) => <LevelMark level={document.level} mark={document.mark} /> },
  { key: 'title', title: '标题', least: 220, render: ({ document }) => document.title },
  { key: 'symbol', title: '文号', width: 190, drop: 1, render: ({ document }) => document.symbol },
  { key: 'state', title: '状态', width: 72, render: ({ state }) => copyStateLabel[state] },
  { key: 'place', title: '箱、卷', width: 190, render: placeOf },
]

/** 总账: both sides, the sum of the places spelled out (F1(5)d). */
const Balance = () => {
  const now = Number(useSession().now.slice(0, 4))
  const [year, setYear] = useState<'all' | 'year'>('all')
  const got = useQueryOf('keeping.balance', year === 'year' ? { year: now } : {}, { keep: true })
  const balance = got.data
  if (got.error) return <RefusalNote of={got.error} />
  if (!balance) return <div className="keeping-balance quiet">正在读取总账…</div>
  return (
    <section className="keeping-balance" aria-label="总账">
      <ChooseBox
        aria-label="总账范围"
        value={year}
        onChange={(value) => setYear(value)}
        options={[
          { value: 'all', label: '全部' },
          { value: 'year', label: `${now}年收文` },
        ]}
      />
      <span>
        收 <b className="figures">{balance.received}</b> ＋ 复制 <b className="figures">{balance.made}</b> ＝
      </span>
      {balance.places.map(({ state, copies }) => (
        <span key={state} className={copies === 0 ? 'quiet' : undefined}>
          {copyStateLabel[state]} <b className="figures">{copies}</b>
        </span>
      ))}
    </section>
  )
}

type Shown = 'all' | 'loose' | 'archived'
const choices: { value: Shown; label: string }[] = [
  { value: 'all', label: '在箱和归档' },
  { value: 'loose', label: '办结未入箱' },
  { value: 'archived', label: '归档' },
]
const emptyWords = (shown: Shown, text: string) => {
  if (text.trim()) return '没有符合条件的份，请放宽条件。'
  if (shown === 'loose') return '办结的文件都已入箱或归档。'
  return shown === 'archived' ? '还没有归档的文件。办结的按 F6 归档（F1(6)）。' : '还没有在库的文件。'
}

/** 在库的份: every copy in the office's keeping, in which box or volume; what is 办结未入箱 by its filter (F1(6)). */
export const Kept = ({ loose }: { loose: boolean }) => {
  const filter = useFilter<Shown>(loose ? 'loose' : 'all')
  const { shown, text } = filter
  const [act, setAct] = useState<'store' | 'archive' | null>(null)
  const [printing, setPrinting] = useState(false)
  const print = () => setPrinting(true)
  const pages = usePagesOf('keeping.copies', asked(filter, 'loose', 'archived'))
  const close = () => setAct(null)
  useKeys(
    [
      ['F4', () => setAct('store')],
      ['F6', () => setAct('archive')],
    ],
    act === null && !printing,
  )
  useKeys([['F8', print]], act === null && !printing && shown === 'loose')
  return (
    <div className="desk-fill">
      <Balance />
      <FilterBar of={filter} choices={choices} what="范围" label="查在库的份" placeholder="标题、编号、文号的一部分">
        <Button type="primary" onClick={() => setAct('store')}>
          入箱 F4
        </Button>
        <Button onClick={() => setAct('archive')}>归档 F6</Button>
        {shown === 'loose' && <Button onClick={print}>打印办结未入箱清单 F8</Button>}
        <ExportList list="kept" filter={asked(filter, 'loose', 'archived')} keyed />
      </FilterBar>
      <List
        pages={pages}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={(row) => go('documents', row.document.id)}
        empty={emptyWords(shown, text)}
      />
      {act === 'store' && <Store onClose={close} />}
      {act === 'archive' && <Archive onClose={close} />}
      {printing && (
        <Suspense fallback={null}>
          <LoosePaper onClose={() => setPrinting(false)} />
        </Suspense>
      )}
    </div>
  )
}
