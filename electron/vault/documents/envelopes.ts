import type { EnvelopeRow } from '../../../contract/documents-views.ts'
import type { Output, Parsed } from '../../../contract/index.ts'
import type { DeliveryPaper } from '../../../contract/paper.ts'
import type { EnvelopeState } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Query, Read, Value } from '../door/unit.ts'
import { containing } from '../storage/search.ts'
import { signatureMark } from '../people/marks.ts'
import { nextOf } from '../storage/paging.ts'

type EnvelopeLine = {
  id: number
  number: string
  envelope_no: string
  sender: string
  received_at: string
  seal_intact: number
  state: EnvelopeState
  opened_at: string | null
  opener: string | null
  personal_for: number | null
  name: string
  department: string
  receivedBy: string
  seal_note: string | null
  open_signature: number | null
}

const ENVELOPE = `SELECT envelope.id, envelope.number, envelope_no, sender, received_at, seal_intact, state, opened_at, opener.name AS opener,
  personal_for, addressee.name, addressee.department, receiver.name AS receivedBy, seal_note, open_signature
  FROM envelope LEFT JOIN person AS addressee ON addressee.id = personal_for LEFT JOIN person AS opener ON opener.id = opened_by
  JOIN person AS receiver ON receiver.id = received_by`

const WAITING = "'unopened','personalUnopened','opened','toRegister'"
/** In somebody's hands: waiting, or kept by its addressee. */
const OPEN = `${WAITING},'retained'`
const NAMED = ['envelope.number', 'envelope_no', 'sender', 'addressee.name'].map((column) => `${column} LIKE ? ESCAPE '\\'`).join(' OR ')

/** Envelopes: an officer sees all; everybody else those addressed to them (F1(1)d). */
export const envelopes = (query: Query, { waiting, text, after, limit }: Parsed<'documents.envelopes'>): Output<'documents.envelopes'> => {
  const officer = query.asking.roles.includes('officer')
  const states = officer && text === undefined ? WAITING : OPEN
  const wanted: [condition: string, ...values: Value[]][] = [
    ['envelope.id < ?', after ?? Number.MAX_SAFE_INTEGER],
    ...(waiting || text !== undefined ? [[`state IN (${states})`] as [string]] : []),
    ...(officer ? [] : [['personal_for = ?', query.asking.person.id] as [string, number]]),
    ...(text === undefined ? [] : [[`(${NAMED})`, ...new Array<string>(4).fill(containing(text))] as [string, ...string[]]]),
  ]
  const rows = query.read.all<EnvelopeLine>(
    `${ENVELOPE} WHERE ${wanted.map(([condition]) => condition).join(' AND ')} ORDER BY envelope.id DESC LIMIT ?`,
    ...wanted.flatMap(([, ...values]) => values),
    limit,
  )
  return { rows: rows.map((row) => envelopeLine(query.read, row)), next: nextOf(rows, limit) }
}

const envelopeLine = (read: Read, row: EnvelopeLine): EnvelopeRow => ({
  id: row.id,
  number: row.number,
  envelopeNo: row.envelope_no,
  sender: row.sender,
  receivedAt: row.received_at,
  sealIntact: row.seal_intact === 1,
  personalFor: row.personal_for === null ? null : { id: row.personal_for, name: row.name, department: row.department },
  state: row.state,
  openedAt: row.opened_at,
  openedBy: row.opener,
  documents:
    row.state === 'registered'
      ? read.all<{ id: number; number: string }>('SELECT id, number FROM document WHERE envelope = ? ORDER BY id', row.id)
      : [],
})

/** An 亲启件 for its 送达签收单: who brought it, in what state, and what its addressee signed. Refused for an envelope without addressee (F1(1)d). */
export const personalEnvelope = (read: Read, id: number): DeliveryPaper['envelope'] => {
  const row =
    read.get<EnvelopeLine>(`${ENVELOPE} WHERE envelope.id = ?`, id) ??
    refuse('input.unknownRecord', '没有这个信封，请从待办列表中选择。', { field: 'envelope' })
  if (row.personal_for === null) refuse('rule.forbids', '送达签收单只用于亲启件，其他信件由保密员拆封登记。', { clause: 'F1(1)d', field: 'envelope' })
  return {
    ...envelopeLine(read, row),
    receivedBy: row.receivedBy,
    sealNote: row.seal_note,
    opened: signatureMark(read, row.open_signature),
  }
}
