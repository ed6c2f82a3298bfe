import type { BoxState, CopyState, StockTakingState } from '../../../contract/terms.ts'
import type { Standing } from '../custody/watching.ts'
import { refuse } from '../door/refuse.ts'
import type { Read } from '../door/unit.ts'

export type BoxRecord = { id: number; number: string; cabinet: string; shelf: string; custodian: number; state: BoxState }

/** One box; refused when there is none. */
export const boxById = (read: Read, id: number, field: string): BoxRecord =>
  read.get<BoxRecord>('SELECT id, number, cabinet, shelf, custodian, state FROM box WHERE id = ?', id) ??
  refuse('input.unknownRecord', '没有这个保密箱，请从列表中选择。', { field })

export type StockTakingRecord = {
  id: number
  number: string
  state: StockTakingState
  boxes: readonly number[]
  lastCopy: number
  expected: number
  counted: number
}

/** One 清点; refused when there is none. */
export const stockTakingById = (read: Read, id: number): StockTakingRecord => {
  const row =
    read.get<Omit<StockTakingRecord, 'boxes'> & { boxes: string }>(
      'SELECT id, number, state, boxes, last_copy AS lastCopy, expected, counted FROM stock_taking WHERE id = ?',
      id,
    ) ?? refuse('input.unknownRecord', '没有这次清点，请从列表中选择。', { field: 'stockTaking' })
  return { ...row, boxes: JSON.parse(row.boxes) as number[] }
}

/** A row of a stock-taking: a copy that was read, that moved, or that was not there. */
export type StockItem = {
  id: number
  copy: number
  expected: number
  ledger: CopyState
  counted_at: string | null
  elsewhere: number
  moved_at: string | null
  missing: number
  settled_at: string | null
}

/** The row of one copy, if it was met with. */
export const itemOf = (read: Read, stockTaking: number, copy: number): StockItem | undefined =>
  read.get<StockItem>(
    'SELECT id, copy, expected, ledger, counted_at, elsewhere, moved_at, missing, settled_at FROM stock_item WHERE stock_taking = ? AND copy = ?',
    stockTaking,
    copy,
  )

/** Whether a row counts as 实: of the account, read, and where it belongs. */
export const isPresent = ({ expected, counted_at, elsewhere }: Pick<StockItem, 'expected' | 'counted_at' | 'elsewhere'>): boolean =>
  expected === 1 && counted_at !== null && elsewhere === 0

export type Unmet = Standing & { document: number }

/**
 * What is in the account and was neither read nor moved: it lies where it is counted, was there when that began, and has no row. As a statement
 * over `copy` and its parameters, so that each asks for what it needs.
 */
export const unmet = ({ id, boxes, lastCopy }: StockTakingRecord) => ({
  from: `FROM copy WHERE ${boxes.length === 0 ? "copy.state IN ('inBox','archived')" : "copy.state IN ('inBox','archived') AND copy.box IN (SELECT value FROM json_each(?))"}
    AND copy.id <= ? AND NOT EXISTS (SELECT 1 FROM stock_item WHERE stock_item.stock_taking = ? AND stock_item.copy = copy.id)`,
  params: [...(boxes.length === 0 ? [] : [JSON.stringify(boxes)]), lastCopy, id],
})

/** Every such copy, in the order of their making. */
export const allUnmet = (read: Read, stockTaking: StockTakingRecord): Unmet[] => {
  const { from, params } = unmet(stockTaking)
  return read.all<Unmet>(`SELECT copy.id, copy.number, copy.state, copy.box, copy.document ${from} ORDER BY copy.id`, ...params)
}

type Case = { item: number; id: number; number: string; document: number }

/** The open cases of a stock-taking: what it found missing and is looked for still. */
export const casesOf = (read: Read, stockTaking: number): Case[] =>
  read.all<Case>(
    `SELECT stock_item.id AS item, copy.id, copy.number, copy.document FROM stock_item JOIN copy ON copy.id = stock_item.copy
     WHERE stock_taking = ? AND missing = 1 AND settled_at IS NULL AND copy.state = 'missing' ORDER BY copy.id`,
    stockTaking,
  )

/** The differences that one copy is, with the 清点 that found it missing: those that nobody settled. */
export const differencesOf = (read: Read, copy: number): { id: number; number: string }[] =>
  read.all<{ id: number; number: string }>(
    'SELECT stock_item.id, number FROM stock_item JOIN stock_taking ON stock_taking.id = stock_taking WHERE copy = ? AND missing = 1 AND settled_at IS NULL ORDER BY stock_item.id',
    copy,
  )
