import type { LegView, SheetRow, SheetView } from '../../../contract/circulation-views.ts'
import type { Period } from '../../../contract/fields.ts'
import { contract, type ProcedureName } from '../../../contract/index.ts'
import type { LegState, Level, SheetState } from '../../../contract/terms.ts'
import { historyOf } from '../documents/history.ts'
import { highestMark } from '../documents/marking.ts'
import { refuse } from '../door/refuse.ts'
import type { Query, Read, Value } from '../door/unit.ts'
import { signatureMark } from '../people/marks.ts'
import { isOverdue, overdueDays } from './due.ts'
import { incidentsOf } from './incidents.ts'

export const SHEET = `SELECT sheet.id, sheet.number, sheet.folder, sheet.state, sheet.copies, sheet.created_at AS createdAt,
  (SELECT count(*) FROM leg WHERE leg.sheet = sheet.id) AS readers,
  (SELECT count(*) FROM leg WHERE leg.sheet = sheet.id AND leg.state IN ('returned','returnedUnread')) AS back,
  EXISTS (SELECT 1 FROM incident WHERE incident.sheet = sheet.id AND incident.state = 'open') AS blocked,
  held.reader AS holderId, holder.name AS holderName, holder.department AS holderDepartment, held.handed_out_at AS since, held.due,
  sheet.proposal, sheet.instruction, sheet.result
  FROM sheet LEFT JOIN leg AS held ON held.sheet = sheet.id AND held.state IN ('handedOut','signed') LEFT JOIN person AS holder ON holder.id = held.reader`

export type SheetLine = {
  id: number
  number: string
  folder: string
  state: SheetState
  copies: number
  createdAt: string
  readers: number
  back: number
  blocked: number
  holderId: number | null
  holderName: string
  holderDepartment: string
  since: string | null
  due: string | null
  proposal: string | null
  instruction: string | null
  result: string | null
}

/** The mark of a folder as its papers are marked now: a level changed on notice shows at once (F1(3)a). */
const folderMark = (read: Read, sheet: number) =>
  highestMark(
    read
      .all<{ level: Level; period: string | null; madeOn: string; declassified: number }>(
        `SELECT DISTINCT p.level, p.period, p.made_on AS madeOn, p.declassified FROM sheet_copy JOIN copy ON copy.id = sheet_copy.copy
         JOIN document ON document.id = copy.document JOIN particulars AS p ON p.id = document.current WHERE sheet_copy.sheet = ?`,
        sheet,
      )
      .map((paper) => ({ ...paper, period: paper.period ? (JSON.parse(paper.period) as Period) : null })),
  )

/** A sheet as lists show it. */
export const sheetRow = (read: Read, line: SheetLine, now: Date): SheetRow => ({
  id: line.id,
  number: line.number,
  folder: line.folder,
  state: line.state,
  ...folderMark(read, line.id),
  copies: line.copies,
  readers: line.readers,
  back: line.back,
  holder: line.holderId === null ? null : { id: line.holderId, name: line.holderName, department: line.holderDepartment },
  since: line.since,
  due: line.due,
  overdue: line.due !== null && isOverdue(line.due, now),
  blocked: line.blocked === 1,
  createdAt: line.createdAt,
})

type ItemRow = {
  id: number
  number: string
  copy_no: string | null
  lost: string | null
  document: number
  documentNumber: string
  sender: string
  symbol: string | null
  title: string
  mark: string
  level: Level
  received_at: string | null
}

export type SheetItem = SheetView['items'][number]

const ITEM = `SELECT copy.id, copy.number, copy.copy_no,
  (SELECT breach.number FROM breach_copy JOIN breach ON breach.id = breach_copy.breach WHERE breach_copy.copy = copy.id AND fate = 'lost') AS lost, document.id AS document, document.number AS documentNumber, p.sender, p.symbol, p.title, p.mark, p.level,
  envelope.received_at FROM copy JOIN document ON document.id = copy.document JOIN particulars AS p ON p.id = document.current
  LEFT JOIN envelope ON envelope.id = document.envelope`

const sheetItem = (row: ItemRow): SheetItem => ({
  id: row.id,
  number: row.number,
  copyNo: row.copy_no,
  lost: row.lost,
  document: {
    id: row.document,
    number: row.documentNumber,
    sender: row.sender,
    symbol: row.symbol,
    title: row.title,
    mark: row.mark,
    level: row.level,
    receivedAt: row.received_at,
  },
})

/** Copies with what their documents say, by a condition on `copy`. */
export const itemsWhere = (read: Read, condition: string, ...params: Value[]): SheetItem[] =>
  read.all<ItemRow>(`${ITEM} WHERE ${condition}`, ...params).map(sheetItem)

export const itemsOf = (read: Read, sheet: number): SheetItem[] =>
  read
    .all<ItemRow>(
      ITEM.replace('FROM copy ', 'FROM sheet_copy JOIN copy ON copy.id = sheet_copy.copy ').concat(
        ' WHERE sheet_copy.sheet = ? ORDER BY sheet_copy.id',
      ),
      sheet,
    )
    .map(sheetItem)

type LegRow = {
  id: number
  ord: number
  reader: number
  name: string
  department: string
  state: LegState
  handed_out_at: string | null
  giver: string | null
  place: string | null
  due: string | null
  give_signature: number | null
  take_signature: number | null
  read_signature: number | null
  opinion: string | null
  return_signature: number | null
  returned_count: number | null
  unread_reason: string | null
}

