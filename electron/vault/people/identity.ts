import type { Role } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Read } from '../door/unit.ts'

/** The one pair of duties that one person may hold, on two accounts: a small unit has few people (domain 6 (6)). */
const PAIR: readonly Role[] = ['systemAdmin', 'securityAdmin']

const isPair = (one: readonly Role[], other: readonly Role[]): boolean =>
  one.length === 1 && other.length === 1 && PAIR.every((role) => one.includes(role) || other.includes(role))

/**
 * Refuses duties in `roles` to somebody whose 人员编号 is entered already, but for the one pair. `except` is the record that gets the duties.
 * Also a closed account counts: it can be opened again. So one person has one account, in whatever order the duties came (三员).
 */
export const refuseSecondAccount = (read: Read, identity: string, roles: readonly Role[], field: 'identity' | 'roles', except = 0): void => {
  const others = read
    .all<{ name: string; roles: string }>('SELECT name, roles FROM person WHERE identity = ? AND id <> ?', identity, except)
    .map((row) => ({ name: row.name, roles: JSON.parse(row.roles) as Role[] }))
  const [other] = others
  if (!other || (others.length === 1 && isPair(roles, other.roles))) return
  const both = [...roles, ...others.flatMap((each) => each.roles)]
  if (both.includes('auditor') && PAIR.some((role) => both.includes(role)))
    refuse('rule.forbids', `与${other.name}是同一个人员编号：安全审计员不得兼任系统管理员或安全保密管理员，另开账户也不行。`, {
      clause: '三员',
      field,
    })
  refuse(
    'input.duplicate',
    `${other.name}已用这个人员编号，一人只用一个账户。请找到本人的记录，调整角色或重新开户；只有系统管理员和安全保密管理员可由一人用两个账户分任。`,
    { clause: '三员', field },
  )
}

/** Whether two accounts are one person's: nobody asks with one and agrees with the other (domain 4, 三员). */
export const isSamePerson = (read: Read, one: number, other: number): boolean =>
  one === other ||
  read.get('SELECT 1 FROM person AS one JOIN person AS other ON other.identity = one.identity WHERE one.id = ? AND other.id = ?', one, other) !==
    undefined
