import type { Output, Parsed } from '../../../contract/index.ts'
import { documentById } from '../documents/document.ts'
import { isInScope, refuseBeyondSources, refuseStrangers } from '../documents/scope.ts'
import { APPROVING_ROLES, type Role, type WideningState } from '../../../contract/terms.ts'
import { instantOf } from '../door/clock.ts'
import { refuse } from '../door/refuse.ts'
import type { Read, Work } from '../door/unit.ts'
import { isSamePerson } from '../people/identity.ts'
import { wideningLifecycle } from './lifecycle.ts'
import { listEntry, refuseBadMinute, refuseNoPaper, signEntry } from '../people/paper-signing.ts'

/** Asks to widen the 知悉范围 to named persons (F1(4)c, 保密法21). */
export const requestWidening = (work: Work, input: Parsed<'circulation.requestWidening'>): Output<'circulation.requestWidening'> => {
  const document = documentById(work.read, input.document)
  work.about(document.number)
  if (!work.asking.roles.includes('officer') && !isInScope(work.read, document.id, work.asking.person.id))
    refuse('session.role', '本人不在该文件的知悉范围内，不能为他人申请。请由保密员申请。', { clause: 'F1(4)c', field: 'document' })
  const persons = [...new Set(input.persons)]
  refuseStrangers(work.read, persons, 'persons')
  for (const person of persons)
    if (isInScope(work.read, document.id, person))
      refuse('input.duplicate', '所列人员中有已在知悉范围内的，不必再申请。', { clause: 'F1(4)c', field: 'persons' })
  refuseBeyondSources(work.read, document.id, persons, 'persons')
  const number = work.number('widening')
  const id = work.insert('widening', {
    number,
    document: document.id,
    persons: JSON.stringify(persons),
    reason: input.reason,
    requested_by: work.asking.person.id,
    requested_at: work.now.toISOString(),
    state: 'requested',
  })
  work.about(number)
  return { id, number }
}

export type WideningRecord = {
  id: number
  number: string
  document: number
  documentNumber: string
  persons: string
  requested_by: number
  requested_at: string
  state: WideningState
  opinion: string | null
}

/** One request with the number of its document; refused when there is none. */
export const wideningById = (read: Read, id: number): WideningRecord =>
  read.get<WideningRecord>(
    `SELECT widening.id, widening.number, document, document.number AS documentNumber, persons, requested_by, requested_at, widening.state, opinion
     FROM widening JOIN document ON document.id = widening.document WHERE widening.id = ?`,
    id,
  ) ?? refuse('input.unknownRecord', '没有这件申请，请从待审批列表中选择。', { field: 'widening' })

/** What is signed when a request is decided. */
export const decisionOf = ({ number, documentNumber, persons, state, opinion }: WideningRecord) => ({
  widening: number,
  document: documentNumber,
  persons: JSON.parse(persons) as number[],
  decision: state,
  opinion,
})

type Decision = { approve: boolean; opinion?: string | undefined }

/** Refuses a decision that cannot be: a rejection without its reason, an approval for somebody who has left or changed duties since. */
const refuseBadDecision = (work: Work, widening: WideningRecord, { approve, opinion }: Decision) => {
  if (approve) {
    const persons = JSON.parse(widening.persons) as number[]
    refuseStrangers(work.read, persons, 'persons')
    refuseBeyondSources(work.read, widening.document, persons, 'persons')
  }
  if (!approve && !opinion) refuse('input.missing', '不批准的，请在“意见”中写明理由。', { clause: 'F1(4)c', field: 'opinion' })
}

/** The request as it stands once it is decided. */
const decided = (asked: WideningRecord, { approve, opinion }: Decision): WideningRecord => ({
  ...asked,
  state: approve ? 'approved' : 'rejected',
  opinion: opinion ?? null,
})

