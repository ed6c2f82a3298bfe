import type { Output, Parsed } from '../../../contract/index.ts'
import type { AccountState, Role, SignaturePurpose } from '../../../contract/terms.ts'
import { READING_ROLES } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Person, Query, Work } from '../door/unit.ts'
import { refuseLastOfficer, refuseMixedDuties } from './duties.ts'
import { isSamePerson, refuseSecondAccount } from './identity.ts'
import { refuseHandling, refuseLastKeeper, refuseOwing } from './leaving.ts'
import { signatureMark } from './marks.ts'

/** A person as the register of people has them; `roles` is a JSON array of role codes. */
export type PersonRow = Person & { identity: string; post: string | null; roles: string; account: AccountState; last_sign_in: string | null }

export const PERSON_COLUMNS = 'id, name, identity, department, post, roles, account, last_sign_in'

/** One person; refused when there is no such record. */
export const personRow = (query: Pick<Query, 'read'>, id: number, field = 'person'): PersonRow =>
  query.read.get<PersonRow>(`SELECT ${PERSON_COLUMNS} FROM person WHERE id = ?`, id) ??
  refuse('input.unknownRecord', '查无此人，请从名单中选择。', { field })

export const rolesOf = (row: Pick<PersonRow, 'roles'>) => JSON.parse(row.roles) as Role[]

type Words = { before: string; after: string }
type Change = Words & { person: number; act: string; reason: string; set_signature?: number; agree_signature?: number }

/** Keeps why somebody's duties, number or account changed. The log itself holds no sentences. */
export const recordChange = (work: Work, change: Change): void => {
  work.insert('person_change', { ...change, by_person: work.asking.person.id, at: work.now.toISOString() })
}

/** What two officers sign under when they change it, and how it is said. */
const byTwo = {
  roles: { set: 'roles.set', agree: 'roles.agree', said: '调整角色', own: '不得调整本人的角色' },
  identity: { set: 'identity.set', agree: 'identity.agree', said: '更正人员编号', own: '不得更正本人的人员编号' },
} as const satisfies Record<string, { set: SignaturePurpose; agree: SignaturePurpose; said: string; own: string }>

/** Refuses a change of one's own record, on whichever account (三员). */
const refuseOwn = (work: Query, person: number, what: keyof typeof byTwo) => {
  if (!isSamePerson(work.read, person, work.asking.person.id)) return
  refuse('rule.forbids', `${byTwo[what].own}，请由另一名安全保密管理员办理。`, { clause: '三员', field: 'person' })
}

/** Two sign for the change: the 安全保密管理员 who asks, and the 系统管理员 who is there; neither for themselves, and not one person with two accounts (三员). */
const signByTwo = (work: Work, what: keyof typeof byTwo, ticket: string, record: Words & { subject: number }) => {
  const second = work.signer(ticket)
  const { set, agree, said } = byTwo[what]
  const no = (message: string) => refuse('rule.forbids', message, { clause: '三员', field: 'ticket' })
  if (!rolesOf(personRow(work, second.person.id)).includes('systemAdmin')) no(`${said}须由系统管理员当场会签，请系统管理员输入姓名和口令。`)
  if (isSamePerson(work.read, second.person.id, work.asking.person.id)) no('会签人与经办人的人员编号相同，是同一人。请另一名系统管理员会签。')
  if (isSamePerson(work.read, second.person.id, record.subject)) no(`不得会签本人的${said}，请另一名系统管理员会签。`)
  return { set_signature: work.sign(work.me(), set, record), agree_signature: work.sign(second, agree, record) }
}

/** Refuses duties that somebody may not be given, or old ones that they may not lose yet. */
const refuseRoles = (query: Query, row: PersonRow, roles: readonly Role[]) => {
  const { id, name } = row
  const before = rolesOf(row)
  refuseOwn(query, id, 'roles')
  refuseMixedDuties(roles)
  refuseSecondAccount(query.read, row.identity, roles, 'roles', id)
  refuseLastOfficer(
    query.read,
    id,
    before.filter((role) => !roles.includes(role)),
  )
  if (!READING_ROLES.some((role) => roles.includes(role))) refuseOwing(query, row, '调整角色', roles)
  if (before.includes('section') && !roles.includes('section')) refuseHandling(query.read, row)
  refuseLastKeeper(query.read, { id, name, roles: before }, roles)
}

/** Whether somebody may be given these duties, before a second officer types their password for it. */
export const checkRoles = (query: Query, { person, roles }: Parsed<'people.checkRoles'>): Output<'people.checkRoles'> => {
  refuseRoles(query, personRow(query, person), roles)
  return {}
}

/** 调整角色: a person's duties, within what one person may hold; nobody loses what they still owe, nor the unit its last officer. */
export const setRoles = (work: Work, { person: id, roles, reason, ticket }: Parsed<'people.setRoles'>): Output<'people.setRoles'> => {
  const row = personRow(work, id)
  work.about(row.name)
  refuseRoles(work, row, roles)
  const after = [...new Set(roles)]
  work.change('person', id, { roles: JSON.stringify(after) })
  const words = { before: rolesOf(row).join(' '), after: after.join(' ') }
  const signatures = signByTwo(work, 'roles', ticket, { subject: id, ...words })
  recordChange(work, { person: id, act: 'people.setRoles', ...words, reason, ...signatures })
  work.note(words)
  return { id }
}

/** Refuses a number that somebody may not have: the one they have, another person's, or anything for one's own record. */
const refuseIdentity = (query: Query, row: PersonRow, identity: string) => {
  refuseOwn(query, row.id, 'identity')
  if (identity === row.identity) refuse('input.duplicate', '与现在的人员编号相同，没有需要更正的。', { clause: '三员', field: 'identity' })
  refuseSecondAccount(query.read, identity, rolesOf(row), 'identity', row.id)
}

/** Whether somebody may have this number, before a second officer types their password for it. */
export const checkIdentity = (query: Query, { person, identity }: Parsed<'people.checkIdentity'>): Output<'people.checkIdentity'> => {
  refuseIdentity(query, personRow(query, person), identity)
  return {}
}

/** 更正人员编号: a number that was mistyped. The log says that it was changed, and neither number. */
export const correctIdentity = (
  work: Work,
  { person: id, identity, reason, ticket }: Parsed<'people.correctIdentity'>,
): Output<'people.correctIdentity'> => {
  const row = personRow(work, id)
  work.about(row.name)
  refuseIdentity(work, row, identity)
  const words = { before: row.identity, after: identity }
  const signatures = signByTwo(work, 'identity', ticket, { subject: id, ...words })
  work.change('person', id, { identity })
  recordChange(work, { person: id, act: 'people.correctIdentity', ...words, reason, ...signatures })
  return { id }
}

type ChangeRow = Omit<Output<'people.changes'>['rows'][number], 'signed'> & Record<'set_signature' | 'agree_signature', number | null>

/** The changes of one person's duties, number and account with their reasons, oldest first. */
export const changesOf = (query: Query, { person }: Parsed<'people.changes'>): Output<'people.changes'> => ({
  rows: query.read
    .all<ChangeRow>(
      `SELECT person_change.id, act, before, after, reason, person.name AS by, at, set_signature, agree_signature FROM person_change JOIN person ON person.id = by_person
     WHERE person_change.person = ? ORDER BY person_change.id`,
      personRow(query, person).id,
    )
    .map(({ set_signature, agree_signature, ...row }) => ({
      ...row,
      signed: [set_signature, agree_signature].flatMap((signature) => signatureMark(query.read, signature) ?? []),
    })),
})
