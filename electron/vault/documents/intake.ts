import type { Output, Parsed } from '../../../contract/index.ts'
import { BUSINESS_ROLES, type EnvelopeState, type Role } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Read, Value, Work } from '../door/unit.ts'
import { envelopeLifecycle } from './lifecycle.ts'
import { copyNumber } from './numbers.ts'
import { expiryOf, markOf, periodMarked, refuseAboveStation, refuseBadPeriod } from './marking.ts'

type Registration = Parsed<'documents.register'>
type EnvelopeInput = Extract<Registration['envelope'], { envelopeNo: string }>
export type EnvelopeRow = { id: number; number: string; personal_for: number | null; state: EnvelopeState; received_at: string }

/** Refuses an id that is not a person's of the business side with a place in the unit (保密法21: 限定到具体人员). */
export const refuseStranger = (read: Read, id: number, field: string): void => {
  const row = read.get<{ roles: string; account: string }>('SELECT roles, account FROM person WHERE id = ?', id)
  const roles = row ? (JSON.parse(row.roles) as Role[]) : []
  if (!row || row.account === 'disabled' || !BUSINESS_ROLES.some((role) => roles.includes(role)))
    refuse('input.unknownRecord', '知悉范围和阅文人应从在岗的业务人员中选择。', { clause: '保密法21', field })
}

export const refuseStrangers = (read: Read, persons: readonly number[], field: string): void => {
  for (const [index, id] of persons.entries()) refuseStranger(read, id, `${field}.${index}`)
}

const refuseBadEnvelope = (work: Work, envelope: EnvelopeInput, prefix: string) => {
  if (envelope.receivedAt > work.wall) refuse('input.future', '收文时间不得晚于现在。', { clause: 'F1(1)a', field: `${prefix}receivedAt` })
  if (!envelope.sealIntact && !envelope.sealNote)
    refuse('input.missing', '密封不完好的，请写明情况。', { clause: 'F1(1)a', field: `${prefix}sealNote` })
}

const insertEnvelope = (work: Work, envelope: EnvelopeInput, more: { personalFor: number | null; state: EnvelopeState; opened: boolean }) => {
  const number = work.number('envelope')
  const id = work.insert('envelope', {
    number,
    envelope_no: envelope.envelopeNo,
    sender: envelope.sender,
    received_at: envelope.receivedAt,
    received_by: work.asking.person.id,
    seal_intact: envelope.sealIntact ? 1 : 0,
    seal_note: envelope.sealNote ?? null,
    personal_for: more.personalFor,
    state: more.state,
    opened_at: more.opened ? work.now.toISOString() : null,
    opened_by: more.opened ? work.asking.person.id : null,
  })
  work.about(number)
  return { id, number, received_at: envelope.receivedAt }
}

/** Signs an unopened envelope in (F1(1)a); an 亲启件 waits for its addressee (F1(1)d). */
export const receive = (work: Work, input: Parsed<'documents.receive'>): Output<'documents.receive'> => {
  const { personalFor, ...envelope } = input
  refuseBadEnvelope(work, envelope, '')
  if (personalFor !== undefined) refuseStranger(work.read, personalFor, 'personalFor')
  const { id, number } = insertEnvelope(work, envelope, {
    personalFor: personalFor ?? null,
    state: personalFor === undefined ? 'unopened' : 'personalUnopened',
    opened: false,
  })
  return { id, number }
}

export const envelopeById = (read: Read, id: number, field: string): EnvelopeRow =>
  read.get<EnvelopeRow>('SELECT id, number, personal_for, state, received_at FROM envelope WHERE id = ?', id) ??
  refuse('input.unknownRecord', '没有这个信封，请从待办列表中选择。', { field })

