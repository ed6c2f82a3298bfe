import type { BreachRow } from '../../../contract/breaches-views.ts'

/** Hours left to report it, red once they are past (实施条例61). Nothing once it was reported. */
export const Hours = ({ left }: { left: BreachRow['hoursLeft'] }) => {
  if (left === null) return null
  if (left < 0) return <span className="overdue">超过24小时未上报</span>
  return <span className="waits">{left === 0 ? '不足1小时' : `还有${left}小时`}</span>
}
