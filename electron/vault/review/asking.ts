import type { Output, Parsed } from '../../../contract/index.ts'
import { loadedCalendars } from '../calendar/loaded.ts'
import { type Calendars, countDays, type Span } from '../calendar/working-days.ts'
import { wallClock } from '../door/clock.ts'
import { refuse } from '../door/refuse.ts'
import type { Work } from '../door/unit.ts'
import { reviewLifecycle } from './lifecycle.ts'
import { lastOf, refuseReplaced, reviewById, type ReviewRecord, signStep, standing, type StepRecord, stepsOf } from './records.ts'

const future = (work: Work, day: string, field: string, clause: 'B4' | 'B13') => {
  if (day > work.wall.slice(0, 10)) refuse('input.future', '日期不得晚于今天。', { clause, field })
}

/** An asking's clock: from the day of sending, as many days as the limit had then. */
export const clockOfConsult = ({ facts: { sentOn, days } }: StepRecord): Span => ({ from: sentOn as string, days: days as number })

/** The last day of an asking's clock, the day of sending not counted (条例32); null while its year has no calendar: it is never guessed. */
export const dueOfConsult = (calendars: Calendars, asked: StepRecord): string | null => countDays(calendars, clockOfConsult(asked)).due

type Sent = Extract<Parsed<'review.consult'>['step'], { kind: 'sent' }>
type Answered = Extract<Parsed<'review.consult'>['step'], { kind: 'answered' }>

const send = (work: Work, review: ReviewRecord, { to, letter, sentOn }: Sent): number => {
  future(work, sentOn, 'step.sentOn', 'B4')
  const days = work.settings.disclosureDays.thirdParty
  return signStep(work, review, work.me(), 'consult', { words: to, facts: { letter: letter ?? null, sentOn, days } })
}

const answer = (work: Work, review: ReviewRecord, steps: readonly StepRecord[], { consult, answer: said, answeredOn, words }: Answered): number => {
  const no = (message: string, field: string) => refuse('rule.forbids', message, { clause: '条例32', field: `step.${field}` })
  const asked =
    standing(steps, review.version).find(({ id, act }) => act === 'consult' && id === consult) ??
    refuse('input.unknownRecord', '现行文本没有这次征求意见，请从列表中选择。', { clause: 'B4', field: 'step.consult' })
  if (steps.some(({ act, facts }) => act === 'consulted' && facts.consult === consult)) no('这次征求意见已经登记了答复。', 'consult')
  future(work, answeredOn, 'step.answeredOn', 'B4')
  if (answeredOn < (asked.facts.sentOn as string))
    refuse('input.range', '答复日期不得早于征求意见的日期。', { clause: 'B4', field: 'step.answeredOn' })
  const due = said === 'none' ? dueOfConsult(loadedCalendars(work.read), asked) : ''
  if (due === null) no('期限所在年份的工作日历尚未录入，不能认定逾期。请安全保密管理员录入日历。', 'answer')
  if (due !== null && said === 'none' && answeredOn <= due) no(`权利人的答复期限到${due}为止，期满后才能登记为逾期未答复。`, 'answer')
  return signStep(work, review, work.me(), 'consulted', { outcome: said, words: words ?? null, facts: { consult, answeredOn } })
}

/** 征求权利人意见, while nothing is decided: sent, then answered or out of its time (B4). */
export const consult = (work: Work, { review: id, version, step }: Parsed<'review.consult'>): Output<'review.consult'> => {
  const review = reviewById(work, id)
  work.about(review.number)
  refuseReplaced(review, version)
  if (!(['drafted', 'pending', 'opined', 'examined', 'answered'] as const).some((state) => state === review.state))
    refuse('state.forbids', '征求权利人意见应在组长确定以前。', { clause: 'B4', field: 'review' })
  const kept = step.kind === 'sent' ? send(work, review, step) : answer(work, review, stepsOf(work.read, id), step)
  return { id, step: kept }
}

type Letter = Extract<Parsed<'review.refer'>['step'], { kind: 'sent' }>
type Reply = Extract<Parsed<'review.refer'>['step'], { kind: 'reply' }>

/** The day, on the wall clock, on which a step was signed. */
const dayOf = (step: StepRecord | undefined): string => (step ? wallClock(new Date(step.at)).slice(0, 10) : '')

/** 报请 with what B14 asks for: ① the text, ② the paper that says why it cannot be decided, ③ whatever else is wanted. */
const referUpward = (work: Work, review: ReviewRecord, steps: readonly StepRecord[], sent: Letter): void => {
  const { letter, organ, sentOn, others } = sent
  const missing = (message: string, field: string) => refuse('input.missing', message, { clause: 'B14', field: `step.${field}` })
  const text = sent.text ?? missing('缺申请确定的信息文本。请注明所附的文本。', 'text')
  const cause = sent.cause ?? missing('缺说明不能确定原因的公文。请注明该公文的文号。', 'cause')
  future(work, sentOn, 'step.sentOn', 'B13')
  if (review.state === 'toRefer' && sentOn < dayOf(lastOf(standing(steps, review.version), 'decide')))
    refuse('input.range', '报请日期不得早于组长决定报请的日期。', { clause: 'B13', field: 'step.sentOn' })
  signStep(work, review, work.me(), 'refer', { words: organ, facts: { letter, sentOn, text, cause, others } })
}

const takeReply = (work: Work, review: ReviewRecord, steps: readonly StepRecord[], reply: Reply): void => {
  const { number, repliedOn, conclusion, words } = reply
  future(work, repliedOn, 'step.repliedOn', 'B13')
  const sent = lastOf(standing(steps, review.version), 'refer')
  if (review.state === 'referred' && repliedOn < (sent?.facts.sentOn ?? ''))
    refuse('input.range', '批复日期不得早于报请日期。', { clause: 'B13', field: 'step.repliedOn' })
  signStep(work, review, work.me(), 'reply', { outcome: conclusion, words: words ?? null, facts: { number, repliedOn } })
}

/** 报请确定, and its 批复 (B12–B14). */
export const refer = (work: Work, { review: id, version, step }: Parsed<'review.refer'>): Output<'review.refer'> => {
  const review = reviewById(work, id)
  work.about(review.number)
  refuseReplaced(review, version)
  const steps = stepsOf(work.read, id)
  const reply = step.kind === 'reply'
  if (!reply && review.state !== 'toRefer' && review.state !== 'referred')
    refuse('rule.forbids', '报请确定须由组长决定。', { clause: 'B12', field: 'review' })
  if (reply && review.state !== 'referred') refuse('rule.forbids', `${review.number}没有待批复的报请。`, { clause: 'B13', field: 'review' })
  if (step.kind === 'reply') takeReply(work, review, steps, step)
  else referUpward(work, review, steps, step)
  const state = reply ? 'answered' : 'referred'
  work.move(reviewLifecycle, id, state, { since: work.now.toISOString() })
  return { id, state }
}
