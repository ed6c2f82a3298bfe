import type { ReportCounts, ReportFigures } from '../../../contract/evaluation-views.ts'
import { APPLICANT_KINDS, type ApplicantKind, REPORT_LINES, type ReportLine, RESULT_LINES } from '../../../contract/terms.ts'
import { type Tallies, wholeOf } from './tally.ts'
import type { Days, Unit } from './units.ts'

export type Table = Record<ReportLine, ReportCounts>
export const noCounts = (): ReportCounts => ({ person: 0, company: 0, research: 0, welfare: 0, legal: 0, other: 0, total: 0 })

/** In which rows one counts of those that are counted one by one: that it was received, and how it ended. */
const linesOf = ({ receivedOn, ended }: Unit, { from, to }: Days): ReportLine[] => [
  ...(receivedOn >= from ? (['received'] as const) : []),
  ...(ended !== null && ended.on <= to ? ([...(ended.line === null ? [] : [ended.line]), 'concluded'] as const) : []),
]

/**
 * 年报表三 of these days. What was received and how it ended is counted one by one; what goes over from before and to after by the tallies, for each
 * class of applicants; the column 总计 by the tally of all. So each check holds two countings against each other.
 */
export const tableOf = (units: readonly Unit[], days: Days, { all, kinds }: Tallies): Table => {
  const table = Object.fromEntries(REPORT_LINES.map((line) => [line, noCounts()])) as Table
  const add = (line: ReportLine, kind: ApplicantKind) => {
    table[line][kind] += 1
    table[line].total += 1
  }
  for (const unit of units) for (const line of linesOf(unit, days)) add(line, unit.kind)
  for (const kind of APPLICANT_KINDS) {
    const { carriedIn, carriedOn } = wholeOf(kinds.get(kind))
    table.carriedIn[kind] = carriedIn
    table.carriedOn[kind] = carriedOn
  }
  for (const [line, total] of Object.entries(wholeOf(all))) table[line as ReportLine].total = total
  return table
}

export const linesOfTable = (table: Table): ReportFigures['lines'] => REPORT_LINES.map((line) => ({ line, counts: table[line] }))
export const tableOfLines = (lines: ReportFigures['lines']): Table => Object.fromEntries(lines.map(({ line, counts }) => [line, counts])) as Table

/** （一）至（六）, every sub-row added up. */
export const resultsOf = (table: Table, column: keyof ReportCounts): number => RESULT_LINES.reduce((sum, line) => sum + table[line][column], 0)
