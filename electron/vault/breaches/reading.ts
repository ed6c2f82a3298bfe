import type { BreachCopy, BreachRow, BreachStep, BreachView } from '../../../contract/breaches-views.ts'
import type { Output, Parsed, ProcedureName } from '../../../contract/index.ts'
import {
  BREACH_ROLES,
  type BreachAct,
  type BreachFate,
  type BreachKind,
  type BreachState,
  type CopyState,
  type Level,
} from '../../../contract/terms.ts'
import { historyOf } from '../documents/history.ts'
import { waysFrom } from '../door/lifecycle.ts'
import { offered } from '../door/offered.ts'
import type { Query, Read, Value } from '../door/unit.ts'
import { isInScope } from '../documents/scope.ts'
import { isSamePerson } from '../people/identity.ts'
import { signatureMark } from '../people/marks.ts'
import { nameOf } from '../people/names.ts'
import { breachLifecycle } from './lifecycle.ts'
import { breachById, type BreachRecord, dueOf, hoursUntil, missingIn } from './records.ts'
import { nextOf } from '../storage/paging.ts'

type Line = {
  id: number
  number: string
  kind: BreachKind
  state: BreachState
  discovered_at: string
  handler: number | null
  name: string
  department: string
  copies: number
}
const ROW = `SELECT breach.id, breach.number, breach.kind, breach.state, breach.discovered_at, breach.handler, person.name, person.department,
  (SELECT count(*) FROM breach_copy WHERE breach_copy.breach = breach.id) AS copies
  FROM breach LEFT JOIN person ON person.id = breach.handler`

/** Not whom it concerns, on whichever account. `?` is the person who asks. */
const NOT_OWN = `NOT EXISTS (SELECT 1 FROM json_each(breach.persons) AS named JOIN person AS concerned ON concerned.id = named.value
  WHERE concerned.identity = (SELECT identity FROM person WHERE id = ?))`

const rowOf = (line: Line, now: Date): BreachRow => {
  const due = dueOf(line.discovered_at)
  return {
    id: line.id,
    number: line.number,
    kind: line.kind,
    state: line.state,
    discoveredAt: line.discovered_at,
    due: due.toISOString(),
    hoursLeft: line.state === 'registered' ? hoursUntil(due, now) : null,
    handler: line.handler === null ? null : { id: line.handler, name: line.name, department: line.department },
    copies: line.copies,
  }
}

/** Cases, newest first, a page at a time. */
export const list = (query: Query, { state, open, kind, text, after, limit }: Parsed<'breaches.list'>): Output<'breaches.list'> => {
  const parts = ['breach.id < ?', NOT_OWN]
  const params: Value[] = [after ?? Number.MAX_SAFE_INTEGER, query.asking.person.id]
  if (state) {
    parts.push('breach.state = ?')
    params.push(state)
  }
  if (open) parts.push("breach.state NOT IN ('closed','unfounded')")
  if (kind) {
    parts.push('breach.kind = ?')
    params.push(kind)
  }
  if (text !== undefined) {
    parts.push('(instr(breach.number, ?) > 0 OR instr(breach.note, ?) > 0)')
    params.push(text, text)
  }
  const rows = query.read.all<Line>(`${ROW} WHERE ${parts.join(' AND ')} ORDER BY breach.id DESC LIMIT ?`, ...params, limit)
  return { rows: rows.map((line) => rowOf(line, query.now)), next: nextOf(rows, limit) }
}

/** What waits: every case that is not reported yet, and those that the person handles; never what concerns them. */
export const waitingBreaches = (query: Query, limit: number): BreachRow[] => {
  const { roles, person } = query.asking
  if (!BREACH_ROLES.some((role) => roles.includes(role))) return []
  return query.read
    .all<Line>(
      `${ROW} WHERE breach.id IN (SELECT id FROM breach WHERE state = 'registered'
       UNION SELECT id FROM breach WHERE handler = ? AND state IN ('notified','handling')) AND ${NOT_OWN} ORDER BY breach.discovered_at, breach.id LIMIT ?`,
      person.id,
      person.id,
      limit,
    )
    .map((line) => rowOf(line, query.now))
}

type CopyLine = {
  copy: number
  number: string
  copyNo: string | null
  state: CopyState
  was: CopyState | null
  fate: BreachFate | null
  document: number
  documentNumber: string
  title: string
  symbol: string | null
  level: Level
  mark: string
}

