import type { AppealFigures, ProactiveFigures, ReportFigures } from '../../contract/evaluation-views.ts'
import {
  APPEAL_RESULTS,
  APPEAL_STAGES,
  type AppealStage,
  appealResultLabel,
  applicantKindLabel,
  APPLICANT_KINDS,
  DECISION_KINDS,
  decisionKindLabel,
  type DecisionKind,
  NORM_FIGURES,
  NORM_KINDS,
  normFigureLabel,
  normKindLabel,
  REPORT_COLUMNS,
  type ReportLine,
  reportLineLabel,
} from '../../contract/terms.ts'
import type { Section } from './section.tsx'

/** A figure; what is not typed yet is a box to write in. */
const Figure = ({ of: value }: { of: number | string | undefined }) => <td className="paper-centred">{value ?? ''}</td>

const heading = (text: string, columns: number) => (
  <tr className="paper-continued" key={text}>
    <th colSpan={columns} scope="colgroup">
      {text}
    </th>
  </tr>
)
const heads = (names: readonly string[]) => (
  <tr className="paper-columns">
    {names.map((name) => (
      <th key={name}>{name}</th>
    ))}
  </tr>
)

const decisions: Record<'five' | 'six', { title: string; kinds: readonly DecisionKind[] }> = {
  five: { title: '第二十条第（五）项', kinds: [DECISION_KINDS[0]] },
  six: { title: '第二十条第（六）项', kinds: DECISION_KINDS.slice(1) },
}

/** Fees in 万元, as the report has them. */
const tenThousands = (yuan: number | undefined) => (yuan === undefined ? undefined : String(yuan / 10_000))

/** 二、主动公开政府信息情况. */
export const proactiveSections = (typed: ProactiveFigures | null): Section[] => [
  {
    key: 'norms',
    columns: [74, 38, 38, 38],
    head: (
      <>
        {heading('二、主动公开政府信息情况', 4)}
        {heading('第二十条第（一）项', 4)}
        {heads(['信息内容', ...NORM_FIGURES.map((figure) => normFigureLabel[figure])])}
      </>
    ),
    rows: NORM_KINDS.map((kind) => (
      <tr key={kind}>
        <th scope="row">{normKindLabel[kind]}</th>
        {NORM_FIGURES.map((figure) => (
          <Figure key={figure} of={typed?.[kind][figure]} />
        ))}
      </tr>
    )),
  },
  ...Object.entries(decisions).map(
    ([key, { title, kinds }]): Section => ({
      key,
      columns: [74, 114],
      head: (
        <>
          {heading(title, 2)}
          {heads(['信息内容', '本年处理决定数量'])}
        </>
      ),
      rows: kinds.map((kind) => (
        <tr key={kind}>
          <th scope="row">{decisionKindLabel[kind]}</th>
          <Figure of={typed?.[kind]} />
        </tr>
      )),
    }),
  ),
  {
    key: 'fees',
    columns: [74, 114],
    head: (
      <>
        {heading('第二十条第（八）项', 2)}
        {heads(['信息内容', '本年收费金额（单位：万元）'])}
      </>
    ),
    rows: [
      <tr key="fees">
        <th scope="row">行政事业性收费</th>
        <Figure of={tenThousands(typed?.fees)} />
      </tr>,
    ],
  },
]

const isWhole = (line: ReportLine) => reportLineLabel(line).under === null

/** 三、收到和处理政府信息公开申请情况: rows and columns as the official table has them. The heading stands on every sub-row: a table may go on on another page. */
export const resultSection = ({ lines }: ReportFigures, half: boolean): Section => ({
  key: 'results',
  columns: [28, 62, 14, 14, 14, 14, 14, 14, 14],
  head: (
    <>
      {heading(`三、收到和处理政府信息公开申请情况（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）`, 9)}
      <tr className="paper-columns">
        <th rowSpan={2} colSpan={2}>
          申请人情况
        </th>
        <th rowSpan={2}>自然人</th>
        <th colSpan={5}>法人或其他组织</th>
        <th rowSpan={2}>总计</th>
      </tr>
      <tr className="paper-columns">
        {APPLICANT_KINDS.slice(1).map((kind) => (
          <th key={kind}>{applicantKindLabel[kind]}</th>
        ))}
      </tr>
    </>
  ),
  rows: lines.map(({ line, counts }, place) => {
    const { under, label } = reportLineLabel(line, half)
    const before = lines[place - 1]
    const first = before === undefined || reportLineLabel(before.line).under !== under
    return (
      <tr key={line}>
        {under !== null && <th scope="rowgroup">{first ? under : '〃'}</th>}
        <th scope="row" colSpan={isWhole(line) ? 2 : 1} className="evaluation-line">
          {line === 'open' ? `三、本${half ? '期' : '年度'}办理结果　${label}` : label}
        </th>
        {REPORT_COLUMNS.map((column) => (
          <Figure key={column} of={counts[column]} />
        ))}
      </tr>
    )
  }),
})

const stageTitle: Record<AppealStage, string> = { reconsideration: '行政复议', suit: '未经复议直接起诉', suitAfter: '复议后起诉' }

/** 四、政府信息公开行政复议、行政诉讼情况. */
export const appealSection = (typed: AppealFigures | null): Section => ({
  key: 'appeals',
  columns: APPEAL_STAGES.flatMap(() => [12.5, 12.5, 12.5, 12.5, 12.66]),
  head: (
    <>
      {heading('四、政府信息公开行政复议、行政诉讼情况', 15)}
      <tr className="paper-columns">
        <th rowSpan={2} colSpan={5}>
          {stageTitle.reconsideration}
        </th>
        <th colSpan={10}>行政诉讼</th>
      </tr>
      <tr className="paper-columns">
        <th colSpan={5}>{stageTitle.suit}</th>
        <th colSpan={5}>{stageTitle.suitAfter}</th>
      </tr>
      <tr className="paper-columns">
        {APPEAL_STAGES.flatMap((stage) =>
          [...APPEAL_RESULTS.map((result) => appealResultLabel[result]), '总计'].map((name) => <th key={`${stage} ${name}`}>{name}</th>),
        )}
      </tr>
    </>
  ),
  rows: [
    <tr key="appeals">
      {APPEAL_STAGES.flatMap((stage) =>
        [...APPEAL_RESULTS, 'total' as const].map((result) => <Figure key={`${stage} ${result}`} of={typed?.[stage][result]} />),
      )}
    </tr>,
  ],
})
