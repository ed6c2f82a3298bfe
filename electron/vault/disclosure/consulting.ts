import type { Output, Parsed } from '../../../contract/index.ts'
import { type Asked, askedLabel, type DisclosureLimit, type ItemState } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Work } from '../door/unit.ts'
import { consultClock, endConsult, extensionOf, itemClock, pausesOf, recount, runConsult } from './clocks.ts'
import { isUnderReview } from './following.ts'
import { itemLifecycle } from './lifecycle.ts'
import { lastDay } from './receiving.ts'
import {
  begunItem,
  consultsOf,
  type DisclosureRecord,
  isOwnItem,
  type ItemRecord,
  nameOfItem,
  signStep,
  since,
  stepsOf,
  type StepRecord,
  today,
} from './records.ts'
import { signWithLetter } from './writing.ts'

type Step = Parsed<'disclosure.consult'>['step']
type Sent = Extract<Step, { kind: 'sent' }>
type Answered = Extract<Step, { kind: 'answered' }>
type Begun = { disclosure: DisclosureRecord; item: ItemRecord; steps: readonly StepRecord[] }

const CLAUSE = { thirdParty: '条例32', coMaker: '条例34' } as const satisfies Record<Asked, string>

/** Asked is whoever has a right in it, or made it too, while the item is in hand; not before it was registered. */
const refuseSending = (work: Work, { disclosure, item }: Begun, { whom, sentOn }: Sent) => {
  const clause = CLAUSE[whom]
  if (item.state !== 'inHand' && item.state !== 'consulting' && item.state !== 'inReview')
    refuse('state.forbids', `${nameOfItem(disclosure, item)}的答复已拟或者不再办理。需要征求意见的，请先由组长退回重拟。`, { clause, field: 'item' })
  if (sentOn > today(work)) refuse('input.future', '征求意见的日期不得晚于今天。', { clause, field: 'step.sentOn' })
  if (sentOn < itemClock(work.read, item).from_day) refuse('input.range', '征求意见的日期不得早于收到申请之日。', { clause, field: 'step.sentOn' })
}

const send = (work: Work, begun: Begun, sent: Sent) => {
  refuseSending(work, begun, sent)
  const { disclosure, item, steps } = begun
  const { whom, to, about, sentOn } = sent
  const days = work.settings.disclosureDays[whom satisfies DisclosureLimit]
  const { step, letter } = signWithLetter(
    work,
    disclosure,
    work.me(),
    'consult',
    { item, outcome: whom, words: to, facts: { about, sentOn, days } },
    { to, writtenOn: sentOn, item, facts: { kind: whom, about, days, due: lastDay(work, sentOn, days) } },
  )
  runConsult(work, disclosure, step, whom, { from: sentOn, days })
  recount(work, disclosure, item, [...pausesOf(steps), { from: sentOn, to: null }], extensionOf(steps))
  if (item.state !== 'consulting') work.move(itemLifecycle, item.id, 'consulting', since(work))
  return { state: 'consulting' as const, step, letter }
}

/** The asking that is answered; refused when it is none of this item's, or is answered already. */
const askedOf = (steps: readonly StepRecord[], id: number) => {
  const no = (message: string) => refuse('rule.forbids', message, { clause: '条例32', field: 'step.consult' })
  const consult =
    consultsOf(steps).find(({ asked }) => asked.id === id) ??
    refuse('input.unknownRecord', '这一项没有这次征求意见，请从列表中选择。', { clause: '条例32', field: 'step.consult' })
  if (consult.reply) no('这次征求意见已经登记了答复。')
  return consult
}

/** 逾期未答复 only once the time is out: a co-maker then agrees, of a third party the unit decides (条例34, 条例32). Gives until when the clock of the reply stood still: no longer than the asked one had. */
const answeredUntil = (work: Work, asked: StepRecord, whom: Asked, { answer, answeredOn }: Answered): string => {
  const clause = CLAUSE[whom]
  if (answeredOn > today(work)) refuse('input.future', '答复日期不得晚于今天。', { clause, field: 'step.answeredOn' })
  if (answeredOn < (asked.facts.sentOn as string)) refuse('input.range', '答复日期不得早于征求意见的日期。', { clause, field: 'step.answeredOn' })
  const { due } = consultClock(work.read, asked.id, whom)
  if (answer === 'none' && due === null)
    refuse('rule.forbids', '期限所在年份的工作日历尚未录入，不能认定逾期。请安全保密管理员录入日历。', { clause: '日历', field: 'step.answer' })
  if (answer === 'none' && due !== null && answeredOn <= due)
    refuse('rule.forbids', `${askedLabel[whom]}的答复期限到${due}为止，期满后才能登记为逾期未答复。`, { clause, field: 'step.answer' })
  return due !== null && due < answeredOn ? due : answeredOn
}

const answer = (work: Work, { disclosure, item, steps }: Begun, answered: Answered) => {
  const { asked, whom } = askedOf(steps, answered.consult)
  if (item.state !== 'consulting') refuse('state.forbids', `${nameOfItem(disclosure, item)}没有在征求意见。`, { clause: CLAUSE[whom], field: 'item' })
  const until = answeredUntil(work, asked, whom, answered)
  const { consult, answer: outcome, answeredOn, words } = answered
  const { step } = signStep(work, disclosure, work.me(), 'consulted', {
    item,
    outcome,
    words: words ?? null,
    facts: { consult, answeredOn, until },
  })
  endConsult(work, consult, whom)
  const now = stepsOf(work.read, disclosure.id).filter((one) => one.item === item.id)
  recount(work, disclosure, item, pausesOf(now), extensionOf(now))
  const out = consultsOf(now).some(({ reply }) => !reply)
  const state: ItemState = out ? 'consulting' : isUnderReview(work.read, item.id) ? 'inReview' : 'inHand'
  if (!out) work.move(itemLifecycle, item.id, state, since(work))
  return { state, step, letter: null }
}

/** 征求意见 of a third party or a co-maker. Only the clock of this item stands still meanwhile (条例33). */
export const consult = (work: Work, { item: id, step }: Parsed<'disclosure.consult'>): Output<'disclosure.consult'> => {
  const begun = begunItem(work, id)
  refuseOthers(work, begun)
  const done = step.kind === 'sent' ? send(work, begun, step) : answer(work, begun, step)
  return { item: id, ...done }
}

/** Whether this person may do the daily work on an item: the 科室 that has it, or the 综合办公室负责人 (A四(一)4). */
export const isTheirs = (work: Pick<Work, 'asking'>, item: ItemRecord): boolean => isOwnItem(work, item) || work.asking.roles.includes('officeHead')

const refuseOthers = (work: Work, { disclosure, item }: Begun) => {
  if (!isTheirs(work, item))
    refuse('rule.forbids', `${nameOfItem(disclosure, item)}由承办科室${item.department}办理。`, { clause: 'B3', field: 'item' })
}
