import { contract, type Output, type Parsed } from '../../../contract/index.ts'
import type { PaperStep, Role, SignaturePurpose } from '../../../contract/terms.ts'
import { approve } from '../disposal/deciding.ts'
import { instantOf } from '../door/clock.ts'
import { Refused, refuse } from '../door/refuse.ts'
import type { Person, Signer, Work } from '../door/unit.ts'
import { decide as decideLoan, lend, takeBack } from '../lending/loans.ts'
import { admit, leave } from '../lending/visits.ts'
import { sealed } from '../media/records.ts'
import { decideOutside } from '../media/using.ts'
import { decide as decideOutgoing } from '../outgoing/sending.ts'
import { isSamePerson } from '../people/identity.ts'
import { listEntry, refuseBadMinute, refuseNoPaper, signEntry, signerOf } from '../people/paper-signing.ts'
import { type Step, type Subject, subjectOf } from './subjects.ts'

/** What the hand on the paper signed, by what it would have signed at the screen. */
const STEP_OF: Partial<Record<SignaturePurpose, PaperStep>> = {
  approval: 'approval',
  'return.approve': 'approval',
  'destruction.approve': 'approval',
  'medium.approval': 'approval',
  'issue.take': 'issue',
  giveBack: 'giveBack',
}

/** A leader decides alone; everything else the officer does, and the other hand signs. */
const DECISIONS: readonly Step['call'][] = ['lending.decide', 'disposal.approve', 'outgoing.decide', 'media.decideOutside']
const isDecision = ({ call }: Step) => DECISIONS.includes(call)

/** Stands for the hand on the paper; no key of theirs is at hand. */
const handOnPaper = (person: Person): Signer => ({
  person,
  keyId: 0,
  sign: () => {
    throw new Error('who signed on paper has no key at hand')
  },
  erase: () => undefined,
})

const notSigned = (): never => {
  throw new Error('a step that nobody signed cannot be entered from paper')
}

type Entered = { step: PaperStep; entry: number }

/**
 * The same unit of work as of the minute on the paper: every rule of the step holds then, for the person who signed. Where they would sign,
 * the officer signs the entry. `entered` says what was signed so.
 */
const asOnPaper = (work: Work, input: Parsed<'entry.fromPaper'>, signer: Person & { roles: Role[] }): { work: Work; entered: () => Entered } => {
  let entered: Entered | null = null
  const { roles, ...person } = signer
  const hand = handOnPaper(person)
  const paper = { reason: sealed(input.reason), kept: sealed(input.kept) }
  const sign: Work['sign'] = (by, purpose, record) => {
    if (by !== hand) return work.sign(by, purpose, record)
    const step = STEP_OF[purpose] ?? refuse('rule.forbids', '这一步不能从纸上补录，请本人在机上签字。', { clause: 'F1(2)c', field: 'step' })
    entered = { step, entry: signEntry(work, step, input.signedAt, { ...record, signer: person.id, paper }) }
    return entered.entry
  }
  const decider = isDecision(input.step) ? { asking: { person, roles, role: roles[0] ?? null }, me: () => hand } : {}
  const then = { ...work, now: instantOf(input.signedAt), wall: input.signedAt, sign, signer: () => hand, ...decider }
  return { work: then, entered: () => entered ?? notSigned() }
}

/** Carries the step out and gives the row that it was about. No ticket is asked for: whose hand it is, the act itself asks. */
const carryOut = (work: Work, step: Step): number => {
  const ticket = ''
  switch (step.call) {
    case 'lending.decide':
      return decideLoan(work, step.input).id
    case 'lending.lend':
      return lend(work, { ...step.input, ticket }).id
    case 'lending.takeBack':
      return takeBack(work, { ...step.input, ticket }).id
    case 'lending.admit':
      return admit(work, { ...step.input, ticket }).id
    case 'lending.leave':
      return leave(work, { ...step.input, ticket }).id
    case 'disposal.approve':
      return approve(work, step.input).id
    case 'outgoing.decide':
      return decideOutgoing(work, step.input).id
    case 'media.decideOutside':
      return decideOutside(work, step.input).id
  }
}

/** A refusal of the step, told of the entry's own fields. */
const refusedAsEntry = ({ refusal: { field, ...refusal } }: Refused) =>
  new Refused({ ...refusal, ...(field !== undefined && { field: field === 'ticket' ? 'signer' : `step.input.${field}` }) })

const inStep = <T>(carry: () => T): T => {
  try {
    return carry()
  } catch (error) {
    throw error instanceof Refused ? refusedAsEntry(error) : error
  }
}

/** Who enters is not who signed, nor, of a decision, by whose own matter it is, on whichever account (domain 4). */
const refuseOwnEntry = (work: Work, signer: number, { own, clause }: Subject) => {
  const me = work.asking.person.id
  if (isSamePerson(work.read, me, signer)) refuse('rule.forbids', '本人的签字请登录后在机上签，不作补录。', { clause, field: 'signer' })
  if (own.some((one) => one !== null && isSamePerson(work.read, one, me)))
    refuse('rule.forbids', '不得补录本人申请、拟制或代录事项的审批，请由另一名保密员补录。', { clause, field: 'step' })
}

/** 纸质签补录: what happened on paper while it could not be done at the screen, under every rule of the step itself. */
export const fromPaper = (work: Work, input: Parsed<'entry.fromPaper'>): Output<'entry.fromPaper'> => {
  refuseNoPaper(work)
  const { step, signedAt, reason, kept } = input
  const subject = inStep(() => subjectOf(work.read, step))
  const { clause, after, what } = subject
  const signer = signerOf(work.read, input.signer, { clause, field: 'signer' })
  refuseOwnEntry(work, signer.id, subject)
  const { act, by } = contract[step.call] as { act: string; by: readonly Role[] }
  if (isDecision(step) && !by.some((role) => signer.roles.includes(role)))
    refuse('rule.forbids', `${signer.name}没有“${act}”的职责，请核对纸上的签字。`, { clause, field: 'signer' })
  refuseBadMinute(work, signedAt, after, what, { future: clause, early: clause })
  const paper = asOnPaper(work, input, signer)
  const id = inStep(() => carryOut(paper.work, step))
  listEntry(work, { of: { [subject.of]: id }, ...paper.entered(), person: signer.id, signedAt, paper: { reason, kept } })
  return { id }
}
