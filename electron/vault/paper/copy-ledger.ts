import type { CopyLedgerLine } from '../../../contract/paper.ts'
import type { CopyKind, CopyState, Level } from '../../../contract/terms.ts'
import type { Marked } from '../documents/marking.ts'
import type { Read } from '../door/unit.ts'
import { type Span, yearSpan } from './year.ts'

type Line = {
  id: number
  number: string
  kind: CopyKind
  source: string
  title: string
  symbol: string | null
  mark: string
  level: Level
  period: string | null
  madeOn: string
  declassified: number
  reproduction: string
  approvedBy: string
  madeAt: string
  copier: string
  state: CopyState
  holder: number | null
  name: string
  department: string
}
type Holding = { copy: number; person: string; givenAt: string; backAt: string | null }

/** Items by when they were made, in the order of their making; with whoever holds them now. */
const itemsMade = (read: Read, span: Span): Line[] =>
  read.all<Line>(
    `SELECT copy.id, copy.number, copy.kind, (SELECT group_concat(original.number, '、') FROM reproduction_source AS named JOIN copy AS original ON original.id = named.copy
       WHERE named.reproduction = request.id) AS source, p.title, p.symbol, p.mark, p.level, p.period, p.made_on AS madeOn, p.declassified,
     request.number AS reproduction, approver.name AS approvedBy, request.made_at AS madeAt, request.copier, copy.state, copy.holder, holder.name, holder.department
     FROM reproduction AS request JOIN copy ON copy.reproduction = request.id
     JOIN document ON document.id = copy.document JOIN particulars AS p ON p.id = document.current JOIN person AS approver ON approver.id = request.decided_by
     LEFT JOIN person AS holder ON holder.id = copy.holder WHERE request.made_at >= ? AND request.made_at < ? ORDER BY request.made_at, copy.id`,
    ...span,
  )

/** Each time one of these items was in somebody's hands, oldest first, by item. */
const holdingsOf = (read: Read, span: Span): Map<number, CopyLedgerLine['holdings']> => {
  const byCopy = new Map<number, CopyLedgerLine['holdings']>()
  const rows = read.all<Holding>(
    `SELECT holding.copy, person.name AS person, given_at AS givenAt, CASE WHEN holding.breach IS NULL THEN back_at END AS backAt FROM reproduction AS request
     JOIN copy ON copy.reproduction = request.id JOIN holding ON holding.copy = copy.id JOIN person ON person.id = holding.person
     WHERE request.made_at >= ? AND request.made_at < ? ORDER BY holding.id`,
    ...span,
  )
  for (const { copy, ...holding } of rows) byCopy.set(copy, [...(byCopy.get(copy) ?? []), holding])
  return byCopy
}

/** The 复制件台账 of a year, of all levels or one: every item made in it (F1(5)d 同正文一样登记), and what their marks are made of. */
export const copyLedger = (read: Read, year: number, level?: Level): { lines: CopyLedgerLine[]; marked: Marked[] } => {
  const span = yearSpan(year)
  const items = itemsMade(read, span).filter((item) => level === undefined || item.level === level)
  const holdings = holdingsOf(read, span)
  return {
    lines: items.map(({ level: _level, period: _period, madeOn: _madeOn, declassified: _declassified, holder, name, department, ...item }) => ({
      ...item,
      holder: holder === null ? null : { id: holder, name, department },
      holdings: holdings.get(item.id) ?? [],
    })),
    marked: items.map(({ level, madeOn, period, declassified }) => ({
      level,
      madeOn,
      declassified,
      period: period === null ? null : JSON.parse(period),
    })),
  }
}
