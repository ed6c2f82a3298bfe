import type { z } from 'zod'
import type { ExportFilter } from '../../../contract/exporting.ts'
import { contract, type Parsed, type ProcedureName } from '../../../contract/index.ts'
import type { Role } from '../../../contract/terms.ts'
import type { Marked } from '../documents/marking.ts'
import { wallClock } from '../door/clock.ts'
import { parseInput } from '../door/parse.ts'
import { Refused, refuse } from '../door/refuse.ts'
import type { Query, Read } from '../door/unit.ts'
import { marksOf } from '../paper/marks.ts'

export type Cell = string | number | null
export type Column = { head: string; width: number }

/** A list that may leave as a file, whatever its rows are. */
export type Exported = {
  by: readonly Role[]
  columns: readonly Column[]
  /** The file turns the order about, so that numbers ascend as in a book. */
  newestFirst: boolean
  /** Its rows, a page at a time, filtered as asked; refused where its own query would refuse it. */
  pages(query: Query, asked: ExportFilter): Iterable<readonly unknown[]>
  /** What one row says, box by box. */
  cells(query: Query, row: never): Cell[]
  /** The marks of all that the rows tell of: the file bears the highest. */
  marks(read: Read, rows: readonly never[]): readonly Marked[]
}

type Declared<R> = {
  by: readonly Role[]
  newestFirst?: boolean
  pages(query: Query, asked: ExportFilter): Iterable<readonly R[]>
  /** The documents that the rows tell of. Left out, as `others` is: the rows hold numbers and names alone, nothing that was typed freely. */
  documents?(read: Read, rows: readonly R[]): Iterable<number>
  /** The marks of what they tell of beside them. */
  others?(read: Read, rows: readonly R[]): readonly Marked[]
}
/** One column of a list: its head, how many characters wide, what of a row stands in it. */
export type Box<L> = readonly [head: string, width: number, cell: (line: L) => Cell]

/** Declares a list by its rows and its columns. `lineOf` reads what a row of the screen does not hold. */
export const exported = <R, L = R>(
  { documents = () => [], others = () => [], newestFirst = false, ...list }: Declared<R>,
  boxes: readonly Box<L>[],
  lineOf?: (query: Query, row: R) => L,
): Exported => ({
  ...list,
  newestFirst,
  marks: (read, rows) => [...marksOf(read, documents(read, rows)), ...others(read, rows)],
  columns: boxes.map(([head, width]) => ({ head, width })),
  cells: (query, row: R) => {
    const line = lineOf ? lineOf(query, row) : (row as unknown as L)
    return boxes.map(([, , cell]) => cell(line))
  },
})

const inFilter = (field: string | undefined) => (field ? `filter.${field}` : 'filter')

/** What of a filter is given; refused when the list does not know it. */
export const knownIn = (asked: ExportFilter, known: readonly string[]): Record<string, unknown> => {
  const given = Object.entries(asked).filter(([, value]) => value !== undefined)
  for (const [name] of given) if (!known.includes(name)) refuse('input.unknownField', '这个清单不按这一项筛选，请去掉。', { field: inFilter(name) })
  return Object.fromEntries(given)
}

/** What the list's own query reads or takes; what it refuses is told in its words, at the filter's field. */
const inOwnWords = <T>(read: () => T): T => {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { code, message, field, ...more } = error.refusal
    return refuse(code, message, { ...more, field: inFilter(field) })
  }
}

/** A filter as the list's own query takes it. */
export const filterFor = <N extends ProcedureName>(call: N, asked: ExportFilter): Parsed<N> => {
  const { shape } = contract[call].input as unknown as { shape: object }
  const known = knownIn(asked, Object.keys(shape))
  return inOwnWords(() => parseInput(contract[call].input as z.ZodType, known) as Parsed<N>)
}

const PAGE = 200

/** The pages of a list that is read page by page: as its own query gives them. `fixed`: what the list itself is of, which nobody asks. */
export const paged = <N extends ProcedureName, R>(
  call: N,
  list: (query: Query, input: Parsed<N>) => { rows: readonly R[]; next: number | null },
  fixed: Partial<Parsed<N>> = {},
) =>
  function* (query: Query, asked: ExportFilter): Iterable<readonly R[]> {
    const { shape } = contract[call].input as unknown as { shape: object }
    const input = filterFor(call, {
      ...knownIn(
        asked,
        Object.keys(shape).filter((name) => !Object.hasOwn(fixed, name)),
      ),
      ...fixed,
    })
    for (let after: number | undefined; ; ) {
      const { rows, next } = inOwnWords(() => list(query, { ...input, after, limit: PAGE } as Parsed<N>))
      yield rows
      if (next === null) return
      after = next
    }
  }

/** The documents whose copies stand on these lists: the items of a list are rows of `table`, whose column `of` names it. */
export const documentsOn =
  (table: 'sheet_copy' | 'handover_item' | 'return_item' | 'destruction_item', of: 'sheet' | 'handover' | 'return_list' | 'destruction') =>
  (read: Read, rows: readonly { id: number }[]): number[] =>
    read
      .all<{ document: number }>(
        `SELECT DISTINCT copy.document FROM json_each(?) AS named JOIN ${table} AS item ON item.${of} = named.value JOIN copy ON copy.id = item.copy`,
        JSON.stringify(rows.map(({ id }) => id)),
      )
      .map(({ document }) => document)

/** A list that is read at once. */
export const whole = <N extends ProcedureName, R>(call: N, list: (query: Query, input: Parsed<N>) => readonly R[]) =>
  function* (query: Query, asked: ExportFilter): Iterable<readonly R[]> {
    yield list(query, filterFor(call, asked))
  }

/** What it reads; what stands against it is told at this field of the filter. */
export const toldAt = <T>(field: keyof ExportFilter, read: () => T): T => {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { code, message, ...more } = error.refusal
    return refuse(code, message, { ...more, field: inFilter(field) })
  }
}

/** The lines of one record, which `filter.record` names; refused without one, and in the record's own words where there is none. */
export const ofRecord = <R>(lines: (query: Query, record: number) => readonly R[]) =>
  function* (query: Query, asked: ExportFilter): Iterable<readonly R[]> {
    const { record } = knownIn(asked, ['record']) as Pick<ExportFilter, 'record'>
    if (record === undefined) return refuse('input.missing', '请先打开一张清单，再导出它的各行。', { field: inFilter('record') })
    yield toldAt('record', () => lines(query, record))
  }

/** `2026-03-10 09:05` of an instant, on the office's wall clock. */
export const when = (instant: string | null): string | null => (instant === null ? null : wallClock(new Date(instant)).replace('T', ' '))

export const yes = (is: boolean, word: string): string | null => (is ? word : null)

/** A person with their department, as one cell. */
export const names = (line: { name: string; department: string } | null): string | null =>
  line === null ? null : `${line.name}（${line.department}）`
