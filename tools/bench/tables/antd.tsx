/** antd's table, virtual, over rows in memory. */
import { Table } from 'antd'
import { createRoot } from 'react-dom/client'
import { COLUMNS, type Paper, papers } from './papers.ts'

const rows = papers()
const columns = COLUMNS.map(({ key, ...column }) => ({ ...column, key, dataIndex: key, ellipsis: true }))

createRoot(document.getElementById('table') as HTMLElement).render(
  <Table<Paper> virtual size="small" pagination={false} rowKey="id" columns={columns} dataSource={rows} scroll={{ x: 1_320, y: 640 }} />,
)
