import type { ReviewSummaryPaper } from '../../contract/paper.ts'
import { carrierLabel, REVIEW_OUTCOMES, reviewOutcomeLabel } from '../../contract/terms.ts'
import type { BoxOf } from '../../contract/forms.ts'
import { bookRows } from './boxes.tsx'
import type { Form } from './pages.tsx'
import { ending } from './rows.tsx'
import { bookOn, columnsOn, type Look, textsOn } from './template.tsx'
import { dayInBox, numberInTwo, symbolInBox } from './wording.ts'

/** How the columns of the 审查汇总表 take their texts. */
const LOOKS: Record<BoxOf<'reviewSummary'>, Look> = {
  ordinal: { perLine: 3.4, centred: true },
  number: { perLine: 7.4, centred: true },
  title: { perLine: 26 },
  symbol: { perLine: 10.7 },
  carrier: { perLine: 5.3, centred: true },
  unit: { perLine: 9.5 },
  version: { perLine: 3.4, centred: true },
  outcome: { perLine: 7.7, centred: true },
  decided: { perLine: 10, centred: true },
}
/** Chinese characters on a line over the full width. */
const FULL_LINE = 80

type Line = ReviewSummaryPaper['summary']['lines'][number]
const textsOf = (line: Line, ordinal: number): Record<BoxOf<'reviewSummary'>, string> => ({
  ordinal: String(ordinal),
  number: numberInTwo(line.number),
  title: line.title,
  symbol: symbolInBox(line.symbol ?? ''),
  carrier: carrierLabel[line.carrier],
  unit: line.unit,
  version: String(line.version),
  outcome: reviewOutcomeLabel[line.outcome],
  decided: `${dayInBox(line.decidedOn)}\n${line.by}`,
})

/** The 保密审查汇总表 of a month: A4 landscape, sign-off at the end; 零报告 of a month without any (B9). */
export const reviewSummaryForm = ({ frame, summary: { year, month, nil, drafted, decided, released, open, lines } }: ReviewSummaryPaper): Form => {
  const columns = columnsOn(frame.template, LOOKS)
  return {
    frame,
    landscape: true,
    title: '政务信息公开保密审查汇总表',
    about: (
      <>
        <span>
          {year} 年 {month} 月{nil && '（零报告）'}
        </span>
        <span>
          提交 {drafted} 件，确定 {lines.length} 件（
          {REVIEW_OUTCOMES.map((outcome) => `${reviewOutcomeLabel[outcome]} ${decided[outcome] ?? 0}`).join('、')}），发布 {released} 次，在办 {open}{' '}
          件
        </span>
      </>
    ),
    rule: '先审查、后公开；文本变动的重新审查',
    sections: bookOn(frame.template, columns, [
      ...lines.flatMap((line, place) => bookRows(`${line.id}-${place}`, line.number, columns, textsOn(columns, textsOf(line, place + 1)), FULL_LINE)),
      ending(columns.length, lines.length === 0 ? '（本月没有确定的审查）' : undefined),
    ]),
  }
}
