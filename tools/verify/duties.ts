import type Database from 'better-sqlite3'
import type { Findings } from './report.ts'
import type { Orders } from './rows.ts'
import type { Held } from './signatures.ts'

type Change = { id: number; person: number; act: string; before: string; after: string; set_signature: number | null; agree_signature: number | null }
type Step = { id: number; entry: number; before: string; after: string }

/** What somebody was, by the record, just before an entry was written. */
export type Duties = { rolesBefore(person: number, entry: number): readonly string[]; identityBefore(person: number, entry: number): string }

/** The changes that two officers sign for, and the column that they change. */
const histories = { 'people.setRoles': 'roles', 'people.correctIdentity': 'identity' } as const
type Act = keyof typeof histories

const changesIn = (database: Database.Database) =>
  database
    .prepare("SELECT * FROM person_change WHERE act IN ('people.setRoles','people.correctIdentity') ORDER BY id")
    .iterate() as IterableIterator<Change>

const rolesIn = (text: string) => (JSON.parse(text) as string[]).join(' ')

/** Follows duties and numbers through the record: each change begins where the one before ended, and the last is how it is now. */
export const followDuties = (database: Database.Database, orders: Orders, findings: Findings): Duties => {
  const now = new Map<number, Record<Act, string>>()
  for (const row of database.prepare('SELECT id, roles, identity FROM person').all() as { id: number; roles: string; identity: string }[])
    now.set(row.id, { 'people.setRoles': rolesIn(row.roles), 'people.correctIdentity': row.identity })
  const steps = new Map<string, Step[]>()
  for (const { id, person, act, before, after } of changesIn(database)) {
    const known = steps.get(`${act} ${person}`) ?? []
    if (known.length > 0 && known.at(-1)?.after !== before) findings.breaks('人员', `person_change ${id}`, '变动前与上一次变动后的不相接')
    known.push({ id, entry: orders.person_change.get(id)?.made ?? 0, before, after })
    steps.set(`${act} ${person}`, known)
  }
  for (const [name, known] of steps) {
    const [act, person] = name.split(' ') as [Act, string]
    const last = known.at(-1) as Step
    if (now.get(Number(person))?.[act] !== last.after) findings.breaks('人员', `person ${person}`, `与最后一次变动 person_change ${last.id} 后的不同`)
  }
  const before = (act: Act, person: number, entry: number): string => {
    const known = steps.get(`${act} ${person}`) ?? []
    return known.findLast((step) => step.entry < entry)?.after ?? known[0]?.before ?? now.get(person)?.[act] ?? ''
  }
  return {
    rolesBefore: (person, entry) => before('people.setRoles', person, entry).split(' '),
    identityBefore: (person, entry) => before('people.correctIdentity', person, entry),
  }
}

const signers = [
  { column: 'set_signature', said: '经办人', role: 'securityAdmin', roleSaid: '安全保密管理员' },
  { column: 'agree_signature', said: '会签人', role: 'systemAdmin', roleSaid: '系统管理员' },
] as const

/** Whoever signed for a change of duties or of a number was, when it was made, the officer whose it is to sign, and never whom it was about, on whichever account (三员). */
export const checkDuties = (
  database: Database.Database,
  duties: Duties,
  held: ReadonlyMap<number, Held>,
  orders: Orders,
  findings: Findings,
): void => {
  for (const change of changesIn(database)) {
    const entry = orders.person_change.get(change.id)?.made ?? 0
    const subject = duties.identityBefore(change.person, entry)
    const breaks = (why: string) => findings.breaks('人员', `person_change ${change.id}`, why)
    const who = signers.map(({ column, said, role, roleSaid }) => {
      const person = held.get(change[column] ?? 0)?.person
      if (person === undefined) return null
      const identity = duties.identityBefore(person, entry)
      if (!duties.rolesBefore(person, entry).includes(role)) breaks(`${said}当时不是${roleSaid}（三员）`)
      if (person === change.person || identity === subject) breaks(`${said}是变动的本人（三员）`)
      return identity
    })
    if (who[0] !== null && who[0] === who[1]) breaks('经办人与会签人是同一人（三员）')
  }
}

/** Whoever signed for new recovery sheets was, when they were made, a 系统管理员, and another person who was 安全保密管理员 or 安全审计员 (三员). */
export const checkSheets = (
  database: Database.Database,
  duties: Duties,
  held: ReadonlyMap<number, Held>,
  orders: Orders,
  findings: Findings,
): void => {
  const sets = database.prepare('SELECT id, set_signature, agree_signature FROM recovery_set WHERE set_signature IS NOT NULL ORDER BY id')
  for (const { id, set_signature: set, agree_signature: agree } of sets.iterate() as IterableIterator<
    Pick<Change, 'id' | 'set_signature' | 'agree_signature'>
  >) {
    const entry = orders.signature.get(set ?? 0)?.made ?? 0
    const [by, agreed] = [held.get(set ?? 0)?.person, held.get(agree ?? 0)?.person]
    const breaks = (why: string) => findings.breaks('密钥恢复单', `recovery_set ${id}`, why)
    if (by === undefined || agreed === undefined) continue
    if (!duties.rolesBefore(by, entry).includes('systemAdmin')) breaks('经办人当时不是系统管理员（三员）')
    if (!['securityAdmin', 'auditor'].some((role) => duties.rolesBefore(agreed, entry).includes(role)))
      breaks('会签人当时不是安全保密管理员或安全审计员（三员）')
    if (duties.identityBefore(by, entry) === duties.identityBefore(agreed, entry)) breaks('经办人与会签人是同一人（三员）')
  }
}

/** Whoever signed for a restore was, when it was made, 系统管理员 and 安全审计员 (实施条例34). */
export const checkRestorers = (database: Database.Database, duties: Duties, orders: Orders, findings: Findings): void => {
  const restores = database.prepare('SELECT * FROM restoration ORDER BY id').iterate() as IterableIterator<Record<string, number>>
  for (const { id, by_person: by, agreed_by: agreed, set_signature: set } of restores) {
    const entry = orders.signature.get(set as number)?.made ?? 0
    if (!duties.rolesBefore(by as number, entry).includes('systemAdmin')) findings.breaks('恢复', `restoration ${id}`, '经办人当时不是系统管理员')
    if (!duties.rolesBefore(agreed as number, entry).includes('auditor')) findings.breaks('恢复', `restoration ${id}`, '会签人当时不是安全审计员')
  }
}