const legView = (read: Read, row: LegRow, now: Date): LegView => {
  const out = row.state === 'handedOut' || row.state === 'signed'
  const overdue = out && row.due !== null && isOverdue(row.due, now)
  return {
    id: row.id,
    order: row.ord,
    reader: { id: row.reader, name: row.name, department: row.department },
    state: row.state,
    overdue,
    overdueDays: overdue ? overdueDays(row.due as string, now) : 0,
    handedOutAt: row.handed_out_at,
    handedOutBy: row.giver,
    place: row.place,
    due: row.due,
    give: signatureMark(read, row.give_signature),
    take: signatureMark(read, row.take_signature),
    read: signatureMark(read, row.read_signature),
    opinion: row.opinion,
    back: signatureMark(read, row.return_signature),
    returnedCount: row.returned_count,
    unreadReason: row.unread_reason,
  }
}

const legsOf = (read: Read, sheet: number, now: Date) =>
  read
    .all<LegRow>(
      `SELECT leg.*, reader.name, reader.department, giver.name AS giver FROM leg JOIN person AS reader ON reader.id = leg.reader
       LEFT JOIN person AS giver ON giver.id = leg.handed_out_by WHERE sheet = ? ORDER BY ord`,
      sheet,
    )
    .map((row) => legView(read, row, now))

type Act = SheetView['acts'][number]

/** What an officer may do next, and a reader with the folder in hand, from where the sheet and its legs stand; what is not allowed says which rule stands against it. */
const actsOn = (query: Query, sheet: SheetRow, legs: readonly LegView[]): Act[] => {
  const act = (call: ProcedureName, leg: LegView | null, why: string | null = null): Act => ({
    call,
    label: contract[call].act,
    leg: leg?.id ?? null,
    allowed: why === null,
    why,
  })
  const next = legs.find(({ state }) => state === 'waiting')
  const out = legs.find(({ state }) => state === 'handedOut' || state === 'signed')
  if (!query.asking.roles.includes('officer'))
    return out?.state === 'handedOut' && out.reader.id === query.asking.person.id ? [act('circulation.sign', out)] : []
  const blocked = sheet.blocked ? '短少尚未查清，请先“短少查清”（F1(2)b）。' : null
  const acts: Act[] = []
  if (sheet.state === 'draft') acts.push(act('circulation.confirm', null))
  if (next && sheet.state !== 'draft')
    acts.push(act('circulation.handOut', next, blocked ?? (out ? '上一阅文人尚未退回，不得横传，请先收回核对（F1(2)d）。' : null)))
  if (out?.state === 'handedOut') acts.push(act('circulation.sign', out))
  if (out && sheet.blocked) acts.push(act('circulation.settleShort', out))
  if (out && !sheet.blocked) {
    acts.push(act('circulation.receiveBack', out, out.state === 'signed' ? null : '阅文人尚未签字，请先阅签；确未阅读的，作“未阅退回”（F1(2)c）。'))
    acts.push(act('circulation.reportShort', out))
  }
  const unread = out?.state === 'handedOut' ? out : out ? undefined : next
  if (unread && sheet.state !== 'draft' && !sheet.blocked) acts.push(act('circulation.returnUnread', unread))
  if (sheet.state === 'allReturned') acts.push(act('circulation.close', null, blocked))
  if (sheet.state !== 'finished' && sheet.state !== 'cancelled') acts.push(act('circulation.addReader', null))
  if (legs.every(({ state }) => state === 'waiting') && (sheet.state === 'draft' || sheet.state === 'confirmed'))
    acts.push(act('circulation.cancel', null))
  return acts
}

/** People within the 知悉范围 of every document in the folder. */
const commonScope = (read: Read, sheet: number) =>
  read.all<{ id: number; name: string; department: string }>(
    `SELECT person.id, person.name, person.department FROM in_scope AS scope JOIN person ON person.id = scope.person
     WHERE scope.document IN (SELECT copy.document FROM sheet_copy JOIN copy ON copy.id = sheet_copy.copy WHERE sheet_copy.sheet = ?)
     GROUP BY person.id HAVING count(*) = (SELECT count(DISTINCT copy.document) FROM sheet_copy JOIN copy ON copy.id = sheet_copy.copy WHERE sheet_copy.sheet = ?) ORDER BY person.id`,
    sheet,
    sheet,
  )

/** One sheet, whole. */
export const sheetView = (query: Query, id: number): SheetView => {
  const line =
    query.read.get<SheetLine>(`${SHEET} WHERE sheet.id = ?`, id) ??
    refuse('input.unknownRecord', '没有这张传阅单，请从列表中选择。', { field: 'sheet' })
  const row = sheetRow(query.read, line, query.now)
  const legs = legsOf(query.read, id, query.now)
  return {
    ...row,
    items: itemsOf(query.read, id),
    scope: commonScope(query.read, id),
    proposal: line.proposal,
    instruction: line.instruction,
    result: line.result,
    legs,
    incidents: incidentsOf(query.read, 'incident.sheet = ?', id),
    history: historyOf(query.read, row.number),
    acts: actsOn(query, row, legs),
  }
}
