import type { Output, Parsed } from '../../../contract/index.ts'
import type { ReplyKind } from '../../../contract/terms.ts'
import { wallClock } from '../door/clock.ts'
import { refuse } from '../door/refuse.ts'
import type { Signer, Work } from '../door/unit.ts'
import { hasDuty } from '../people/duties.ts'
import { isSamePerson } from '../people/identity.ts'
import { whyNotSeated } from '../review/steps.ts'
import { endItem, itemClock } from './clocks.ts'
import { settle, standsStill } from './following.ts'
import { groundsOf, secretBehind } from './grounds.ts'
import { itemLifecycle } from './lifecycle.ts'
import { begunItem, type DisclosureRecord, type ItemRecord, lastOf, nameOfItem, signStep, since, stepsOf, type StepRecord, today } from './records.ts'
import { signWithLetter } from './writing.ts'

/** 答复 is drafted by the 科室 that has it; 告知已主动公开 also at the desk where it is registered (A四(一)3). */
const drafter = (work: Work, { disclosure, item }: Begun, kind: ReplyKind, ticket: string | undefined): Signer => {
  const signer = ticket === undefined ? work.me() : work.signer(ticket)
  const { id } = signer.person
  const department = work.read.get<{ department: string }>('SELECT department FROM person WHERE id = ?', id)?.department
  const own = hasDuty(work.read, id, ['section']) && department === item.department
  if (!own && !(kind === 'alreadyPublic' && hasDuty(work.read, id, ['officeHead'])))
    refuse('rule.forbids', `${nameOfItem(disclosure, item)}由承办科室${item.department}拟答复；综合办公室负责人只告知已主动公开的途径。`, {
      clause: 'A4(1)3',
      field: ticket === undefined ? 'item' : 'ticket',
    })
  return signer
}

type Begun = { disclosure: DisclosureRecord; item: ItemRecord; steps: readonly StepRecord[] }

/** What must be over before an item is answered. */
const refuseUnready = ({ disclosure, item, steps }: Begun) => {
  const name = nameOfItem(disclosure, item)
  const no = (message: string, clause: 'B1' | '条例32') => refuse('rule.forbids', `${name}${message}`, { clause, field: 'item' })
  if (item.state === 'consulting') no('正在征求意见。请先登记意见，逾期未答复的也请登记。', '条例32')
  if (item.state === 'inReview') {
    const before = lastOf(steps, 'reply')
    no(before ? '答复所依据的审查已经作废，须重新审查，确定以后再拟答复。' : '的保密审查尚未确定。先审查、后公开。', 'B1')
  }
}

/** 拟答复; what was drafted before and not decided on is replaced. */
export const reply = (work: Work, input: Parsed<'disclosure.reply'>): Output<'disclosure.reply'> => {
  const { kind, reason, given, organ, ticket } = input
  const begun = begunItem(work, input.item)
  const { disclosure, item } = begun
  const signer = drafter(work, begun, kind, ticket)
  refuseUnready(begun)
  if (item.state !== 'inHand' && item.state !== 'drafted')
    refuse('state.forbids', `${nameOfItem(disclosure, item)}已经答复或者不再办理。`, { clause: '条例36', field: 'item' })
  const review = groundsOf(work, { ...begun, all: stepsOf(work.read, disclosure.id) }, { kind, reason, given, organ })
  const rests = review && { id: review.id, number: review.number, version: review.version }
  if (review) work.about(review.number)
  const { step } = signStep(work, disclosure, signer, 'reply', {
    item,
    outcome: kind,
    words: reason ?? null,
    facts: { given: given ?? null, organ: organ ?? null, review: rests },
  })
  if (item.state !== 'drafted') work.move(itemLifecycle, item.id, 'drafted', since(work))
  return { item: item.id, state: 'drafted', step }
}

