import type { Output } from '../../../contract/index.ts'
import type { people } from '../../../contract/people.ts'
import type { AccountState, Role } from '../../../contract/terms.ts'
import { BUSINESS_ROLES, READING_ROLES } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Desk, Person, Query, Work } from '../door/unit.ts'
import { containing } from '../storage/search.ts'
import { refuseLastOfficer, refuseMixedDuties } from './duties.ts'
import { WRONG_PASSWORDS } from './gate.ts'
import type { Keyring } from './keyring.ts'
import { refuseLastKeeper, refuseOwing } from './leaving.ts'
import { signatureMark } from './marks.ts'
import { refuseSameName } from './names.ts'
import { refuseWeakPassword } from './password-policy.ts'
import { retireKeys } from './renewal.ts'

type PersonRow = Person & { post: string | null; roles: string; account: AccountState; last_sign_in: string | null }

const person = (query: Pick<Query, 'read'>, id: number): PersonRow =>
  query.read.get<PersonRow>('SELECT id, name, department, post, roles, account, last_sign_in FROM person WHERE id = ?', id) ??
  refuse('input.unknownRecord', '查无此人，请从名单中选择。', { field: 'person' })

const rolesOf = (row: PersonRow) => JSON.parse(row.roles) as Role[]

const list =
  (keyring: Keyring): Desk<typeof people>['people.list'] =>
  (query, { text, after = 0, limit }) => {
    const rows = query.read.all<PersonRow>(
      "SELECT id, name, department, post, roles, account, last_sign_in FROM person WHERE id > ? AND (name LIKE ? ESCAPE '\\' OR department LIKE ? ESCAPE '\\') ORDER BY id LIMIT ?",
      after,
      containing(text),
      containing(text),
      limit,
    )
    return {
      rows: rows.map(({ last_sign_in, roles, account, ...row }) => ({
        ...row,
        roles: JSON.parse(roles) as Role[],
        account: account !== 'disabled' && keyring.failures(row.id) >= WRONG_PASSWORDS ? 'locked' : account,
        lastSignIn: last_sign_in,
      })),
      next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null,
    }
  }

const choose: Desk<typeof people>['people.choose'] = (query, { text }) => ({
  rows: query.read
    .all<PersonRow>(
      "SELECT id, name, department, post, roles, account, last_sign_in FROM person WHERE account <> 'disabled' AND (name LIKE ? ESCAPE '\\' OR department LIKE ? ESCAPE '\\') ORDER BY department, id LIMIT 500",
      containing(text),
      containing(text),
    )
    .filter((row) => rolesOf(row).some((role) => BUSINESS_ROLES.some((business) => business === role)))
    .map((row) => ({ id: row.id, name: row.name, department: row.department, roles: rolesOf(row) })),
})

type Change = { person: number; act: string; before: string; after: string; reason: string; set_signature?: number; agree_signature?: number }

type ChangeRow = Omit<Output<'people.changes'>['rows'][number], 'signed'> & Record<'set_signature' | 'agree_signature', number | null>

/** Keeps why somebody's duties or account changed. The log itself holds no sentences. */
const recordChange = (work: Work, change: Change) => {
  work.insert('person_change', { ...change, by_person: work.asking.person.id, at: work.now.toISOString() })
}

/** Roles are changed by two: the 系统管理员 who is there signs with the 安全保密管理员, and not for a change of their own (三员). */
const signRoles = (work: Work, ticket: string, record: { subject: number; before: string; after: string }) => {
  const second = work.signer(ticket)
  const no = (message: string) => refuse('rule.forbids', message, { clause: '三员', field: 'ticket' })
  if (!rolesOf(person(work, second.person.id)).includes('systemAdmin')) no('调整角色须由系统管理员当场会签，请系统管理员输入姓名和口令。')
  if (second.person.id === record.subject) no('不得会签对本人角色的调整，请另一名系统管理员会签。')
  return { set_signature: work.sign(work.me(), 'roles.set', record), agree_signature: work.sign(second, 'roles.agree', record) }
}

/** The changes of one person's duties and account with their reasons, oldest first. */
const changes: Desk<typeof people>['people.changes'] = (query, { person: id }) => ({
  rows: query.read
    .all<ChangeRow>(
      `SELECT person_change.id, act, before, after, reason, person.name AS by, at, set_signature, agree_signature FROM person_change JOIN person ON person.id = by_person
     WHERE person_change.person = ? ORDER BY person_change.id`,
      person(query, id).id,
    )
    .map(({ set_signature, agree_signature, ...row }) => ({
      ...row,
      signed: [set_signature, agree_signature].flatMap((signature) => signatureMark(query.read, signature) ?? []),
    })),
})

