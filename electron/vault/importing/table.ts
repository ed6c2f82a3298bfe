import { LEDGER_LIMITS } from '../../../contract/importing.ts'
import { refuse } from '../door/refuse.ts'

/** A row as it stands in a sheet: its number as Excel counts, its cells as text. */
export type TableRow = { line: number; cells: string[] }
/** One sheet; of a CSV file without a name. */
export type Table = { name: string | null; rows: TableRow[] }

/** Refuses a file that cannot be read as a ledger, or is larger than a ledger may be. */
export const refuseFile = (message: string): never => refuse('input.format', message, { clause: 'F1(1)b', field: 'file' })

const TOO_WIDE = `所选的表超过${LEDGER_LIMITS.columns}列，不是一本台账。请删去右边不用的列后另存，再选。`
const TOO_LONG = `所选的表超过${LEDGER_LIMITS.rows}行。请按年度分成几个文件，分次导入。`

/** Refuses what is wider or longer than a ledger: `row` and `column` count from 1. */
export const refuseBeyond = (row: number, column: number): void => {
  if (column > LEDGER_LIMITS.columns) refuseFile(TOO_WIDE)
  if (row > LEDGER_LIMITS.rows + HEAD_ROWS) refuseFile(TOO_LONG)
}

/** The heads stand in one of the first rows, below the ledger's own title. */
export const HEAD_ROWS = 10

/** A line that was broken within a cell goes on in the same cell: between Chinese characters without a space. */
const oneLine = (text: string): string =>
  text.replace(/(?<=[\p{Script=Han}，。、；：）》”〕])[^\S\r\n]*[\r\n]+\s*(?=[\p{Script=Han}（《“〔])/gu, '').replace(/\s*[\r\n\t]+\s*/g, ' ')

/** What stands in a cell, as one line of text; longer than any box of the register it is cut, and judged as too long all the same. */
export const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  const text = typeof value === 'boolean' ? (value ? '是' : '否') : String(value)
  return oneLine(text).trim().slice(0, LEDGER_LIMITS.cell)
}

/** Rows with something in them, without the empty columns at their right. */
export const tableOf = (name: string | null, rows: readonly (readonly unknown[])[]): Table => {
  const kept: TableRow[] = []
  for (const [index, values] of rows.entries()) {
    const cells = values.map(cellText)
    while (cells.length > 0 && cells.at(-1) === '') cells.pop()
    refuseBeyond(kept.length, cells.length)
    if (cells.length > 0) kept.push({ line: index + 1, cells })
  }
  return { name, rows: kept }
}
