import type { Output, Parsed } from '../../../contract/index.ts'
import { applicationChannelLabel, CONFIRMED_CHANNELS, LABELLED_CHANNELS } from '../../../contract/terms.ts'
import { loadedCalendars } from '../calendar/loaded.ts'
import { workingDayAfter } from '../calendar/working-days.ts'
import { refuse } from '../door/refuse.ts'
import type { Work } from '../door/unit.ts'
import { endOwn, ownClock, runOwn } from './clocks.ts'
import { disclosureLifecycle } from './lifecycle.ts'
import { type ApplicationRecord, applicationOf, begun, type DisclosureRecord, lastOf, signStep, since, today } from './records.ts'
import { signWithLetter } from './writing.ts'

type Receiving = Parsed<'disclosure.receive'>

/** By telephone nothing is applied for, unless the unit takes it (A4(1)1, G3.1). */
const refuseTelephone = (work: Work, { channel }: Receiving) => {
  if (channel === 'telephone' && !work.settings.phoneRequests)
    refuse('rule.forbids', '不直接受理电话申请（A四(一)1）。请告知申请人书面申请，或者当面口述由本机关代为填写，并把来电登记为咨询。', {
      clause: 'A4(1)1',
      field: 'channel',
    })
}

/** The day of receipt that the channel makes: handed in or signed for, or confirmed with the applicant (条例31). A day off is a day of receipt like any other. */
const receivedOn = (work: Work, { channel, arrivedOn, confirmedOn }: Receiving): string => {
  const is = applicationChannelLabel[channel]
  if (arrivedOn > today(work)) refuse('input.future', '收到日期不得晚于今天。', { clause: '条例31', field: 'arrivedOn' })
  if (!CONFIRMED_CHANNELS.some((one) => one === channel)) {
    if (confirmedOn !== undefined)
      refuse('input.unknownField', `${is}的，提交或者签收之日就是收到申请之日，不填确认日期。`, { clause: '条例31', field: 'confirmedOn' })
    return arrivedOn
  }
  const confirmed =
    confirmedOn ??
    refuse('input.missing', `${is}的申请，以与申请人确认之日为收到申请之日。请先与申请人确认，再登记确认日期。`, {
      clause: '条例31',
      field: 'confirmedOn',
    })
  if (confirmed > today(work)) refuse('input.future', '确认日期不得晚于今天。', { clause: '条例31', field: 'confirmedOn' })
  if (confirmed < arrivedOn) refuse('input.range', '确认日期不得早于到达日期。', { clause: '条例31', field: 'confirmedOn' })
  return confirmed
}

const labelOf = ({ channel, labelled }: Receiving): 0 | 1 | null => {
  if (LABELLED_CHANNELS.some((one) => one === channel)) return labelled === true ? 1 : 0
  if (labelled !== undefined) refuse('input.unknownField', '只有信函、传真核对“政府信息公开申请”字样。', { clause: 'A4(1)1', field: 'labelled' })
  return null
}

type Said = Pick<Receiving, 'applicant' | 'content' | 'providedAs' | 'obtainedBy'>
const columnsOf = ({ applicant, content, providedAs, obtainedBy }: Said) => ({
  kind: applicant.kind,
  name: applicant.name,
  evidence: applicant.evidence ?? null,
  evidence_no: applicant.evidenceNo ?? null,
  agent: applicant.agent ?? null,
  telephone: applicant.telephone ?? null,
  address: applicant.address ?? null,
  email: applicant.email ?? null,
  content,
  provided_as: providedAs ?? null,
  obtained_by: obtainedBy ?? null,
})
type Columns = ReturnType<typeof columnsOf>
type Application = Pick<DisclosureRecord, 'id' | 'number' | 'version'>
/** The application as it stands from now on, and what it is found by. */
const insertVersion = (work: Work, { id, number, version }: Application, received_on: string, columns: Columns) => {
  work.insert('application', { disclosure: id, version, by_person: work.asking.person.id, at: work.now.toISOString(), received_on, ...columns })
  work.index('disclosure', id, [number, columns.name, columns.content])
}

/** 收到申请: as it came, whatever it lacks. The clocks of the reply and of 补正告知 start on the day of receipt, in either preset: 登记 is 即时 (A四(一)3). */
export const receive = (work: Work, input: Receiving): Output<'disclosure.receive'> => {
  refuseTelephone(work, input)
  const received = receivedOn(work, input)
  const { channel, arrivedOn, confirmedOn } = input
  const head = { channel, arrived_on: arrivedOn, confirmed_on: confirmedOn ?? null, labelled: labelOf(input), received_on: received }
  const number = work.number('disclosure')
  work.about(number)
  const entered = { entered_by: work.asking.person.id, entered_at: work.now.toISOString() }
  const id = work.insert('disclosure', { number, ...head, ...entered, state: 'received', version: 1, ...since(work) })
  insertVersion(work, { id, number, version: 1 }, received, columnsOf(input))
  const disclosure: DisclosureRecord = { id, number, state: 'received', version: 1, channel, labelled: head.labelled, received_on: received }
  signStep(work, disclosure, work.me(), 'receive', { outcome: channel, facts: { receivedOn: received } })
  const { reply, supplementNotice } = work.settings.disclosureDays
  const { due } = runOwn(work, disclosure, 'reply', { from: received, days: reply })
  runOwn(work, disclosure, 'supplementNotice', { from: received, days: supplementNotice })
  return { id, number, receivedOn: received, replyDue: due }
}

