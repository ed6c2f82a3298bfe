import type { importing, LedgerRow, LedgerSheet } from '../../../contract/importing.ts'
import type { Output, Parsed } from '../../../contract/index.ts'
import { refuse } from '../door/refuse.ts'
import type { Desk, Query } from '../door/unit.ts'
import { imports as made } from './batches.ts'
import type { Imports, Ledger, Sheet } from './chosen.ts'
import { kindOf, refuseColumns, remember, rememberedFor, suggested } from './columns.ts'
import { commitLedger } from './committing.ts'
import type { Judging } from './judging.ts'
import type { TableRow } from './table.ts'

/** So many rows show what stands in a column. */
const SAMPLE = 5

const sheetView =
  ({ read }: Query) =>
  ({ name, heads, rows }: Sheet): LedgerSheet => {
    const known = rememberedFor(read, heads)
    const columns = known?.columns ?? suggested(heads)
    const kind = known?.kind ?? kindOf(columns)
    return {
      name: name ?? '',
      heads,
      rows: rows.length,
      sample: rows.slice(0, SAMPLE).map(({ cells }) => cells),
      kind,
      columns,
      remembered: known !== null,
    }
  }

const sheetAt = (ledger: Ledger, sheet: number): Sheet =>
  ledger.sheets[sheet] ?? refuse('input.unknownRecord', '所选的文件没有这张表，请重新选择。', { clause: 'F1(1)b', field: 'sheet' })

const judgingOf = (ledger: Ledger) =>
  ledger.trying ?? refuse('state.conflict', '还没有核对。请先核对，再看结果。', { clause: 'F1(1)b', field: 'file' })

const rowView = ({ fates }: Judging, { line, cells }: TableRow): LedgerRow => {
  const fate = fates.get(line)
  return { line, cells, ...(fate ?? { fate: 'register', why: null, clause: null, column: null, known: null }) }
}

/** What was judged so far, in the order of the sheet, from a place on. */
const rowsFrom = (judging: Judging, rows: readonly TableRow[], { fate, after = 0, limit }: Parsed<'importing.rows'>) => {
  const found: LedgerRow[] = []
  let at = after
  for (; at < rows.length && found.length < limit; at += 1) {
    const row = rows[at] as TableRow
    const its = judging.fates.get(row.line)
    if (its && (fate === undefined || its.fate === fate)) found.push(rowView(judging, row))
  }
  return { rows: found, next: at < rows.length ? at : null }
}

const view = (imports: Imports, input: Parsed<'importing.rows'>): Output<'importing.rows'> => {
  const ledger = imports.ledgerOf(input.file)
  const { sheet, judging } = judgingOf(ledger)
  const { total, judged, done, counts, ready } = judging
  const copies = ready.reduce((sum, { boxes }) => sum + boxes.length, 0)
  return { total, judged, done, fates: counts, documents: ready.length, copies, ...rowsFrom(judging, sheetAt(ledger, sheet).rows, input) }
}

/** The procedures of 旧账导入. The file is read when the shell's dialog chose it (chosen.ts). */
export const importingDesk = (imports: Imports): Desk<typeof importing> => ({
  'importing.file': (query) => {
    const ledger = imports.ledger()
    if (!ledger) return { ledger: null }
    const { file, fileName, bytes, sheets, trying } = ledger
    const tried = trying && { sheet: trying.sheet, ...trying.judging.reading }
    return { ledger: { file, fileName, bytes, sheets: sheets.map(sheetView(query)), trying: tried } }
  },
  'importing.try': (work, { file, sheet, kind, columns }) => {
    const ledger = imports.ledgerOf(file)
    const { heads, rows } = sheetAt(ledger, sheet)
    refuseColumns(heads, kind, columns)
    remember(work, heads, kind, columns)
    work.note({ rows: rows.length })
    work.afterCommit(() => imports.judge(work, ledger, sheet, { kind, columns }))
    return { rows: rows.length }
  },
  'importing.rows': (_query, input) => view(imports, input),
  'importing.leave': (work, { file }) => {
    imports.ledgerOf(file)
    work.afterCommit(imports.forget)
    return {}
  },
  'importing.commit': (work, { file, faultless }) => {
    const done = commitLedger(work, imports.ledgerOf(file), faultless)
    work.afterCommit(imports.forget)
    return done
  },
  'importing.list': made,
})
