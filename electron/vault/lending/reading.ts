import type { Output, Parsed } from '../../../contract/index.ts'
import type { LoanRow, VisitRow } from '../../../contract/lending-views.ts'
import { type LoanState, UNAVAILABLE_STATES, type VisitState } from '../../../contract/terms.ts'
import { dueOf, isOverdue } from '../circulation/due.ts'
import { type HoldingRow, passageOf } from '../custody/holding.ts'
import { copyLabelled } from '../custody/labels.ts'
import { historyOf } from '../documents/history.ts'
import { copiesMatching, matching } from '../documents/matching.ts'
import { daysPast } from '../door/clock.ts'
import { refuse } from '../door/refuse.ts'
import type { Query, Value } from '../door/unit.ts'
import { personRow } from '../people/changes.ts'
import { signatureMark } from '../people/marks.ts'
import { actsOn } from './acts.ts'
import { LENDABLE_COLUMNS, LENDABLE_FROM, lendableOf, type LendableLine, seesTitles } from './lendable.ts'
import { loanById, visitById, wantedById } from './records.ts'
import { nextOf } from '../storage/paging.ts'

const FROM_THE_TOP = Number.MAX_SAFE_INTEGER

const NOT_GONE = `copy.state NOT IN (${UNAVAILABLE_STATES.map((state) => `'${state}'`).join(',')})`

type LoanLine = LendableLine & {
  id: number
  number: string
  state: LoanState
  borrower: number
  name: string
  department: string
  entered_at: string
  asked_until: string
  due: string | null
}
const LOAN = `SELECT loan.id, loan.number, loan.state, loan.borrower, person.name, loan.department, loan.entered_at, loan.asked_until, loan.due, ${LENDABLE_COLUMNS}
  FROM loan JOIN person ON person.id = loan.borrower JOIN copy ON copy.id = loan.copy ${LENDABLE_FROM}`

const loanRow = (query: Query, line: LoanLine): LoanRow => {
  const due = line.due ?? line.asked_until
  const past = line.state === 'lent' ? daysPast(due, query.wall.slice(0, 10)) : 0
  return {
    id: line.id,
    number: line.number,
    state: line.state,
    copy: lendableOf(line, seesTitles(query)),
    borrower: { id: line.borrower, name: line.name, department: line.department },
    enteredAt: line.entered_at,
    due,
    overdue: past > 0,
    overdueDays: past,
  }
}

type Ids = { sql: string; params: Value[] }

/** Whose loans a person sees: an officer and the 综办负责人 all, anybody else those they borrow or asked for. */
const seenBy = ({ asking: { roles, person } }: Query): Ids =>
  roles.includes('officer') || roles.includes('officeHead')
    ? { sql: '1', params: [] }
    : {
        sql: 'loan.id IN (SELECT id FROM loan WHERE borrower = ? UNION ALL SELECT id FROM loan WHERE entered_by = ?)',
        params: [person.id, person.id],
      }

/** What waits for a person: to decide, what is not their own; to lend. */
const waitingFor = ({ asking: { roles, person } }: Query): Ids => {
  const parts = ['SELECT NULL']
  const params: Value[] = []
  if (roles.includes('officeHead')) {
    parts.push("SELECT id FROM loan WHERE state = 'requested' AND ? NOT IN (borrower, entered_by)")
    params.push(person.id)
  }
  if (roles.includes('officer')) parts.push("SELECT id FROM loan WHERE state = 'approved'")
  return { sql: `loan.id IN (${parts.join(' UNION ALL ')})`, params }
}

