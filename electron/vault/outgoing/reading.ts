import type { Output, Parsed, ProcedureName } from '../../../contract/index.ts'
import type { OutgoingRow, OutgoingView } from '../../../contract/outgoing-views.ts'
import type { Level, OutgoingState, Route } from '../../../contract/terms.ts'
import { historyOf } from '../documents/history.ts'
import type { Marked } from '../documents/marking.ts'
import { waysFrom } from '../door/lifecycle.ts'
import { offered } from '../door/offered.ts'
import type { Query, Read, Value } from '../door/unit.ts'
import { isSamePerson } from '../people/identity.ts'
import { signatureMark } from '../people/marks.ts'
import { nameOf } from '../people/names.ts'
import { whyNoEntry } from '../people/paper-signing.ts'
import { outgoingLifecycle } from './lifecycle.ts'
import { outgoingById, type OutgoingRecord } from './records.ts'
import { numbersOf } from './sending.ts'
import { nextOf } from '../storage/paging.ts'

type Line = {
  id: number
  number: string
  state: OutgoingState
  document: number
  documentNumber: string
  documentMark: string
  title: string
  symbol: string | null
  level: Level
  mark: string
  made_on: string
  addressee: string
  copies: number
  maker: number
  name: string
  department: string
  route: Route | null
  carriers: string | null
  waybill: string | null
  sent_at: string | null
  receipt: string | null
  received_on: string | null
  signature: number | null
  opinion: string | null
  send_signature: number | null
  receipt_signature: number | null
}

const ROW = `SELECT outgoing.*, document.number AS documentNumber, p.mark AS documentMark, person.name, person.department
  FROM outgoing JOIN document ON document.id = outgoing.document JOIN particulars AS p ON p.id = document.current JOIN person ON person.id = maker`

const rowOf = (read: Read, line: Line): OutgoingRow => ({
  id: line.id,
  number: line.number,
  state: line.state,
  document: { id: line.document, number: line.documentNumber, mark: line.documentMark },
  title: line.title,
  symbol: line.symbol,
  level: line.level,
  mark: line.mark,
  madeOn: line.made_on,
  addressee: line.addressee,
  copies: line.copies,
  maker: { id: line.maker, name: line.name, department: line.department },
  route: line.route,
  carriers: line.carriers === null ? [] : (JSON.parse(line.carriers) as number[]).map((person) => nameOf(read, person)),
  waybill: line.waybill,
  sentAt: line.sent_at,
  receipt: line.receipt,
  receivedOn: line.received_on,
  approved: signatureMark(read, line.signature),
  opinion: line.opinion,
  sent: signatureMark(read, line.send_signature),
  receipted: signatureMark(read, line.receipt_signature),
})

/** 密件发文登记, newest first, a page at a time. */
export const list = (query: Query, { state, text, after, limit }: Parsed<'outgoing.list'>): Output<'outgoing.list'> => {
  const parts = ['outgoing.id < ?']
  const params: Value[] = [after ?? Number.MAX_SAFE_INTEGER]
  if (state) {
    parts.push('outgoing.state = ?')
    params.push(state)
  }
  if (text !== undefined) {
    const columns = ['outgoing.number', 'outgoing.title', 'outgoing.symbol', 'outgoing.addressee', 'document.number']
    parts.push(`(${columns.map((column) => `instr(${column}, ?) > 0`).join(' OR ')})`)
    params.push(...columns.map(() => text))
  }
  const rows = query.read.all<Line>(`${ROW} WHERE ${parts.join(' AND ')} ORDER BY outgoing.id DESC LIMIT ?`, ...params, limit)
  return { rows: rows.map((row) => rowOf(query.read, row)), next: nextOf(rows, limit) }
}

/** What was entered in a year of the wall clock, oldest first: the lines of the 发文登记簿. */
export const enteredIn = (read: Read, [from, before]: readonly [string, string]): OutgoingRow[] =>
  read
    .all<Line>(`${ROW} WHERE outgoing.entered_at >= ? AND outgoing.entered_at < ? ORDER BY outgoing.id`, from, before)
    .map((row) => rowOf(read, row))

/** What the marks of these papers are made of. */
export const outgoingMarks = (read: Read, rows: readonly { id: number }[]): Marked[] =>
  read
    .all<{ level: Level; period: string | null; madeOn: string }>(
      'SELECT level, period, made_on AS madeOn FROM outgoing WHERE id IN (SELECT value FROM json_each(?))',
      JSON.stringify(rows.map(({ id }) => id)),
    )
    .map(({ period, ...row }) => ({ ...row, period: period === null ? null : JSON.parse(period) }))

type Ours = Pick<OutgoingRecord, 'maker' | 'entered_by'>

/** Whether it was made or keyed in by the person who looks, on whichever account. */
const isOwn = ({ read, asking }: Query, { maker, entered_by }: Ours) => [maker, entered_by].some((one) => isSamePerson(read, one, asking.person.id))

/** What waits: to be decided for a 分管领导, never their own; to be sent for an officer. */
export const waitingOutgoing = (query: Query): number => {
  const inState = (state: OutgoingState) => query.read.all<Ours>('SELECT maker, entered_by FROM outgoing WHERE state = ?', state)
  const { roles } = query.asking
  const toDecide = roles.includes('deputyLeader') ? inState('drafted').filter((outgoing) => !isOwn(query, outgoing)) : []
  return toDecide.length + (roles.includes('officer') ? inState('approved').length : 0)
}

/** What the person who looks may do next, or the reason that stands against it. */
const actsOn = (query: Query, outgoing: OutgoingRecord): OutgoingView['acts'] => {
  const own = isOwn(query, outgoing)
  const leader = query.asking.roles.includes('deputyLeader')
  const why = (call: ProcedureName) => {
    if (call === 'entry.fromPaper') return whyNoEntry(query, [outgoing.maker, outgoing.entered_by])
    return call === 'outgoing.decide' && leader && own ? '不得审批本人承办或代录的发文（F1(3)b）。' : null
  }
  return offered(
    query,
    waysFrom(outgoingLifecycle, outgoing.state).flatMap(({ by }) => by),
    why,
  )
}

/** One outgoing paper, whole. */
export const get = (query: Query, { outgoing: id }: Parsed<'outgoing.get'>): Output<'outgoing.get'> => {
  const outgoing = outgoingById(query.read, id)
  const line = query.read.get<Line & { period: string | null; enteredBy: string; void_reason: string | null }>(
    `${ROW.replace('SELECT ', 'SELECT officer.name AS enteredBy, ')} JOIN person AS officer ON officer.id = entered_by WHERE outgoing.id = ?`,
    id,
  ) as Line & { period: string | null; enteredBy: string; void_reason: string | null }
  return {
    ...rowOf(query.read, line),
    period: line.period === null ? null : JSON.parse(line.period),
    enteredBy: line.enteredBy,
    numbers: numbersOf(line.number, line.copies),
    voidReason: line.void_reason,
    history: historyOf(query.read, line.number),
    acts: actsOn(query, outgoing),
  }
}
