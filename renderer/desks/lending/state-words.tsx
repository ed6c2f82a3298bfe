import type { LoanRow, VisitRow } from '../../../contract/lending-views.ts'
import { loanOverdueLabel, loanStateLabel, overdueLabel, visitStateLabel } from '../../../contract/terms.ts'

/** The state of a loan in a word; one that is past its day says so in its place, and by how many days (F1(7)b). */
export const LoanWord = ({ of: { state, overdue, overdueDays } }: { of: Pick<LoanRow, 'state' | 'overdue' | 'overdueDays'> }) =>
  overdue ? (
    <span className="overdue">
      {loanOverdueLabel} {overdueDays} 天
    </span>
  ) : (
    loanStateLabel[state]
  )

/** Still in the reading room when the day’s hour is past, it says so. */
export const VisitWord = ({ of: { state, late } }: { of: Pick<VisitRow, 'state' | 'late'> }) =>
  late ? <span className="overdue">{overdueLabel}</span> : visitStateLabel[state]
