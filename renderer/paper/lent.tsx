import type { ReactNode } from 'react'
import type { BoxOf } from '../../contract/forms.ts'
import type { LentLine } from '../../contract/lending-views.ts'
import type { LentPaper } from '../../contract/paper.ts'
import { copyStateLabel, lateLabel, loanOverdueLabel, overdueLabel } from '../../contract/terms.ts'
import { bookRows } from './boxes.tsx'
import type { Form } from './pages.tsx'
import { continued, ending, headOf, widthsOf } from './rows.tsx'
import { columnsOn, type Look, signOffOn, textsOn } from './template.tsx'
import { BOX_LINES, dayInBox, inParts, instantInBox, instantOnLine, markInBox, numberInTwo, yearOfInstant } from './wording.ts'

/** How the columns of the 在外清单 take their texts; the last two are for whoever goes and looks. */
const LOOKS: Record<BoxOf<'lent'>, Look> = {
  ordinal: { perLine: 2.8, centred: true },
  number: { perLine: 7, centred: true },
  title: { perLine: 22.3 },
  mark: { perLine: 5.9, centred: true },
  holder: { perLine: 7.8, centred: true },
  since: { perLine: 7, centred: true },
  under: { perLine: 7, centred: true },
  due: { perLine: 5.9, centred: true },
  overdue: { perLine: 5.9, centred: true },
  checked: { perLine: 5.9, centred: true },
  remarks: { perLine: 6.2 },
}
/** Chinese characters on a line over the full width. */
const FULL_LINE = 80

/** A folder and a visit are late by the hour, a loan by the day; from the next day on each says how many days. */
export const lateIn = ({ overdue, overdueDays, under }: LentLine) =>
  overdue ? `${under.kind === 'loan' ? loanOverdueLabel : overdueLabel}${overdueDays > 0 ? `\n${overdueDays} 天` : ''}` : ''

/** What stands in the boxes of one copy; `year` is the one that stands in the head. */
const textsOf = (line: LentLine, ordinal: number, year: string): Record<BoxOf<'lent'>, string> => ({
  ordinal: String(ordinal),
  number: [numberInTwo(line.copy.number), line.copy.copyNo].filter(Boolean).join('\n'),
  title: line.copy.document.title ?? '',
  mark: markInBox(line.copy.document.mark),
  holder: `${line.holder.name}\n${line.holder.department}`,
  since: instantInBox(line.since, year),
  under: numberInTwo(line.under.number),
  due: line.due ? dayInBox(line.due) : '',
  overdue: lateIn(line),
  checked: '',
  remarks: '',
})

/** What is in nobody's hands that is known. */
const missingRows = (missing: readonly string[], columns: number): ReactNode[] =>
  missing.length === 0
    ? []
    : inParts(missing.join('、'), FULL_LINE, BOX_LINES).map((text, part) =>
        continued(`missing-${part}`, columns, `另有${copyStateLabel.missing} ${missing.length} 份：`, text),
      )

/** The 在外清单 of this moment, or what of it is 当日未退 or 逾期未还: A4 landscape, what is late first, sign-off at the end (F1(4)b, F1(7)b). */
export const lentForm = ({ frame, late, lines, missing }: LentPaper): Form => {
  const columns = columnsOn(frame.template, LOOKS)
  return {
    frame,
    landscape: true,
    // 内部 is no level of secrecy (保密法22).
    title: `${frame.level === 'internal' ? '' : '涉密'}文件在外清单${late ? `（${lateLabel[late]}）` : ''}`,
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
        columns: widthsOf(columns),
        head: headOf(columns),
        rows: [
          ...lines.flatMap((line, place) =>
            bookRows(
              `${line.copy.id}`,
              line.copy.number,
              columns,
              textsOn(columns, textsOf(line, place + 1, yearOfInstant(frame.printedAt))),
              FULL_LINE,
            ),
          ),
          ...missingRows(missing, columns.length),
          ending(columns.length, lines.length === 0 ? (late ? `（此刻没有${lateLabel[late]}的份）` : '（此刻没有在外的份）') : undefined),
        ],
      },
      signOffOn(frame.template),
    ],
  }
}