/** Loans, newest first, a page at a time. */
export const loans = (query: Query, { state, overdue, waiting, text, after, limit }: Parsed<'lending.loans'>): Output<'lending.loans'> => {
  const parts = ['loan.id < ?']
  const params: Value[] = [after ?? FROM_THE_TOP]
  const add = (sql: string, ...values: Value[]) => {
    parts.push(sql)
    params.push(...values)
  }
  const seen = seenBy(query)
  add(seen.sql, ...seen.params)
  if (state) add('loan.state = ?', state)
  if (overdue) add("loan.state = 'lent' AND loan.due < ?", query.wall.slice(0, 10))
  if (waiting) {
    const waits = waitingFor(query)
    add(waits.sql, ...waits.params)
  }
  if (text !== undefined) {
    const found = seesTitles(query) ? matching(query.read, text) : null
    add(
      `(instr(loan.number, ?) > 0 OR instr(person.name, ?) > 0 OR instr(copy.number, ?) > 0 OR ${found ? `copy.document IN (${found.sql})` : '0'})`,
      text,
      text,
      text,
      ...(found?.params ?? []),
    )
  }
  const rows = query.read.all<LoanLine>(`${LOAN} WHERE ${parts.join(' AND ')} ORDER BY loan.id DESC LIMIT ?`, ...params, limit)
  return { rows: rows.map((line) => loanRow(query, line)), next: nextOf(rows, limit) }
}

/** The signatures of one passage from hand to hand and back. */
const holdingOf = (query: Query, column: 'loan' | 'visit', id: number) => {
  const row = query.read.get<HoldingRow>(`SELECT * FROM holding WHERE ${column} = ? ORDER BY id LIMIT 1`, id)
  return row ? passageOf(query.read, row) : null
}

type LoanRest = {
  enteredBy: string
  entered_by: number
  reason: string
  place: string
  opinion: string | null
  signature: number | null
  intact: number | null
  condition: string | null
  void_reason: string | null
}

/** One loan, whole; refused to whom the list does not show it (保密法21). */
export const get = (query: Query, { loan: id }: Parsed<'lending.get'>): Output<'lending.get'> => {
  const loan = loanById(query.read, id)
  const seen = seenBy(query)
  const line =
    query.read.get<LoanLine>(`${LOAN} WHERE loan.id = ? AND ${seen.sql}`, id, ...seen.params) ??
    refuse('session.role', '只能查看本人的借用。', { clause: '保密法21', field: 'loan' })
  const rest = query.read.get<LoanRest>(
    'SELECT loan.*, person.name AS enteredBy FROM loan JOIN person ON person.id = entered_by WHERE loan.id = ?',
    id,
  ) as LoanRest
  return {
    ...loanRow(query, line),
    enteredBy: rest.entered_by === loan.borrower ? null : rest.enteredBy,
    reason: rest.reason,
    place: rest.place,
    askedUntil: line.asked_until,
    opinion: rest.opinion,
    decision: signatureMark(query.read, rest.signature),
    holding: holdingOf(query, 'loan', id),
    intact: rest.intact === null ? null : rest.intact === 1,
    condition: rest.condition,
    voidReason: rest.void_reason,
    history: historyOf(query.read, loan.number),
    acts: actsOn(query, loan, line.copyState),
  }
}

type VisitLine = {
  id: number
  number: string
  state: VisitState
  person: number
  name: string
  department: string
  purpose: string
  room: string
  came_at: string
  left_at: string | null
  reproduction: number | null
  asked: string | null
}

const visitRow = (query: Query, line: VisitLine): VisitRow => {
  const due = dueOf(new Date(line.came_at), query.settings.returnHour).toISOString()
  return {
    id: line.id,
    number: line.number,
    state: line.state,
    person: { id: line.person, name: line.name, department: line.department },
    purpose: line.purpose,
    room: line.room,
    cameAt: line.came_at,
    leftAt: line.left_at,
    late: line.state === 'reading' && isOverdue(due, query.now),
    reproduction: line.reproduction === null ? null : { id: line.reproduction, number: line.asked ?? '' },
    copies: query.read
      .all<LendableLine>(
        `SELECT ${LENDABLE_COLUMNS} FROM holding JOIN copy ON copy.id = holding.copy ${LENDABLE_FROM} WHERE holding.visit = ? ORDER BY copy.id`,
        line.id,
      )
      .map((copy) => lendableOf(copy, seesTitles(query))),
    ...(holdingOf(query, 'visit', line.id) as NonNullable<ReturnType<typeof holdingOf>>),
  }
}

