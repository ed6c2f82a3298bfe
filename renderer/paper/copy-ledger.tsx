import type { ReactNode } from 'react'
import type { BoxOf } from '../../contract/forms.ts'
import type { CopyLedgerLine, CopyLedgerPaper } from '../../contract/paper.ts'
import { copyKindLabel, copyStateLabel, type Level, levelLabel } from '../../contract/terms.ts'
import { bookRows } from './boxes.tsx'
import type { Form } from './pages.tsx'
import { continued, ending, headOf, widthsOf } from './rows.tsx'
import { columnsOn, type Look, type NamedColumn, signOffOn, textsOn } from './template.tsx'
import { BOX_LINES, dayOfInstant, dayOfInstantInBox, inParts, markInBox, numberInBox, symbolInBox } from './wording.ts'

export type CopyLedgerFormProps = CopyLedgerPaper & {
  /** The one level that was printed, when not all were. */
  level?: Level
}

/** How the columns of the 复制件台账 take their texts. */
const LOOKS: Record<BoxOf<'copyLedger'>, Look> = {
  ordinal: { perLine: 3, centred: true },
  number: { perLine: 6, centred: true },
  kind: { perLine: 4, centred: true },
  source: { perLine: 6, centred: true },
  title: { perLine: 16.8 },
  symbol: { perLine: 7 },
  mark: { perLine: 5, centred: true },
  request: { perLine: 6, centred: true },
  approvedBy: { perLine: 4.3, centred: true },
  madeOn: { perLine: 4.3, centred: true },
  copier: { perLine: 4.3, centred: true },
  where: { perLine: 5.3, centred: true },
  taken: { perLine: 5.6, centred: true },
  backOn: { perLine: 5, centred: true },
}
/** Chinese characters on a line over the full width. */
const FULL_LINE = 80

const inBox = (...lines: readonly (string | undefined)[]) => lines.filter(Boolean).join('\n')

/** What stands in the boxes of one item; of the times that it was in somebody's hands, the last. */
const textsOf = (line: CopyLedgerLine, ordinal: number): Record<BoxOf<'copyLedger'>, string> => {
  const last = line.holdings.at(-1)
  return {
    ordinal: String(ordinal),
    number: numberInBox(line.number),
    kind: copyKindLabel[line.kind],
    source: line.source.split('、').map(numberInBox).join('\n'),
    title: line.title,
    symbol: symbolInBox(line.symbol ?? ''),
    mark: markInBox(line.mark),
    request: numberInBox(line.reproduction),
    approvedBy: line.approvedBy,
    madeOn: dayOfInstantInBox(line.madeAt),
    copier: line.copier,
    where: inBox(copyStateLabel[line.state], line.holder?.name),
    taken: inBox(last?.person, last && dayOfInstantInBox(last.givenAt)),
    backOn: last?.backAt ? dayOfInstantInBox(last.backAt) : '',
  }
}

/** The times before the last, below the line. */
const earlier = ({ id, number, holdings }: CopyLedgerLine, columns: readonly NamedColumn[]): ReactNode[] => {
  const times = holdings
    .slice(0, -1)
    .map(({ person, givenAt, backAt }) => `${person} ${dayOfInstant(givenAt)}领取，${backAt ? dayOfInstant(backAt) : ''}归还`)
  const parts = times.length === 0 ? [] : inParts(times.join('；'), FULL_LINE, BOX_LINES)
  return parts.map((text, part) => continued(`${id}-earlier-${part}`, columns.length, `${number} 以前领取：`, text))
}

const rowsOf = (line: CopyLedgerLine, place: number, columns: readonly NamedColumn[]): ReactNode[] => [
  ...bookRows(String(line.id), line.number, columns, textsOn(columns, textsOf(line, place + 1)), FULL_LINE),
  ...earlier(line, columns),
]

/** The 复制件台账 of a year: A4 landscape, one line an item, sign-off at the end. */
export const copyLedgerForm = ({ frame, year, lines, level }: CopyLedgerFormProps): Form => {
  const columns = columnsOn(frame.template, LOOKS)
  return {
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
        columns: widthsOf(columns),
        head: headOf(columns),
        rows: [
          ...lines.flatMap((line, place) => rowsOf(line, place, columns)),
          ending(columns.length, lines.length === 0 ? '（本年度没有复制件）' : undefined),
        ],
      },
      signOffOn(frame.template),
    ],
  }
}
