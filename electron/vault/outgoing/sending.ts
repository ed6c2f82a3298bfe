import type { Output, Parsed } from '../../../contract/index.ts'
import { SENDING_ROLES } from '../../../contract/terms.ts'
import { documentById } from '../documents/document.ts'
import { markOf, periodMarked, refuseAboveStation, refuseBadPeriod } from '../documents/marking.ts'
import { copyNumber, plainSymbol } from '../documents/numbers.ts'
import { refuseStranger, refuseStrangers } from '../documents/scope.ts'
import { wallClock } from '../door/clock.ts'
import { refuse } from '../door/refuse.ts'
import type { Work } from '../door/unit.ts'
import { digestOfWords } from '../storage/bytes.ts'
import { hasDuty } from '../people/duties.ts'
import { isSamePerson } from '../people/identity.ts'
import { signedWhen } from '../people/paper-signing.ts'
import { outgoingLifecycle } from './lifecycle.ts'
import { outgoingById, type OutgoingRecord, refuseBelowParent, signedFacts } from './records.ts'

/** 登记发文: the paper as it will leave, its copies numbered (F1(3)b). */
export const draft = (work: Work, typed: Parsed<'outgoing.draft'>): Output<'outgoing.draft'> => {
  const period = periodMarked(typed.level, typed.period)
  const parent = documentById(work.read, typed.document)
  work.about(parent.number)
  if (parent.register === 'compiled')
    refuse('rule.forbids', `${parent.number}是本单位的汇编，不是来文，没有可答复的。请就来文登记上报、答复。`, {
      clause: 'F1(3)b',
      field: 'document',
    })
  refuseAboveStation(typed.level, work.settings.level)
  refuseBadPeriod(typed.level, period, typed.madeOn)
  refuseBelowParent(work.read, parent.id, typed.level, 'level')
  if (typed.madeOn > work.wall.slice(0, 10)) refuse('input.future', '制发日期不得晚于今天。', { clause: '实施条例19', field: 'madeOn' })
  refuseStranger(work.read, typed.maker, 'maker')
  const number = work.number('outgoing')
  const { title, symbol, level, madeOn, addressee, copies, maker } = typed
  const id = work.insert('outgoing', {
    number,
    document: parent.id,
    title,
    symbol: symbol === undefined ? null : plainSymbol(symbol),
    level,
    period: period ? JSON.stringify(period) : null,
    mark: markOf(level, period),
    made_on: madeOn,
    addressee,
    copies,
    maker,
    entered_by: work.asking.person.id,
    entered_at: work.now.toISOString(),
    state: 'drafted',
  })
  work.about(number)
  return { id, number, copies: numbersOf(number, copies) }
}

/** Every copy by its number. */
export const numbersOf = (number: string, copies: number): string[] => Array.from({ length: copies }, (_, index) => copyNumber(number, index, copies))

/** The 分管领导 who decides, signed in or in place: neither who made it nor who keyed it in, on whichever account. */
const decider = (work: Work, { maker, entered_by }: OutgoingRecord, ticket: string | undefined) => {
  const signer = ticket === undefined ? work.me() : work.signer(ticket)
  const field = ticket === undefined ? 'outgoing' : 'ticket'
  const no = (message: string) => refuse('rule.forbids', message, { clause: 'F1(3)b', field })
  if (!hasDuty(work.read, signer.person.id, SENDING_ROLES)) no('密件发文由分管领导审批。')
  if ([maker, entered_by].some((one) => isSamePerson(work.read, one, signer.person.id))) no('不得审批本人承办或代录的发文。')
  return signer
}

/** 分管领导审批, signed. */
export const decide = (work: Work, { outgoing: id, approve, opinion, ticket }: Parsed<'outgoing.decide'>): Output<'outgoing.decide'> => {
  const outgoing = outgoingById(work.read, id)
  work.about(outgoing.number)
  if (!approve && !opinion) refuse('input.missing', '不批准的，请在“意见”中写明理由。', { clause: 'F1(3)b', field: 'opinion' })
  const signer = decider(work, outgoing, ticket)
  if (approve && outgoing.state === 'drafted') refuseBelowParent(work.read, outgoing.document, outgoing.level, 'outgoing')
  const state = approve ? 'approved' : 'rejected'
  const said = { ...signedFacts(outgoing), decision: state, opinion: opinion ? digestOfWords(opinion) : null }
  const signature = work.sign(signer, 'approval', said)
  work.move(outgoingLifecycle, outgoing.id, state, { decided_by: signer.person.id, opinion: opinion ?? null, signature })
  return { id: outgoing.id, state }
}

