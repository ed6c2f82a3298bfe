import type { Output, Parsed, ProcedureName } from '../../../contract/index.ts'
import type { HandoverRow, HandoverView } from '../../../contract/handover-views.ts'
import { type CopyState, type HandoverState, type Level, SUPERVISING_ROLES } from '../../../contract/terms.ts'
import { historyOf } from '../documents/history.ts'
import { waysFrom } from '../door/lifecycle.ts'
import { offered } from '../door/offered.ts'
import type { Query, Read, Value } from '../door/unit.ts'
import { isSamePerson } from '../people/identity.ts'
import { dutiesOf } from '../people/leaving.ts'
import { signatureMark } from '../people/marks.ts'
import { handoverLifecycle } from './lifecycle.ts'
import { handoverById, type HandoverRecord, hasChanged, itemsOn } from './records.ts'
import { nextOf } from '../storage/paging.ts'

type Line = {
  id: number
  number: string
  state: HandoverState
  person: number
  name: string
  department: string
  reason: string
  begun_at: string
  items: number
  found: number
}
const ROW = `SELECT handover.id, handover.number, handover.state, handover.person, person.name, handover.department, handover.reason, handover.begun_at,
  (SELECT count(*) FROM handover_item WHERE handover = handover.id) AS items,
  (SELECT count(*) FROM handover_item WHERE handover = handover.id AND found_at IS NOT NULL) AS found
  FROM handover JOIN person ON person.id = handover.person`

const OPEN = "'listed','checked','supervised'"

const rowOf = (line: Line): HandoverRow => ({
  id: line.id,
  number: line.number,
  state: line.state,
  person: { id: line.person, name: line.name, department: line.department },
  reason: line.reason,
  begunAt: line.begun_at,
  items: line.items,
  found: line.found,
})

/** Lists of 离岗移交, newest first, a page at a time. */
export const list = (query: Query, { state, open, text, after, limit }: Parsed<'handover.list'>): Output<'handover.list'> => {
  const parts = ['handover.id < ?']
  const params: Value[] = [after ?? Number.MAX_SAFE_INTEGER]
  if (state) {
    parts.push('handover.state = ?')
    params.push(state)
  }
  if (open) parts.push(`handover.state IN (${OPEN})`)
  if (text !== undefined) {
    parts.push('(instr(handover.number, ?) > 0 OR instr(person.name, ?) > 0)')
    params.push(text, text)
  }
  const rows = query.read.all<Line>(`${ROW} WHERE ${parts.join(' AND ')} ORDER BY handover.id DESC LIMIT ?`, ...params, limit)
  return { rows: rows.map(rowOf), next: nextOf(rows, limit) }
}

/** What waits for a person: for an officer every list that is open, for who may supervise those that were checked; never their own. */
export const waitingHandovers = (query: Query, limit: number): HandoverRow[] => {
  const { roles, person } = query.asking
  const officer = roles.includes('officer')
  if (!officer && !SUPERVISING_ROLES.some((role) => roles.includes(role))) return []
  return query.read
    .all<Line>(`${ROW} WHERE handover.state IN (${officer ? OPEN : "'checked'"}) ORDER BY handover.id LIMIT ?`, limit)
    .filter((line) => !isSamePerson(query.read, person.id, line.person))
    .map(rowOf)
}

type ListLine = {
  copy: number
  number: string
  copyNo: string | null
  state: CopyState
  document: number
  documentNumber: string
  title: string
  symbol: string | null
  level: Level
  mark: string
  foundAt: string | null
  condition: string | null
}

const listOf = (read: Read, handover: number): HandoverView['list'] =>
  read
    .all<ListLine>(
      `SELECT copy.id AS copy, copy.number, copy.copy_no AS copyNo, copy.state, document.id AS document, document.number AS documentNumber, p.title, p.symbol,
       p.level, p.mark, found_at AS foundAt, condition FROM handover_item JOIN copy ON copy.id = handover_item.copy
       JOIN document ON document.id = copy.document JOIN particulars AS p ON p.id = document.current WHERE handover = ? ORDER BY copy.id`,
      handover,
    )
    .map(({ document, documentNumber, title, symbol, level, mark, ...item }) => ({
      ...item,
      document: { id: document, number: documentNumber, title, symbol, level, mark },
    }))

type Against = { missing: number; duties: number; changed: boolean }

/** What the person who looks may do next with a list, or the reason that stands against it. */
const actsOn = (query: Query, handover: HandoverRecord, { missing, duties, changed }: Against): HandoverView['acts'] => {
  const me = query.asking.person.id
  const own = isSamePerson(query.read, me, handover.person)
  const why = (call: ProcedureName): string | null => {
    if (own) return '本人的离岗移交由他人办理（F1(8)）。'
    if (call === 'handover.supervise' && missing > 0) return `还有${missing}份没有核对（F1(8)）。`
    if (call === 'handover.complete' && handover.supervised_by !== null && isSamePerson(query.read, me, handover.supervised_by))
      return '监交人不得兼作接收人（F1(8)）。'
    if (changed && (call === 'handover.supervise' || call === 'handover.complete')) return '手中的份有变动，请作废后重新生成（F1(8)）。'
    if (call === 'handover.complete' && duties > 0) return `还有${duties}项没有了结，见下（F1(8)）。`
    return null
  }
  const ways = waysFrom(handoverLifecycle, handover.state).flatMap(({ by }) => by)
  return offered(query, ways, why)
}

type Rest = {
  begunBy: string
  supervise_signature: number | null
  give_signature: number | null
  take_signature: number | null
  kept: number | null
  closed_at: string | null
  void_reason: string | null
}

/** One list, whole. */
export const get = (query: Query, { handover: id }: Parsed<'handover.get'>): Output<'handover.get'> => {
  const handover = handoverById(query.read, id)
  const items = itemsOn(query.read, id)
  const open = handover.state !== 'done' && handover.state !== 'cancelled'
  const duties = open ? dutiesOf(query, handover.person) : []
  const changed = open && hasChanged(query.read, handover, items)
  const missing = items.filter((item) => item.found_at === null).length
  const rest = query.read.get<Rest>(
    'SELECT handover.*, person.name AS begunBy FROM handover JOIN person ON person.id = begun_by WHERE handover.id = ?',
    id,
  ) as Rest
  const mark = (signature: number | null) => signatureMark(query.read, signature)
  return {
    ...rowOf(query.read.get<Line>(`${ROW} WHERE handover.id = ?`, id) as Line),
    begunBy: rest.begunBy,
    list: listOf(query.read, id),
    duties,
    changed,
    supervised: mark(rest.supervise_signature),
    give: mark(rest.give_signature),
    take: mark(rest.take_signature),
    kept: rest.kept,
    closedAt: rest.closed_at,
    voidReason: rest.void_reason,
    history: historyOf(query.read, handover.number),
    acts: actsOn(query, handover, { missing, duties: duties.length, changed }),
  }
}
