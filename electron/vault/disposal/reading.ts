import type { DestructionRow, DisposalCopy, DisposalRow, HoldRow, OfferedCopy, ReturnRow } from '../../../contract/disposal-views.ts'
import type { Output, Parsed } from '../../../contract/index.ts'
import {
  type CopyState,
  type DestructionState,
  type DisposalKind,
  GONE_STATES,
  type HoldKind,
  type Level,
  type ReturnState,
} from '../../../contract/terms.ts'
import { copiesMatching, matching } from '../documents/matching.ts'
import { refuse } from '../door/refuse.ts'
import type { Query, Read, Value } from '../door/unit.ts'
import { isSamePerson } from '../people/identity.ts'
import { signatureMark } from '../people/marks.ts'
import { heldAgainst } from './holds.ts'
import { nextOf } from '../storage/paging.ts'

const FROM_THE_TOP = Number.MAX_SAFE_INTEGER

export type CopyLine = {
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
}
export const COPY_COLUMNS = `copy.id AS copy, copy.number, copy.copy_no AS copyNo, copy.state, document.id AS document, document.number AS documentNumber,
  p.title, p.symbol, p.level, p.mark`
export const COPY_FROM = 'JOIN document ON document.id = copy.document JOIN particulars AS p ON p.id = document.current'

export const copyOf = ({ copy, number, copyNo, state, document, documentNumber, title, symbol, level, mark }: CopyLine): DisposalCopy => ({
  copy,
  number,
  copyNo,
  state,
  document: { id: document, number: documentNumber, title, symbol, level, mark },
})

type HoldLine = CopyLine & {
  id: number
  kind: HoldKind
  reason: string
  signature: number
  lift_reason: string | null
  lift_signature: number | null
}

const GONE = GONE_STATES.map((state) => `'${state}'`).join(',')

/** 留用, newest first, a page at a time. */
export const holds = (query: Query, { standing, copy, text, after, limit }: Parsed<'disposal.holds'>): Output<'disposal.holds'> => {
  const parts = ['hold.id < ?']
  const params: Value[] = [after ?? FROM_THE_TOP]
  if (standing) parts.push(`hold.lifted_at IS NULL AND copy.state NOT IN (${GONE})`)
  if (copy !== undefined) {
    if (!query.read.get('SELECT 1 FROM copy WHERE id = ?', copy)) refuse('input.unknownRecord', '没有这一份，请从台账中选择。', { field: 'copy' })
    parts.push('hold.copy = ?')
    params.push(copy)
  }
  if (text !== undefined) {
    const found = matching(query.read, text)
    if (found === null) return { rows: [], next: null }
    const meant = copiesMatching(query.read, found)
    parts.push(meant.sql)
    params.push(...meant.params)
  }
  const lines = query.read.all<HoldLine>(
    `SELECT hold.id, hold.kind, hold.reason, hold.signature, hold.lift_reason, hold.lift_signature, ${COPY_COLUMNS}
     FROM hold JOIN copy ON copy.id = hold.copy ${COPY_FROM} WHERE ${parts.join(' AND ')} ORDER BY hold.id DESC LIMIT ?`,
    ...params,
    limit,
  )
  const rowOf = (line: HoldLine): HoldRow => ({
    id: line.id,
    ...copyOf(line),
    kind: line.kind,
    reason: line.reason,
    set: signatureMark(query.read, line.signature),
    lifted: line.lift_reason === null ? null : { reason: line.lift_reason, mark: signatureMark(query.read, line.lift_signature) },
  })
  return { rows: lines.map(rowOf), next: nextOf(lines, limit) }
}

type OfferLine = CopyLine & { sender: string; returnBy: string | null }
const OFFERED = `SELECT ${COPY_COLUMNS}, p.sender, CASE p.declassified WHEN 0 THEN p.return_by END AS returnBy`
const FREE = `copy.state = 'inBox' AND document.state = 'finished' AND NOT EXISTS (SELECT 1 FROM return_item AS i JOIN return_list AS l ON l.id = i.return_list
  WHERE i.copy = copy.id AND i.withheld IS NULL AND i.withdrawn IS NULL AND l.state IN ('listed','approved'))`

/** In which order copies are offered, so that nothing that grows is sorted: by the day of 清退, or as they came in. */
const orderOf = (kind: DisposalKind, typed: boolean) =>
  kind === 'return' && !typed
    ? {
        from: `particulars AS p INDEXED BY particulars_return CROSS JOIN document ON document.id = p.document AND document.current = p.id
          CROSS JOIN copy ON copy.document = document.id`,
        where: 'p.return_by IS NOT NULL AND p.declassified = 0',
        by: 'p.return_by, p.document',
      }
    : { from: `copy ${COPY_FROM}`, where: 'copy.id > 0', by: 'copy.id' }

/** Copies that may be listed: for 清退 what has its day, the earliest first; by a text whatever is meant. Each says what would keep it back. */
export const offer = (query: Query, { kind, issuer, text, limit }: Parsed<'disposal.offer'>): Output<'disposal.offer'> => {
  const found = text === undefined ? undefined : matching(query.read, text)
  if (found === null) return { rows: [] }
  const { from, where, by } = orderOf(kind, found !== undefined)
  const meant = found && copiesMatching(query.read, found)
  const parts = [
    where,
    FREE,
    ...(kind === 'return' ? ["document.register <> 'compiled'"] : []),
    ...(issuer === undefined ? [] : ['p.sender = ?']),
    ...(meant ? [meant.sql] : []),
  ]
  const lines = query.read.all<OfferLine>(
    `${OFFERED} FROM ${from} WHERE ${parts.join(' AND ')} ORDER BY ${by} LIMIT ?`,
    ...(issuer === undefined ? [] : [issuer]),
    ...(meant?.params ?? []),
    limit,
  )
  const rowOf = (line: OfferLine): OfferedCopy => {
    const { copy: id, ...copy } = copyOf(line)
    const { sender, returnBy } = line
    return { id, ...copy, sender, returnBy, withheld: heldAgainst(query.read, { id, returnBy }, kind)?.why ?? null }
  }
  return { rows: lines.map(rowOf) }
}

