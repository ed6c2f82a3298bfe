import { Descriptions } from 'antd'
import type { ReactNode } from 'react'
import type { DestructionView, DisposalView, ReturnView } from '../../../contract/disposal-views.ts'
import type { DisposalKind } from '../../../contract/terms.ts'
import { destructionMethodLabel, destructionSiteLabel, disposalKindLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { ExportList } from '../../components/export-list.tsx'
import { History } from '../../components/history.tsx'
import { OpeningPane, RecordPane } from '../../components/record-pane.tsx'
import { Signed } from '../../components/signature.tsx'
import { When } from '../../components/when.tsx'
import { DisposalActs } from './acts.tsx'
import { stateWord } from './batches.tsx'
import { Items } from './items.tsx'

const line = (label: string, children: ReactNode) => (children ? [{ key: label, label, children }] : [])

const linesOfReturn = ({ issuer, receiver }: ReturnView) => [
  ...line('清退给', issuer),
  ...line('接收人', receiver && `${receiver.name}　${receiver.unit}`),
  ...line('回执', receiver && `${receiver.receipt}　${receiver.on}`),
]
const linesOfDestruction = ({ department, method, site, escorts, sentAt, destroyedBy, destroyedAt, place, receipt }: DestructionView) => [
  ...line('申请部门', department),
  ...line('方式', method && destructionMethodLabel[method]),
  ...line(site ? destructionSiteLabel[site.kind] : '', site?.name),
  ...line('押运人', escorts.join('、')),
  ...line('送销', sentAt && <When at={sentAt} />),
  ...line('销毁', destroyedBy && `${destroyedAt?.replace('T', ' ')}　${place}　销毁人${destroyedBy}`),
  ...line('回执号', receipt),
]

const Head = ({ of: batch }: { of: DisposalView }) => (
  <Descriptions
    column={1}
    size="small"
    styles={{ label: { width: 118 } }}
    bordered
    items={[
      ...line('原因', batch.reason),
      ...line(
        '拟制',
        <>
          <When at={batch.begunAt} />　{batch.begunBy}
        </>,
      ),
      ...(batch.kind === 'return' ? linesOfReturn(batch) : linesOfDestruction(batch)),
      ...line('审批意见', batch.opinion),
      ...line('作废原因', batch.voidReason),
    ]}
  />
)

/** Who counted, approved, handed over or witnessed, each with their signature. */
const Signatures = ({ of: batch }: { of: DisposalView }) => {
  const marks =
    batch.kind === 'return'
      ? [
          { act: '审批', mark: batch.approval },
          { act: '清退', mark: batch.handed },
        ]
      : [
          { act: '清点', mark: batch.count },
          { act: '复核', mark: batch.recount },
          { act: '审批', mark: batch.approval },
          ...batch.witnesses.map((mark) => ({ act: '监销', mark })),
          { act: '经办', mark: batch.completed },
        ]
  const set = marks.filter(({ mark }) => mark !== null)
  if (set.length === 0) return null
  return (
    <>
      <h3>签署</h3>
      {set.map(({ act, mark }) => (
        <Signed key={`${act} ${mark?.code}`} act={act} mark={mark} />
      ))}
    </>
  )
}

/** One list beside the others: what may be done next, each line on it, who signed, and its history. */
export const BatchPane = ({ kind, id, onClose }: { kind: DisposalKind; id: number; onClose: () => void }) => {
  const got = useQueryOf('disposal.get', { kind, id })
  const batch = got.data
  if (!batch) return <OpeningPane title={`${disposalKindLabel[kind]}清单`} refusal={got.error} onClose={onClose} />
  return (
    <RecordPane title={batch.number} state={stateWord(batch)} acts={<DisposalActs key={`${kind} ${id}`} of={batch} />} onClose={onClose}>
      <Head of={batch} />
      <Items of={batch} />
      <ExportList list={kind === 'return' ? 'returnList' : 'destruction'} filter={{ record: batch.id }} small />
      <Signatures of={batch} />
      <h3>经过</h3>
      <History lines={batch.history} />
    </RecordPane>
  )
}
