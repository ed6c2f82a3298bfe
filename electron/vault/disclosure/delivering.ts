import type { Output, Parsed } from '../../../contract/index.ts'
import { disclosureStateLabel, type LetterKind } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Work } from '../door/unit.ts'
import { consultClock, endConsult, endItem, endOwn, ownClock } from './clocks.ts'
import { isTheirs } from './consulting.ts'
import { settle } from './following.ts'
import { secretBehind } from './grounds.ts'
import { disclosureLifecycle, ENDED, itemLifecycle, OPEN_ITEM, WITHDRAWABLE } from './lifecycle.ts'
import type { LetterFacts } from './letters/compose.ts'
import {
  begun,
  consultsOf,
  type DisclosureRecord,
  disclosureById,
  type ItemRecord,
  itemRecord,
  itemsOf,
  lastOf,
  nameOfItem,
  ofItem,
  signStep,
  since,
  type StepRecord,
  stepsOf,
  today,
} from './records.ts'
import { signWithLetter } from './writing.ts'

type LetterRecord = { id: number; number: string; disclosure: number; item: number | null; step: number; kind: LetterKind; written_on: string }

const letterById = (work: Work, id: number): LetterRecord => {
  const none = () => refuse('input.unknownRecord', '没有这份文书，请从列表中选择。', { clause: 'G3.3', field: 'letter' })
  const letter =
    work.read.get<LetterRecord>('SELECT id, number, disclosure, item, step, kind, written_on FROM disclosure_letter WHERE id = ?', id) ?? none()
  disclosureById(work, letter.disclosure, 'letter')
  return letter
}

/** A reply is given out as it was last approved, while its review stands (B1). */
const refuseVoid = (
  read: Work['read'],
  { kind, step }: LetterRecord,
  disclosure: DisclosureRecord,
  item: ItemRecord | undefined,
  steps: readonly StepRecord[],
) => {
  if (kind !== 'reply' || !item) return
  const approved = lastOf(ofItem(steps, item.id), 'approve')
  if (item.state === 'answered' && approved?.id === step) {
    const secret = secretBehind(
      read,
      steps.find(({ id }) => id === approved.facts.reply),
    )
    if (secret) refuse('rule.forbids', `${secret}这份答复书不得送达，请重新审查。`, { clause: 'B10', field: 'letter' })
    return
  }
  refuse('rule.forbids', `${nameOfItem(disclosure, item)}答复所依据的审查已经作废，须重新审查，这份答复书不得送达。`, {
    clause: 'B1',
    field: 'letter',
  })
}

/** 送达 of a letter, once. The last reply that reaches the applicant makes the application 已送达. */
export const deliver = (work: Work, input: Parsed<'disclosure.deliver'>): Output<'disclosure.deliver'> => {
  const { how, deliveredOn, receipt } = input
  const letter = letterById(work, input.letter)
  const { disclosure, steps } = begun(work, letter.disclosure)
  work.about(letter.number)
  const item = letter.item === null ? undefined : itemRecord(work.read, letter.item)
  const no = (message: string, field = 'letter') => refuse('rule.forbids', message, { clause: 'G3.3', field })
  if (item && !isTheirs(work, item)) no(`${nameOfItem(disclosure, item)}由承办科室${item.department}或者综合办公室送达。`)
  if (disclosure.state === 'filed') no(`${disclosure.number}已经归档。`)
  if (steps.some(({ act, facts }) => act === 'deliver' && facts.letter === letter.id)) no(`${letter.number}已经登记送达。`)
  refuseVoid(work.read, letter, disclosure, item, steps)
  if (deliveredOn > today(work)) refuse('input.future', '送达日期不得晚于今天。', { clause: 'G3.3', field: 'deliveredOn' })
  if (deliveredOn < letter.written_on) refuse('input.range', '送达日期不得早于发文日期。', { clause: 'G3.3', field: 'deliveredOn' })
  const facts = { letter: letter.id, deliveredOn }
  signStep(work, disclosure, work.me(), 'deliver', { ...(item && { item }), outcome: how, words: receipt ?? null, facts })
  if (letter.kind !== 'reply' || !item) return { id: disclosure.id, state: disclosure.state, letter: letter.id }
  work.move(itemLifecycle, item.id, 'delivered', since(work))
  return { id: disclosure.id, state: settle(work, disclosure), letter: letter.id }
}

type Free = Parsed<'disclosure.letter'>

/** What a letter that no act brings must say, by its kind. */
const factsOf = ({ kind, words, amount, to }: Free, due: string | null): LetterFacts => {
  const missing = (message: string, field: string) => refuse('input.missing', message, { clause: 'G3.3', field })
  if (kind !== 'fee' && amount !== undefined) refuse('input.unknownField', '只有收费通知填写金额。', { clause: 'G3.3', field: 'amount' })
  const needsWords = (): string => words ?? missing('请写明内容。', 'words')
  switch (kind) {
    case 'receipt':
      return { kind, due, words: words ?? null }
    case 'fee':
      return { kind, amount: amount ?? missing('请填写收费金额。', 'amount'), words: words ?? null }
    case 'explain':
      return { kind, words: words ?? null }
    default:
      if (to === undefined) missing('请写明发给谁。', 'to')
      return { kind, words: needsWords() }
  }
}

