import type { LegView } from '../../../contract/circulation-views.ts'
import { legStateLabel, overdueLabel } from '../../../contract/terms.ts'
import { Signed } from '../../components/signature.tsx'
import { When } from '../../components/when.tsx'

/** One leg: who, how far, and every signature that was set for it. */
const Leg = ({ leg, copies }: { leg: LegView; copies: number }) => (
  <li className={`leg leg-${leg.state}${leg.overdue ? ' leg-overdue' : ''}`}>
    <div className="leg-head">
      <span className="leg-order">{leg.order}</span>
      <strong>{leg.reader.name}</strong>
      <span className="quiet">{leg.reader.department}</span>
      <span className={leg.overdue ? 'overdue' : 'leg-state'}>
        {leg.overdue ? `${overdueLabel}${leg.overdueDays ? ` ${leg.overdueDays} 天` : ''}` : legStateLabel[leg.state]}
      </span>
    </div>
    {leg.handedOutAt && (
      <div className="signed">
        <span className="signed-act">送出</span>
        <span>{leg.handedOutBy}</span>
        <When at={leg.handedOutAt} />
        {leg.give && <span className="signature-code">{leg.give.code}</span>}
        {leg.place && <span className="quiet">{leg.place}</span>}
        {leg.due && !leg.back && (
          <span className={leg.overdue ? 'overdue' : 'quiet'}>
            应退 <When at={leg.due} />
          </span>
        )}
      </div>
    )}
    <Signed act="签收" mark={leg.take} />
    <Signed act="阅签" mark={leg.read} />
    {leg.opinion && <div className="leg-opinion">意见：{leg.opinion}</div>}
    {leg.unreadReason && <div className="leg-opinion">未阅退回：{leg.unreadReason}</div>}
    <Signed act="退回" mark={leg.back} />
    {leg.returnedCount !== null && (
      <div className="signed">
        <span className="signed-act">核对</span>
        <span>
          {leg.returnedCount} / {copies} 份
        </span>
      </div>
    )}
  </li>
)

/** The readers of a folder, in their order, as a line of steps. */
export const Legs = ({ legs, copies }: { legs: readonly LegView[]; copies: number }) => (
  <ol className="legs">
    {legs.map((leg) => (
      <Leg key={leg.id} leg={leg} copies={copies} />
    ))}
  </ol>
)