type BatchLine = { id: number; number: string; reason: string; begunBy: string; begun_by: number; begun_at: string; items: number; withheld: number }
type ReturnLine = BatchLine & { state: ReturnState; issuer: string; found: number }
type DestructionLine = BatchLine & { state: DestructionState }

const RETURN = `SELECT b.id, b.number, b.reason, person.name AS begunBy, b.begun_by, b.begun_at, b.state, b.issuer,
  (SELECT count(*) FROM return_item WHERE return_list = b.id) AS items,
  (SELECT count(*) FROM return_item WHERE return_list = b.id AND withheld IS NOT NULL) AS withheld,
  (SELECT count(*) FROM return_item WHERE return_list = b.id AND withheld IS NULL AND withdrawn IS NULL AND found_at IS NOT NULL) AS found
  FROM return_list AS b JOIN person ON person.id = b.begun_by`
const DESTRUCTION = `SELECT b.id, b.number, b.reason, person.name AS begunBy, b.begun_by, b.begun_at, b.state,
  (SELECT count(*) FROM destruction_item WHERE destruction = b.id) AS items,
  (SELECT count(*) FROM destruction_item WHERE destruction = b.id AND withheld IS NOT NULL) AS withheld
  FROM destruction AS b JOIN person ON person.id = b.begun_by`

const batchOf = ({ id, number, reason, begunBy, begun_at, items, withheld }: BatchLine) => ({
  id,
  number,
  reason,
  begunBy,
  begunAt: begun_at,
  items,
  withheld,
})
const returnOf = (line: ReturnLine): ReturnRow => ({
  kind: 'return',
  ...batchOf(line),
  state: line.state,
  issuer: line.issuer,
  found: line.found,
})
const destructionOf = (line: DestructionLine): DestructionRow => ({ kind: 'destruction', ...batchOf(line), state: line.state })

/** One row of either kind, as lists show it. */
export const returnRowOf = (read: Read, id: number): ReturnRow => returnOf(read.get<ReturnLine>(`${RETURN} WHERE b.id = ?`, id) as ReturnLine)
export const destructionRowOf = (read: Read, id: number): DestructionRow =>
  destructionOf(read.get<DestructionLine>(`${DESTRUCTION} WHERE b.id = ?`, id) as DestructionLine)

const OPEN: Record<DisposalKind, string> = { return: "'listed','approved'", destruction: "'draft','counted','toApprove','toSend','sent'" }

const rowsWhere = (read: Read, kind: DisposalKind, where: string, params: readonly Value[]): (DisposalRow & { begun_by: number })[] =>
  kind === 'return'
    ? read.all<ReturnLine>(`${RETURN} WHERE ${where}`, ...params).map((line) => ({ ...returnOf(line), begun_by: line.begun_by }))
    : read.all<DestructionLine>(`${DESTRUCTION} WHERE ${where}`, ...params).map((line) => ({ ...destructionOf(line), begun_by: line.begun_by }))
const withoutMaker = ({ begun_by: _maker, ...row }: DisposalRow & { begun_by: number }): DisposalRow => row

/** Lists of 清退 or batches of 销毁, newest first, a page at a time. */
export const list = (query: Query, { kind, state, open, text, after, limit }: Parsed<'disposal.list'>): Output<'disposal.list'> => {
  const parts = ['b.id < ?']
  const params: Value[] = [after ?? FROM_THE_TOP]
  if (state) {
    parts.push('b.state = ?')
    params.push(state)
  }
  if (open) parts.push(`+b.state IN (${OPEN[kind]})`)
  if (text !== undefined) {
    const columns = kind === 'return' ? ['b.number', 'b.issuer', 'b.reason'] : ['b.number', 'b.reason']
    parts.push(`(${columns.map((column) => `instr(${column}, ?) > 0`).join(' OR ')})`)
    params.push(...columns.map(() => text))
  }
  const rows = rowsWhere(query.read, kind, `${parts.join(' AND ')} ORDER BY b.id DESC LIMIT ?`, [...params, limit]).map(withoutMaker)
  return { rows, next: nextOf(rows, limit) }
}

/** What waits for a person: for an officer all that is open; for a 分管领导 what waits for approval and is not their own. */
export const waitingDisposals = (query: Query, limit: number): DisposalRow[] => {
  const { roles, person } = query.asking
  const officer = roles.includes('officer')
  if (!officer && !roles.includes('deputyLeader')) return []
  const where: Record<DisposalKind, string> = officer
    ? { return: `b.state IN (${OPEN.return})`, destruction: `b.state IN (${OPEN.destruction})` }
    : {
        return: `b.state = 'listed' AND NOT EXISTS (SELECT 1 FROM return_item AS i WHERE i.return_list = b.id AND i.found_at IS NULL AND i.withheld IS NULL
          AND i.withdrawn IS NULL)`,
        destruction: "b.state = 'toApprove'",
      }
  return (['return', 'destruction'] as const)
    .flatMap((kind) => rowsWhere(query.read, kind, `${where[kind]} ORDER BY b.id LIMIT ?`, [limit]))
    .filter(({ begun_by }) => officer || !isSamePerson(query.read, person.id, begun_by))
    .map(withoutMaker)
}