/** The reading-room register, newest first (F1(7)a). */
export const visits = (query: Query, { visit, state, text, after, limit }: Parsed<'lending.visits'>): Output<'lending.visits'> => {
  const parts = ['visit.id < ?']
  const params: Value[] = [after ?? FROM_THE_TOP]
  if (visit !== undefined) {
    visitById(query.read, visit)
    parts.push('visit.id = ?')
    params.push(visit)
  }
  if (state) {
    parts.push('visit.state = ?')
    params.push(state)
  }
  if (text !== undefined) {
    parts.push(
      `(instr(visit.number, ?) > 0 OR instr(person.name, ?) > 0 OR EXISTS (SELECT 1 FROM holding JOIN copy ON copy.id = holding.copy WHERE holding.visit = visit.id AND instr(copy.number, ?) > 0))`,
    )
    params.push(text, text, text)
  }
  const rows = query.read.all<VisitLine>(
    `SELECT visit.*, person.name, person.department, reproduction.number AS asked FROM visit JOIN person ON person.id = visit.person
     LEFT JOIN reproduction ON reproduction.id = visit.reproduction WHERE ${parts.join(' AND ')} ORDER BY visit.id DESC LIMIT ?`,
    ...params,
    limit,
  )
  return { rows: rows.map((line) => visitRow(query, line)), next: nextOf(rows, limit) }
}

/** Every visit that began within a span of time, oldest first (F1(7)a). */
export const visitsWithin = (query: Query, [from, before]: readonly [string, string]): VisitRow[] =>
  query.read
    .all<VisitLine>(
      `SELECT visit.*, person.name, person.department, reproduction.number AS asked FROM visit JOIN person ON person.id = visit.person
       LEFT JOIN reproduction ON reproduction.id = visit.reproduction WHERE came_at >= ? AND came_at < ? ORDER BY visit.id`,
      from,
      before,
    )
    .map((line) => visitRow(query, line))

/** Copies that may be borrowed or consulted, newest first, within the scope of whoever reads them (保密法21). */
export const sources = (query: Query, { text, person, copy, inBox, limit }: Parsed<'lending.sources'>): Output<'lending.sources'> => {
  const titled = seesTitles(query)
  const parts = [inBox ? "+copy.state IN ('inBox','archived')" : NOT_GONE]
  const params: Value[] = []
  const me = query.asking.person.id
  const officer = query.asking.roles.includes('officer')
  if (!officer && person !== undefined && person !== me)
    refuse('session.role', '只能查找本人知悉范围内的份。', { clause: '保密法21', field: 'person' })
  if (person !== undefined) personRow(query, person)
  if (copy !== undefined) wantedById(query.read, copy, 'copy')
  const within = person ?? (officer ? undefined : me)
  if (within !== undefined) {
    parts.push('copy.document IN (SELECT document FROM in_scope WHERE person = ?)')
    params.push(within)
  }
  if (copy !== undefined) {
    parts.push('copy.id = ?')
    params.push(copy)
  }
  const scanned = text === undefined ? null : copyLabelled(query.read, text, 'text')
  if (scanned) {
    parts.push('copy.id = ?')
    params.push(scanned.id)
  } else if (text !== undefined && titled) {
    const found = matching(query.read, text)
    if (found === null) return { rows: [] }
    const meant = copiesMatching(query.read, found)
    parts.push(meant.sql)
    params.push(...meant.params)
  } else if (text !== undefined) {
    parts.push('(instr(copy.number, ?) > 0 OR instr(p.symbol, ?) > 0)')
    params.push(text, text)
  }
  const rows = query.read.all<LendableLine>(
    `SELECT ${LENDABLE_COLUMNS} FROM copy ${LENDABLE_FROM} WHERE copy.id < ${FROM_THE_TOP} AND ${parts.join(' AND ')} ORDER BY copy.id DESC LIMIT ?`,
    ...params,
    limit,
  )
  return { rows: rows.map((line) => lendableOf(line, titled)) }
}
