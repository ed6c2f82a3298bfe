import type { ReportFigures } from '../../../contract/evaluation-views.ts'
import { heardKindLabel, publicationClassLabel, REPORT_ROWS, reportRowLabel, resultLine, RESULT_LINES } from '../../../contract/terms.ts'
import { Bars, Columns } from '../../components/chart.tsx'

/** By the six headings of the results. */
const byRow = ({ lines }: ReportFigures) =>
  REPORT_ROWS.map((row) =>
    lines
      .filter(({ line }) => RESULT_LINES.some((one) => one === line && resultLine[one].row === row))
      .reduce((sum, { counts }) => sum + counts.total, 0),
  )

const upTo = (days: ReportFigures['days']) => days.map(({ upTo: most }, at) => (most === null ? `${days[at - 1]?.upTo}天以上` : `${most}天以内`))

/** What came in and went out month by month, how it ended, how long it took, what people said, what was made public. */
export const ReportCharts = ({ of: figures }: { of: ReportFigures }) => {
  const { months, days, heard, published } = figures
  return (
    <div className="report-charts">
      <Columns
        title="逐月收到和办结"
        labels={months.map(({ month }) => `${Number(month.slice(5))}月`)}
        series={[
          { name: '收到', values: months.map(({ received }) => received) },
          { name: '办结', values: months.map(({ concluded }) => concluded) },
        ]}
      />
      <Bars title="办理结果" labels={REPORT_ROWS.map((row) => reportRowLabel[row])} series={[{ name: '件数', values: byRow(figures) }]} />
      <Bars title="答复用时（自然日）" labels={upTo(days)} series={[{ name: '件数', values: days.map(({ count }) => count) }]} />
      <Bars
        title="咨询和反馈"
        labels={heard.map(({ kind }) => heardKindLabel[kind])}
        series={[{ name: '件数', values: heard.map(({ count }) => count) }]}
      />
      {published.length > 0 && (
        <Bars
          title="主动公开（目录）"
          labels={published.map((one) => publicationClassLabel[one.class].replace(/（.*/, '').slice(0, 9))}
          series={[{ name: '条数', values: published.map(({ count }) => count) }]}
          unit="条"
        />
      )}
    </div>
  )
}
