import type { ReportCounts, ReportFigures } from '../../../contract/evaluation-views.ts'
import { applicantKindLabel, REPORT_COLUMNS, type ReportCheck, type ReportColumn, type ReportLine, reportLineLabel } from '../../../contract/terms.ts'
import { resultsOf, type Table } from './table.ts'

type Check = ReportFigures['checks'][number]

const columnLabel = (column: ReportColumn): string => (column === 'total' ? '总计' : applicantKindLabel[column])
const nameOf = (line: ReportLine): string => {
  const { under, label } = reportLineLabel(line)
  return `${under ?? ''}${label}`
}

/** What holds column by column; where it does not, which differ and by what. */
const byColumn = (check: ReportCheck, left: (column: ReportColumn) => number, right: (column: ReportColumn) => number, holding: string): Check => {
  const differing = REPORT_COLUMNS.filter((column) => left(column) !== right(column))
  const says = differing.map((column) => `${columnLabel(column)}：${left(column)}，应为${right(column)}`).join('；')
  return { check, holds: differing.length === 0, says: differing.length === 0 ? holding : says }
}

const sumOf = ({ total: _total, ...kinds }: ReportCounts): number => Object.values(kinds).reduce((sum, one) => sum + one, 0)

/** 各类申请人之和 against 总计, row by row. */
const columns = (table: Table): Check => {
  const differing = (Object.keys(table) as ReportLine[]).filter((line) => sumOf(table[line]) !== table[line].total)
  const says = differing.map((line) => `${nameOf(line)}：各类之和${sumOf(table[line])}，总计${table[line].total}`).join('；')
  return { check: 'columns', holds: differing.length === 0, says: differing.length === 0 ? '每一行都相等' : says }
}

/** 二 against 四 of the report of the year before. */
const carried = (table: Table, before: Table): Check =>
  byColumn(
    'carried',
    (column) => table.carriedIn[column],
    (column) => before.carriedOn[column],
    `上年年报结转${before.carriedOn.total}件`,
  )

/** Every check of a table. `unfound`: how many ended without a step that says so. `before`: the table of the year before as it was recorded; null where there is none. */
export const checksOf = (table: Table, unfound: number, before: Table | null): Check[] => {
  const { received, carriedIn, concluded, carriedOn } = table
  return [
    byColumn(
      'balance',
      (column) => concluded[column] + carriedOn[column],
      (column) => received[column] + carriedIn[column],
      `${received.total}＋${carriedIn.total}＝${concluded.total}＋${carriedOn.total}`,
    ),
    columns(table),
    byColumn(
      'results',
      (column) => resultsOf(table, column),
      (column) => concluded[column],
      `各项之和${concluded.total}`,
    ),
    { check: 'replies', holds: unfound === 0, says: unfound === 0 ? '都有记录' : `有${Math.abs(unfound)}项没有相应的记录` },
    ...(before === null ? [] : [carried(table, before)]),
  ]
}
