import { type CopyState, KEPT_STATES, type Level, type LoanState, type VisitState } from '../../../contract/terms.ts'
import { isInScope, refuseStranger } from '../documents/scope.ts'
import { refuse } from '../door/refuse.ts'
import type { Read, Work } from '../door/unit.ts'
import { nameOf } from '../people/names.ts'

/** A copy that somebody wants to read, with the document it is of. */
export type Wanted = { id: number; number: string; state: CopyState; document: number; documentNumber: string; level: Level }

/** The copy that is named; refused when there is none. */
export const wantedById = (read: Read, id: number, field: string): Wanted =>
  read.get<Wanted>(
    `SELECT copy.id, copy.number, copy.state, copy.document, document.number AS documentNumber, document.level
     FROM copy JOIN document ON document.id = copy.document WHERE copy.id = ?`,
    id,
  ) ?? refuse('input.unknownRecord', '没有这一份，请从列表中选择。', { field })

export type LoanRecord = {
  id: number
  number: string
  copy: number
  borrower: number
  name: string
  entered_by: number
  reason: string
  place: string
  asked_until: string
  state: LoanState
  due: string | null
}

/** One loan; refused when there is none. */
export const loanById = (read: Read, id: number): LoanRecord =>
  read.get<LoanRecord>(
    `SELECT loan.id, number, copy, borrower, person.name, entered_by, reason, place, asked_until, state, due
     FROM loan JOIN person ON person.id = borrower WHERE loan.id = ?`,
    id,
  ) ?? refuse('input.unknownRecord', '没有这件借用，请从列表中选择。', { field: 'loan' })

export type VisitRecord = { id: number; number: string; person: number; state: VisitState }

/** One visit; refused when there is none. */
export const visitById = (read: Read, id: number): VisitRecord =>
  read.get<VisitRecord>('SELECT id, number, person, state FROM visit WHERE id = ?', id) ??
  refuse('input.unknownRecord', '没有这次查阅，请从登记中选择。', { field: 'visit' })

/** What every signature of a loan is over. No title. */
export const loanFacts = (loan: LoanRecord, copy: Wanted) => ({
  loan: loan.number,
  copy: copy.number,
  borrower: loan.borrower,
  place: loan.place,
  until: loan.asked_until,
})

/** Only within the 知悉范围, and only somebody in the unit (F1(4)a, 保密法21). */
export const refuseOutsider = (read: Read, wanted: Wanted, person: number, field: string): void => {
  refuseStranger(read, person, field)
  if (!isInScope(read, wanted.document, person))
    refuse('rule.forbids', `${nameOf(read, person)}不在${wanted.documentNumber}的知悉范围内。需要其阅知的，请先申请扩大知悉范围。`, {
      clause: 'F1(4)a',
      field,
    })
}

/** Only the listed places; 绝密 only those listed for it (F1(4)d, domain 3.2). */
export const refuseBadPlace = ({ settings }: Work, copies: readonly Wanted[], place: string, places: readonly string[], field: string): void => {
  const topSecret = copies.some(({ level }) => level === 'topSecret')
  const allowed = topSecret ? settings.topSecretPlaces : places
  if (!allowed.includes(place))
    refuse('rule.forbids', `${topSecret ? '绝密件' : ''}只能在指定地点阅读：${allowed.join('、')}。涉密文件不得携带回家或进入公共场所。`, {
      clause: 'F1(4)d',
      field,
    })
}

/** A loan of this person that is past its day, if there is one: nobody borrows more before it is back (F1(7)b). */
export const refuseWhileOverdue = (work: Work, borrower: number, field: string): void => {
  const late = work.read.get<{ number: string; due: string }>(
    "SELECT number, due FROM loan WHERE borrower = ? AND state = 'lent' AND due < ? ORDER BY due LIMIT 1",
    borrower,
    work.wall.slice(0, 10),
  )
  if (late)
    refuse('rule.forbids', `${nameOf(work.read, borrower)}的${late.number}已逾期未还（应还${late.due}），归还后才能再借。`, {
      clause: 'F1(7)b',
      field,
    })
}

/** Whether a copy lies where it may be lent and consulted from: in the box, or in the archive (F1(7)a). */
export const isHere = (state: CopyState): boolean => KEPT_STATES.some((kept) => kept === state)

/** Refuses a copy that is neither in the box nor in the archive, or is listed in a folder that is to go out. */
export const refuseNotHere = (read: Read, { id, number, state }: Wanted, stateLabel: string, field: string): void => {
  if (!isHere(state)) refuse('state.forbids', `${number}现为“${stateLabel}”，不在箱，不能借出。`, { clause: 'F1(7)b', field })
  const sheet = read.get<{ number: string }>(
    "SELECT sheet.number FROM sheet_copy JOIN sheet ON sheet.id = sheet_copy.sheet WHERE sheet_copy.copy = ? AND sheet.state NOT IN ('finished','cancelled') LIMIT 1",
    id,
  )
  if (sheet) refuse('state.conflict', `${number}已列入${sheet.number}，传阅办结后才能借出。`, { clause: 'F1(2)b', field })
}
