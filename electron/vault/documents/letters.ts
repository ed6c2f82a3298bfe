import type { Output, Parsed } from '../../../contract/index.ts'
import { type EnvelopeState, envelopeStateLabel } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Query, Read, Work } from '../door/unit.ts'
import { envelopeLifecycle } from './lifecycle.ts'
import { plain } from './numbers.ts'
import { refuseStranger } from './scope.ts'
import { refuseReceivedIn } from '../years/closed.ts'

type EnvelopeInput = Extract<Parsed<'documents.register'>['envelope'], { envelopeNo: string }>
export type EnvelopeRow = { id: number; number: string; personal_for: number | null; state: EnvelopeState; received_at: string }

/** Nothing came in after now. */
export const refuseReceivedLater = (wall: string, receivedAt: string, field: string): void => {
  if (receivedAt > wall) refuse('input.future', '收文时间不得晚于现在。', { clause: 'F1(1)a', field })
}

/** Refuses an envelope that came in after now or in a year that is closed, or whose broken seal nobody told of. */
export const refuseBadEnvelope = (
  { read, wall }: Pick<Query, 'read' | 'wall'>,
  envelope: Pick<EnvelopeInput, 'receivedAt' | 'sealIntact' | 'sealNote'>,
  prefix: string,
): void => {
  refuseReceivedLater(wall, envelope.receivedAt, `${prefix}receivedAt`)
  refuseReceivedIn(read, envelope.receivedAt, `${prefix}receivedAt`)
  if (!envelope.sealIntact && !envelope.sealNote)
    refuse('input.missing', '密封不完好的，请写明情况。', { clause: 'F1(1)a', field: `${prefix}sealNote` })
}

type Earlier = { id: number; number: string; state: EnvelopeState; personal_for: number | null; received_at: string }

/** The same letter signed in before: the same number of the same 来文机关 in the same year. */
const earlierOf = (work: Work, { envelopeNo, sender, receivedAt }: EnvelopeInput): Earlier | undefined =>
  work.read
    .all<Earlier & { sender: string }>(
      'SELECT id, number, state, personal_for, received_at, sender FROM envelope WHERE envelope_no = ? AND received_at BETWEEN ? AND ?',
      envelopeNo,
      `${receivedAt.slice(0, 4)}-01-01`,
      `${receivedAt.slice(0, 4)}-12-31T23:59`,
    )
    .find((earlier) => plain(earlier.sender) === plain(sender))

const whereItGoesOn = ({ state }: Pick<EnvelopeRow, 'state'>) =>
  state === 'registered' ? '封内另有文件的，请打开已登记的那一件，用“登记同封另一件”办理。' : '请从“今日”的待办中办理。'

/** A letter that waits is registered from where it waits: a sealed 亲启件 is not opened by being typed in again (F1(1)d). */
const refuseTwice = (work: Work, envelope: EnvelopeInput, prefix: string) => {
  const earlier = earlierOf(work, envelope)
  if (earlier)
    refuse('input.duplicate', `该信封已签收为${earlier.number}，现为“${envelopeStateLabel[earlier.state]}”，${whereItGoesOn(earlier)}`, {
      clause: earlier.personal_for === null ? 'F1(1)b' : 'F1(1)d',
      field: `${prefix}envelopeNo`,
    })
}

const insertEnvelope = (work: Work, envelope: EnvelopeInput, more: { personalFor: number | null; state: EnvelopeState; opened: boolean }) => {
  const number = work.number('envelope')
  const { envelopeNo, receivedAt, sealIntact } = envelope
  const signed = { envelope: number, envelopeNo, receivedAt, sealIntact, personalFor: more.personalFor }
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
    receive_signature: work.sign(work.me(), 'receive', signed),
  })
  work.about(number)
  return { id, number, received_at: envelope.receivedAt }
}

/** Signs an unopened envelope in (F1(1)a); an 亲启件 waits for its addressee (F1(1)d). */
export const receive = (work: Work, input: Parsed<'documents.receive'>): Output<'documents.receive'> => {
  const { personalFor, ...envelope } = input
  refuseBadEnvelope(work, envelope, '')
  refuseTwice(work, envelope, '')
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

/** 留存件转登记: its addressee, who kept an 亲启件, gives it to be registered after all, signed (F1(1)d). */
export const turnOver = (work: Work, { envelope: id, ticket }: Parsed<'documents.turnOver'>): Output<'documents.turnOver'> => {
  const envelope = envelopeById(work.read, id, 'envelope')
  work.about(envelope.number)
  const signer = ticket === undefined ? work.me() : work.signer(ticket)
  if (signer.person.id !== envelope.personal_for) refuse('rule.forbids', '留存件只能由收件人本人转登记。', { clause: 'F1(1)d', field: 'envelope' })
  work.move(envelopeLifecycle, id, 'toRegister', { turn_over_signature: work.sign(signer, 'turnOver', { envelope: envelope.number }) })
  return { id }
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

/**
 * The envelope that a registration comes from: one signed in and opened before, or signed for and opened in the same act.
 * A second paper from a letter that was registered already joins that letter.
 */
export const takeEnvelope = (work: Work, envelope: Parsed<'documents.register'>['envelope']): Pick<EnvelopeRow, 'id' | 'number' | 'received_at'> => {
  if ('id' in envelope) {
    const row = registrableEnvelope(work, envelope.id)
    if (row.state !== 'registered') work.move(envelopeLifecycle, row.id, 'registered')
    return row
  }
  refuseBadEnvelope(work, envelope, 'envelope.')
  const earlier = earlierOf(work, envelope)
  if (earlier?.state === 'registered' && earlier.personal_for === null) {
    work.about(earlier.number)
    return earlier
  }
  refuseTwice(work, envelope, 'envelope.')
  return insertEnvelope(work, envelope, { personalFor: null, state: 'registered', opened: true })
}
