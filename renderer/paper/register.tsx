import type { ReactNode } from 'react'
import type { BoxOf } from '../../contract/forms.ts'
import type { PaperFrame, RegisterLine } from '../../contract/paper.ts'
import { type IntakeRegister, type Level, levelLabel, registerLabel, urgencyLabel } from '../../contract/terms.ts'
import { bookRows } from './boxes.tsx'
import { compressCopyNos } from './copy-numbers.ts'
import type { Form } from './pages.tsx'
import { continued, ending, headOf, widthsOf } from './rows.tsx'
import { columnsOn, type Look, type NamedColumn, signOffOn, textsOn } from './template.tsx'
import { BOX_LINES, dayInBox, inParts, markInBox, numberInBox, receivedInBox } from './wording.ts'

export type RegisterFormProps = {
  frame: PaperFrame
  register: IntakeRegister
  year: number
  lines: readonly RegisterLine[]
  /** The one level that was printed, when not all were. */
  level?: Level
}

/** How the columns of the 收文登记簿 take their texts: Chinese characters on a line. */
const LOOKS: Record<BoxOf<'register'>, Look> = {
  number: { perLine: 4, centred: true },
  receivedAt: { perLine: 4, centred: true },
  sender: { perLine: 4.3 },
  symbol: { perLine: 4.6 },
  title: { perLine: 9.2 },
  attachments: { perLine: 2.7 },
  counted: { perLine: 2.4, centred: true },
  copyNos: { perLine: 4.6 },
  mark: { perLine: 5, centred: true },
  urgency: { perLine: 2, centred: true },
  madeOn: { perLine: 4, centred: true },
  addressee: { perLine: 3.5 },
  handledBy: { perLine: 3.2 },
  receivedBy: { perLine: 3, centred: true },
  handling: { perLine: 5.3 },
  replyNo: { perLine: 3 },
  returnBy: { perLine: 4, centred: true },
  filedOn: { perLine: 3.5 },
  file: { perLine: 3.3 },
  remarks: { perLine: 3.7 },
}
/** Chinese characters on a line over the full width. */
const FULL_LINE = 80

/** What the paper says, and under which number a 补录 stood in the ledger before this one. */
const remarksOf = ({ oldNumber, particulars: { remarks } }: RegisterLine): string =>
  [oldNumber && `补录，原收文号${oldNumber}`, remarks].filter((part) => part).join('；')

/** What stands in the boxes of one line; boxes that are filled by hand stay empty. */
export const registerTexts = (line: RegisterLine): Record<BoxOf<'register'>, string> => {
  const { particulars } = line
  return {
    number: numberInBox(line.number),
    receivedAt: receivedInBox(line.receivedAt ?? '', particulars.urgency !== 'ordinary'),
    sender: particulars.sender,
    symbol: numberInBox(particulars.symbol ?? ''),
    title: particulars.title,
    attachments: particulars.attachments ?? '',
    counted: String(line.counted),
    copyNos: compressCopyNos(line.copyNos),
    mark: markInBox(particulars.mark),
    urgency: urgencyLabel[particulars.urgency],
    madeOn: dayInBox(particulars.madeOn),
    addressee: particulars.addressee ?? '',
    handledBy: particulars.handledBy ?? '',
    receivedBy: line.receivedBy,
    handling: line.handling,
    replyNo: '',
    returnBy: particulars.returnBy ? `${dayInBox(particulars.returnBy)}前` : '',
    filedOn: line.filing.map(({ day }) => dayInBox(day)).join('\n'),
    file: line.filing.map(({ volume }) => volume).join('\n'),
    remarks: remarksOf(line),
  }
}

/** What belongs to a line and has no box of its own: the difference in the count, and each 更正 or 变更, which says itself what it is. */
const notesOf = ({ discrepancy, corrections }: RegisterLine) => [
  ...(discrepancy ? [{ name: ' 差异登记', text: discrepancy }] : []),
  ...corrections.map((text) => ({ name: '', text })),
]

const rowsOf = (line: RegisterLine, columns: readonly NamedColumn[]): ReactNode[] => {
  const notes = notesOf(line).flatMap(({ name, text }) =>
    inParts(text, FULL_LINE, BOX_LINES).map((part, place) => ({ name: place === 0 ? name : `${name}（续）`, text: part })),
  )
  return [
    ...bookRows(`${line.id}`, line.number, columns, textsOn(columns, registerTexts(line)), FULL_LINE),
    ...notes.map(({ name, text }, place) => continued(`${line.id}-note-${place}`, columns.length, `${line.number}${name}：`, text)),
  ]
}

/** Lines whose rows are made in one turn. */
const LINES_A_TURN = 40

/** The rows of the lines, some in each turn: several thousand never stop the screen. */
export const registerRows = async ({ frame, lines }: Pick<RegisterFormProps, 'frame' | 'lines'>): Promise<ReactNode[]> => {
  const columns = columnsOn(frame.template, LOOKS)
  const rows: ReactNode[] = []
  for (let from = 0; from < lines.length; from += LINES_A_TURN) {
    for (const line of lines.slice(from, from + LINES_A_TURN)) rows.push(...rowsOf(line, columns))
    await new Promise((go) => setTimeout(go, 0))
  }
  return rows
}

/** What the print covers. 内部 is no level of secrecy (保密法22). */
export const rangeOf = (register: IntakeRegister, level?: Level) =>
  level ? levelLabel[level] : register === 'internal' ? levelLabel.internal : '全部密级'

/** The 收文登记簿 of a year: A4 landscape, all boxes of domain 2, differences and corrections under their line, sign-off at the end. `rows` are those of `registerRows`. */
export const registerForm = ({ frame, register, year, lines, level }: RegisterFormProps, rows: readonly ReactNode[]): Form => {
  const columns = columnsOn(frame.template, LOOKS)
  return {
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
        columns: widthsOf(columns),
        head: headOf(columns),
        rows: [...rows, ending(columns.length, lines.length === 0 ? '（本年度无登记）' : undefined)],
      },
      signOffOn(frame.template),
    ],
  }
}
