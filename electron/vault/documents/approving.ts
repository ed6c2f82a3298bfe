import type { Clause } from '../../../contract/clauses.ts'
import { PERIOD_APPROVING_ROLES } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Signer, Work } from '../door/unit.ts'
import { hasDuty } from '../people/duties.ts'
import { isSamePerson } from '../people/identity.ts'

/** The 分管领导 who approves in place, by ticket; nobody approves what they did themselves, on whichever account (domain 4). */
export const leaderInPlace = (work: Work, ticket: string, clause: Clause): Signer => {
  const signer = work.signer(ticket)
  if (!hasDuty(work.read, signer.person.id, PERIOD_APPROVING_ROLES)) refuse('rule.forbids', '应由分管领导审批签字。', { clause, field: 'ticket' })
  if (isSamePerson(work.read, signer.person.id, work.asking.person.id))
    refuse('rule.forbids', '审核人不得审批本人的审核，请由另一名分管领导审批。', { clause, field: 'ticket' })
  return signer
}
