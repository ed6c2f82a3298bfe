import type { MediumRow, MediumUse } from '../../../contract/media-views.ts'
import { levelLabel, mediumKindLabel, mediumLapsedLabel, mediumOverdueLabel, mediumStateLabel, mediumUseStateLabel } from '../../../contract/terms.ts'

/** Where a carrier is, in a word; one that should be back says so in its place, and by how many days (F2(2)). */
export const MediumWord = ({ of: { state, overdueDays } }: { of: Pick<MediumRow, 'state' | 'overdueDays'> }) =>
  overdueDays > 0 ? (
    <span className="overdue">
      {mediumOverdueLabel} {overdueDays} 天
    </span>
  ) : (
    mediumStateLabel[state]
  )

/** The state of a 领用 in a word. */
export const wordOfUse = ({ state, overdueDays, lapsed }: Pick<MediumUse, 'state' | 'overdueDays' | 'lapsed'>): string => {
  if (lapsed) return `${mediumUseStateLabel[state]}，${mediumLapsedLabel}`
  return overdueDays > 0 ? `${mediumOverdueLabel} ${overdueDays} 天` : mediumUseStateLabel[state]
}

type Named = Pick<MediumRow, 'number' | 'ownNumber' | 'kind' | 'level'>

/** One carrier as whoever signs for it reads it. */
export const Carrier = ({ of: { number, ownNumber, kind, level } }: { of: Named }) => (
  <p>
    <span className="figures unbroken">{number}</span>　{mediumKindLabel[kind]}　{ownNumber}　{levelLabel[level]}
  </p>
)
