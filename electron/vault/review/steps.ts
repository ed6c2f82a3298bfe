import type { Output, Parsed } from '../../../contract/index.ts'
import {
  DETERMINING_ROLES,
  EXAMINING_ROLES,
  OPINION_ROLES,
  REVIEW_STEPS,
  reviewActLabel,
  type ReviewOutcome,
  reviewOutcomeLabel,
  type ReviewStep,
  type Role,
  roleLabel,
  type Seat,
  seatLabel,
  stateOfOutcome,
} from '../../../contract/terms.ts'
import { followReview } from '../disclosure/following.ts'
import { refuse } from '../door/refuse.ts'
import type { Query, Read, Signer, Work } from '../door/unit.ts'
import { hasDuty } from '../people/duties.ts'
import { inOffice, isSeated, seatOf } from '../people/group.ts'
import { isSamePerson } from '../people/identity.ts'
import { reviewLifecycle } from './lifecycle.ts'
import { against, answersOf, notAsked, refuseAgainst, refuseEmptyItem, type Weighed } from './outcomes.ts'
import { currentOf, lastOf, refuseReplaced, reviewById, type ReviewRecord, signStep, standing, type StepRecord, stepsOf } from './records.ts'

const DUTY: Record<ReviewStep, readonly Role[]> = { opinion: OPINION_ROLES, examine: EXAMINING_ROLES, decide: DETERMINING_ROLES }

const isStep = (act: StepRecord['act']): act is ReviewStep => REVIEW_STEPS.some((step) => step === act)

/** Everybody who put the case or a text of it forward, or handled it. */
const proposers = (read: Read, { id, handler, entered_by }: ReviewRecord, steps: readonly StepRecord[]): number[] => [
  handler,
  ...steps.flatMap(({ facts }) => facts.to ?? []),
  entered_by,
  ...read.all<{ by: number }>('SELECT DISTINCT by_person AS by FROM review_version WHERE review = ?', id).map(({ by }) => by),
]

/**
 * Why this person does not take this step, or null when they may: without the duty; of another 科室; who took another step of the same case,
 * whatever their duties were then or are now (B7: three persons); their own matter; a 分管领导 in the 小组 (domain 6 (5)).
 */
export const whyNotBy = (query: Query, review: ReviewRecord, steps: readonly StepRecord[], step: ReviewStep, person: number): string | null => {
  const { read, settings } = query
  const label = reviewActLabel[step]
  if (!hasDuty(read, person, DUTY[step])) return `${label}由${DUTY[step].map((role) => roleLabel[role]).join('、')}签署。`
  const other = steps.find(({ act, by_person }) => isStep(act) && act !== step && isSamePerson(read, by_person, person))
  if (other) return `本人已办过本件的${reviewActLabel[other.act]}，科室意见、小组审核、组长确定须由三人分别办理。`
  if (step === 'opinion') {
    const department = read.get<{ department: string }>('SELECT department FROM person WHERE id = ?', person)?.department
    return department === review.department ? null : `科室意见由${review.department}签署。`
  }
  if (proposers(read, review, steps).some((one) => isSamePerson(read, one, person))) return `不得${label}本人承办或录入的信息。`
  if (step === 'examine' && !settings.deputyExamines && hasDuty(read, person, ['deputyLeader']))
    return '分管领导不同时作为小组成员审核，请由其他审查人员审核。'
  return null
}

/** Who signs a step, signed in or in place. */
const signerFor = (work: Work, review: ReviewRecord, steps: readonly StepRecord[], step: ReviewStep, ticket: string | undefined): Signer => {
  const signer = ticket === undefined ? work.me() : work.signer(ticket)
  const why = whyNotBy(work, review, steps, step, signer.person.id)
  if (why) refuse('rule.forbids', why, { clause: 'B7', field: ticket === undefined ? 'review' : 'ticket' })
  const unseated = whyNotSeated(work, step, signer.person.id)
  if (unseated) refuse('rule.forbids', unseated, { clause: SEAT[step]?.clause, field: ticket === undefined ? 'review' : 'ticket' })
  return signer
}

