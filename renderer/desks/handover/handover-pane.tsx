import { Alert, Descriptions } from 'antd'
import type { ReactNode } from 'react'
import type { HandoverView } from '../../../contract/handover-views.ts'
import { handoverStateLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { ExportList } from '../../components/export-list.tsx'
import { History } from '../../components/history.tsx'
import { OpeningPane, RecordPane } from '../../components/record-pane.tsx'
import { Signed } from '../../components/signature.tsx'
import { When } from '../../components/when.tsx'
import { HandoverActs } from './acts.tsx'
import { Items } from './items.tsx'

type Of = { of: HandoverView }

const line = (label: string, children: ReactNode) => (children ? [{ key: label, label, children }] : [])

const Head = ({ of: handover }: Of) => (
  <Descriptions
    column={1}
    size="small"
    styles={{ label: { width: 118 } }}
    bordered
    items={[
      ...line('移交人', `${handover.person.name}　${handover.person.department}`),
      ...line('原因', handover.reason),
      ...line(
        '生成',
        <>
          <When at={handover.begunAt} />　{handover.begunBy}
        </>,
      ),
      ...line('在箱保管', handover.kept === null ? null : `箱内 ${handover.kept} 份改由接收人保管`),
      ...line('作废原因', handover.voidReason),
    ]}
  />
)

/** What stands in the way beside what is to be checked: the list is no longer what they hold, or something else is owed. */
const Owing = ({ of: { changed, duties, person } }: Of) => (
  <>
    {changed && (
      <Alert
        type="warning"
        role="alert"
        className="refusal handover-owing"
        title={`${person.name}手中的份在清单生成以后有变动。`}
        description="请作废本清单，按现在手中的各份重新生成（F1(8)）。"
      />
    )}
    {duties.length > 0 && (
      <Alert
        type="warning"
        className="refusal handover-owing"
        title={`${person.name}还有 ${duties.length} 项没有了结，移交完成以前先办（F1(8)）：`}
        description={
          <ul className="handover-duties">
            {duties.map((duty) => (
              <li key={duty}>{duty}</li>
            ))}
          </ul>
        }
      />
    )}
  </>
)

/** 监交, then 移交 and 接收: three people, three signatures. */
const Signatures = ({ of: { supervised, give, take } }: Of) =>
  (supervised || give || take) && (
    <>
      <h3>签署</h3>
      <Signed act="监交" mark={supervised} />
      <Signed act="移交" mark={give} />
      <Signed act="接收" mark={take} />
    </>
  )

/** One list beside the others: what may be done next, what is owed, each copy on it, who signed, and its history. */
export const HandoverPane = ({ id, onClose }: { id: number; onClose: () => void }) => {
  const got = useQueryOf('handover.get', { handover: id })
  const handover = got.data
  if (!handover) return <OpeningPane title="移交清单" refusal={got.error} onClose={onClose} />
  return (
    <RecordPane
      title={handover.number}
      state={handoverStateLabel[handover.state]}
      acts={<HandoverActs key={handover.id} of={handover} />}
      onClose={onClose}
    >
      <Head of={handover} />
      <Owing of={handover} />
      <Items of={handover} />
      <ExportList list="handover" filter={{ record: handover.id }} small />
      <Signatures of={handover} />
      <h3>经过</h3>
      <History lines={handover.history} />
    </RecordPane>
  )
}
