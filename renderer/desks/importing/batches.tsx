import { Button } from 'antd'
import type { ImportRow } from '../../../contract/importing.ts'
import { ledgerKindLabel } from '../../../contract/terms.ts'
import { usePagesOf } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { useKeys } from '../../components/keys.ts'
import { List, type ListColumn } from '../../components/list.tsx'
import { When } from '../../components/when.tsx'

type Column = ListColumn<ImportRow>
const number: Column = { key: 'number', title: '编号', width: 158, render: (row) => row.number }
const at: Column = { key: 'at', title: '导入时间', width: 160, drop: 2, render: (row) => <When at={row.at} /> }
const kind: Column = { key: 'kind', title: '台账', width: 112, drop: 3, render: (row) => ledgerKindLabel[row.kind] }
const fileName: Column = { key: 'fileName', title: '来源文件', least: 180, render: (row) => row.fileName }
const documents: Column = { key: 'documents', title: '文件', width: 72, align: 'right', render: (row) => row.documents }
const copies: Column = { key: 'copies', title: '份', width: 72, align: 'right', drop: 1, render: (row) => row.copies }
const faulty: Column = { key: 'faulty', title: '未导入的有误行', width: 130, align: 'right', drop: 4, render: (row) => row.fates.faulty || '' }
const by: Column = { key: 'by', title: '导入人', width: 90, drop: 5, render: (row) => row.by }
const all = [number, at, kind, fileName, documents, copies, faulty, by]
const few = [number, { ...fileName, least: 120 }, documents]

/** 导入记录: what was entered from which ledger, newest first. */
export const Batches = ({ id }: { id: number | null }) => {
  const pages = usePagesOf('importing.list', {})
  const begin = () => go('importing', null, 'new')
  useKeys({ F2: begin }, id === null)
  return (
    <div className="desk-fill">
      <div className="desk-filters">
        <span className="quiet">原来用 Excel 或 CSV 记的台账，核对后一次登记为补录</span>
        {id === null && (
          <span className="desk-acts">
            <Button type="primary" onClick={begin}>
              导入旧账 F2
            </Button>
          </span>
        )}
      </div>
      <List
        pages={pages}
        columns={id === null ? all : few}
        rowKey={(row) => row.id}
        selected={id}
        onOpen={(row) => go('importing', row.id)}
        empty="还没有导入过旧账。按 F2 选择原来的收文登记簿或现存清单（.xlsx、.csv），先核对，再导入。"
      />
    </div>
  )
}