const SEAT: Partial<Record<ReviewStep, { seat: Seat; clause: 'B5' | 'B6' }>> = {
  examine: { seat: 'member', clause: 'B5' },
  decide: { seat: 'leader', clause: 'B6' },
}

/** Besides the duty: 小组审核 is by a 组员 and 组长确定 by the 组长 who is in office today, once the unit has entered its 领导小组 (B5, B6). */
export const whyNotSeated = (query: Pick<Query, 'read' | 'wall'>, step: ReviewStep, person: number): string | null => {
  const needs = SEAT[step]
  if (!needs || isSeated(query, person, needs.seat)) return null
  const holders = inOffice(query.read, needs.seat, query.wall.slice(0, 10)).map(({ name }) => name)
  const who = holders.length > 0 ? `请由${holders.join('、')}办理` : `今天没有在任的${seatLabel[needs.seat]}`
  return `本人今天不在领导小组${seatLabel[needs.seat]}的任期内，${who}；任命有变动的，请安全保密管理员在“人员”的“领导小组”中登记（${needs.clause}）。`
}

/** The seat that a step is signed from. */
const signedFrom = (read: Read, step: 'examine' | 'decide') => {
  const seat = seatOf(read, SEAT[step]?.seat as Seat)
  return seat === null ? {} : { seat }
}

/** A step that is not its turn yet says which one comes first (B7). */
const refuseEarly = ({ number, state }: ReviewRecord, step: 'examine' | 'decide'): void => {
  const early = (message: string) => refuse('rule.forbids', `${number}${message}`, { clause: 'B7', field: 'review' })
  if (state === 'drafted' || state === 'pending') early(step === 'examine' ? '须先由科室提出意见。' : '须先由科室提出意见，并须经领导小组审核。')
  if (state === 'opined' && step === 'decide') early('须经领导小组审核，再报组长确定。')
  if (state === 'toRefer' || state === 'referred')
    refuse('rule.forbids', `${number}须报请确定，登记批复以后再由组长按批复确定。`, { clause: 'B13', field: 'review' })
}

const begin = (work: Work, id: number, version: number) => {
  const review = reviewById(work, id)
  work.about(review.number)
  refuseReplaced(review, version)
  return { review, steps: stepsOf(work.read, id) }
}

/** The proposal fits the attribute that the same 科室 gave its 公文 (B8). */
const refuseOtherAttribute = (work: Work, review: ReviewRecord, proposal: ReviewOutcome) => {
  const { attribute } = currentOf(work.read, review)
  if (attribute === null || proposal === 'refer') return
  const fits = proposal === 'onApplication' || proposal === 'withheld' ? proposal : 'proactive'
  if (attribute !== fits)
    refuse('rule.forbids', `意见“${reviewOutcomeLabel[proposal]}”与本件的公开属性不一致，请更换文本，改正公开属性。`, {
      clause: 'B8',
      field: 'proposal',
    })
}

const since = (work: Work) => ({ since: work.now.toISOString() })

/** 科室意见: the seven items, what is proposed and why, signed. */
export const opine = (work: Work, input: Parsed<'review.opine'>): Output<'review.opine'> => {
  const { proposal, reason, basis, interest, ticket } = input
  const { review, steps } = begin(work, input.review, input.version)
  if (currentOf(work.read, review).transferred === 1)
    refuse('rule.forbids', '已移交档案馆的信息依照档案法规办理，不作公开审查。请按“依档案规定”办结。', { clause: 'B15', field: 'review' })
  const signer = signerFor(work, review, steps, 'opinion', ticket)
  const checklist = refuseEmptyItem(input.checklist, work.settings.level)
  const weighed: Weighed = { review, answers: checklist, steps, answered: false }
  refuseAgainst(against(work.read, proposal, weighed, { reason, basis, interest }, 'proposal'))
  refuseOtherAttribute(work, review, proposal)
  signStep(work, review, signer, 'opinion', { outcome: proposal, words: reason, facts: { checklist, basis, interest: interest ?? null } })
  work.move(reviewLifecycle, review.id, 'opined', since(work))
  return { id: review.id, state: 'opined' }
}

