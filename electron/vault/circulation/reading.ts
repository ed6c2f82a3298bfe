import type { Output, Parsed } from '../../../contract/index.ts'
import { DOCUMENT_STATES, type LegState, type WideningState } from '../../../contract/terms.ts'
import { copiesMatching, matching } from '../documents/matching.ts'
import { refuse } from '../door/refuse.ts'
import type { Query, Read, Value } from '../door/unit.ts'
import { signatureMark } from '../people/marks.ts'
import { isOverdue, overdueDays } from './due.ts'
import { itemsOf, itemsWhere, SHEET, type SheetLine, sheetRow, sheetView } from './sheet-view.ts'
import { nextOf } from '../storage/paging.ts'

const FROM_THE_TOP = Number.MAX_SAFE_INTEGER
const OPEN = "state NOT IN ('finished','cancelled')"
/** Sheets looked through in one call, where no index answers. */
const LOOKED_THROUGH = 3_000

/** Where a search through the sheets stops in this call: at the oldest of those that one call looks through, or nowhere. */
const bottomOf = (read: Read, before: number): number | null =>
  read.get<{ id: number }>('SELECT id FROM sheet WHERE id < ? ORDER BY id DESC LIMIT 1 OFFSET ?', before, LOOKED_THROUGH - 1)?.id ?? null

/** Sheets, newest first, a page at a time. A page of a search that is not full and has a `next` is as far as one call looks: it goes on from there. */
export const list = (query: Query, { state, open, text, after, limit }: Parsed<'circulation.list'>): Output<'circulation.list'> => {
  const parts = ['sheet.id < ?']
  const params: Value[] = [after ?? FROM_THE_TOP]
  if (state) parts.push(`sheet.state = '${state}'`)
  // Those that are open have an index of their own
  if (open) parts.push(`sheet.id IN (SELECT id FROM sheet INDEXED BY sheet_folder_open WHERE ${OPEN})`)
  if (text !== undefined) {
    parts.push(
      '(instr(sheet.number, ?) > 0 OR instr(sheet.folder, ?) > 0 OR EXISTS (SELECT 1 FROM leg JOIN person ON person.id = leg.reader WHERE leg.sheet = sheet.id AND instr(person.name, ?) > 0))',
    )
    params.push(text, text, text)
  }
  const bottom = text === undefined || open ? null : bottomOf(query.read, after ?? FROM_THE_TOP)
  if (bottom !== null) {
    parts.push('sheet.id >= ?')
    params.push(bottom)
  }
  const rows = query.read.all<SheetLine>(`${SHEET} WHERE ${parts.join(' AND ')} ORDER BY sheet.id DESC LIMIT ?`, ...params, limit)
  return { rows: rows.map((line) => sheetRow(query.read, line, query.now)), next: nextOf(rows, limit) ?? bottom }
}

/** One sheet: an officer any; a reader one on which they hold an open leg, so that nobody reads titles beyond their turn. */
export const get = (query: Query, { sheet }: Parsed<'circulation.get'>): Output<'circulation.get'> => {
  const { roles, person } = query.asking
  const office = roles.includes('officer')
  const holds = query.read.get("SELECT 1 FROM leg WHERE sheet = ? AND reader = ? AND state IN ('handedOut','signed')", sheet, person.id)
  // The folder goes round as paper and nothing is passed round on a screen (F1(2)a): who does not hold it sees nothing of it
  if (!office && !holds) refuse('session.role', '只能查看正由本人阅办的传阅单。', { clause: 'F1(4)a', field: 'sheet' })
  return sheetView(query, sheet)
}

/** Documents that are not 办结, by the index of their states. */
const NOT_FINISHED = `SELECT id FROM document WHERE state IN (${DOCUMENT_STATES.filter((state) => state !== 'finished')
  .map((state) => `'${state}'`)
  .join(',')})`

/** Copies in the box that no open sheet has, with the scope of their documents. */
export const inBox = (query: Query, { text, after, limit }: Parsed<'circulation.inBox'>): Output<'circulation.inBox'> => {
  const found = text === undefined ? undefined : matching(query.read, text)
  if (found === null) return { rows: [], next: null }
  const meant = found && copiesMatching(query.read, found, NOT_FINISHED)
  const items = itemsWhere(
    query.read,
    `+copy.state = 'inBox' AND document.state <> 'finished' AND copy.id < ? AND ${meant?.sql ?? '1'}
     AND NOT EXISTS (SELECT 1 FROM sheet_copy JOIN sheet ON sheet.id = sheet_copy.sheet WHERE sheet_copy.copy = copy.id AND sheet.state NOT IN ('finished','cancelled'))
     ORDER BY copy.id DESC LIMIT ?`,
    ...[after ?? FROM_THE_TOP, ...(meant?.params ?? []), limit],
  )
  return { rows: items.map((item) => ({ ...item, scope: scopeOf(query.read, item.document.id) })), next: nextOf(items, limit) }
}