/** 专人 have names, 绝密 two of them (domain 3.2: 两人以上同行); what goes by 机要 is carried by nobody of ours. */
const refuseBadCarriers = (work: Work, { level }: OutgoingRecord, { route, carriers, waybill }: Parsed<'outgoing.send'>) => {
  const no = (message: string, field = 'carriers') => refuse('rule.forbids', message, { clause: '实施条例27', field })
  if (route !== 'person' && carriers.length > 0) no('只有专人送达的填写递送人。')
  if (route === 'person' && waybill) no('交寄单号是机要交通、机要通信的，专人送达的不填。', 'waybill')
  if (route !== 'person') return
  refuseStrangers(work.read, carriers, 'carriers')
  const persons = new Set(carriers)
  if (persons.size < carriers.length) refuse('input.duplicate', '递送人有重复，请核对。', { clause: '实施条例27', field: 'carriers' })
  if (persons.size === 0) no('专人送达的，请填写递送人。')
  if (level === 'topSecret' && persons.size < 2) no('绝密件由专人送达的，须两人以上同行。')
}

/** 发出: signed out by the 保密员. */
export const send = (work: Work, input: Parsed<'outgoing.send'>): Output<'outgoing.send'> => {
  const outgoing = outgoingById(work.read, input.outgoing)
  work.about(outgoing.number)
  if (outgoing.state === 'drafted') refuse('rule.forbids', `${outgoing.number}须经分管领导批准后才能发出。`, { clause: 'F1(3)b', field: 'outgoing' })
  refuseBadCarriers(work, outgoing, input)
  if (input.sentAt > work.wall) refuse('input.future', '发出时间不得晚于现在。', { clause: '实施条例27', field: 'sentAt' })
  const { route, carriers, sentAt, waybill } = input
  if (outgoing.state === 'approved') {
    refuseBelowParent(work.read, outgoing.document, outgoing.level, 'outgoing')
    const signature = work.read.get<{ signature: number }>('SELECT signature FROM outgoing WHERE id = ?', outgoing.id)?.signature ?? null
    const approved = signedWhen(work.read, signature)
    if (approved !== null && sentAt < wallClock(new Date(approved)))
      refuse('input.range', '发出时间不得早于批准时间。', { clause: 'F1(3)b', field: 'sentAt' })
  }
  const sent = { route, carriers, waybill: waybill ?? null, sentAt }
  work.move(outgoingLifecycle, outgoing.id, 'sent', {
    route,
    carriers: JSON.stringify(carriers),
    waybill: waybill ?? null,
    sent_at: sentAt,
    sent_by: work.asking.person.id,
    send_signature: work.sign(work.me(), 'outgoing.send', { ...signedFacts(outgoing), ...sent }),
  })
  return { id: outgoing.id }
}

/** 登记回执: the addressee has it. */
export const receipt = (work: Work, input: Parsed<'outgoing.receipt'>): Output<'outgoing.receipt'> => {
  const outgoing = outgoingById(work.read, input.outgoing)
  work.about(outgoing.number)
  const { receivedOn, receipt: number } = input
  if (receivedOn > work.wall.slice(0, 10)) refuse('input.future', '签收日期不得晚于今天。', { clause: '实施条例27', field: 'receivedOn' })
  if (outgoing.sent_at !== null && receivedOn < outgoing.sent_at.slice(0, 10))
    refuse('input.range', '签收日期不得早于发出日期。', { clause: '实施条例27', field: 'receivedOn' })
  work.move(outgoingLifecycle, outgoing.id, 'receipted', {
    receipt: number,
    received_on: receivedOn,
    receipt_by: work.asking.person.id,
    receipt_signature: work.sign(work.me(), 'outgoing.receipt', { ...signedFacts(outgoing), receipt: number, receivedOn }),
    closed_at: work.now.toISOString(),
  })
  return { id: outgoing.id }
}

/** 作废, before it left. */
export const cancel = (work: Work, { outgoing: id, reason }: Parsed<'outgoing.cancel'>): Output<'outgoing.cancel'> => {
  const outgoing = outgoingById(work.read, id)
  work.about(outgoing.number)
  work.move(outgoingLifecycle, outgoing.id, 'cancelled', { void_reason: reason, closed_at: work.now.toISOString() })
  return { id: outgoing.id }
}
