import type { people } from '../../../contract/people.ts'
import type { AccountState, Role } from '../../../contract/terms.ts'
import { BUSINESS_ROLES } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Desk, Person, Query, Value } from '../door/unit.ts'
import { refuseLastOfficer, refuseMixedDuties } from './duties.ts'
import { WRONG_PASSWORDS } from './gate.ts'
import type { Keyring } from './keyring.ts'
import { refuseWeakPassword } from './password-policy.ts'
import { retireKeys } from './renewal.ts'

type PersonRow = Person & { post: string | null; roles: string; account: AccountState; last_sign_in: string | null }

const person = (query: Pick<Query, 'read'>, id: number): PersonRow =>
  query.read.get<PersonRow>('SELECT id, name, department, post, roles, account, last_sign_in FROM person WHERE id = ?', id) ??
  refuse('input.unknownRecord', '查无此人，请从名单中选择。', { field: 'person' })

const rolesOf = (row: PersonRow) => JSON.parse(row.roles) as Role[]

/** A part of a name or department as a LIKE pattern, its wildcards taken literally. */
const like = (text: string | undefined): Value => (text === undefined ? '%' : `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`)

const list =
  (keyring: Keyring): Desk<typeof people>['people.list'] =>
  (query, { text, after = 0, limit }) => {
    const rows = query.read.all<PersonRow>(
      "SELECT id, name, department, post, roles, account, last_sign_in FROM person WHERE id > ? AND (name LIKE ? ESCAPE '\\' OR department LIKE ? ESCAPE '\\') ORDER BY id LIMIT ?",
      after,
      like(text),
      like(text),
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
      like(text),
      like(text),
    )
    .filter((row) => rolesOf(row).some((role) => BUSINESS_ROLES.some((business) => business === role)))
    .map((row) => ({ id: row.id, name: row.name, department: row.department, roles: rolesOf(row) })),
})

/** The procedures of the 人员 desk. `keyring` writes the key file of the open vault. */
export const peopleDesk = (keyring: Keyring): Desk<typeof people> => ({
  'people.list': list(keyring),
  'people.choose': choose,

  'people.add': (work, { name, department, post, roles }) => {
    refuseMixedDuties(roles)
    if (work.read.get('SELECT 1 FROM person WHERE name = ?', name))
      refuse('input.duplicate', '已有同名人员。同名的请在姓名后加注部门，如“李保（办公室）”。', { field: 'name' })
    const id = work.insert('person', { name, department, post: post ?? null, roles: JSON.stringify([...new Set(roles)]), account: 'none' })
    work.about(name)
    work.note({ roles: roles.join(' ') })
    return { id }
  },

  'people.setRoles': (work, { person: id, roles }) => {
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
    work.change('person', id, { roles: JSON.stringify([...new Set(roles)]) })
    work.note({ before: rolesOf(row).join(' '), after: roles.join(' ') })
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
      work.afterCommit(() => keyring.clearFailures(id))
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
      work.afterCommit(() => keyring.clearFailures(id))
      return { id }
    },
  },

  'people.disableAccount': (work, { person: id }) => {
    const row = person(work, id)
    work.about(row.name)
    if (id === work.asking.person.id) refuse('rule.forbids', '不得停用本人账户。', { clause: '三员', field: 'person' })
    if (row.account === 'none' || row.account === 'disabled') refuse('state.forbids', '此人没有可用的账户。', { field: 'person' })
    const held = work.read.get<{ n: number }>('SELECT count(*) AS n FROM copy WHERE holder = ?', id)?.n ?? 0
    if (held > 0)
      refuse('rule.forbids', `${row.name}尚有${held}件未清退，不能停用账户。请先全部清退并办理移交。`, { clause: 'F1(8)', field: 'person' })
    refuseLastOfficer(work.read, id, rolesOf(row))
    retireKeys(work, id)
    work.change('person', id, { account: 'disabled' })
    keyring.remove(work, id)
    return { id }
  },

  'people.unlock': (work, { person: id }) => {
    const row = person(work, id)
    work.about(row.name)
    if (keyring.failures(id) < WRONG_PASSWORDS) refuse('state.forbids', '此账户没有锁定。', { clause: '锁定', field: 'person' })
    work.afterCommit(() => keyring.clearFailures(id))
    return { id }
  },
})
