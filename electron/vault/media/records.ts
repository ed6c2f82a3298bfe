import {
  BUSINESS_ROLES,
  type Level,
  MOVABLE_KINDS,
  type MediumKind,
  type MediumState,
  type MediumUseState,
  mediumKindLabel,
  mediumStateLabel,
  type Role,
} from '../../../contract/terms.ts'
import { plain } from '../documents/numbers.ts'
import { daysBetween } from '../door/clock.ts'
import { refuse } from '../door/refuse.ts'
import type { Read, Work } from '../door/unit.ts'
import { nameOf } from '../people/names.ts'
import { digestOfWords } from '../storage/bytes.ts'

export type MediumRecord = {
  id: number
  number: string
  own_number: string
  kind: MediumKind
  level: Level
  state: MediumState
  holder: number | null
  current: number
}

/** One carrier or device; refused when there is none. */
export const mediumById = (read: Read, id: number): MediumRecord =>
  read.get<MediumRecord>('SELECT id, number, own_number, kind, level, state, holder, current FROM medium WHERE id = ?', id) ??
  refuse('input.unknownRecord', '没有这件载体设备，请从台账中选择。', { field: 'medium' })

/** What the ledger says of a carrier from one version on. */
export type Particulars = { version: number; keeper: number; department: string; place: string; remarks: string | null; reason: string | null }

export const particularsById = (read: Read, id: number): Particulars =>
  read.get<Particulars>('SELECT version, keeper, department, place, remarks, reason FROM medium_particulars WHERE id = ?', id) as Particulars

export type UseRecord = {
  id: number
  number: string
  medium: number
  person: number
  outside: 0 | 1
  place: string
  purpose: string
  until: string
  entered_by: number
  state: MediumUseState
}
const USE = 'SELECT id, number, medium, person, outside, place, purpose, until, entered_by, state FROM medium_use'

/** One 领用; refused when there is none. */
export const takenUnder = (read: Read, id: number, field: string): UseRecord =>
  read.get<UseRecord>(`${USE} WHERE id = ?`, id) ?? refuse('input.unknownRecord', '没有这件领用申请，请从列表中选择。', { field })

/** The 领用 under which a carrier is in somebody's hands now. */
export const openUse = (read: Read, medium: number): UseRecord | undefined => read.get<UseRecord>(`${USE} WHERE medium = ? AND state = 'out'`, medium)

/** Words stand in a signed record as their digest alone: what somebody writes may name what lies on the carrier. */
export const sealed = (words: string | null | undefined): string | null => (words === null || words === undefined ? null : digestOfWords(words))

/** What every signature of a 领用 is over. */
export const factsOfUse = (use: Omit<UseRecord, 'id' | 'medium' | 'state' | 'entered_by'>, medium: MediumRecord) => ({
  use: use.number,
  medium: medium.number,
  holder: use.person,
  outside: use.outside === 1,
  place: use.place,
  what: sealed(use.purpose),
  until: use.until,
})

/** Its own number as it is compared: ordinary width, no spaces, capitals. */
export const plainOwn = (typed: string): string => plain(typed).toUpperCase()

/** 责任人, holders and who stands beside a repair are people of the unit with a place in its business. */
export const refuseNotOnDuty = (read: Read, id: number, field: string): void => {
  const row = read.get<{ roles: string; account: string }>('SELECT roles, account FROM person WHERE id = ?', id)
  const roles = row ? (JSON.parse(row.roles) as Role[]) : []
  if (!row || row.account === 'disabled' || !BUSINESS_ROLES.some((role) => roles.includes(role)))
    refuse('input.unknownRecord', '责任人、领用人和旁站人应从在岗的业务人员中选择。', { clause: 'F2(2)', field })
}

/** A device that stands in its place is nobody's to carry. */
export const refuseFixed = ({ kind, number }: MediumRecord): void => {
  if (!(MOVABLE_KINDS as readonly MediumKind[]).includes(kind))
    refuse('rule.forbids', `${number}是${mediumKindLabel[kind]}，固定使用，不办领用。换人使用的，请变更责任人。`, {
      clause: 'F2(2)',
      field: 'medium',
    })
}

/** One place at any minute. */
export const refuseNotInStore = (read: Read, { number, state, holder }: MediumRecord, act: string): void => {
  if (state === 'inStore') return
  const where = holder === null ? '' : `，在${nameOf(read, holder)}处`
  refuse('state.forbids', `${number}现为“${mediumStateLabel[state]}”${where}，不在库，不能${act}。`, { clause: 'F2(2)', field: 'medium' })
}

/** 规定时间内: not before today, not longer than a loan may last. */
export const refuseBadDay = (work: Work, until: string, field: string): void => {
  const today = work.wall.slice(0, 10)
  if (until < today) refuse('input.range', '归还日期不得早于今天。', { clause: 'F2(2)', field })
  if (daysBetween(today, until) > work.settings.loanDays)
    refuse('rule.forbids', `领用不超过${work.settings.loanDays}天。到期仍需使用的，归还后重新领用。`, { clause: 'F2(2)', field })
}

/** Nobody takes another carrier before the one that is overdue is back. */
export const refuseWhileOverdue = (work: Work, person: number, field: string): void => {
  const late = work.read.get<{ number: string; until: string }>(
    `SELECT medium.number, until FROM medium_use JOIN medium ON medium.id = medium WHERE person = ? AND medium_use.state = 'out' AND until < ?
     ORDER BY until LIMIT 1`,
    person,
    work.wall.slice(0, 10),
  )
  if (late)
    refuse('rule.forbids', `${nameOf(work.read, person)}领用的${late.number}已逾期未还（应还${late.until}），归还后才能再领用。`, {
      clause: 'F2(2)',
      field,
    })
}
