import { Descriptions } from 'antd'
import type { DocumentRow } from '../../../contract/documents-views.ts'
import type { ImportRow } from '../../../contract/importing.ts'
import { documentStateLabel, ledgerKindLabel } from '../../../contract/terms.ts'
import { usePagesOf } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { ExportList } from '../../components/export-list.tsx'
import { LevelMark } from '../../components/level-mark.tsx'
import { List, type ListColumn } from '../../components/list.tsx'
import { OpeningPane, RecordPane } from '../../components/record-pane.tsx'
import { When } from '../../components/when.tsx'

type Column = ListColumn<DocumentRow>
const columns: Column[] = [
  { key: 'number', title: '补录编号', width: 158, render: (row) => row.number },
  { key: 'mark', title: '密级', width: 88, render: (row) => <LevelMark level={row.level} /> },
  { key: 'title', title: '标题', least: 160, render: (row) => row.title },
  { key: 'copies', title: '份数', width: 56, align: 'right', drop: 2, render: (row) => row.copies },
  { key: 'state', title: '状态', width: 72, drop: 1, render: (row) => documentStateLabel[row.state] },
]

const countsOf = ({ rows, fates }: ImportRow) =>
  `共${rows}行：登记${fates.register}行，已在册${fates.known}行，不导入${fates.gone}行，有误未导入${fates.faulty}行`

const Source = ({ of }: { of: ImportRow }) => (
  <Descriptions
    column={1}
    size="small"
    bordered
    styles={{ label: { width: 118 } }}
    items={[
      { key: 'file', label: '来源文件', children: `${of.fileName}${of.sheet === null ? '' : `　表“${of.sheet}”`}` },
      { key: 'digest', label: '文件校验码', children: <span className="figures">{of.digest}</span> },
      { key: 'kind', label: '台账', children: `${ledgerKindLabel[of.kind]}，${of.bytes} 字节` },
      { key: 'rows', label: '各行结果', children: countsOf(of) },
      { key: 'numbers', label: '补录编号', children: `${of.first} 至 ${of.last}` },
      {
        key: 'by',
        label: '导入',
        children: (
          <>
            {of.by}　<When at={of.at} />
          </>
        ),
      },
    ]}
  />
)

/** One import: its source, its counts, its documents. */
export const BatchPane = ({ id, onClose }: { id: number; onClose: () => void }) => {
  const batches = usePagesOf('importing.list', { after: id + 1, limit: 1 })
  const documents = usePagesOf('documents.list', { import: id })
  const [batch] = batches.rows
  if (!batch) return <OpeningPane title="旧账导入" refusal={batches.error} onClose={onClose} />
  return (
    <RecordPane
      title={batch.number}
      state={`文件${batch.documents}件，${batch.copies}份`}
      acts={<ExportList list="register" filter={{ import: id }} small />}
      onClose={onClose}
    >
      <Source of={batch} />
      <h3>登记的文件</h3>
      <div className="importing-documents">
        <List pages={documents} columns={columns} rowKey={(row) => row.id} onOpen={(row) => go('documents', row.id)} empty="没有文件" />
      </div>
    </RecordPane>
  )
}