const scopeOf = (read: Read, document: number) =>
  read.all<{ id: number; name: string; department: string }>(
    'SELECT person.id, person.name, person.department FROM in_scope AS scope JOIN person ON person.id = scope.person WHERE document = ? ORDER BY scope.id',
    document,
  )

export type OutLine = {
  leg: number
  state: LegState
  handed_out_at: string
  due: string
  sheet: number
  number: string
  folder: string
  reader: number
  name: string
  department: string
}

/** Legs that are out, by a condition on `leg`, earliest due first. */
export const legsOut = (read: Read, condition = '1', ...params: Value[]): OutLine[] =>
  read.all<OutLine>(
    `SELECT leg.id AS leg, leg.state, leg.handed_out_at, leg.due, sheet.id AS sheet, sheet.number, sheet.folder, person.id AS reader, person.name, person.department
     FROM leg JOIN sheet ON sheet.id = leg.sheet JOIN person ON person.id = leg.reader WHERE leg.state IN ('handedOut','signed') AND ${condition} ORDER BY leg.due, leg.id`,
    ...params,
  )

export const sheetRef = (line: Pick<OutLine, 'sheet' | 'number' | 'folder'>) => ({ id: line.sheet, number: line.number, folder: line.folder })
export const readerRef = (line: Pick<OutLine, 'reader' | 'name' | 'department'>) => ({
  id: line.reader,
  name: line.name,
  department: line.department,
})
/** Numbers that are out on a sheet now: after a short return those that are still missing. */
export const numbersOut = (read: Read, sheet: number): string[] =>
  read
    .all<{ number: string }>(
      "SELECT copy.number FROM sheet_copy JOIN copy ON copy.id = copy WHERE sheet_copy.sheet = ? AND copy.state NOT IN ('inBox','lost') ORDER BY sheet_copy.id",
      sheet,
    )
    .map(({ number }) => number)

export const mine = (query: Query): Output<'circulation.mine'> => ({
  rows: legsOut(query.read, 'leg.reader = ?', query.asking.person.id).map((line) => ({
    leg: line.leg,
    sheet: sheetRef(line),
    state: line.state,
    handedOutAt: line.handed_out_at,
    due: line.due,
    overdue: isOverdue(line.due, query.now),
    items: itemsOf(query.read, line.sheet),
  })),
})

/** 当日未退清单, with the days since (F1(4)b). */
export const overdueRows = (query: Pick<Query, 'read' | 'now'>): Output<'circulation.overdue'>['rows'] =>
  legsOut(query.read, 'leg.due <= ?', query.now.toISOString()).map((line) => ({
    leg: line.leg,
    sheet: sheetRef(line),
    reader: readerRef(line),
    numbers: numbersOut(query.read, line.sheet),
    handedOutAt: line.handed_out_at,
    due: line.due,
    days: overdueDays(line.due, query.now),
  }))

type WideningRow = {
  id: number
  number: string
  document: number
  documentNumber: string
  title: string
  mark: string
  persons: string
  reason: string
  requested_by: number
  name: string
  department: string
  requested_at: string
  state: WideningState
  decider: string | null
  decided_at: string | null
  opinion: string | null
  signature: number | null
}

export const wideningsWhere = (read: Read, condition: string, ...params: Value[]): Output<'circulation.widenings'>['rows'] =>
  read
    .all<WideningRow>(
      `SELECT widening.*, document.number AS documentNumber, p.title, p.mark, asker.name, asker.department, decider.name AS decider
       FROM widening JOIN document ON document.id = widening.document JOIN particulars AS p ON p.id = document.current
       JOIN person AS asker ON asker.id = requested_by LEFT JOIN person AS decider ON decider.id = decided_by WHERE ${condition}`,
      ...params,
    )
    .map((row) => ({
      id: row.id,
      number: row.number,
      document: { id: row.document, number: row.documentNumber, title: row.title, mark: row.mark },
      persons: read.all<{ id: number; name: string; department: string }>(
        'SELECT id, name, department FROM person WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id',
        row.persons,
      ),
      reason: row.reason,
      requestedBy: { id: row.requested_by, name: row.name, department: row.department },
      requestedAt: row.requested_at,
      state: row.state,
      decidedBy: row.decider,
      decidedAt: row.decided_at,
      opinion: row.opinion,
      signature: signatureMark(read, row.signature),
    }))

/** Requests to widen; a section sees what it asked for itself. */
export const widenings = (query: Query, { state, after, limit }: Parsed<'circulation.widenings'>): Output<'circulation.widenings'> => {
  const wide = query.asking.roles.some((role) => ['officer', 'deputyLeader', 'groupLeader'].includes(role))
  const rows = wideningsWhere(
    query.read,
    `widening.id < ? AND ${state ? `widening.state = '${state}'` : '1'} AND ${wide ? '1' : 'requested_by = ?'} ORDER BY widening.id DESC LIMIT ?`,
    ...[after ?? FROM_THE_TOP, ...(wide ? [] : [query.asking.person.id]), limit],
  )
  return { rows, next: nextOf(rows, limit) }
}
