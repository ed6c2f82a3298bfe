import { Descriptions } from 'antd'
import type { ReactNode } from 'react'
import type { MediumRepair, MediumUse, MediumView } from '../../../contract/media-views.ts'
import { mediumKindLabel, mediumStateLabel, repairPlaceLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { History } from '../../components/history.tsx'
import { LevelMark } from '../../components/level-mark.tsx'
import { OpeningPane, RecordPane } from '../../components/record-pane.tsx'
import { Signed } from '../../components/signature.tsx'
import { When } from '../../components/when.tsx'
import { MediumActs } from './acts.tsx'
import { MediumWord, wordOfUse } from './words.tsx'

type Of = { of: MediumView }

const line = (label: string, children: ReactNode) => (children ? [{ key: label, label, children }] : [])

const Head = ({ of: medium }: Of) => (
  <Descriptions
    column={1}
    size="small"
    styles={{ label: { width: 118 } }}
    bordered
    items={[
      ...line('种类', [mediumKindLabel[medium.kind], medium.model].filter(Boolean).join('　')),
      ...line('自有编号', medium.ownNumber),
      ...line('责任人', `${medium.keeper.name}　${medium.department}`),
      ...line('存放地点', medium.place),
      ...line('领用人', medium.holder && `${medium.holder.name}　应还 ${medium.due}`),
      ...line('物理隔离', medium.isolated && '登记时已确认'),
      ...line('启用日期', medium.inUseOn),
      ...line('备注', medium.remarks),
    ]}
  />
)

const UseLine = ({ of: use }: { of: MediumUse }) => (
  <li>
    <div>
      <span className="figures unbroken">{use.number}</span>　{use.person.name}
      {use.outside && '　携带外出'}　<span className={use.overdueDays > 0 ? 'overdue' : 'quiet'}>{wordOfUse(use)}</span>
    </div>
    <div className="quiet">
      {use.place}　应还 {use.until}
      {use.purpose && `　${use.purpose}`}
    </div>
    {use.opinion && <div className="quiet">意见：{use.opinion}</div>}
    {use.check && (
      <div className="quiet">
        归还检查：{use.check}
        {use.condition && `；损坏：${use.condition}`}
      </div>
    )}
    <Signed act="审批" mark={use.decision} />
    <Signed act="发放" mark={use.give} />
    <Signed act="领用" mark={use.take} />
    <Signed act="归还" mark={use.giveBack} />
    <Signed act="收回" mark={use.takeBack} />
  </li>
)

const RepairLine = ({ of: repair }: { of: MediumRepair }) => (
  <li>
    <div>
      <span className="figures unbroken">{repair.number}</span>　{repairPlaceLabel[repair.where]}　{repair.firm}
    </div>
    <div className="quiet">
      {repair.fault}　存储部件{repair.storageRemoved ? '已拆下' : '未拆'}
      {repair.supervisor && `　旁站 ${repair.supervisor}`}
    </div>
    {repair.result && <div className="quiet">维修结果：{repair.result}</div>}
    <Signed act="送修" mark={repair.out} />
    <Signed act="修回" mark={repair.back} />
  </li>
)

/** A part of the record, its newest line first; nothing where there is none. */
const Lines = <R extends { id: number }>({ title, rows, children }: { title: string; rows: readonly R[]; children: (row: R) => ReactNode }) =>
  rows.length > 0 && (
    <>
      <h3>{title}</h3>
      <ol className="lines">{rows.toReversed().map(children)}</ol>
    </>
  )

/** Registration, changes, and how it ended: who signed for each. */
const Signatures = ({ of: { registered, changes, endings } }: Of) => (
  <>
    <h3>签署</h3>
    <Signed act="登记" mark={registered} />
    {changes.map(({ version, reason, keeper, department, place, signed }) => (
      <div key={version}>
        <Signed act="变更" mark={signed} />
        <div className="quiet">
          {reason}：{keeper}　{department}　{place}
        </div>
      </div>
    ))}
    {endings.map(({ became, at, incident, words, signed }) => (
      <div key={at}>
        <Signed act={became === 'lost' ? '遗失' : '停用'} mark={signed} />
        <div className="quiet">
          {incident && `${incident}　`}
          {words}
        </div>
      </div>
    ))}
  </>
)

/** One carrier beside the ledger: what may be done next, who answers for it, who had it, what was repaired and maintained, and its history. */
export const MediumPane = ({ id, onClose }: { id: number; onClose: () => void }) => {
  const got = useQueryOf('media.get', { medium: id })
  const medium = got.data
  if (!medium) return <OpeningPane title="载体设备" refusal={got.error} onClose={onClose} />
  return (
    <RecordPane
      title={medium.number}
      mark={<LevelMark level={medium.level} />}
      state={medium.overdueDays > 0 ? <MediumWord of={medium} /> : mediumStateLabel[medium.state]}
      acts={<MediumActs key={medium.id} of={medium} />}
      onClose={onClose}
    >
      <Head of={medium} />
      <Lines title="领用" rows={medium.uses}>
        {(use) => <UseLine key={use.id} of={use} />}
      </Lines>
      <Lines title="维修" rows={medium.repairs}>
        {(repair) => <RepairLine key={repair.id} of={repair} />}
      </Lines>
      <Lines title="维护" rows={medium.maintenance}>
        {({ id: each, at, done, signed }) => (
          <li key={each}>
            <When at={at} />　{done}
            <Signed act="维护" mark={signed} />
          </li>
        )}
      </Lines>
      <Signatures of={medium} />
      <h3>经过</h3>
      <History lines={medium.history} />
    </RecordPane>
  )
}