/** The copies with what their documents say; no title to a leader whom it does not reach (F1(4)a). */
const listOf = ({ read, asking }: Query, breach: number): BreachCopy[] => {
  const titled = (document: number) => asking.roles.includes('officer') || isInScope(read, document, asking.person.id)
  return read
    .all<CopyLine>(
      `SELECT copy.id AS copy, copy.number, copy.copy_no AS copyNo, copy.state, was, fate, document.id AS document, document.number AS documentNumber,
       p.title, p.symbol, p.level, p.mark FROM breach_copy JOIN copy ON copy.id = breach_copy.copy JOIN document ON document.id = copy.document
       JOIN particulars AS p ON p.id = document.current WHERE breach = ? ORDER BY breach_copy.id`,
      breach,
    )
    .map(({ document, documentNumber, title, symbol, level, mark, ...copy }) => ({
      ...copy,
      document: { id: document, number: documentNumber, title: titled(document) ? title : null, symbol, level, mark },
    }))
}

/** What an act said beside its words. */
type Facts = {
  handler?: number
  to?: string
  symbol?: string
  reportedAt?: string
  late?: boolean
  responsibility?: string | null
  numbers?: string[]
}
type StepLine = { id: number; act: BreachAct; words: string | null; facts: string; signature: number }

const stepsOf = (read: Read, breach: number): BreachStep[] =>
  read
    .all<StepLine>('SELECT id, act, words, facts, signature FROM breach_step WHERE breach = ? ORDER BY id', breach)
    .map(({ facts, signature, ...step }) => {
      const { handler, to, symbol, reportedAt, late, responsibility, numbers } = JSON.parse(facts) as Facts
      return {
        ...step,
        report: to === undefined || symbol === undefined || reportedAt === undefined ? null : { to, symbol, at: reportedAt, late: late === true },
        handler: handler === undefined ? null : nameOf(read, handler),
        responsibility: responsibility ?? null,
        numbers: numbers ?? [],
        signature: signatureMark(read, signature) as BreachStep['signature'],
      }
    })

const isHandler = ({ read, asking }: Query, { handler }: BreachRecord): boolean => handler !== null && isSamePerson(read, handler, asking.person.id)

/** What the person who looks may do next with a case, or the reason that stands against it. */
const actsOn = (query: Query, breach: BreachRecord): BreachView['acts'] => {
  const mine = isHandler(query, breach)
  const missing = missingIn(query.read, breach.id).length
  const why = (call: ProcedureName): string | null => {
    if (call === 'breaches.takeOn') return mine ? '已由本人经办；改派他人的，请另一名领导办理（E4）。' : null
    if (call === 'breaches.found') return missing > 0 ? null : '没有短少待查的份（F1(6)）。'
    if (breach.handler === null) return '尚未受理，请先受理（实施条例61）。'
    return mine || call === 'breaches.close' ? null : '由经办人办理（E4）。'
  }
  const open = breach.state !== 'closed' && breach.state !== 'unfounded'
  const ways = waysFrom(breachLifecycle, breach.state).flatMap(({ by }) => by)
  const calls: ProcedureName[] = open ? ['breaches.takeOn', ...ways, 'breaches.measure', 'breaches.found'] : []
  return offered(query, calls, why)
}

type Rest = { note: string; registered_at: string; reporter: number | null }

const personsOf = (read: Read, ids: readonly number[]) =>
  ids.flatMap((id) => read.get<{ id: number; name: string; department: string }>('SELECT id, name, department FROM person WHERE id = ?', id) ?? [])

/** One case, whole. Who reported it is told to its handler alone (E4). */
export const get = (query: Query, { breach: id }: Parsed<'breaches.get'>): Output<'breaches.get'> => {
  const breach = breachById(query, id)
  const rest = query.read.get<Rest>('SELECT note, registered_at, reporter FROM breach WHERE id = ?', id) as Rest
  const shown = isHandler(query, breach)
  const [reporter] = shown && rest.reporter !== null ? personsOf(query.read, [rest.reporter]) : []
  return {
    ...rowOf(query.read.get<Line>(`${ROW} WHERE breach.id = ?`, id) as Line, query.now),
    note: rest.note,
    registeredAt: rest.registered_at,
    persons: personsOf(query.read, breach.persons),
    reporter: { shown, person: reporter ?? null },
    list: listOf(query, id),
    steps: stepsOf(query.read, id),
    history: historyOf(query.read, breach.number),
    acts: actsOn(query, breach),
  }
}