/** The draft that stands; refused when it is another, or when its review was voided meanwhile (B1). */
const draftOf = ({ disclosure, item, steps }: Begun, id: number, work: Work): StepRecord => {
  const name = nameOfItem(disclosure, item)
  const last = lastOf(steps, 'reply')
  if (!steps.some((step) => step.act === 'reply' && step.id === id))
    refuse('input.unknownRecord', '这一项没有这份答复，请从列表中选择。', { clause: 'G3.3', field: 'reply' })
  if (last && item.state !== 'answered' && item.state !== 'delivered' && !standsStill(work.read, last))
    refuse('rule.forbids', `${name}答复所依据的审查已经作废，须重新审查。`, { clause: 'B1', field: 'item' })
  if (item.state !== 'drafted' || !last) return refuse('state.forbids', `${name}没有待批的答复。`, { clause: 'G3.3', field: 'item' })
  if (last.id !== id) refuse('state.conflict', `${name}的答复已经重拟，请按现在的答复办理。`, { clause: 'G3.3', field: 'reply' })
  return last
}

/** The 组长 in office, signed in or in place: not who drafted it, on whichever account. */
const approver = (work: Work, draft: StepRecord, ticket: string | undefined): Signer => {
  const signer = ticket === undefined ? work.me() : work.signer(ticket)
  const no = (message: string) => refuse('rule.forbids', message, { clause: 'B7', field: ticket === undefined ? 'item' : 'ticket' })
  if (!hasDuty(work.read, signer.person.id, ['groupLeader'])) no('答复由组长批准。')
  if (isSamePerson(work.read, draft.by_person, signer.person.id)) no('不得批准本人拟的答复。')
  const unseated = whyNotSeated(work, 'decide', signer.person.id)
  if (unseated) refuse('rule.forbids', unseated, { clause: 'B6', field: ticket === undefined ? 'item' : 'ticket' })
  return signer
}

/** The day of a reply: when it was drafted, or later, and not still to come. */
const refuseBadDay = (work: Work, draft: StepRecord, repliedOn: string) => {
  if (repliedOn > today(work)) refuse('input.future', '答复日期不得晚于今天。', { clause: '条例33', field: 'repliedOn' })
  if (repliedOn < wallClock(new Date(draft.at)).slice(0, 10))
    refuse('input.range', '答复日期不得早于拟答复的日期。', { clause: '条例33', field: 'repliedOn' })
}

/** 批准答复: its letter is written; a reply after its last day is given all the same, and told of as late (条例33). */
const grant = (work: Work, begun: Begun, draft: StepRecord, signer: Signer, { opinion, repliedOn }: Parsed<'disclosure.approve'>) => {
  const { disclosure, item } = begun
  const kind = draft.outcome as ReplyKind
  const { given = null, organ = null } = draft.facts
  const secret = secretBehind(work.read, draft)
  if (secret) refuse('rule.forbids', `${secret}不得提供，请退回重拟，重新审查。`, { clause: 'B10', field: 'item' })
  const { due } = itemClock(work.read, item)
  const late = due === null ? null : repliedOn > due
  const { letter } = signWithLetter(
    work,
    disclosure,
    signer,
    'approve',
    { item, outcome: kind, words: opinion ?? null, facts: { reply: draft.id, repliedOn, due, late } },
    { writtenOn: repliedOn, item, facts: { kind: 'reply', reply: kind, reason: draft.words, given, organ } },
  )
  endItem(work, item)
  work.move(itemLifecycle, item.id, 'answered', since(work))
  settle(work, disclosure)
  return letter
}

/** The 组长 approves a drafted reply as it stands, or gives it back. */
export const approve = (work: Work, input: Parsed<'disclosure.approve'>): Output<'disclosure.approve'> => {
  const { item: id, agree, opinion, repliedOn, ticket } = input
  const begun = begunItem(work, id)
  const draft = draftOf(begun, input.reply, work)
  if (!agree && !opinion) refuse('input.missing', '退回重拟的，请在“意见”中写明理由。', { clause: 'G3.3', field: 'opinion' })
  const signer = approver(work, draft, ticket)
  refuseBadDay(work, draft, repliedOn)
  if (agree) return { item: id, state: 'answered', letter: grant(work, begun, draft, signer, input) }
  signStep(work, begun.disclosure, signer, 'giveBack', { item: begun.item, words: opinion ?? null, facts: { reply: draft.id } })
  work.move(itemLifecycle, id, 'inHand', since(work))
  return { item: id, state: 'inHand', letter: null }
}
