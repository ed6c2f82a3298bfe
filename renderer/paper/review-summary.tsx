import type { ReviewSummaryPaper } from '../../contract/paper.ts'
import { carrierLabel, REVIEW_OUTCOMES, reviewOutcomeLabel } from '../../contract/terms.ts'
import { book, bookRows, type Column } from './boxes.tsx'
import type { Form } from './pages.tsx'
import { ending } from './rows.tsx'
import { dayInBox, numberInTwo, symbolInBox } from './wording.ts'

/** The boxes of the 审查汇总表. */
const BOXES: readonly Column[] = [
  { head: '序号', width: 12, perLine: 3.4, centred: true },
  { head: '审查编号', width: 26, perLine: 7.4, centred: true },
  { head: '信息名称', width: 85, perLine: 26 },
  { head: '文号', width: 36, perLine: 10.7 },
  { head: '载体\n形式', width: 18, perLine: 5.3, centred: true },
  { head: '拟公开单位', width: 32, perLine: 9.5 },
  { head: '版次', width: 12, perLine: 3.4, centred: true },
  { head: '结论', width: 26, perLine: 7.7, centred: true },
  { head: '确定日期\n确定人', width: 34, perLine: 10, centred: true },
]
/** Chinese characters on a line over the full width. */
const FULL_LINE = 80

type Line = ReviewSummaryPaper['summary']['lines'][number]
const textsOf = (line: Line, place: number): string[] => [
  String(place + 1),
  numberInTwo(line.number),
  line.title,
  symbolInBox(line.symbol ?? ''),
  carrierLabel[line.carrier],
  line.unit,
  String(line.version),
  reviewOutcomeLabel[line.outcome],
  `${dayInBox(line.decidedOn)}\n${line.by}`,
]

/** The 保密审查汇总表 of a month: A4 landscape, sign-off at the end; 零报告 of a month without any (B9). */
export const reviewSummaryForm = ({ frame, summary: { year, month, nil, drafted, decided, released, open, lines } }: ReviewSummaryPaper): Form => ({
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
        {REVIEW_OUTCOMES.map((outcome) => `${reviewOutcomeLabel[outcome]} ${decided[outcome] ?? 0}`).join('、')}），发布 {released} 次，在办 {open} 件
      </span>
    </>
  ),
  rule: '先审查、后公开；文本变动的重新审查',
  sections: book(BOXES, [
    ...lines.flatMap((line, place) => bookRows(`${line.id}-${place}`, line.number, BOXES, textsOf(line, place), FULL_LINE)),
    ending(BOXES.length, lines.length === 0 ? '（本月没有确定的审查）' : undefined),
  ]),
})
