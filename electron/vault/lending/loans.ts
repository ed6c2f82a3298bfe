import type { Output, Parsed } from '../../../contract/index.ts'
import { type CopyState, copyStateLabel, UNAVAILABLE_STATES } from '../../../contract/terms.ts'
import { give, heldUnder, inPlace, refuseGivingToOneself, takeBack as takeBackFrom } from '../custody/holding.ts'
import { numberMeant } from '../custody/labels.ts'
import { daysBetween } from '../door/clock.ts'
import { refuse } from '../door/refuse.ts'
import type { Work } from '../door/unit.ts'
import { isSamePerson } from '../people/identity.ts'
import { loanLifecycle } from './lifecycle.ts'
import { loanById, loanFacts, type LoanRecord, refuseBadPlace, refuseNotHere, refuseOutsider, refuseWhileOverdue, wantedById } from './records.ts'

/** 规定时间内: not before today, not longer than the unit allows. */
const refuseBadDay = (work: Work, until: string) => {
  const today = work.wall.slice(0, 10)
  if (until < today) refuse('input.range', '归还日期不得早于今天。', { clause: 'F1(7)b', field: 'until' })
  if (daysBetween(today, until) > work.settings.loanDays)
    refuse('rule.forbids', `借用不超过${work.settings.loanDays}天。到期仍需使用的，归还前另行申请。`, { clause: 'F1(7)b', field: 'until' })
}

const borrowerOf = (work: Work, borrower: number | undefined): number => {
  const me = work.asking.person.id
  if (borrower === undefined || borrower === me) return me
  if (!work.asking.roles.includes('officer')) refuse('session.role', '只有保密员可以代他人录入借用申请。', { clause: 'F1(7)b', field: 'borrower' })
  return borrower
}

/** 申请借用 one copy until a day (F1(7)b). */
export const request = (work: Work, input: Parsed<'lending.request'>): Output<'lending.request'> => {
  const wanted = wantedById(work.read, input.copy, 'copy')
  work.about(wanted.number)
  const borrower = borrowerOf(work, input.borrower)
  refuseOutsider(work.read, wanted, borrower, 'borrower')
  if ((UNAVAILABLE_STATES as readonly CopyState[]).includes(wanted.state))
    refuse('state.forbids', `${wanted.number}现为“${copyStateLabel[wanted.state]}”，不能借用。`, { clause: 'F1(7)b', field: 'copy' })
  refuseBadPlace(work, [wanted], input.place, work.settings.places, 'place')
  refuseBadDay(work, input.until)
  refuseWhileOverdue(work, borrower, 'borrower')
  const number = work.number('loan')
  const id = work.insert('loan', {
    number,
    copy: wanted.id,
    borrower,
    department: work.read.get<{ department: string }>('SELECT department FROM person WHERE id = ?', borrower)?.department ?? '',
    entered_by: work.asking.person.id,
    entered_at: work.now.toISOString(),
    reason: input.reason,
    place: input.place,
    asked_until: input.until,
    state: 'requested',
  })
  work.about(number)
  return { id, number }
}

const isOwn = (work: Work, { borrower, entered_by }: LoanRecord): boolean =>
  [borrower, entered_by].some((one) => isSamePerson(work.read, one, work.asking.person.id))

/** 作废, only before it is lent. */
export const cancel = (work: Work, input: Parsed<'lending.cancel'>): Output<'lending.cancel'> => {
  const loan = loanById(work.read, input.loan)
  work.about(loan.number)
  if (!isOwn(work, loan)) refuse('session.role', '只有借用人和代录的保密员可以作废这件申请。', { clause: 'F1(7)b', field: 'loan' })
  work.move(loanLifecycle, loan.id, 'cancelled', { void_reason: input.reason, closed_at: work.now.toISOString() })
  return { id: loan.id }
}

