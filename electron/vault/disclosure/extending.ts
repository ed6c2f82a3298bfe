import type { Output, Parsed } from '../../../contract/index.ts'
import { EXTENDING_ROLES, roleLabel } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Query, Work } from '../door/unit.ts'
import { hasDuty } from '../people/duties.ts'
import { isSamePerson } from '../people/identity.ts'
import { itemClock, pausesOf, recount } from './clocks.ts'
import { OPEN_ITEM } from './lifecycle.ts'
import { begunItem, type DisclosureRecord, isOwnItem, type ItemRecord, lastOf, nameOfItem, signStep, type StepRecord, today } from './records.ts'
import { signWithLetter } from './writing.ts'

type Step = Parsed<'disclosure.extend'>['step']
type Begun = { disclosure: DisclosureRecord; item: ItemRecord; steps: readonly StepRecord[] }
const CLAUSE = '条例33'

/** 延期 that was asked for and is not decided. */
export const askedToExtend = (steps: readonly StepRecord[]): StepRecord | undefined => {
  const last = lastOf(steps, 'requestExtension', 'extend', 'refuseExtension')
  return last?.act === 'requestExtension' ? last : undefined
}

/** What stands against an extension on this day: once for an item, while its clock runs, and not after its last day; on that day it may be. */
export const whyNotExtended = (query: Pick<Query, 'read' | 'wall'>, { disclosure, item, steps }: Begun): string | null => {
  const name = nameOfItem(disclosure, item)
  if (!OPEN_ITEM.some((state) => state === item.state)) return `${name}已经答复或者不再办理，不需延期。`
  if (lastOf(steps, 'extend')) return `${name}已经延期一次，延长答复期限只能一次。`
  const { due } = itemClock(query.read, item)
  if (due === null && pausesOf(steps).some(({ to }) => to === null)) return `${name}正在征求意见，答复期限停止计算，收到意见以后再延期。`
  if (due !== null && today(query) > due) return `${name}的答复期限到${due}为止，已经届满，不能再延期。请尽快答复。`
  return null
}

const refuseNot = (work: Work, begun: Begun) => {
  const why = whyNotExtended(work, begun)
  if (why) refuse('rule.forbids', why, { clause: CLAUSE, field: 'item' })
}

const request = (work: Work, begun: Begun, { days, reason }: Extract<Step, { kind: 'requested' }>) => {
  const { disclosure, item, steps } = begun
  if (!isOwnItem(work, item)) refuse('rule.forbids', `延期由承办科室${item.department}提出。`, { clause: CLAUSE, field: 'item' })
  refuseNot(work, begun)
  if (askedToExtend(steps)) refuse('rule.forbids', `${nameOfItem(disclosure, item)}已经申请延期，请待领导审批。`, { clause: CLAUSE, field: 'item' })
  const most = work.settings.disclosureDays.extension
  if (days > most) refuse('input.range', `延长答复最多${most}个工作日。`, { clause: CLAUSE, field: 'step.days' })
  signStep(work, disclosure, work.me(), 'requestExtension', { item, words: reason, facts: { days } })
  return null
}

/** The leader who decides, signed in or in place: not who asked, on whichever account. */
const decider = (work: Work, asked: StepRecord, ticket: string | undefined) => {
  const signer = ticket === undefined ? work.me() : work.signer(ticket)
  const no = (message: string) => refuse('rule.forbids', message, { clause: CLAUSE, field: ticket === undefined ? 'item' : 'ticket' })
  if (!hasDuty(work.read, signer.person.id, EXTENDING_ROLES)) no(`延期由${EXTENDING_ROLES.map((role) => roleLabel[role]).join('或者')}审批。`)
  if (isSamePerson(work.read, asked.by_person, signer.person.id)) no('不得审批本人申请的延期。')
  return signer
}

const decide = (work: Work, begun: Begun, { agree, opinion }: Extract<Step, { kind: 'decided' }>, ticket: string | undefined) => {
  const { disclosure, item, steps } = begun
  const asked =
    askedToExtend(steps) ?? refuse('state.forbids', `${nameOfItem(disclosure, item)}没有待审批的延期申请。`, { clause: CLAUSE, field: 'item' })
  if (!agree && !opinion) refuse('input.missing', '不同意延期的，请在“意见”中写明理由。', { clause: CLAUSE, field: 'step.opinion' })
  const signer = decider(work, asked, ticket)
  const said = { item, words: opinion ?? null, facts: { requested: asked.id } }
  if (!agree) {
    signStep(work, disclosure, signer, 'refuseExtension', said)
    return null
  }
  refuseNot(work, begun)
  const days = asked.facts.days as number
  const { due } = recount(work, disclosure, item, pausesOf(steps), days)
  const { letter } = signWithLetter(
    work,
    disclosure,
    signer,
    'extend',
    { ...said, facts: { ...said.facts, days } },
    { writtenOn: today(work), item, facts: { kind: 'extension', days, due, reason: asked.words as string } },
  )
  return letter
}

/** 延期, asked for by the 科室 and decided by a leader; approved, the applicant is told (条例33). */
export const extend = (work: Work, { item: id, step, ticket }: Parsed<'disclosure.extend'>): Output<'disclosure.extend'> => {
  if (step.kind === 'requested' && ticket !== undefined)
    refuse('input.unknownField', '申请延期由承办科室本人登录签署，不现场签字。', { clause: CLAUSE, field: 'ticket' })
  const begun = begunItem(work, id)
  const letter = step.kind === 'requested' ? request(work, begun, step) : decide(work, begun, step, ticket)
  return { item: id, state: begun.item.state, replyDue: itemClock(work.read, begun.item).due, letter }
}
