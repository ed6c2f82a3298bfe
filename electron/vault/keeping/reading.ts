import { contract, type Output, type Parsed, type ProcedureName } from '../../../contract/index.ts'
import type { StockLine, StockPlace, StockTakingRow } from '../../../contract/keeping-views.ts'
import type { BreachFate, CopyState, Level, StockTakingState } from '../../../contract/terms.ts'
import { historyOf } from '../documents/history.ts'
import { waysFrom } from '../door/lifecycle.ts'
import { offered } from '../door/offered.ts'
import type { Query, Read, Value } from '../door/unit.ts'
import { signatureMark } from '../people/marks.ts'
import { stockTakingLifecycle } from './lifecycle.ts'
import { casesOf, type StockTakingRecord, stockTakingById, unmet } from './records.ts'
import { nextOf } from '../storage/paging.ts'

type Row = {
  id: number
  number: string
  state: StockTakingState
  boxes: string
  reason: string
  begunAt: string
  begunBy: string
  expected: number
  counted: number
  closedAt: string | null
}
const ROW = `SELECT stock_taking.id, number, state, boxes, reason, begun_at AS begunAt, person.name AS begunBy, expected, counted, closed_at AS closedAt
  FROM stock_taking JOIN person ON person.id = begun_by`

const rowOf = (read: Read, { boxes, ...row }: Row): StockTakingRow => ({
  ...row,
  boxes: read.all<{ id: number; number: string }>('SELECT id, number FROM box WHERE id IN (SELECT value FROM json_each(?)) ORDER BY number', boxes),
})

/** 清点, newest first, a page at a time. */
export const list = ({ read }: Query, { state, after, limit }: Parsed<'keeping.list'>): Output<'keeping.list'> => {
  const params: Value[] = [...(state ? [state] : []), after ?? Number.MAX_SAFE_INTEGER, limit]
  const rows = read.all<Row>(`${ROW} WHERE ${state ? 'state = ? AND' : ''} stock_taking.id < ? ORDER BY stock_taking.id DESC LIMIT ?`, ...params)
  return { rows: rows.map((row) => rowOf(read, row)), next: nextOf(rows, limit) }
}

/** What is being counted now, oldest first. */
export const openStockTakings = (read: Read): StockTakingRow[] =>
  read.all<Row>(`${ROW} WHERE state = 'counting' ORDER BY stock_taking.id`).map((row) => rowOf(read, row))

/** The copies that stock-takings found missing and that are looked for still. */
export const stillMissing = (read: Read): { stockTaking: { id: number; number: string }; number: string }[] =>
  read
    .all<{ id: number; stockTaking: string; number: string }>(
      `SELECT stock_taking.id, stock_taking.number AS stockTaking, copy.number FROM copy JOIN stock_item ON stock_item.copy = copy.id AND missing = 1 AND settled_at IS NULL
       JOIN stock_taking ON stock_taking.id = stock_taking WHERE copy.state = 'missing' ORDER BY copy.id LIMIT 200`,
    )
    .map(({ id, stockTaking, number }) => ({ stockTaking: { id, number: stockTaking }, number }))

type Line = {
  copy: number
  number: string
  document: number
  documentNumber: string
  title: string
  symbol: string | null
  level: Level
  mark: string
  ledger: CopyState
  box: string | null
  at: string | null
  moved: string | null
  note: string | null
  settledAt: string | null
  settledNote: string
  settled: number | null
  fate: BreachFate | null
}
const DOCUMENT = `JOIN document ON document.id = copy.document JOIN particulars AS p ON p.id = document.current`
const OF_DOCUMENT = 'document.id AS document, document.number AS documentNumber, p.title, p.symbol, p.level, p.mark'
const LIMIT = 1000

const lineOf =
  (read: Read) =>
  ({ copy, number, document, documentNumber, title, symbol, level, mark, ledger, box, at, moved, note, ...line }: Line): StockLine => ({
    copy,
    number,
    document: { id: document, number: documentNumber, title, symbol, level, mark },
    ledger,
    box,
    at,
    moved: moved === null ? null : Object.hasOwn(contract, moved) ? contract[moved as ProcedureName].act : moved,
    note,
    settled:
      line.settledAt === null
        ? null
        : { at: line.settledAt, note: line.settledNote, fate: line.fate ?? 'found', mark: signatureMark(read, line.settled) },
  })

