/** A limit in working days: `<Deadline of={view} />`. Its day, how much is left, what it says beside the law, and the count day by day behind 逐日推算. */
import type { ShownDeadline } from '../../contract/deadlines.ts'
import { useSession } from '../app/session.tsx'
import { DayGrid } from './day-grid.tsx'
import { When } from './when.tsx'

const DAY_MS = 86_400_000

/** `还有5个工作日`, `今天到期`, `已超过3天`; nothing of one that is over and done with. */
const leftOf = ({ open, due, arithmetic }: ShownDeadline, today: string): { words: string; over: boolean } | null => {
  if (!open || due === null) return null
  if (due === today) return { words: '今天到期', over: true }
  if (due < today) return { words: `已超过${(Date.parse(today) - Date.parse(due)) / DAY_MS}天`, over: true }
  return { words: `还有${arithmetic.filter(({ counts, day }) => counts && day > today).length}个工作日`, over: false }
}

const dueWord = ({ due, missingYear, open }: ShownDeadline): string => {
  if (due !== null) return due
  if (missingYear !== null) return `${missingYear}年没有工作日历，到期日算不出`
  return open ? '停止计算中' : '没有到期日'
}

/** From which day, how many, and what does not count. */
const basisOf = ({ from, days, extension, pauses }: ShownDeadline): string =>
  [
    `${from}次日起${days}个工作日`,
    ...(extension > 0 ? [`含延长${extension}个`] : []),
    ...pauses.map(({ from: begun, to }) => `${begun}次日${to === null ? '起停止计算' : `至${to}不计`}`),
  ].join('，')

export const Deadline = ({ of: deadline }: { of: ShownDeadline }) => {
  const today = useSession().now.slice(0, 10)
  const { due, laxer, shorter, arithmetic, moves } = deadline
  const left = leftOf(deadline, today)
  return (
    <div className="deadline">
      <div className="line-head">
        <strong className={left?.over || due === null ? 'deadline-over' : undefined}>{dueWord(deadline)}</strong>
        {left && <span className={left.over ? 'deadline-over' : undefined}>{left.words}</span>}
        <span className="quiet">{basisOf(deadline)}</span>
        {laxer && <strong className="deadline-laxer">{laxer}</strong>}
        {shorter && <span className="quiet">{shorter}</span>}
      </div>
      {moves.map(({ at, year, before, after }) => (
        <div key={`${at} ${year} ${after}`} className="quiet">
          <When at={at} /> {year}年工作日历更改：{before ?? '没有到期日'}　→　{after ?? '没有到期日'}
        </div>
      ))}
      <details>
        <summary>逐日推算</summary>
        {arithmetic.length > 0 ? <DayGrid days={arithmetic} /> : <p className="quiet">办结以后工作日历有更改，到期日以办结时的日历为准。</p>}
      </details>
    </div>
  )
}
