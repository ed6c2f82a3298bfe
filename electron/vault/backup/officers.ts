import type { Parsed } from '../../../contract/index.ts'
import { type Role, roleLabel } from '../../../contract/terms.ts'
import { Refused, refuse } from '../door/refuse.ts'
import type { Person, Read } from '../door/unit.ts'
import type { Gate } from '../people/gate.ts'
import { checkPassword } from '../people/sign-in.ts'
import { eraseKeys, type OpenedSlot } from '../people/slots.ts'
import { type KeyFile, refuseIfForged, type Slot } from '../storage/key-file.ts'

/** Which two restore a backup together: neither can do it alone (三员). */
export const BOTH = ['systemAdmin', 'auditor'] as const satisfies readonly Role[]
type Officer = { role: (typeof BOTH)[number]; slot: Slot; opened: OpenedSlot }
export type Officers = readonly Officer[]

export const eraseOfficers = (officers: Officers): void => {
  for (const { opened } of officers) eraseKeys(opened)
}

/** A refusal about one of the two names the box that it is about. Nobody unlocks an account here: the vault may not open at all. */
const inField =
  (role: Officer['role'], name: string) =>
  (error: unknown): never => {
    if (error instanceof Refused && error.refusal.code === 'session.accountLocked')
      refuse(
        'session.accountLocked',
        `${name}的口令已连续错满次数，不能在这里办理。请由备份当时的另一位${roleLabel[role]}办理；没有的，在空的数据文件夹中恢复这份备份。`,
        { clause: '锁定', field: `${role}.name` },
      )
    if (error instanceof Refused && error.refusal.field) throw new Refused({ ...error.refusal, field: `${role}.${error.refusal.field}` })
    throw error
  }

/** Opens the slots of two different people of the backup by their passwords of its time. Wrong ones count as at a sign-in. Whoever asked erases the keys. */
export const openOfficers = async (file: KeyFile, gate: Gate, input: Parsed<'setup.restore'>): Promise<Officers> => {
  if (input.systemAdmin.name === input.auditor.name)
    refuse('rule.forbids', '系统管理员和安全审计员须是两个人，各用本人口令。', { clause: '三员', field: 'auditor.name' })
  const officers: Officer[] = []
  try {
    for (const role of BOTH) {
      const { name, password } = input[role]
      const { slot, opened } = await checkPassword(file, gate, name, password, `${roleLabel[role]}的姓名或口令与备份当时的不符`).catch(
        inField(role, name),
      )
      officers.push({ role, slot, opened })
      refuseIfForged(file, opened.dataKey)
    }
    return officers
  } catch (error) {
    eraseOfficers(officers)
    throw error
  }
}

type Row = Person & { roles: string; account: string }

/** The person of a slot in the opened backup; refused where they had no such duty then. */
const personIn = (read: Read, { role, slot }: Officer): Person & { keyId: number } => {
  const row = read.get<Row>('SELECT id, name, department, roles, account FROM person WHERE id = ?', slot.person)
  if (!row || !(JSON.parse(row.roles) as Role[]).includes(role) || row.account === 'disabled' || row.account === 'none')
    return refuse('rule.forbids', `${slot.name}在备份当时不是${roleLabel[role]}，或账户已停用。请由备份当时的${roleLabel[role]}办理。`, {
      clause: '实施条例34',
      field: `${role}.name`,
    })
  const key = slot.publicKey
    ? read.get<{ id: number }>('SELECT id FROM person_key WHERE public_key = ? AND person = ? AND retired IS NULL', slot.publicKey, row.id)
    : undefined
  if (!key)
    return refuse('rule.forbids', `${slot.name}在备份当时还是初始口令，不能签字恢复。请换一份备份。`, { clause: '口令', field: `${role}.name` })
  return { id: row.id, name: row.name, department: row.department, keyId: key.id }
}

/** Both in their duties, as the backup has them. */
export const dutiesOf = (read: Read, officers: Officers) => officers.map((officer) => ({ ...officer, person: personIn(read, officer) }))
export type OnDuty = ReturnType<typeof dutiesOf>