/** Opens an envelope: an ordinary one by a 保密员 (F1(1)c), an 亲启件 by its addressee alone, signed (F1(1)d). */
export const openEnvelope = (work: Work, { envelope: id, choice, ticket }: Parsed<'documents.openEnvelope'>): Output<'documents.openEnvelope'> => {
  const envelope = envelopeById(work.read, id, 'envelope')
  work.about(envelope.number)
  const personal = envelope.personal_for !== null
  const signer = ticket === undefined ? work.me() : work.signer(ticket)
  if (personal && signer.person.id !== envelope.personal_for)
    refuse('rule.forbids', '亲启件只能由收件人本人拆封。请送本人登录或现场签字后拆封。', { clause: 'F1(1)d', field: 'envelope' })
  const officer = ticket === undefined && work.asking.roles.includes('officer')
  if (!personal && !officer) refuse('rule.forbids', '涉密信件由保密员拆封，严禁其他人擅自拆封。', { clause: 'F1(1)c', field: 'envelope' })
  if (!personal && choice === 'retain')
    refuse('rule.forbids', '只有亲启件可由收件人本人留存，其他信件拆封后应登记。', { clause: 'F1(1)b', field: 'choice' })
  const state: EnvelopeState = personal ? (choice === 'register' ? 'toRegister' : 'retained') : 'opened'
  const signature = work.sign(signer, 'open', { envelope: envelope.number, becomes: state })
  work.move(envelopeLifecycle, id, state, { opened_at: work.now.toISOString(), opened_by: signer.person.id, open_signature: signature })
  return { id, state }
}

const registrableEnvelope = (work: Work, id: number): EnvelopeRow => {
  const envelope = envelopeById(work.read, id, 'envelope.id')
  work.about(envelope.number)
  if (envelope.state === 'unopened') refuse('rule.forbids', '信封尚未拆封，请先由保密员拆封。', { clause: 'F1(1)b', field: 'envelope.id' })
  if (envelope.state === 'personalUnopened')
    refuse('rule.forbids', '亲启件尚未由收件人本人拆封，标题和密级不得填写。', { clause: 'F1(1)d', field: 'envelope.id' })
  if (envelope.state === 'retained') refuse('rule.forbids', '收件人已决定本人留存，不转登记。', { clause: 'F1(1)d', field: 'envelope.id' })
  return envelope
}

const refuseBadCount = (work: Work, { counted, listed, discrepancyNote, copyNos }: Registration) => {
  if (counted !== listed && !discrepancyNote)
    refuse('rule.forbids', `清点份数不符：清单${listed}份，实点${counted}份。请重新清点；确有差异的，写明差异情况作差异登记。`, {
      clause: 'F1(1)b',
      field: 'counted',
    })
  if (copyNos.length > 0 && copyNos.length !== counted)
    refuse('rule.forbids', `份号有${copyNos.length}个，实点${counted}份，应逐份对应；来文没有份号的可全部留空。`, {
      clause: 'F1(1)b',
      field: 'copyNos',
    })
  if (new Set(copyNos).size < copyNos.length) refuse('input.duplicate', '份号有重复，请核对。', { clause: 'F1(1)b', field: 'copyNos' })
  if (work.asking.role !== 'officer') refuse('session.role', '登记由保密员办理。', { clause: 'F1(1)a' })
}

/** What a paper is known by. */
type Identity = { sender: string; symbol?: string | null | undefined; title: string; madeOn: string; copyNos: readonly string[] }
type Earlier = { id: number; number: string }

const current =
  'SELECT DISTINCT document.id, document.number FROM particulars JOIN document ON document.id = particulars.document AND document.current = particulars.id'

/**
 * The earlier registration of the same paper: same 来文机关 and 文号 (or title and day when it has none) with the same 份号.
 * `corrected`: the document that a correction is about to make so.
 */
export const refuseDuplicate = (read: Read, { sender, symbol, title, madeOn, copyNos }: Identity, corrected?: number): void => {
  const same = symbol
    ? read.all<Earlier>(`${current} WHERE symbol = ? AND sender = ?`, symbol, sender)
    : read.all<Earlier>(`${current} WHERE symbol IS NULL AND sender = ? AND made_on = ? AND title = ?`, sender, madeOn, title)
  for (const earlier of same) {
    if (earlier.id === corrected) continue
    const known = read.all<{ copy_no: string | null }>('SELECT copy_no FROM copy WHERE document = ?', earlier.id).map(({ copy_no }) => copy_no)
    const apart = copyNos.length > 0 && known.every((no) => no !== null && !copyNos.includes(no))
    if (apart) continue
    const isSo = corrected === undefined ? `该文已登记为${earlier.number}` : `更正后与${earlier.number}是同一文件`
    refuse('input.duplicate', `${isSo}，不得重复登记。补发的份请填写不同的份号。`, {
      clause: 'F1(1)b',
      field: `${corrected === undefined ? '' : 'changes.'}${symbol ? 'symbol' : 'title'}`,
      link: { desk: 'documents', id: earlier.id, number: earlier.number },
    })
  }
}

