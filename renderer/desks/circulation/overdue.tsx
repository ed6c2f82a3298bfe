import { Table } from 'antd'
import type { Output } from '../../../contract/index.ts'
import { overdueLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { When } from '../../components/when.tsx'

type Row = Output<'circulation.overdue'>['rows'][number]

const columns = [
  { title: '夹号', width: 90, render: (row: Row) => row.sheet.folder },
  { title: '传阅单', width: 160, className: 'figures', render: (row: Row) => <a href={`#/circulation/${row.sheet.id}`}>{row.sheet.number}</a> },
  { title: '阅文人', width: 180, render: (row: Row) => `${row.reader.name}　${row.reader.department}` },
  { title: '编号', className: 'figures', render: (row: Row) => row.numbers.join('、') },
  { title: '送出', width: 150, render: (row: Row) => <When at={row.handedOutAt} /> },
  { title: '应退', width: 150, render: (row: Row) => <When at={row.due} /> },
  {
    title: '逾时',
    width: 140,
    render: (row: Row) => <span className="overdue">{row.days ? `${overdueLabel} ${row.days} 天` : overdueLabel}</span>,
  },
]

/** 当日未退清单 (F1(4)b): every folder not back at the set hour, today and each day after. There is no extension; 催还 is done in person. */
export const Overdue = () => {
  const list = useQueryOf('circulation.overdue', {}, { every: 60_000 })
  return (
    <div className="desk-fill">
      <p className="quiet above-table">当天阅处完毕返还，{list.data?.hour ?? '——'} 为限，不办延期（F1(4)b）。每天列出，直到退回为止。</p>
      <Table<Row>
        rowKey="leg"
        size="small"
        columns={columns}
        dataSource={list.data?.rows ?? []}
        pagination={false}
        locale={{ emptyText: list.data ? '没有逾时未退的夹' : '正在读取……' }}
        onRow={(row) => ({ onDoubleClick: () => go('circulation', row.sheet.id) })}
      />
    </div>
  )
}