/** The procedures of the 人员 desk. `keyring` writes the key file of the open vault. */
export const peopleDesk = (keyring: Keyring): Desk<typeof people> => ({
  'people.list': list(keyring),
  'people.choose': choose,
  'people.changes': changes,

  'people.add': (work, { name, department, post, roles }) => {
    refuseMixedDuties(roles)
    refuseSameName(work.read, name)
    const id = work.insert('person', { name, department, post: post ?? null, roles: JSON.stringify([...new Set(roles)]), account: 'none' })
    work.about(name)
    work.note({ roles: roles.join(' ') })
    return { id }
  },

  'people.setRoles': (work, { person: id, roles, reason, ticket }) => {
    const row = person(work, id)
    work.about(row.name)
    if (id === work.asking.person.id)
      refuse('rule.forbids', '不得调整本人的角色，请由另一名安全保密管理员办理。', { clause: '三员', field: 'person' })
    refuseMixedDuties(roles)
    refuseLastOfficer(
      work.read,
      id,
      rolesOf(row).filter((role) => !roles.includes(role)),
    )
    const before = rolesOf(row)
    if (!READING_ROLES.some((role) => roles.includes(role))) refuseOwing(work.read, row, '调整角色')
    refuseLastKeeper(work.read, { id, name: row.name, roles: before }, roles)
    const after = [...new Set(roles)]
    work.change('person', id, { roles: JSON.stringify(after) })
    const words = { before: before.join(' '), after: after.join(' ') }
    const signatures = signRoles(work, ticket, { subject: id, ...words })
    recordChange(work, { person: id, act: 'people.setRoles', ...words, reason, ...signatures })
    work.note(words)
    return { id }
  },

  'people.openAccount': {
    before: async (query, { person: id, initialPassword }) => {
      const row = person(query, id)
      if (row.account !== 'none' && row.account !== 'disabled')
        refuse('state.forbids', '此人已开户。忘记口令的请用“重置口令”。', { clause: '口令', field: 'person' })
      refuseWeakPassword(query.settings.level, initialPassword, row.name, 'initialPassword')
      return keyring.close(row, initialPassword)
    },
    act: (work, { person: id }, slot: Awaited<ReturnType<Keyring['close']>>) => {
      work.about(person(work, id).name)
      work.change('person', id, { account: 'initial', password_set_at: work.now.toISOString() })
      keyring.put(work, slot)
      return { id }
    },
  },

  'people.resetPassword': {
    before: async (query, { person: id, initialPassword }) => {
      const row = person(query, id)
      if (id === query.asking.person.id) refuse('rule.forbids', '不得重置本人口令，请用“更改口令”。', { clause: '口令', field: 'person' })
      if (row.account === 'none' || row.account === 'disabled')
        refuse('state.forbids', '此人没有可用的账户，请先开户。', { clause: '口令', field: 'person' })
      refuseWeakPassword(query.settings.level, initialPassword, row.name, 'initialPassword')
      return keyring.close(row, initialPassword)
    },
    act: (work, { person: id }, slot: Awaited<ReturnType<Keyring['close']>>) => {
      work.about(person(work, id).name)
      retireKeys(work, id)
      work.change('person', id, { account: 'initial', password_set_at: work.now.toISOString() })
      keyring.put(work, slot)
      return { id }
    },
  },

  'people.disableAccount': (work, { person: id, reason }) => {
    const row = person(work, id)
    work.about(row.name)
    if (id === work.asking.person.id) refuse('rule.forbids', '不得停用本人账户，请由另一名系统管理员办理。', { clause: '三员', field: 'person' })
    if (row.account === 'none' || row.account === 'disabled') refuse('state.forbids', '此人没有可用的账户。', { field: 'person' })
    refuseOwing(work.read, row, '停用账户')
    refuseLastKeeper(work.read, { id, name: row.name, roles: rolesOf(row) }, [])
    refuseLastOfficer(work.read, id, rolesOf(row))
    retireKeys(work, id)
    work.change('person', id, { account: 'disabled' })
    recordChange(work, { person: id, act: 'people.disableAccount', before: row.account, after: 'disabled', reason })
    keyring.remove(work, id)
    return { id }
  },

  'people.unlock': (work, { person: id }) => {
    const row = person(work, id)
    work.about(row.name)
    // Only the other officer can help a locked 安全保密管理员; everybody else is theirs to unlock.
    const officerHelps = work.asking.role === 'systemAdmin'
    if (officerHelps && !rolesOf(row).includes('securityAdmin'))
      refuse('session.role', '解除锁定由安全保密管理员办理；系统管理员只为锁定的安全保密管理员解除。', { clause: '锁定', field: 'person' })
    if (keyring.failures(id) < WRONG_PASSWORDS) refuse('state.forbids', '此账户没有锁定。', { clause: '锁定', field: 'person' })
    work.afterCommit(() => keyring.clearFailures(id))
    return { id }
  },
})