const linesWhere = (read: Read, stockTaking: number, which: string, at: string): StockLine[] =>
  read
    .all<Line>(
      `SELECT copy.id AS copy, copy.number, ${OF_DOCUMENT}, ledger, box.number AS box, ${at} AS at, moved, note, settled_at AS settledAt,
       settled_note AS settledNote, settle_signature AS settled,
       (SELECT fate FROM breach_copy WHERE breach_copy.breach = stock_item.breach AND breach_copy.copy = stock_item.copy) AS fate FROM stock_item JOIN copy ON copy.id = stock_item.copy ${DOCUMENT}
       LEFT JOIN box ON box.id = stock_item.box WHERE stock_taking = ? AND ${which} ORDER BY stock_item.id LIMIT ${LIMIT}`,
      stockTaking,
    )
    .map(lineOf(read))

/** The first of what is in the account and was not met with. */
const absentOf = (read: Read, stockTaking: StockTakingRecord): StockLine[] => {
  const { from, params } = unmet(stockTaking)
  return read
    .all<Line>(
      `SELECT copy.id AS copy, copy.number, ${OF_DOCUMENT}, copy.state AS ledger, box.number AS box, NULL AS at, NULL AS moved, NULL AS note, NULL AS settledAt,
       NULL AS settled, NULL AS fate FROM (SELECT copy.* ${from} ORDER BY copy.id LIMIT ${LIMIT}) AS copy ${DOCUMENT} LEFT JOIN box ON box.id = copy.box ORDER BY copy.id`,
      ...params,
    )
    .map(lineOf(read))
}

type PlaceLine = { box: string | null; archived: number; expected: number; counted: number; moved: number }

/** 账 and 实 by box, of the archive, and of what lies in no box: what was met with, and what was not yet. */
const placesOf = (read: Read, stockTaking: StockTakingRecord): StockPlace[] => {
  const { from, params } = unmet(stockTaking)
  const counting = stockTaking.state === 'counting'
  const lines = read.all<PlaceLine>(
    `SELECT box.number AS box, archived, sum(expected) AS expected, sum(present) AS counted, sum(moved) AS moved FROM (
       SELECT stock_item.box, ledger = 'archived' AS archived, expected, expected AND counted_at IS NOT NULL AND NOT elsewhere AS present,
         expected AND NOT missing AND (counted_at IS NULL OR elsewhere) AS moved FROM stock_item WHERE stock_taking = ? AND expected = 1
       ${counting ? `UNION ALL SELECT copy.box, copy.state = 'archived', 1, 0, 0 ${from}` : ''}) AS place
     LEFT JOIN box ON box.id = place.box GROUP BY box.number, archived ORDER BY archived, box.number IS NULL, box.number`,
    stockTaking.id,
    ...(counting ? params : []),
  )
  return lines.map((line) => ({ ...line, archived: line.archived === 1 }))
}

const leftOf = (read: Read, { id, expected, state }: StockTakingRecord): number => {
  if (state !== 'counting') return 0
  const met = read.get<{ n: number }>('SELECT count(*) AS n FROM stock_item WHERE stock_taking = ? AND expected = 1', id)?.n ?? 0
  return expected - met
}

type Rest = { count_signature: number | null; supervise_signature: number | null; void_reason: string | null }

/** One 清点, whole but for what was simply there. */
export const get = (query: Query, { stockTaking: id, absent }: Parsed<'keeping.get'>): Output<'keeping.get'> => {
  const { read } = query
  const stockTaking = stockTakingById(read, id)
  const counting = stockTaking.state === 'counting'
  const rest = read.get<Rest>('SELECT count_signature, supervise_signature, void_reason FROM stock_taking WHERE id = ?', id) as Rest
  const missing = linesWhere(read, id, 'missing = 1', 'NULL')
  const ways: ProcedureName[] = waysFrom(stockTakingLifecycle, stockTaking.state).flatMap(({ by }) => by)
  const looked = casesOf(read, id).length > 0
  return {
    ...rowOf(read, read.get<Row>(`${ROW} WHERE stock_taking.id = ?`, id) as Row),
    left: leftOf(read, stockTaking),
    absent: absent && counting ? absentOf(read, stockTaking) : null,
    missing,
    surplus: linesWhere(read, id, 'elsewhere = 1', 'counted_at'),
    moved: linesWhere(read, id, 'moved_at IS NOT NULL AND counted_at IS NULL', 'moved_at'),
    places: placesOf(read, stockTaking),
    count: signatureMark(read, rest.count_signature),
    supervise: signatureMark(read, rest.supervise_signature),
    voidReason: rest.void_reason,
    history: historyOf(read, stockTaking.number),
    acts: offered(query, [...(counting ? (['keeping.scan'] as const) : []), ...ways, ...(looked ? (['keeping.found'] as const) : [])], () => null),
  }
}
