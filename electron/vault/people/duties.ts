import { BUSINESS_ROLES, type Role, roleLabel, THREE_OFFICERS } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Read } from '../door/unit.ts'

/** Whether somebody has one of these duties now. */
export const hasDuty = (read: Read, person: number, any: readonly Role[]): boolean => {
  const row = read.get<{ roles: string }>('SELECT roles FROM person WHERE id = ?', person)
  const roles = JSON.parse(row?.roles ?? '[]') as Role[]
  return any.some((role) => roles.includes(role))
}

/**
 * One account holds one of the three officers' duties and nothing beside it: the auditor is never another of the three,
 * and the three see no titles, so none of them does the office's business (实施条例34, domain 3.5).
 */
export const refuseMixedDuties = (roles: readonly Role[]): void => {
  const officers = THREE_OFFICERS.filter((role) => roles.includes(role))
  const business = BUSINESS_ROLES.filter((role) => roles.includes(role))
  const no = (message: string) => refuse('rule.forbids', message, { clause: '三员', field: 'roles' })
  if (officers.includes('auditor') && officers.length > 1) no('安全审计员不得兼任系统管理员或安全保密管理员。')
  if (officers.length > 1) no('系统管理员和安全保密管理员不得用同一账户，请另开一个账户。')
  if (officers.length === 1 && business.length > 0)
    no(`${roleLabel[officers[0] as Role]}不接触文件标题，不得兼任${business.map((role) => roleLabel[role]).join('、')}。`)
}

/** Refuses to leave the unit without one of the three officers: `leaving` is about to lose the duties in `lost`. */
export const refuseLastOfficer = (read: Read, leaving: number, lost: readonly Role[]): void => {
  for (const duty of THREE_OFFICERS) {
    if (!lost.includes(duty)) continue
    const others = read.get<{ n: number }>(
      "SELECT count(*) AS n FROM person, json_each(person.roles) AS held WHERE held.value = ? AND person.id <> ? AND person.account IN ('initial','active')",
      duty,
      leaving,
    )
    if (!others?.n) refuse('rule.forbids', `这是最后一名${roleLabel[duty]}，不能停用或调离。请先配备并开通接任者的账户。`, { clause: '三员' })
  }
}