/** 综办负责人审批, signed. */
export const decide = (work: Work, input: Parsed<'lending.decide'>): Output<'lending.decide'> => {
  const loan = loanById(work.read, input.loan)
  const wanted = wantedById(work.read, loan.copy, 'loan')
  work.about(loan.number, wanted.number)
  if (isOwn(work, loan)) refuse('rule.forbids', '不得审批本人借用或代录的申请。', { clause: 'F1(7)b', field: 'loan' })
  if (!input.approve && !input.opinion) refuse('input.missing', '退回的，请在“意见”中写明理由。', { clause: 'F1(7)b', field: 'opinion' })
  const due = input.approve ? (input.due ?? loan.asked_until) : null
  if (due !== null && due > loan.asked_until)
    refuse('rule.forbids', `应还日期不得晚于申请的${loan.asked_until}。`, { clause: 'F1(7)b', field: 'due' })
  if (due !== null && due < work.wall.slice(0, 10)) refuse('input.range', '应还日期不得早于今天。', { clause: 'F1(7)b', field: 'due' })
  if (input.approve) refuseOutsider(work.read, wanted, loan.borrower, 'loan')
  const state = input.approve ? 'approved' : 'rejected'
  const opinion = input.opinion ?? null
  const signature = work.sign(work.me(), 'approval', { ...loanFacts(loan, wanted), decision: state, due, opinion })
  work.move(loanLifecycle, loan.id, state, { decided_by: work.asking.person.id, opinion, due, signature })
  return { id: loan.id, state }
}

/** 借出: both sign on the spot. */
export const lend = (work: Work, input: Parsed<'lending.lend'>): Output<'lending.lend'> => {
  const loan = loanById(work.read, input.loan)
  const wanted = wantedById(work.read, loan.copy, 'loan')
  work.about(loan.number)
  if (loan.state === 'requested') refuse('rule.forbids', `${loan.number}须经综合办公室审核批准后才能借出。`, { clause: 'F1(7)b', field: 'loan' })
  refuseGivingToOneself(work, loan.borrower)
  if (loan.state === 'approved') {
    if ((loan.due as string) < work.wall.slice(0, 10))
      refuse('rule.forbids', `批准的借期到${loan.due}为止，已经过期。仍需借用的，请重新申请。`, { clause: 'F1(7)b', field: 'loan' })
    refuseWhileOverdue(work, loan.borrower, 'loan')
    refuseOutsider(work.read, wanted, loan.borrower, 'loan')
    refuseNotHere(work.read, wanted, copyStateLabel[wanted.state], 'loan')
  }
  work.move(loanLifecycle, loan.id, 'lent')
  const ground = { column: 'loan', id: loan.id, facts: { loan: loan.number, due: loan.due } } as const
  give(work, [wanted], ground, inPlace(work, loan.borrower, input.ticket, 'issue.take'))
  return { id: loan.id }
}

/** 归还: the very copy, from the very borrower, and what state it is in. */
export const takeBack = (work: Work, input: Parsed<'lending.takeBack'>): Output<'lending.takeBack'> => {
  const loan = loanById(work.read, input.loan)
  work.about(loan.number)
  const [held] = heldUnder(work.read, 'loan', loan.id)
  if (!held) return refuse('state.forbids', '这件借用没有份在外，不能归还。', { clause: 'F1(7)b', field: 'loan' })
  refuseGivingToOneself(work, loan.borrower)
  if (numberMeant(work.read, input.number, 'number') !== held.number)
    refuse('rule.forbids', `归还的应是${held.number}，编号不符。请核对份上的编号。`, { clause: 'F1(7)b', field: 'number' })
  if (!input.intact && !input.condition) refuse('input.missing', '有缺损的，请写明情况。', { clause: 'F1(7)b', field: 'condition' })
  takeBackFrom(work, [held], { loan: loan.number, intact: input.intact }, inPlace(work, loan.borrower, input.ticket, 'giveBack'))
  work.move(loanLifecycle, loan.id, 'returned', {
    intact: input.intact ? 1 : 0,
    condition: input.condition ?? null,
    closed_at: work.now.toISOString(),
  })
  return { id: loan.id }
}
