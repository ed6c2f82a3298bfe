import type { Output, Parsed } from '../../../contract/index.ts'
import { DISPOSAL_APPROVING_ROLES } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Signer, Work } from '../door/unit.ts'
import { hasDuty } from '../people/duties.ts'
import { isSamePerson } from '../people/identity.ts'
import { destructionLifecycle, returnLifecycle } from './lifecycle.ts'
import { putItemsBack } from './moving.ts'
import {
  clauseOf,
  destructionById,
  destructionItems,
  going,
  numbersOf,
  refuseDestruction,
  refuseReturn,
  returnById,
  returnItems,
  type ReturnItem,
} from './records.ts'

type Decision = Parsed<'disposal.approve'>

/** 审批 is a 分管领导's, and never of a list that they made or recounted themselves, on whichever account (domain 4). */
const approverOf = (work: Work, { kind, ticket }: Decision, never: readonly (number | null)[]): Signer => {
  const signer = ticket === undefined ? work.me() : work.signer(ticket)
  const field = ticket === undefined ? 'id' : 'ticket'
  const no = (message: string) => refuse('rule.forbids', message, { clause: clauseOf[kind], field })
  if (!hasDuty(work.read, signer.person.id, DISPOSAL_APPROVING_ROLES)) no('清退、销毁须由分管领导审批。')
  if (never.some((one) => one !== null && isSamePerson(work.read, one, signer.person.id))) no('不得审批本人拟制、复核的清单。')
  return signer
}

/** What is still to be explained before a list can be approved or handed over: neither there, nor kept back, nor taken off. */
export const unexplained = (items: readonly ReturnItem[]): ReturnItem[] =>
  items.filter(({ found_at, withheld, withdrawn }) => found_at === null && withheld === null && withdrawn === null)

/** What goes back to the issuer. */
export const handed = (items: readonly ReturnItem[]): ReturnItem[] =>
  going(items).filter(({ found_at, withdrawn }) => found_at !== null && withdrawn === null)

const refuseUnexplained = (items: readonly ReturnItem[]) => {
  const open = unexplained(items)
  if (open.length > 0) refuseReturn(`${numbersOf(open).join('、')}没有核对，差额未说明。请逐件核对；留用的登记留用，不退的取出并写明理由。`, 'id')
  if (handed(items).length === 0) refuseReturn('清单上没有可以清退的份，请作废。', 'id')
}

const approveReturn = (work: Work, input: Decision): number => {
  const list = returnById(work.read, input.id, 'id')
  const items = returnItems(work.read, list.id)
  work.about(list.number)
  const signer = approverOf(work, input, [list.begun_by])
  if (input.approve && list.state === 'listed') refuseUnexplained(items)
  const go = handed(items)
  const decision = input.approve ? 'approved' : 'rejected'
  const opinion = input.opinion ?? null
  const facts = { return: list.number, issuer: list.issuer, numbers: numbersOf(go), decision, opinion }
  work.move(returnLifecycle, list.id, decision, {
    decided_by: signer.person.id,
    opinion,
    signature: work.sign(signer, 'return.approve', facts),
    closed_at: input.approve ? null : work.now.toISOString(),
  })
  return go.length
}

const approveDestruction = (work: Work, input: Decision): number => {
  const batch = destructionById(work.read, input.id, 'id')
  const go = going(destructionItems(work.read, batch.id))
  work.about(batch.number)
  const signer = approverOf(work, input, [batch.begun_by, batch.recount_by])
  if (batch.state === 'draft' || batch.state === 'counted') refuseDestruction('还没有清点、复核，不能审批。', 'id')
  if (input.approve && go.length === 0) refuseDestruction('清单上各份都已留用，没有可以销毁的，请作废。', 'id')
  const decision = input.approve ? 'approved' : 'rejected'
  const opinion = input.opinion ?? null
  const facts = { destruction: batch.number, numbers: numbersOf(go), decision, opinion }
  work.move(destructionLifecycle, batch.id, input.approve ? 'toSend' : 'rejected', {
    decided_by: signer.person.id,
    opinion,
    signature: work.sign(signer, 'destruction.approve', facts),
    closed_at: input.approve ? null : work.now.toISOString(),
  })
  if (!input.approve) putItemsBack(work, go)
  return go.length
}

/** 审批: approved as listed but for what a hold keeps back, or not, with the reason. */
export const approve = (work: Work, input: Decision): Output<'disposal.approve'> => {
  if (!input.approve && !input.opinion)
    refuse('input.missing', '不批准的，请在“意见”中写明理由。', { clause: clauseOf[input.kind], field: 'opinion' })
  return { id: input.id, items: input.kind === 'return' ? approveReturn(work, input) : approveDestruction(work, input) }
}

/** 作废, before it is done: everything goes back into the box. */
export const cancel = (work: Work, { kind, id, reason }: Parsed<'disposal.cancel'>): Output<'disposal.cancel'> => {
  const closing = { void_reason: reason, closed_at: work.now.toISOString() }
  if (kind === 'return') {
    work.about(returnById(work.read, id, 'id').number)
    work.move(returnLifecycle, id, 'cancelled', closing)
    return { id }
  }
  work.about(destructionById(work.read, id, 'id').number)
  work.move(destructionLifecycle, id, 'cancelled', closing)
  putItemsBack(work, going(destructionItems(work.read, id)))
  return { id }
}
