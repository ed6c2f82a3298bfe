import { Descriptions } from 'antd'
import type { ReactNode } from 'react'
import type { StockLine, StockPlace, StockTakingView } from '../../../contract/keeping-views.ts'
import { breachFateLabel, copyStateLabel, stockTakingStateLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { To } from '../../app/routes.tsx'
import { ExportList } from '../../components/export-list.tsx'
import { History } from '../../components/history.tsx'
import { LevelMark } from '../../components/level-mark.tsx'
import { OpeningPane, RecordPane } from '../../components/record-pane.tsx'
import { ShortList } from '../../components/short-list.tsx'
import { Signed } from '../../components/signature.tsx'
import { When } from '../../components/when.tsx'
import { StockActs } from './stock-acts.tsx'
import { scopeWords } from './stock-takings.tsx'

type Of = { of: StockTakingView }

const line = (label: string, children: ReactNode) => (children ? [{ key: label, label, children }] : [])

const Head = ({ of: stock }: Of) => (
  <Descriptions
    column={1}
    size="small"
    styles={{ label: { width: 118 } }}
    bordered
    items={[
      ...line('范围', scopeWords(stock)),
      ...line('事由', stock.reason),
      ...line(
        '开始',
        <>
          <When at={stock.begunAt} />　{stock.begunBy}
        </>,
      ),
      ...line('账、实', `账 ${stock.expected} 份，实 ${stock.counted} 份${stock.state === 'counting' ? `，未点到 ${stock.left} 份` : ''}`),
      ...line('作废原因', stock.voidReason),
    ]}
  />
)

export const placeWords = ({ box, archived }: Pick<StockPlace, 'box' | 'archived'>) => (archived ? '归档' : (box ?? '未入箱'))

/** 账, 实, 差 of each box. */
const Places = ({ of: { places } }: Of) => (
  <ShortList
    columns={[
      { title: '箱', render: placeWords },
      { title: '账', width: 70, figures: true, render: ({ expected }) => expected },
      { title: '实', width: 70, figures: true, render: ({ counted }) => counted },
      { title: '中途出入', width: 90, figures: true, render: ({ moved }) => moved || '' },
      { title: '差', width: 70, figures: true, render: ({ expected, counted, moved }) => expected - counted - moved || '' },
    ]}
    rows={places}
    rowKey={placeWords}
    empty="账上没有文件"
  />
)

/** One copy that is more than counted: where the ledger has it, what was said of it. */
const LineOf = ({ of: one }: { of: StockLine }) => (
  <li>
    <div className="line-head">
      <To desk="documents" id={one.document.id}>
        <span className="figures unbroken">{one.number}</span>
      </To>
      <LevelMark level={one.document.level} mark={one.document.mark} />
      <span className="quiet">
        账上{copyStateLabel[one.ledger]}
        {one.box ? `，${one.box}` : ''}
      </span>
      {one.moved && <span>清点中{one.moved}</span>}
      {one.settled && (
        <span>
          {breachFateLabel[one.settled.fate]} <When at={one.settled.at} />
        </span>
      )}
    </div>
    <div className="quiet">{one.document.title}</div>
    {one.note && <div>说明：{one.note}</div>}
    {one.settled && (
      <div>
        {breachFateLabel[one.settled.fate]}：{one.settled.note}
      </div>
    )}
  </li>
)

const Lines = ({ title, lines }: { title: string; lines: readonly StockLine[] }) =>
  lines.length > 0 && (
    <>
      <h3>
        {title}　{lines.length} 份
      </h3>
      <ol className="lines">
        {lines.map((one) => (
          <LineOf key={one.copy} of={one} />
        ))}
      </ol>
    </>
  )

/** One 清点: how far it is, by box; each difference; who signed; its history. */
export const StockPane = ({ id, onClose }: { id: number; onClose: () => void }) => {
  const got = useQueryOf('keeping.get', { stockTaking: id })
  const stock = got.data
  if (!stock) return <OpeningPane title="清点" refusal={got.error} onClose={onClose} />
  return (
    <RecordPane title={stock.number} state={stockTakingStateLabel[stock.state]} acts={<StockActs key={stock.id} of={stock} />} onClose={onClose}>
      <Head of={stock} />
      <h3>账、实、差</h3>
      <Places of={stock} />
      <Lines title="短少" lines={stock.missing} />
      <Lines title="盘盈" lines={stock.surplus} />
      <Lines title="清点中出入" lines={stock.moved} />
      <ExportList list="stockTaking" filter={{ record: stock.id }} small />
      {stock.count && (
        <>
          <h3>签署</h3>
          <Signed act="清点" mark={stock.count} />
          <Signed act="监点" mark={stock.supervise} />
        </>
      )}
      <h3>经过</h3>
      <History lines={stock.history} />
    </RecordPane>
  )
}
