import { useState } from 'react'
import { Button } from 'antd'
import type { WideningView } from '../../../contract/circulation-views.ts'
import { WIDENING_STATES, type WideningState, wideningStateLabel } from '../../../contract/terms.ts'
import { usePagesOf } from '../../app/client.ts'
import { useMay, useSession } from '../../app/session.tsx'
import { ChooseBox } from '../../components/choose-box.tsx'
import { useKeys } from '../../components/keys.ts'
import { type ShortColumn, ShortList } from '../../components/short-list.tsx'
import { When } from '../../components/when.tsx'
import { AskWidening } from './ask-widening.tsx'
import { Decide } from './decide.tsx'

const columns: ShortColumn<WideningView>[] = [
  { title: '编号', width: 146, figures: true, render: (row) => <span className="unbroken">{row.number}</span> },
  {
    title: '文件',
    render: (row) => (
      <>
        <span className="figures unbroken">{row.document.number}</span>　<span className="unbroken">{row.document.mark}</span>　{row.document.title}
      </>
    ),
  },
  { title: '增加知悉人员', width: 118, render: (row) => row.persons.map((person) => person.name).join('、') },
  { title: '理由', width: 140, render: (row) => row.reason },
  {
    title: '申请',
    width: 96,
    render: (row) => (
      <>
        {row.requestedBy.name}
        <br />
        <When at={row.requestedAt} />
      </>
    ),
  },
]

const Decision = ({ row }: { row: WideningView }) => (
  <>
    <div>
      {wideningStateLabel[row.state]}
      {row.decidedBy && `　${row.decidedBy}`}
    </div>
    {row.opinion && <div className="quiet">{row.opinion}</div>}
    {row.signature && <span className="signature-code">{row.signature.code}</span>}
  </>
)

/** 扩大知悉范围: requests and decisions, each signed (F1(4)c). Nobody decides what they asked for or what names them. */
export const Widenings = () => {
  const may = useMay()
  const { person } = useSession()
  const [state, setState] = useState<WideningState | undefined>(undefined)
  const [asking, setAsking] = useState(false)
  const [deciding, setDeciding] = useState<WideningView | null>(null)
  const list = usePagesOf('circulation.widenings', state ? { state } : {})
  const mayDecide = (row: WideningView) =>
    may('circulation.decideWidening') &&
    row.state === 'requested' &&
    row.requestedBy.id !== person.id &&
    !row.persons.some((one) => one.id === person.id)
  const mayAsk = may('circulation.requestWidening')
  useKeys([['F7', () => mayAsk && setAsking(true)]], !asking && !deciding)
  const last: ShortColumn<WideningView> = {
    title: '审批',
    width: 118,
    render: (row) => (mayDecide(row) ? <Button onClick={() => setDeciding(row)}>审批</Button> : <Decision row={row} />),
  }
  return (
    <div className="desk-fill desk-scroll">
      <div className="desk-filters">
        <ChooseBox
          allowClear
          prefix="状态"
          aria-label="状态"
          placeholder="全部"
          className="filter"
          value={state}
          onChange={setState}
          options={WIDENING_STATES.map((one) => ({ value: one, label: wideningStateLabel[one] }))}
        />
        {mayAsk && (
          <Button type="primary" onClick={() => setAsking(true)}>
            申请扩大知悉范围 F7
          </Button>
        )}
      </div>
      <ShortList
        columns={[...columns, last]}
        rows={list.rows}
        rowKey={(row) => row.id}
        empty={list.isPending ? '正在读取…' : state ? '没有符合条件的申请，请放宽条件。' : '还没有申请。'}
      />
      {list.hasNextPage && <Button onClick={() => void list.fetchNextPage()}>再看更早的</Button>}
      {asking && <AskWidening onClose={() => setAsking(false)} />}
      {deciding && <Decide widening={deciding} onClose={() => setDeciding(null)} />}
    </div>
  )
}