/** 小组审核 (B5): agrees with the proposal, as it may still be made now; or gives it back with a reason. */
export const examine = (work: Work, { review: id, version, agree, opinion, ticket }: Parsed<'review.examine'>): Output<'review.examine'> => {
  const { review, steps } = begin(work, id, version)
  refuseEarly(review, 'examine')
  if (!agree && !opinion) refuse('input.missing', '退回科室的，请在“意见”中写明理由。', { clause: 'B7', field: 'opinion' })
  const signer = signerFor(work, review, steps, 'examine', ticket)
  const proposed = lastOf(standing(steps, version), 'opinion')
  if (agree && review.state === 'opined' && proposed?.outcome === 'open') {
    const weighed: Weighed = { review, answers: answersOf(steps, version), steps, answered: false }
    refuseAgainst(notAsked(weighed, proposed.facts.interest ?? undefined, 'agree'))
  }
  signStep(work, review, signer, 'examine', {
    outcome: agree ? 'agree' : 'return',
    words: opinion ?? null,
    facts: signedFrom(work.read, 'examine'),
  })
  const state = agree ? 'examined' : 'pending'
  work.move(reviewLifecycle, review.id, state, since(work))
  return { id: review.id, state }
}

/** What was answered from above is what is decided (B13). */
const refuseOtherConclusion = (reply: StepRecord | undefined, outcome: ReviewOutcome) => {
  if (reply && reply.outcome !== outcome)
    refuse('rule.forbids', `批复的结论为“${reviewOutcomeLabel[reply.outcome as ReviewOutcome]}”，应按批复确定。`, { clause: 'B13', field: 'outcome' })
}

/** 组长确定: an outcome that the text, its checklist, the askings and a 批复 bear; or back to the 科室 with a reason. */
export const decide = (work: Work, input: Parsed<'review.decide'>): Output<'review.decide'> => {
  const { version, outcome, reason, basis, interest, ticket } = input
  const { review, steps } = begin(work, input.review, version)
  refuseEarly(review, 'decide')
  const signer = signerFor(work, review, steps, 'decide', ticket)
  const seat = signedFrom(work.read, 'decide')
  if (outcome === 'return') {
    if (!reason) refuse('input.missing', '退回科室的，请在“理由”中写明。', { clause: 'B7', field: 'reason' })
    if (basis.length > 0 || interest !== undefined)
      refuse('input.unknownField', '退回科室的，不填依据和公共利益理由。', { clause: 'B9', field: basis.length > 0 ? 'basis' : 'interest' })
    signStep(work, review, signer, 'decide', { outcome, words: reason ?? null, facts: { basis: [], interest: null, ...seat } })
    work.move(reviewLifecycle, review.id, 'pending', since(work))
    return { id: review.id, state: 'pending' }
  }
  if (review.state === 'examined' || review.state === 'answered') {
    const own = standing(steps, version)
    const reply = review.state === 'answered' ? lastOf(own, 'reply') : undefined
    refuseOtherConclusion(reply, outcome)
    const weighed: Weighed = { review, answers: answersOf(steps, version), steps, answered: reply !== undefined }
    refuseAgainst(against(work.read, outcome, weighed, { reason, basis, interest }, 'outcome'))
    const proposed = lastOf(own, 'opinion')?.facts.interest ?? undefined
    if (outcome === 'open') refuseAgainst(notAsked(weighed, interest ?? proposed, 'outcome'))
  }
  signStep(work, review, signer, 'decide', { outcome, words: reason ?? null, facts: { basis, interest: interest ?? null, ...seat } })
  const state = stateOfOutcome[outcome]
  work.move(reviewLifecycle, review.id, state, since(work))
  followReview(work, review.item)
  return { id: review.id, state }
}
