import type { Output } from '../../../contract/index.ts'
import { overdueLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { To } from '../../app/routes.tsx'
import { type ShortColumn, ShortList } from '../../components/short-list.tsx'
import { When } from '../../components/when.tsx'

type Row = Output<'circulation.overdue'>['rows'][number]

const columns: ShortColumn<Row>[] = [
  { title: '夹号', width: 90, render: (row) => row.sheet.folder },
  {
    title: '传阅单',
    width: 160,
    figures: true,
    render: (row) => (
      <To desk="circulation" id={row.sheet.id}>
        {row.sheet.number}
      </To>
    ),
  },
  { title: '阅文人', width: 180, render: (row) => `${row.reader.name}　${row.reader.department}` },
  { title: '编号', figures: true, render: (row) => row.numbers.join('、') },
  { title: '送出', width: 150, render: (row) => <When at={row.handedOutAt} /> },
  { title: '应退', width: 150, render: (row) => <When at={row.due} /> },
  {
    title: '逾时',
    width: 140,
    render: (row) => <span className="overdue">{row.days ? `${overdueLabel} ${row.days} 天` : overdueLabel}</span>,
  },
]

/** 当日未退清单 (F1(4)b): every folder not back at the set hour, today and each day after. There is no extension; 催还 is done in person. */
export const Overdue = () => {
  const list = useQueryOf('circulation.overdue', {}, { every: 60_000 })
  return (
    <div className="desk-fill desk-scroll">
      <p className="quiet above-table">当天阅处完毕返还，{list.data?.hour ?? '——'} 为限，不办延期（F1(4)b）。每天列出，直到退回为止。</p>
      <ShortList columns={columns} rows={list.data?.rows ?? []} rowKey={(row) => row.leg} empty={list.data ? '没有逾时未退的夹。' : '正在读取…'} />
    </div>
  )
}
