import type { ProcedureName } from '../../../contract/index.ts'
import type { LoanView } from '../../../contract/lending-views.ts'
import { type CopyState, copyStateLabel } from '../../../contract/terms.ts'
import { waysFrom } from '../door/lifecycle.ts'
import { offered } from '../door/offered.ts'
import type { Query } from '../door/unit.ts'
import { isSamePerson } from '../people/identity.ts'
import { whyNoEntry } from '../people/paper-signing.ts'
import { loanLifecycle } from './lifecycle.ts'
import { isHere, type LoanRecord } from './records.ts'

/** What stands against an act that the table offers, for the person who looks; null when nothing does. */
const why = (query: Query, loan: LoanRecord, copy: CopyState, call: ProcedureName): string | null => {
  const own = [loan.borrower, loan.entered_by].some((one) => isSamePerson(query.read, one, query.asking.person.id))
  switch (call) {
    case 'lending.cancel':
      return own ? null : '由借用人和代录的保密员办理。'
    case 'lending.decide':
      return own ? '不得审批本人借用或代录的申请（F1(7)b）。' : null
    case 'entry.fromPaper':
      return whyNoEntry(query, [loan.borrower, loan.entered_by])
    case 'lending.lend':
      if ((loan.due ?? '') < query.wall.slice(0, 10)) return `批准的借期到${loan.due}为止，已经过期（F1(7)b）。`
      return isHere(copy) ? null : `这一份现为“${copyStateLabel[copy]}”，收回后才能借出。`
    default:
      return null
  }
}

/** What the person who looks may do next with a loan at this desk; that a 离岗移交 ends it too is its own desk's matter. */
export const actsOn = (query: Query, loan: LoanRecord, copy: CopyState): LoanView['acts'] => {
  const ways = waysFrom(loanLifecycle, loan.state).flatMap(({ by }) => by)
  // What was handed over on paper is entered from the hand-over itself
  const own = ways.filter((call) => call.startsWith('lending.') || (call === 'entry.fromPaper' && loan.state === 'requested'))
  return offered(query, own, (call) => why(query, loan, copy, call))
}