/** Once, and within the days of the rules: whoever is asked late is answered instead (条例30). */
const refuseAsking = (work: Work, disclosure: DisclosureRecord, asked: boolean, toldOn: string) => {
  const { number, state } = disclosure
  const no = (message: string, field = 'disclosure') => refuse('rule.forbids', message, { clause: '条例30', field })
  if (asked) no(`${number}已经告知过补正，补正只能告知一次。请登记后答复。`)
  if (state !== 'received') refuse('state.forbids', `${number}已经登记，不再告知补正，请答复。`, { clause: '条例30', field: 'disclosure' })
  if (toldOn > today(work)) refuse('input.future', '告知日期不得晚于今天。', { clause: '条例30', field: 'toldOn' })
  if (toldOn < disclosure.received_on) refuse('input.range', '告知日期不得早于收到申请之日。', { clause: '条例30', field: 'toldOn' })
  const due = ownClock(work.read, disclosure, 'supplementNotice')?.due
  if (due && toldOn > due) no(`补正告知的期限到${due}为止，逾期不得再以补正为由不予办理。请登记，就申请的内容直接答复。`, 'toldOn')
}

/** 补正告知: what lacks, and by when. The clock of the reply is void until the 补正 comes. */
export const askSupplement = (work: Work, input: Parsed<'disclosure.askSupplement'>): Output<'disclosure.askSupplement'> => {
  const { lacks, words, days, toldOn } = input
  const { disclosure, steps } = begun(work, input.disclosure)
  refuseAsking(work, disclosure, lastOf(steps, 'askSupplement') !== undefined, toldOn)
  if (new Set(lacks).size < lacks.length) refuse('input.duplicate', '补正事项有重复，请核对。', { clause: '条例30', field: 'lacks' })
  endOwn(work, disclosure, 'reply', 'supplementNotice')
  const { due } = runOwn(work, disclosure, 'supplement', { from: toldOn, days })
  const { letter } = signWithLetter(
    work,
    disclosure,
    work.me(),
    'askSupplement',
    { words: words ?? null, facts: { lacks, toldOn, days } },
    { writtenOn: toldOn, facts: { kind: 'supplement', lacks, words: words ?? null, days, due } },
  )
  work.move(disclosureLifecycle, disclosure.id, 'supplementing', since(work))
  return { id: disclosure.id, state: 'supplementing', letter }
}

/** What a 补正 brings in place of what stood there. */
const mended = (before: ApplicationRecord, { applicant, content, providedAs, obtainedBy }: Parsed<'disclosure.supplement'>): Columns => {
  const { version: _version, by_person: _by, at: _at, received_on: _on, ...kept } = before
  const person = applicant && columnsOf({ applicant, content: before.content, providedAs: undefined, obtainedBy: undefined })
  return {
    ...kept,
    ...person,
    content: content ?? before.content,
    provided_as: providedAs ?? before.provided_as,
    obtained_by: obtainedBy ?? before.obtained_by,
  }
}

/** 收到补正: a new version. The clock of the reply starts again on its day (条例30); one that comes late is taken as long as the application is not 视为放弃. */
export const supplement = (work: Work, input: Parsed<'disclosure.supplement'>): Output<'disclosure.supplement'> => {
  const { receivedOn: received, applicant, content, providedAs, obtainedBy } = input
  const { disclosure, steps } = begun(work, input.disclosure)
  const { id, number, state } = disclosure
  if (state !== 'supplementing') refuse('state.forbids', `${number}没有在等申请人补正。`, { clause: '条例30', field: 'disclosure' })
  if (received > today(work)) refuse('input.future', '收到补正的日期不得晚于今天。', { clause: '条例30', field: 'receivedOn' })
  if (received < (lastOf(steps, 'askSupplement')?.facts.toldOn ?? ''))
    refuse('input.range', '收到补正的日期不得早于告知补正的日期。', { clause: '条例30', field: 'receivedOn' })
  if (applicant === undefined && content === undefined && providedAs === undefined && obtainedBy === undefined)
    refuse('input.missing', '请填写申请人补正了什么。', { clause: '条例30', field: 'content' })
  const version = disclosure.version + 1
  insertVersion(work, { id, number, version }, received, mended(applicationOf(work.read, disclosure), input))
  work.move(disclosureLifecycle, id, 'received', { version, ...since(work) })
  signStep(work, { ...disclosure, version }, work.me(), 'supplement', { facts: { receivedOn: received } })
  endOwn(work, disclosure, 'supplement')
  const { due } = runOwn(work, disclosure, 'reply', { from: received, days: work.settings.disclosureDays.reply })
  return { id, state: 'received', replyDue: due }
}

/** The last day of a number of working days from a day, as a letter says it before its clock runs. */
export const lastDay = (work: Work, from: string, days: number): string | null => workingDayAfter(loadedCalendars(work.read), from, days)
