import { useState } from 'react'
import { Button } from 'antd'
import type { WideningView } from '../../../contract/circulation-views.ts'
import { WIDENING_STATES, type WideningState, wideningStateLabel } from '../../../contract/terms.ts'
import { usePagesOf, useQueryOf } from '../../app/client.ts'
import { useMay, useSession } from '../../app/session.tsx'
import { ChooseBox } from '../../components/choose-box.tsx'
import { useKeys } from '../../components/keys.ts'
import { type ShortColumn, ShortList } from '../../components/short-list.tsx'
import { Code } from '../../components/signature.tsx'
import { When } from '../../components/when.tsx'
import { AskWidening } from './ask-widening.tsx'
import { Decide } from './decide.tsx'
import { DecideOnPaper } from './on-paper.tsx'

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

type Mark = NonNullable<WideningView['signature']>

/** Decided on paper: when, who entered it, and whether the leader has signed for it since. */
const OnPaper = ({ mark, paper }: { mark: Mark; paper: NonNullable<Mark['paper']> }) => (
  <>
    <div className="unbroken">
      纸上签于
      <br />
      <When at={paper.signedAt} />
    </div>
    <div className="quiet">
      纸质签，{mark.by}补录 <Code of={mark.code} />
    </div>
    {paper.confirmed ? (
      <div>
        本人补签 <Code of={paper.confirmed.code} />
      </div>
    ) : (
      <div className="waits">待本人补签</div>
    )}
  </>
)

const Decision = ({ row }: { row: WideningView }) => (
  <>
    <div>
      {wideningStateLabel[row.state]}
      {row.decidedBy && `　${row.decidedBy}`}
    </div>
    {row.opinion && <div className="quiet">{row.opinion}</div>}
    {row.signature?.paper && <OnPaper mark={row.signature} paper={row.signature.paper} />}
    {row.signature && !row.signature.paper && <Code of={row.signature.code} />}
  </>
)

/** 扩大知悉范围: requests and decisions, each signed (F1(4)c). Nobody decides what they asked for or what names them. */
export const Widenings = () => {
  const may = useMay()
  const { person } = useSession()
  const [state, setState] = useState<WideningState | undefined>(undefined)
  const [asking, setAsking] = useState(false)
  const [deciding, setDeciding] = useState<WideningView | null>(null)
  const [entering, setEntering] = useState<WideningView | null>(null)
  const list = usePagesOf('circulation.widenings', state ? { state } : {})
  /** Open, and not this person's own matter. */
  const isOthers = (row: WideningView) =>
    row.state === 'requested' && row.requestedBy.id !== person.id && !row.persons.some((one) => one.id === person.id)
  const mayDecide = (row: WideningView) => may('circulation.decideWidening') && isOthers(row)
  const settings = useQueryOf('office.settings', {})
  const mayEnter = (row: WideningView) => may('circulation.decideWideningOnPaper') && settings.data?.paperSignatures === true && isOthers(row)
  const mayAsk = may('circulation.requestWidening')
  useKeys([['F7', () => mayAsk && setAsking(true)]], !asking && !deciding && !entering)
  const last: ShortColumn<WideningView> = {
    title: '审批',
    width: 148,
    render: (row) =>
      mayDecide(row) ? (
        <Button onClick={() => setDeciding(row)}>审批</Button>
      ) : mayEnter(row) ? (
        <Button onClick={() => setEntering(row)}>补录纸质审批</Button>
      ) : (
        <Decision row={row} />
      ),
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
      {entering && <DecideOnPaper widening={entering} onClose={() => setEntering(null)} />}
      {deciding && <Decide widening={deciding} onClose={() => setDeciding(null)} />}
    </div>
  )
}
