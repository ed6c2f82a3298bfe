import type { Clause } from '../../../contract/clauses.ts'
import { PERIOD_APPROVING_ROLES, type Role } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Signer, Work } from '../door/unit.ts'
import { isSamePerson } from '../people/identity.ts'

/** The 分管领导 who approves in place, by ticket; nobody approves what they did themselves, on whichever account (domain 4). */
export const leaderInPlace = (work: Work, ticket: string, clause: Clause): Signer => {
  const signer = work.signer(ticket)
  const row = work.read.get<{ roles: string }>('SELECT roles FROM person WHERE id = ?', signer.person.id)
  const roles = JSON.parse(row?.roles ?? '[]') as Role[]
  if (!PERIOD_APPROVING_ROLES.some((role) => roles.includes(role))) refuse('rule.forbids', '应由分管领导审批签字。', { clause, field: 'ticket' })
  if (isSamePerson(work.read, signer.person.id, work.asking.person.id))
    refuse('rule.forbids', '审核人不得审批本人的审核，请由另一名分管领导审批。', { clause, field: 'ticket' })
  return signer
}
