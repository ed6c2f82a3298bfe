import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { Output } from '../../../contract/index.ts'
import { overdueLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { To } from '../../app/routes.tsx'
import { ExportList } from '../../components/export-list.tsx'
import { useKeys } from '../../components/keys.ts'
import { RefusalNote } from '../../components/refusal.tsx'
import { Scroll } from '../../components/scroll.tsx'
import { type ShortColumn, ShortList } from '../../components/short-list.tsx'
import { When } from '../../components/when.tsx'

const LentPaper = lazy(() => import('../../paper/lent-preview.tsx'))

type Row = Output<'circulation.overdue'>['rows'][number]

const Reader = ({ of: { name, department } }: { of: Row['reader'] }) => (
  <>
    {name}
    <div className="quiet">{department}</div>
  </>
)

/** A number is never broken at the end of a line. */
const Numbers = ({ of: numbers }: { of: readonly string[] }) =>
  numbers.map((number, place) => (
    <span key={number}>
      {place > 0 && '、'}
      <span className="unbroken">{number}</span>
    </span>
  ))

const columns: ShortColumn<Row>[] = [
  { title: '夹号', width: 70, render: (row) => row.sheet.folder },
  {
    title: '传阅单',
    width: 146,
    figures: true,
    render: (row) => (
      <span className="unbroken">
        <To desk="circulation" id={row.sheet.id}>
          {row.sheet.number}
        </To>
      </span>
    ),
  },
  { title: '阅文人', width: 112, render: (row) => <Reader of={row.reader} /> },
  { title: '编号', figures: true, render: (row) => <Numbers of={row.numbers} /> },
  { title: '送出', width: 100, render: (row) => <When at={row.handedOutAt} /> },
  { title: '应退', width: 100, render: (row) => <When at={row.due} /> },
  {
    title: '逾时',
    width: 138,
    render: (row) => <span className="overdue">{row.days ? `${overdueLabel} ${row.days} 天` : overdueLabel}</span>,
  },
]

/** 当日未退清单 (F1(4)b): every folder not back at the set hour, today and each day after. There is no extension; 催还 is done in person. */
export const Overdue = () => {
  const list = useQueryOf('circulation.overdue', {}, { every: 60_000 })
  const [printing, setPrinting] = useState(false)
  const print = () => setPrinting(true)
  useKeys([['F8', print]], !printing)
  return (
    <Scroll className="desk-fill desk-scroll">
      <p className="quiet above-table">
        当天阅处完毕返还，以 {list.data?.hour ?? '——'} 为限，过时才送阅的以当天24时为限；不办延期（F1(4)b）。每天列出，直到退回为止。
      </p>
      <p>
        <Button onClick={print}>打印当日未退清单 F8</Button> <ExportList list="overdue" keyed />
      </p>
      {list.error && <RefusalNote of={list.error} />}
      <ShortList
        columns={columns}
        rows={list.data?.rows ?? []}
        rowKey={(row) => row.leg}
        empty={list.data ? '没有逾时未退的夹。' : list.error ? '没有读到。' : '正在读取…'}
      />
      {printing && (
        <Suspense fallback={null}>
          <LentPaper of={{ late: 'sameDay' }} onClose={() => setPrinting(false)} />
        </Suspense>
      )}
    </Scroll>
  )
}
