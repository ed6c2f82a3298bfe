import type { people } from '../../../contract/people.ts'
import { BUSINESS_ROLES, type Role } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Desk } from '../door/unit.ts'
import { containing } from '../storage/search.ts'
import {
  changesOf,
  checkIdentity,
  checkRoles,
  correctIdentity,
  PERSON_COLUMNS,
  type PersonRow,
  personRow,
  recordChange,
  rolesOf,
  setRoles,
} from './changes.ts'
import { refuseLastOfficer, refuseMixedDuties } from './duties.ts'
import { WRONG_PASSWORDS } from './gate.ts'
import { isSamePerson, refuseSecondAccount } from './identity.ts'
import type { Keyring } from './keyring.ts'
import { refuseLastKeeper, refuseOwing } from './leaving.ts'
import { refuseSameName } from './names.ts'
import { refuseWeakPassword } from './password-policy.ts'
import { retireKeys } from './renewal.ts'
import { nextOf } from '../storage/paging.ts'

const list =
  (keyring: Keyring): Desk<typeof people>['people.list'] =>
  (query, { text, after = 0, limit }) => {
    const rows = query.read.all<PersonRow>(
      `SELECT ${PERSON_COLUMNS} FROM person WHERE id > ? AND (name LIKE ? ESCAPE '\\' OR department LIKE ? ESCAPE '\\') ORDER BY id LIMIT ?`,
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
      next: nextOf(rows, limit),
    }
  }

const choose: Desk<typeof people>['people.choose'] = (query, { text }) => ({
  rows: query.read
    .all<PersonRow>(
      `SELECT ${PERSON_COLUMNS} FROM person WHERE account <> 'disabled' AND (name LIKE ? ESCAPE '\\' OR department LIKE ? ESCAPE '\\') ORDER BY department, id LIMIT 500`,
      containing(text),
      containing(text),
    )
    .filter((row) => rolesOf(row).some((role) => BUSINESS_ROLES.some((business) => business === role)))
    .map((row) => ({ id: row.id, name: row.name, department: row.department, roles: rolesOf(row) })),
})

/** The procedures of the 人员 desk. `keyring` writes the key file of the open vault. */
export const peopleDesk = (keyring: Keyring): Desk<typeof people> => ({
  'people.list': list(keyring),
  'people.choose': choose,
  'people.changes': changesOf,

  'people.add': (work, { name, identity, department, post, roles }) => {
    refuseMixedDuties(roles)
    refuseSameName(work.read, name)
    refuseSecondAccount(work.read, identity, roles, 'identity')
    const held = JSON.stringify([...new Set(roles)])
    const id = work.insert('person', { name, identity, department, post: post ?? null, roles: held, account: 'none' })
    work.about(name)
    work.note({ roles: roles.join(' ') })
    return { id }
  },

  'people.checkRoles': checkRoles,
  'people.setRoles': setRoles,
  'people.checkIdentity': checkIdentity,
  'people.correctIdentity': correctIdentity,

  'people.openAccount': {
    before: async (query, { person: id, initialPassword }) => {
      const row = personRow(query, id)
      if (row.account !== 'none' && row.account !== 'disabled')
        refuse('state.forbids', '此人已开户。忘记口令的请用“重置口令”。', { clause: '口令', field: 'person' })
      refuseWeakPassword(query.settings.level, initialPassword, row.name, 'initialPassword')
      return keyring.close(row, initialPassword)
    },
    act: (work, { person: id }, slot: Awaited<ReturnType<Keyring['close']>>) => {
      work.about(personRow(work, id).name)
      work.change('person', id, { account: 'initial', password_set_at: work.now.toISOString() })
      keyring.put(work, slot)
      return { id }
    },
  },

  'people.resetPassword': {
    before: async (query, { person: id, initialPassword }) => {
      const row = personRow(query, id)
      if (isSamePerson(query.read, id, query.asking.person.id))
        refuse('rule.forbids', '不得重置本人口令，请用“更改口令”。', { clause: '口令', field: 'person' })
      if (row.account === 'none' || row.account === 'disabled')
        refuse('state.forbids', '此人没有可用的账户，请先开户。', { clause: '口令', field: 'person' })
      refuseWeakPassword(query.settings.level, initialPassword, row.name, 'initialPassword')
      return keyring.close(row, initialPassword)
    },
    act: (work, { person: id }, slot: Awaited<ReturnType<Keyring['close']>>) => {
      work.about(personRow(work, id).name)
      retireKeys(work, id)
      work.change('person', id, { account: 'initial', password_set_at: work.now.toISOString() })
      keyring.put(work, slot)
      return { id }
    },
  },

  'people.disableAccount': (work, { person: id, reason }) => {
    const row = personRow(work, id)
    work.about(row.name)
    if (isSamePerson(work.read, id, work.asking.person.id))
      refuse('rule.forbids', '不得停用本人账户，请由另一名系统管理员办理。', { clause: '三员', field: 'person' })
    if (row.account === 'none' || row.account === 'disabled') refuse('state.forbids', '此人没有可用的账户。', { field: 'person' })
    refuseOwing(work, row, '停用账户')
    refuseLastKeeper(work.read, { id, name: row.name, roles: rolesOf(row) }, [])
    refuseLastOfficer(work.read, id, rolesOf(row))
    retireKeys(work, id)
    work.change('person', id, { account: 'disabled' })
    recordChange(work, { person: id, act: 'people.disableAccount', before: row.account, after: 'disabled', reason })
    keyring.remove(work, id)
    return { id }
  },

  'people.unlock': (work, { person: id }) => {
    const row = personRow(work, id)
    work.about(row.name)
    // Only the other officer can help a locked 安全保密管理员; everybody else is theirs to unlock.
    const officerHelps = work.asking.role === 'systemAdmin'
    if (officerHelps && !rolesOf(row).includes('securityAdmin'))
      refuse('session.role', '解除锁定由安全保密管理员办理；系统管理员只为锁定的安全保密管理员解除。', { clause: '锁定', field: 'person' })
    if (isSamePerson(work.read, id, work.asking.person.id))
      refuse('rule.forbids', '不得为本人解除锁定，请由另一人办理。', { clause: '锁定', field: 'person' })
    if (keyring.failures(id) < WRONG_PASSWORDS) refuse('state.forbids', '此账户没有锁定。', { clause: '锁定', field: 'person' })
    work.afterCommit(() => keyring.clearFailures(id))
    return { id }
  },
})
