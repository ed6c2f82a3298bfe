import type { ReactNode } from 'react'
import type { EvaluationPaper } from '../../contract/paper.ts'
import { heardKindLabel } from '../../contract/terms.ts'
import { appealSection, proactiveSections, resultSection } from './evaluation-tables.tsx'
import type { Form } from './pages.tsx'
import { byHand, namedRows } from './rows.tsx'
import type { Section } from './section.tsx'
import { Signed } from './signed.tsx'
import { inParts, yearOfInstant } from './wording.ts'

/** Chinese characters on a line over the full width, and lines before a text goes on in a row of its own. */
const FULL_LINE = 50
const LINES = 12
const WIDTHS = [24, 164] as const

/** A part of the report that is words: its heading, then its text in rows that may stand on pages of their own. */
const wordsOf = (key: string, heading: string, text: string): Section => ({
  key,
  columns: [188],
  head: (
    <tr className="paper-continued">
      <th scope="colgroup">{heading}</th>
    </tr>
  ),
  rows: inParts(text, FULL_LINE, LINES).map((part, place) => (
    <tr key={place}>
      <td className="evaluation-words">{part}</td>
    </tr>
  )),
})

const rate = (onTime: number, late: number) => (onTime + late === 0 ? '—' : `${Math.round((onTime * 1000) / (onTime + late)) / 10}%`)

/** What an evaluation looks at beside the table (G三.4). */
const glanceOf = ({ figures: { replies, extensions, supplements, heard, reviews } }: EvaluationPaper['report']): string =>
  [
    `答复${replies.count}件，及时率${rate(replies.onTime, replies.late)}，逾期${replies.late}件；自收到（补正）之日起平均${replies.averageDays ?? '—'}天，最长${replies.longestDays ?? '—'}天。延期${extensions}件，补正告知${supplements}件。`,
    `咨询和反馈：${heard.map(({ kind, count }) => `${heardKindLabel[kind]}${count}件`).join('，')}；据此改进${heard.reduce((sum, { mended }) => sum + mended, 0)}件。`,
    `保密审查确定${reviews.decided}件，其中不予公开${reviews.withheld}件；发布${reviews.released}次。`,
  ].join('\n')

/** Who made it by the record, and the two who sign by hand. */
const signing = ({ record, year }: EvaluationPaper['report']): Section => {
  const made: ReactNode = record ? <Signed mark={record.signature} year={yearOfInstant(record.signature.at) || String(year)} /> : byHand('编制人')
  return {
    key: 'signing',
    columns: WIDTHS,
    closing: true,
    rows: [
      ...namedRows('编制', record ? record.number : null, 'sheet-opinion', made),
      ...namedRows('审核', null, 'sheet-opinion', byHand('审核人')),
      ...namedRows('负责人意见', null, 'sheet-opinion', byHand('负责人')),
    ],
  }
}

/** 年度报告 in its six parts (国办公开办函〔2021〕30号). */
const annualSections = (report: EvaluationPaper['report']): Section[] => {
  const figures = report.record?.figures ?? report.figures
  const { words, typed } = report.record ?? { words: null, typed: null }
  const improved = words ? `${words.problems}\n${words.improvements}` : ''
  const other = [words?.other, typed?.explanation && `与上年年报的差异：${typed.explanation}`].filter(Boolean).join('\n')
  return [
    wordsOf('summary', '一、总体情况', words?.effect ?? ''),
    ...proactiveSections(typed?.proactive ?? null),
    resultSection(figures, false),
    appealSection(typed?.appeals ?? null),
    wordsOf('problems', '五、存在的主要问题及改进情况', improved),
    wordsOf('other', '六、其他需要报告的事项', other || '无'),
  ]
}

const halfSections = (report: EvaluationPaper['report']): Section[] => {
  const { figures, words } = report.record ?? { figures: report.figures, words: null }
  return [
    wordsOf('effect', '一、公开工作的效果', words?.effect ?? ''),
    wordsOf('glance', '二、数据和反馈', glanceOf({ ...report, figures })),
    resultSection(figures, true),
    wordsOf('problems', '四、存在的问题', words?.problems ?? ''),
    wordsOf('improvements', '五、改进措施', words?.improvements ?? ''),
  ]
}

/** A4 portrait; while nothing is recorded it says so in its head. */
export const evaluationForm = ({ frame, report }: EvaluationPaper): Form => {
  const { year, half, record } = report
  const { from, to } = report.figures
  return {
    frame,
    landscape: false,
    title: half === null ? '政府信息公开工作年度报告' : '信息公开工作半年评估表',
    about: (
      <>
        <span>
          {year} 年{half === null ? '' : half === 1 ? '上半年' : '下半年'}（{from} 至 {to}）
        </span>
        <span>{record ? record.number : '草稿：尚未登记，数为打印时的统计'}</span>
      </>
    ),
    sections: [...(half === null ? annualSections(report) : halfSections(report)), signing(report)],
  }
}