/** What the paper says, as a row of `particulars`. */
export const particularsRow = (
  work: Work,
  paper: Pick<
    Registration,
    'title' | 'symbol' | 'sender' | 'attachments' | 'urgency' | 'madeOn' | 'addressee' | 'handledBy' | 'returnBy' | 'remarks' | 'level' | 'period'
  >,
): Record<string, Value> => ({
  by_person: work.asking.person.id,
  at: work.now.toISOString(),
  title: paper.title,
  symbol: paper.symbol ?? null,
  sender: paper.sender,
  attachments: paper.attachments ?? null,
  urgency: paper.urgency,
  made_on: paper.madeOn,
  addressee: paper.addressee ?? null,
  handled_by: paper.handledBy ?? null,
  return_by: paper.returnBy ?? null,
  remarks: paper.remarks ?? null,
  level: paper.level,
  period: paper.period ? JSON.stringify(paper.period) : null,
  mark: markOf(paper.level, paper.period),
  expires_on: expiryOf(paper.level, paper.period, paper.madeOn),
})

const takeEnvelope = (work: Work, envelope: Registration['envelope']) => {
  if ('id' in envelope) {
    const row = registrableEnvelope(work, envelope.id)
    if (row.state !== 'registered') work.move(envelopeLifecycle, row.id, 'registered')
    return row
  }
  refuseBadEnvelope(work, envelope, 'envelope.')
  return insertEnvelope(work, envelope, { personalFor: null, state: 'registered', opened: true })
}

const insertCopies = (work: Work, document: number, number: string, { counted, copyNos }: Registration) =>
  Array.from({ length: counted }, (_, index) => {
    const copy = { number: copyNumber(number, index, counted), copyNo: copyNos[index] ?? null }
    const id = work.insert('copy', {
      document,
      number: copy.number,
      copy_no: copy.copyNo,
      state: 'inBox',
      holder: null,
      sheet: null,
      since: work.now.toISOString(),
    })
    return { id, ...copy }
  })

/** Registers a document: nothing becomes 已登记 without count, number and the officer's hand (F1(1)b). */
export const register = (work: Work, typed: Registration): Output<'documents.register'> => {
  const input = { ...typed, period: periodMarked(typed.level, typed.period) }
  refuseAboveStation(input.level, work.settings.level)
  refuseBadPeriod(input.level, input.period, input.madeOn)
  refuseBadCount(work, input)
  refuseStrangers(work.read, input.scope, 'scope')
  refuseDuplicate(work.read, input)
  const envelope = takeEnvelope(work, input.envelope)
  if (input.madeOn > envelope.received_at.slice(0, 10))
    refuse('input.future', '成文日期不得晚于收文日期。', { clause: '实施条例19', field: 'madeOn' })
  // 不宜公开的事项 go into a book of their own, with numbers of their own (F1(3)c)
  const book = input.level === 'internal' ? 'internal' : 'classified'
  const number = work.number(book)
  const next = (work.read.get<{ id: number }>('SELECT coalesce(max(id), 0) + 1 AS id FROM particulars') as { id: number }).id
  const document = work.insert('document', {
    register: book,
    year: Number(work.wall.slice(0, 4)),
    number,
    envelope: envelope.id,
    listed: input.listed,
    counted: input.counted,
    discrepancy_note: input.counted === input.listed ? null : (input.discrepancyNote ?? null),
    registered_by: work.asking.person.id,
    state: 'registered',
    current: next,
    level: input.level,
    copies: input.counted,
  })
  const row = particularsRow(work, input)
  work.insert('particulars', { id: next, document, version: 1, cause: 'registration', ...row })
  const copies = insertCopies(work, document, number, input)
  for (const person of new Set(input.scope)) work.insert('scope', { document, person, widening: null, at: work.now.toISOString() })
  work.index(document, [input.title, input.symbol ?? null, number, input.sender, ...input.copyNos])
  work.about(number)
  return { id: document, number, copies, unmarked: input.period?.kind === 'unmarked', expiresOn: row.expires_on as string | null }
}