/** Carries out a decision of `by`, made at `at`, under its signature; an approval puts the persons into the scope. */
const carryOut = (work: Work, { id, document, persons, state, opinion }: WideningRecord, by: number, at: Date, signature: number): void => {
  work.move(wideningLifecycle, id, state, { decided_by: by, decided_at: at.toISOString(), opinion, signature })
  if (state !== 'approved') return
  for (const person of JSON.parse(persons) as number[])
    if (!isInScope(work.read, document, person)) work.insert('scope', { document, person, widening: id, at: work.now.toISOString() })
}

/** Whether a request is this person's own matter: they asked for it, or it names them, on whichever account. */
const isOwn = (read: Read, widening: WideningRecord, person: number): boolean =>
  [widening.requested_by, ...(JSON.parse(widening.persons) as number[])].some((one) => isSamePerson(read, one, person))

/** Decides, signed. Nobody decides what they asked for, nor what names them (domain 4). */
export const decideWidening = (work: Work, input: Parsed<'circulation.decideWidening'>): Output<'circulation.decideWidening'> => {
  const widening = wideningById(work.read, input.widening)
  work.about(widening.number, widening.documentNumber)
  const me = work.asking.person.id
  if (isOwn(work.read, widening, me)) refuse('rule.forbids', '不得审批本人申请，也不得审批涉及本人的申请。', { clause: 'F1(4)c', field: 'widening' })
  refuseBadDecision(work, widening, input)
  const decision = decided(widening, input)
  carryOut(work, decision, me, work.now, work.sign(work.me(), 'approval', decisionOf(decision)))
  return { id: decision.id, state: decision.state }
}

/** Refuses a leader who could not decide this at the screen: without the duty, without an account to sign for it later, or whose own matter it is. */
const refuseNoApprover = (work: Work, widening: WideningRecord, approver: number) => {
  const no = (message: string) => refuse('rule.forbids', message, { clause: 'F1(4)c', field: 'approver' })
  const row =
    work.read.get<{ name: string; roles: string; account: string }>('SELECT name, roles, account FROM person WHERE id = ?', approver) ??
    refuse('input.unknownRecord', '查无此人，请从名单中选择审批人。', { field: 'approver' })
  const roles = JSON.parse(row.roles) as Role[]
  if (!APPROVING_ROLES.some((role) => roles.includes(role))) no(`${row.name}不是分管领导或组长，不能审批扩大知悉范围。`)
  if (row.account !== 'initial' && row.account !== 'active') no(`${row.name}没有可用的账户，以后无法补签。请先由系统管理员开户。`)
  if (isOwn(work.read, widening, approver)) no('审批人不得审批本人申请，也不得审批涉及本人的申请。')
}

/** 纸质审批补录: enters what a leader decided on paper. Whoever asked for it does not enter its approval (domain 4). */
export const decideWideningOnPaper = (
  work: Work,
  input: Parsed<'circulation.decideWideningOnPaper'>,
): Output<'circulation.decideWideningOnPaper'> => {
  const { approver, signedAt } = input
  const widening = wideningById(work.read, input.widening)
  work.about(widening.number, widening.documentNumber)
  refuseNoPaper(work)
  const me = work.asking.person.id
  if (isOwn(work.read, widening, me))
    refuse('rule.forbids', '不得补录本人申请的审批，也不得补录涉及本人的审批，请由另一名保密员补录。', { clause: 'F1(4)c', field: 'widening' })
  if (isSamePerson(work.read, me, approver)) refuse('rule.forbids', '本人的审批请登录后在机上签，不作补录。', { clause: 'F1(4)c', field: 'approver' })
  refuseNoApprover(work, widening, approver)
  refuseBadDecision(work, widening, input)
  refuseBadMinute(work, signedAt, widening.requested_at, '申请的时间', { future: 'F1(4)c', early: 'F1(4)c' })
  const decision = decided(widening, input)
  const entry = signEntry(work, 'approval', signedAt, { ...decisionOf(decision), approver })
  carryOut(work, decision, approver, instantOf(signedAt), entry)
  listEntry(work, { of: { widening: decision.id }, step: 'approval', person: approver, signedAt, entry })
  return { id: decision.id, state: decision.state }
}
