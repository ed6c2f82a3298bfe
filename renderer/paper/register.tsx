import type { ReactNode } from 'react'
import type { PaperFrame, RegisterLine } from '../../contract/paper.ts'
import { type Level, type Register, levelLabel, registerLabel, urgencyLabel } from '../../contract/terms.ts'
import { compressCopyNos } from './copy-numbers.ts'
import type { Form } from './pages.tsx'
import { continued, ending, headOf, signOff, widthsOf } from './rows.tsx'
import { BOX_LINES, type Box, dayInBox, inParts, markInBox, numberInBox, receivedInBox, rowWithContinuation } from './wording.ts'

export type RegisterFormProps = {
  frame: PaperFrame
  register: Register
  year: number
  lines: readonly RegisterLine[]
  /** The one level that was printed, when not all were. */
  level?: Level
}

/** The boxes of the 收文登记簿 in the order of the paper (domain 2): name over two lines, width in mm, Chinese characters on a line. */
const BOXES: readonly { head: string; width: number; perLine: number; centred?: boolean }[] = [
  { head: '收文号', width: 14, perLine: 4, centred: true },
  { head: '收文\n日期', width: 14.5, perLine: 4, centred: true },
  { head: '来文\n机关', width: 15, perLine: 4.3 },
  { head: '来文\n字号', width: 16, perLine: 4.6 },
  { head: '标题', width: 30.5, perLine: 9.2 },
  { head: '附件', width: 10, perLine: 2.7 },
  { head: '份数', width: 9.5, perLine: 2.4, centred: true },
  { head: '份号', width: 15.5, perLine: 4.6 },
  { head: '密级\n(保密期限)', width: 17, perLine: 5, centred: true },
  { head: '紧急\n程度', width: 8.5, perLine: 2, centred: true },
  { head: '成文\n日期', width: 14.5, perLine: 4, centred: true },
  { head: '主送', width: 12.5, perLine: 3.5 },
  { head: '承办\n单位', width: 11.5, perLine: 3.2 },
  { head: '签收人', width: 11, perLine: 3, centred: true },
  { head: '办理\n情况', width: 18, perLine: 5.3 },
  { head: '复文号', width: 11, perLine: 3 },
  { head: '清退要\n求/日期', width: 14.5, perLine: 4, centred: true },
  { head: '归卷\n日期', width: 12.5, perLine: 3.5 },
  { head: '归入\n卷号', width: 12, perLine: 3.3 },
  { head: '备注', width: 13, perLine: 3.7 },
]
/** Chinese characters on a line over the full width. */
const FULL_LINE = 80

/** What stands in the boxes of one line; boxes that are filled by hand stay empty. */
export const registerTexts = (line: RegisterLine): string[] => {
  const { particulars } = line
  return [
    numberInBox(line.number),
    receivedInBox(line.receivedAt, particulars.urgency !== 'ordinary'),
    particulars.sender,
    numberInBox(particulars.symbol ?? ''),
    particulars.title,
    particulars.attachments ?? '',
    String(line.counted),
    compressCopyNos(line.copyNos),
    markInBox(particulars.mark),
    urgencyLabel[particulars.urgency],
    dayInBox(particulars.madeOn),
    particulars.addressee ?? '',
    particulars.handledBy ?? '',
    line.receivedBy,
    line.handling,
    '',
    particulars.returnBy ? `${dayInBox(particulars.returnBy)}前` : '',
    line.filing.map(({ day }) => dayInBox(day)).join('\n'),
    line.filing.map(({ volume }) => volume).join('\n'),
    particulars.remarks ?? '',
  ]
}

/** What belongs to a line and has no box of its own: the difference in the count, and each 更正 or 变更, which says itself what it is. */
const notesOf = ({ discrepancy, corrections }: RegisterLine) => [
  ...(discrepancy ? [{ name: ' 差异登记', text: discrepancy }] : []),
  ...corrections.map((text) => ({ name: '', text })),
]

const rowsOf = (line: RegisterLine): ReactNode[] => {
  const boxes: Box[] = registerTexts(line).map((text, place) => {
    const { head, perLine } = BOXES[place] as (typeof BOXES)[number]
    return { name: head.replace('\n', ''), text, perLine }
  })
  const { shown, below } = rowWithContinuation(boxes, FULL_LINE)
  const goneOn = below.map(({ name, text }) => ({ name: ` ${name}（续）`, text }))
  const notes = notesOf(line).flatMap(({ name, text }) =>
    inParts(text, FULL_LINE, BOX_LINES).map((part, place) => ({ name: place === 0 ? name : `${name}（续）`, text: part })),
  )
  return [
    <tr key={line.id} className="register-row">
      {shown.map((text, place) => (
        <td key={place} className={BOXES[place]?.centred ? 'paper-centred' : undefined}>
          {text}
        </td>
      ))}
    </tr>,
    ...[...goneOn, ...notes].map(({ name, text }, place) => continued(`${line.id}-${place}`, BOXES.length, `${line.number}${name}：`, text)),
  ]
}

/** What the print covers. 内部 is no level of secrecy (保密法22). */
const rangeOf = (register: Register, level?: Level) => (level ? levelLabel[level] : register === 'internal' ? levelLabel.internal : '全部密级')

/** The 收文登记簿 of a year: A4 landscape, all boxes of domain 2, differences and corrections under their line, sign-off at the end. */
export const registerForm = ({ frame, register, year, lines, level }: RegisterFormProps): Form => ({
  frame,
  landscape: true,
  title: registerLabel[register],
  about: (
    <>
      <span>年度：{year} 年</span>
      <span>范围：{rangeOf(register, level)}</span>
      <span>
        共 {lines.length} 件 {lines.reduce((sum, line) => sum + line.counted, 0)} 份
      </span>
    </>
  ),
  sections: [
    {
      key: 'lines',
      columns: widthsOf(BOXES),
      head: headOf(BOXES),
      rows: [...lines.flatMap(rowsOf), lines.length === 0 ? ending(BOXES.length, '（本年度无登记）') : ending(BOXES.length)],
    },
    { key: 'sign-off', columns: [140.5, 140.5], rows: [signOff], closing: true },
  ],
})