/** 发函: whatever no act brings with it, while the application is not at an end. */
export const letter = (work: Work, input: Free): Output<'disclosure.letter'> => {
  const { kind, to, words, amount, writtenOn } = input
  const { disclosure, steps } = begun(work, input.disclosure)
  const item = input.item === undefined ? undefined : itemRecord(work.read, input.item)
  if (input.item !== undefined && item?.disclosure !== disclosure.id)
    refuse('input.unknownRecord', '没有这项申请，请从列表中选择。', { clause: 'A4(1)4', field: 'item' })
  if (item && !isTheirs(work, item))
    refuse('rule.forbids', `${nameOfItem(disclosure, item)}由承办科室${item.department}办理。`, { clause: 'B3', field: 'item' })
  if (ENDED.some((state) => state === disclosure.state))
    refuse('state.forbids', `${disclosure.number}现为“${disclosureStateLabel[disclosure.state]}”，不再发函。`, {
      clause: 'G3.3',
      field: 'disclosure',
    })
  if (writtenOn > today(work)) refuse('input.future', '发函日期不得晚于今天。', { clause: 'G3.3', field: 'writtenOn' })
  if (writtenOn < disclosure.received_on) refuse('input.range', '发函日期不得早于收到申请之日。', { clause: 'G3.3', field: 'writtenOn' })
  if (kind === 'thirdPartyTold' && !(item && consultsOf(ofItem(steps, item.id)).some(({ whom }) => whom === 'thirdParty')))
    refuse('rule.forbids', '只有征求过第三方意见的事项，才告知第三方公开决定。请选择该事项。', { clause: '条例32', field: 'item' })
  const facts = factsOf(input, ownClock(work.read, disclosure, 'reply')?.due ?? null)
  const said = { outcome: kind, words: words ?? null, facts: { writtenOn, ...(to !== undefined && { to }), ...(amount !== undefined && { amount }) } }
  const written = signWithLetter(work, disclosure, work.me(), 'letter', said, { to, writtenOn, item, facts })
  return { id: disclosure.id, state: disclosure.state, letter: written.letter }
}

type Closing = Parsed<'disclosure.close'>

/** What stands against an ending from where the application is; null when nothing does. */
export const whyNotEnded = (read: Work['read'], { id, number, state }: DisclosureRecord, how: Closing['how'], on: string): string | null => {
  const is = `${number}现为“${disclosureStateLabel[state]}”`
  if (how === 'filed') return state === 'delivered' ? null : `${is}：各项答复都已送达，才能归档。`
  if (how === 'withdrawn') {
    if (!WITHDRAWABLE.some((one) => one === state)) return `${is}，已经答复或者办结，不能撤回。`
    return itemsOf(read, id).some((item) => item.state === 'answered' || item.state === 'delivered')
      ? `${number}已有事项作了答复，不能撤回，请把其余各项答复完。`
      : null
  }
  if (state !== 'supplementing') return `${is}，没有在等补正，不能视为放弃。`
  const due = ownClock(read, { id }, 'supplement')?.due ?? null
  if (due === null) return '补正期限所在年份的工作日历尚未录入，不能认定逾期。请安全保密管理员录入日历。'
  return on > due ? null : `申请人的补正期限到${due}为止，期满仍未补正的，才视为放弃申请。`
}

/** Every clock of an application that ends. */
const endClocks = (work: Work, disclosure: DisclosureRecord) => {
  endOwn(work, disclosure, 'reply', 'supplementNotice', 'supplement')
  const steps = stepsOf(work.read, disclosure.id)
  for (const item of itemsOf(work.read, disclosure.id)) {
    endItem(work, item)
    for (const { asked, whom } of consultsOf(ofItem(steps, item.id)))
      if (consultClock(work.read, asked.id, whom).open === 1) endConsult(work, asked.id, whom)
    if (OPEN_ITEM.some((state) => state === item.state)) work.move(itemLifecycle, item.id, 'ended', since(work))
  }
}

/** 视为放弃 (条例30), 撤回, or 归档 (G四). */
export const close = (work: Work, { disclosure: id, how, on, words }: Closing): Output<'disclosure.close'> => {
  const { disclosure, steps } = begun(work, id)
  const clause = how === 'filed' ? 'G4' : how === 'abandoned' ? '条例30' : '条例29'
  if (on > today(work)) refuse('input.future', '日期不得晚于今天。', { clause, field: 'on' })
  if (on < disclosure.received_on) refuse('input.range', '日期不得早于收到申请之日。', { clause, field: 'on' })
  const lastDelivery = steps.reduce((day, { facts }) => (facts.deliveredOn && facts.deliveredOn > day ? facts.deliveredOn : day), '')
  if (how === 'filed' && on < lastDelivery) refuse('input.range', '归档日期不得早于送达日期。', { clause, field: 'on' })
  const why = whyNotEnded(work.read, disclosure, how, on)
  if (why) refuse('rule.forbids', why, { clause, field: 'how' })
  signStep(work, disclosure, work.me(), how === 'filed' ? 'file' : how, { words, facts: { on } })
  if (how !== 'filed') endClocks(work, disclosure)
  work.move(disclosureLifecycle, id, how, since(work))
  return { id, state: how }
}
