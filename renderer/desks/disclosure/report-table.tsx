import type { ReportFigures } from '../../../contract/evaluation-views.ts'
import {
  applicantKindLabel,
  REPORT_COLUMNS,
  type ReportColumn,
  type ReportLine,
  reportLineLabel,
  RESULT_LINES,
  resultLine,
} from '../../../contract/terms.ts'

const columnLabel = (column: ReportColumn) => (column === 'total' ? '总计' : applicantKindLabel[column])

/** How many rows stand under the heading of this one, if it is the first of them. */
const spanOf = (line: ReportLine): number => {
  const row = RESULT_LINES.find((one) => one === line)
  if (!row) return 0
  const same = RESULT_LINES.filter((one) => resultLine[one].row === resultLine[row].row)
  return same[0] === row ? same.length : 0
}

/** 年报表三, as it is printed. What is nothing stands light, so that the eye finds what is something. */
export const ReportTable = ({ of: { lines }, half }: { of: ReportFigures; half: boolean }) => (
  <table className="report-table" aria-label="收到和处理政府信息公开申请情况">
    <thead>
      <tr>
        <th scope="col" colSpan={2}>
          申请人情况
        </th>
        {REPORT_COLUMNS.map((column) => (
          <th key={column} scope="col">
            {columnLabel(column)}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {lines.map(({ line, counts }) => {
        const { under, label } = reportLineLabel(line, half)
        const whole = under === null
        return (
          <tr key={line} className={whole && line !== 'open' && line !== 'partly' ? 'report-whole' : undefined}>
            {under !== null && spanOf(line) > 0 && (
              <th scope="rowgroup" rowSpan={spanOf(line)}>
                {under}
              </th>
            )}
            <th scope="row" colSpan={whole ? 2 : 1}>
              {label}
            </th>
            {REPORT_COLUMNS.map((column) => (
              <td key={column} className={counts[column] === 0 ? 'report-none' : undefined}>
                {counts[column]}
              </td>
            ))}
          </tr>
        )
      })}
    </tbody>
  </table>
)
