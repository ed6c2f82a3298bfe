import type { Clause } from '../../../contract/clauses.ts'
import type { CopyState, DestructionSite, DestructionState, DisposalKind, Register, ReturnState } from '../../../contract/terms.ts'
import type { Moved } from '../custody/moves.ts'
import { refuse } from '../door/refuse.ts'
import type { Read } from '../door/unit.ts'

/** The unit's own rules have no clause for either: the national rule stands for both (domain, fact 4). */
export const clauseOf: Record<DisposalKind, Clause> = { return: '实施条例27', destruction: '实施条例28' }

export const refuseReturn = (message: string, field = 'returnList') => refuse('rule.forbids', message, { clause: '实施条例27', field })
export const refuseDestruction = (message: string, field = 'destruction') => refuse('rule.forbids', message, { clause: '实施条例28', field })

type Batch = { id: number; number: string; begun_by: number; decided_by: number | null; signature: number | null }
export type ReturnRecord = Batch & { state: ReturnState; issuer: string }
export type DestructionRecord = Batch & {
  state: DestructionState
  recount_by: number | null
  method: string | null
  site_kind: DestructionSite | null
  site: string | null
  escorts: string | null
  sent_at: string | null
}

/** One list of 清退; refused when there is none. */
export const returnById = (read: Read, id: number, field = 'returnList'): ReturnRecord =>
  read.get<ReturnRecord>('SELECT id, number, begun_by, decided_by, signature, state, issuer FROM return_list WHERE id = ?', id) ??
  refuse('input.unknownRecord', '没有这份清退清单，请从列表中选择。', { field })

/** One batch of 销毁; refused when there is none. */
export const destructionById = (read: Read, id: number, field = 'destruction'): DestructionRecord =>
  read.get<DestructionRecord>(
    'SELECT id, number, begun_by, decided_by, signature, state, recount_by, method, site_kind, site, escorts, sent_at FROM destruction WHERE id = ?',
    id,
  ) ?? refuse('input.unknownRecord', '没有这份销毁清单，请从列表中选择。', { field })

/** A line of a list, as a refusal names it. */
type Listed = { item: number; number: string; withheld: string | null }
export type ReturnItem = Listed & Moved & { state: CopyState; found_at: string | null; withdrawn: string | null }
/** A copy, or a carrier or device: the one or the other. */
export type DestructionItem = Listed & {
  copy: number | null
  document: number | null
  medium: number | null
  pages: number | null
  kept: string | null
}

/** What is on a list of 清退, in the order of the numbers' making. */
export const returnItems = (read: Read, list: number): ReturnItem[] =>
  read.all<ReturnItem>(
    `SELECT copy.id, copy.document, copy.number, copy.state, i.id AS item, i.withheld, i.found_at, i.withdrawn
     FROM return_item AS i JOIN copy ON copy.id = i.copy WHERE i.return_list = ? ORDER BY copy.id`,
    list,
  )

/** What is in a batch of 销毁: copies in the order of the numbers' making, then carriers. */
export const destructionItems = (read: Read, destruction: number): DestructionItem[] =>
  read.all<DestructionItem>(
    `SELECT i.id AS item, i.copy, copy.document, i.medium, coalesce(copy.number, medium.number) AS number, i.withheld, i.pages, i.kept
     FROM destruction_item AS i LEFT JOIN copy ON copy.id = i.copy LEFT JOIN medium ON medium.id = i.medium WHERE i.destruction = ? ORDER BY i.id`,
    destruction,
  )

/** The copies and the carriers among the lines, as their moves name them. */
export const copiesIn = (items: readonly DestructionItem[]): Moved[] =>
  items.flatMap(({ copy, document }) => (copy !== null && document !== null ? [{ id: copy, document }] : []))
export const mediaIn = (items: readonly DestructionItem[]): number[] => items.flatMap(({ medium }) => medium ?? [])

/** What no hold keeps back, once and for good. */
export const going = <I extends Listed>(items: readonly I[]): I[] => items.filter(({ withheld }) => withheld === null)
export const numbersOf = (items: readonly { number: string }[]): string[] => items.map(({ number }) => number)

/** A copy that may be listed: where it is, what its document says, what it stands on already. */
export type Candidate = Moved & {
  number: string
  state: CopyState
  documentNumber: string
  documentState: string
  register: Register
  sender: string
  returnBy: string | null
  /** 编号 of an open list of 清退 that it is on. */
  onList: string | null
}
export const CANDIDATE = `copy.id, copy.document, copy.number, copy.state, document.number AS documentNumber, document.state AS documentState, document.register, p.sender,
  CASE p.declassified WHEN 0 THEN p.return_by END AS returnBy, (SELECT l.number FROM return_item AS i JOIN return_list AS l ON l.id = i.return_list WHERE i.copy = copy.id
  AND i.withheld IS NULL AND i.withdrawn IS NULL AND l.state IN ('listed','approved')) AS onList`
export const CANDIDATE_FROM = 'JOIN document ON document.id = copy.document JOIN particulars AS p ON p.id = document.current'
