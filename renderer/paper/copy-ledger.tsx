import type { ReactNode } from 'react'
import type { CopyLedgerLine, CopyLedgerPaper } from '../../contract/paper.ts'
import { copyKindLabel, copyStateLabel, type Level, levelLabel } from '../../contract/terms.ts'
import { bookRows, type Column } from './boxes.tsx'
import type { Form } from './pages.tsx'
import { continued, ending, headOf, signOff, widthsOf } from './rows.tsx'
import { BOX_LINES, dayOfInstant, dayOfInstantInBox, inParts, markInBox, numberInBox, symbolInBox } from './wording.ts'

export type CopyLedgerFormProps = CopyLedgerPaper & {
  /** The one level that was printed, when not all were. */
  level?: Level
}

/** The boxes of the 复制件台账. */
const BOXES: readonly Column[] = [
  { head: '序号', width: 11, perLine: 3, centred: true },
  { head: '编号', width: 21, perLine: 6, centred: true },
  { head: '种类', width: 14, perLine: 4, centred: true },
  { head: '原件编号', width: 20, perLine: 6, centred: true },
  { head: '文件标题', width: 54, perLine: 16.8 },
  { head: '文号', width: 24, perLine: 7 },
  { head: '密级\n(保密期限)', width: 17, perLine: 5, centred: true },
  { head: '复制审批\n编号', width: 20, perLine: 6, centred: true },
  { head: '批准人', width: 15, perLine: 4.3, centred: true },
  { head: '复制日期', width: 15.5, perLine: 4.3, centred: true },
  { head: '复制人', width: 15, perLine: 4.3, centred: true },
  { head: '现在何处\n持有人', width: 18, perLine: 5.3, centred: true },
  { head: '领取人\n领取日期', width: 19, perLine: 5.6, centred: true },
  { head: '归还日期', width: 17.5, perLine: 5, centred: true },
]
/** Chinese characters on a line over the full width. */
const FULL_LINE = 80

const inBox = (...lines: readonly (string | undefined)[]) => lines.filter(Boolean).join('\n')

/** What stands in the boxes of one item; of the times that it was in somebody's hands, the last. */
const textsOf = (line: CopyLedgerLine, ordinal: number): string[] => {
  const last = line.holdings.at(-1)
  return [
    String(ordinal),
    numberInBox(line.number),
    copyKindLabel[line.kind],
    numberInBox(line.source),
    line.title,
    symbolInBox(line.symbol ?? ''),
    markInBox(line.mark),
    numberInBox(line.reproduction),
    line.approvedBy,
    dayOfInstantInBox(line.madeAt),
    line.copier,
    inBox(copyStateLabel[line.state], line.holder?.name),
    inBox(last?.person, last && dayOfInstantInBox(last.givenAt)),
    last?.backAt ? dayOfInstantInBox(last.backAt) : '',
  ]
}

/** The times before the last, below the line. */
const earlier = ({ id, number, holdings }: CopyLedgerLine): ReactNode[] => {
  const times = holdings
    .slice(0, -1)
    .map(({ person, givenAt, backAt }) => `${person} ${dayOfInstant(givenAt)}领取，${backAt ? dayOfInstant(backAt) : ''}归还`)
  const parts = times.length === 0 ? [] : inParts(times.join('；'), FULL_LINE, BOX_LINES)
  return parts.map((text, part) => continued(`${id}-earlier-${part}`, BOXES.length, `${number} 以前领取：`, text))
}

const rowsOf = (line: CopyLedgerLine, place: number): ReactNode[] => [
  ...bookRows(String(line.id), line.number, BOXES, textsOf(line, place + 1), FULL_LINE),
  ...earlier(line),
]

/** The 复制件台账 of a year: A4 landscape, one line an item, sign-off at the end. */
export const copyLedgerForm = ({ frame, year, lines, level }: CopyLedgerFormProps): Form => ({
  frame,
  landscape: true,
  title: '复制件台账',
  about: (
    <>
      <span>年度：{year} 年</span>
      <span>范围：{level ? levelLabel[level] : '全部密级'}</span>
      <span>
        共 {lines.length} 份，其中在外 {lines.filter(({ holder }) => holder !== null).length} 份
      </span>
    </>
  ),
  rule: '复制件视同原件管理，同正文一样登记，履行归还手续',
  sections: [
    {
      key: 'lines',
      columns: widthsOf(BOXES),
      head: headOf(BOXES),
      rows: [...lines.flatMap(rowsOf), ending(BOXES.length, lines.length === 0 ? '（本年度没有复制件）' : undefined)],
    },
    { key: 'sign-off', columns: [140.5, 140.5], rows: [signOff], closing: true },
  ],
})
