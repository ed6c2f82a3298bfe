import type { ReactNode } from 'react'
import type { LentLine, LentPaper } from '../../contract/paper.ts'
import { copyStateLabel, loanOverdueLabel, overdueLabel } from '../../contract/terms.ts'
import { bookRows, type Column } from './boxes.tsx'
import type { Form } from './pages.tsx'
import { continued, ending, headOf, signOff, widthsOf } from './rows.tsx'
import { BOX_LINES, dayInBox, inParts, instantInBox, instantOnLine, markInBox, numberInTwo, yearOfInstant } from './wording.ts'

/** The boxes of the 在外清单; the last two are for whoever goes and looks. */
const BOXES: readonly Column[] = [
  { head: '序号', width: 10, perLine: 2.8, centred: true },
  { head: '编号\n份号', width: 24, perLine: 7, centred: true },
  { head: '文件标题', width: 72, perLine: 22.3 },
  { head: '密级\n(保密期限)', width: 20, perLine: 5.9, centred: true },
  { head: '持有人\n部门', width: 26, perLine: 7.8, centred: true },
  { head: '领取时间', width: 24, perLine: 7, centred: true },
  { head: '依据', width: 24, perLine: 7, centred: true },
  { head: '应还', width: 20, perLine: 5.9, centred: true },
  { head: '逾期', width: 20, perLine: 5.9, centred: true },
  { head: '核对', width: 20, perLine: 5.9, centred: true },
  { head: '备注', width: 21, perLine: 6.2 },
]
/** Chinese characters on a line over the full width. */
const FULL_LINE = 80

/** A folder and a visit are late by the hour, a loan by the day; from the next day on each says how many days. */
const lateIn = ({ overdue, overdueDays, under }: LentLine) =>
  overdue ? `${under.kind === 'loan' ? loanOverdueLabel : overdueLabel}${overdueDays > 0 ? `\n${overdueDays} 天` : ''}` : ''

/** What stands in the boxes of one copy; `year` is the one that stands in the head. */
const textsOf = (line: LentLine, ordinal: number, year: string): string[] => [
  String(ordinal),
  [numberInTwo(line.copy.number), line.copy.copyNo].filter(Boolean).join('\n'),
  line.copy.document.title ?? '',
  markInBox(line.copy.document.mark),
  `${line.holder.name}\n${line.holder.department}`,
  instantInBox(line.since, year),
  numberInTwo(line.under.number),
  line.due ? dayInBox(line.due) : '',
  lateIn(line),
  '',
  '',
]

/** What is in nobody's hands that is known. */
const missingRows = (missing: readonly string[]): ReactNode[] =>
  missing.length === 0
    ? []
    : inParts(missing.join('、'), FULL_LINE, BOX_LINES).map((text, part) =>
        continued(`missing-${part}`, BOXES.length, `另有${copyStateLabel.missing} ${missing.length} 份：`, text),
      )

/** The 在外清单 of this moment: A4 landscape, what is late first, sign-off at the end (F1(4)b, F1(7)b). */
export const lentForm = ({ frame, lines, missing }: LentPaper): Form => ({
  frame,
  landscape: true,
  // 内部 is no level of secrecy (保密法22).
  title: `${frame.level === 'internal' ? '' : '涉密'}文件在外清单`,
  about: (
    <>
      <span>截至：{instantOnLine(frame.printedAt)}</span>
      <span>
        在外 {lines.length} 份，其中逾期 {lines.filter(({ overdue }) => overdue).length} 份
      </span>
    </>
  ),
  rule: '当天阅处完毕返还，借用的规定时间内归还，不得横传、转借',
  sections: [
    {
      key: 'lines',
      columns: widthsOf(BOXES),
      head: headOf(BOXES),
      rows: [
        ...lines.flatMap((line, place) =>
          bookRows(`${line.copy.id}`, line.copy.number, BOXES, textsOf(line, place + 1, yearOfInstant(frame.printedAt)), FULL_LINE),
        ),
        ...missingRows(missing),
        ending(BOXES.length, lines.length === 0 ? '（此刻没有在外的份）' : undefined),
      ],
    },
    { key: 'sign-off', columns: [140.5, 140.5], rows: [signOff], closing: true },
  ],
})
