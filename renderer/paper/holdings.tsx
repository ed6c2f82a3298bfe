import type { ReactNode } from 'react'
import type { BoxOf } from '../../contract/forms.ts'
import type { HeldBeside, LentLine } from '../../contract/lending-views.ts'
import type { MediumRow } from '../../contract/media-views.ts'
import type { LentPaper } from '../../contract/paper.ts'
import { copyStateLabel, lateLabel, levelLabel, mediumKindLabel, mediumOverdueLabel } from '../../contract/terms.ts'
import { bookRows } from './boxes.tsx'
import { lateIn } from './lent.tsx'
import type { Form } from './pages.tsx'
import { continued, ending, headOf, widthsOf } from './rows.tsx'
import { columnsOn, type Look, signOffOn, textsOn } from './template.tsx'
import { BOX_LINES, dayInBox, inParts, instantInBox, instantOnLine, markInBox, numberInTwo, yearOfInstant } from './wording.ts'

/** How the columns of the 个人持有清单 take their texts; the last two are for whoever goes and looks. */
const LOOKS: Record<BoxOf<'holdings'>, Look> = {
  ordinal: { perLine: 2.8, centred: true },
  number: { perLine: 8.9, centred: true },
  title: { perLine: 21.6 },
  mark: { perLine: 5.9, centred: true },
  under: { perLine: 7, centred: true },
  since: { perLine: 6.4, centred: true },
  due: { perLine: 5.9, centred: true },
  overdue: { perLine: 5.9, centred: true },
  checked: { perLine: 5.9, centred: true },
  remarks: { perLine: 13.7 },
}
/** Chinese characters on a line over the full width. */
const FULL_LINE = 80

type Texts = Record<BoxOf<'holdings'>, string>

const ofPaper = (line: LentLine, ordinal: number, year: string): Texts => ({
  ordinal: String(ordinal),
  number: [numberInTwo(line.copy.number), line.copy.copyNo].filter(Boolean).join('\n'),
  title: line.copy.document.title ?? '',
  mark: markInBox(line.copy.document.mark),
  under: numberInTwo(line.under.number),
  since: instantInBox(line.since, year),
  due: line.due ? dayInBox(line.due) : '',
  overdue: lateIn(line),
  checked: '',
  remarks: '',
})

/** A carrier in their hands, or only in their charge: then whoever has it stands beside. */
const ofMedium = (medium: MediumRow, person: number, ordinal: number, year: string): Texts => {
  const taken = medium.holder?.id === person
  return {
    ordinal: String(ordinal),
    number: [numberInTwo(medium.number), medium.ownNumber].join('\n'),
    title: mediumKindLabel[medium.kind],
    mark: levelLabel[medium.level],
    under: taken ? '领用' : '责任人',
    since: taken ? instantInBox(medium.since, year) : '',
    due: taken && medium.due ? dayInBox(medium.due) : '',
    overdue: taken && medium.overdueDays > 0 ? `${mediumOverdueLabel}\n${medium.overdueDays} 天` : '',
    checked: '',
    remarks: taken ? '' : (medium.holder?.name ?? medium.place),
  }
}

/** What is known by its number alone: papers that are 短少待查, boxes in charge, letters that they keep. */
const besideRows = ({ boxes, letters }: HeldBeside, missing: readonly string[], columns: number): ReactNode[] =>
  [
    { key: 'missing', name: `${copyStateLabel.missing} ${missing.length} 份：`, numbers: missing },
    { key: 'boxes', name: `专管的保密箱 ${boxes.length} 个：`, numbers: boxes },
    { key: 'letters', name: `本人留存的亲启件 ${letters.length} 封：`, numbers: letters },
  ].flatMap(({ key, name, numbers }) =>
    numbers.length === 0
      ? []
      : inParts(numbers.join('、'), FULL_LINE, BOX_LINES).map((text, part) => continued(`${key}-${part}`, columns, name, text)),
  )

/** The 个人持有清单 of this moment: A4 landscape, papers, then carriers, for the holder and the 保密员 to sign (F1(8)). */
export const holdingsForm = ({ frame, late, lines, missing }: LentPaper, held: HeldBeside): Form => {
  const columns = columnsOn(frame.template, LOOKS)
  const year = yearOfInstant(frame.printedAt)
  const { person, media } = held
  const row = (key: string, name: string, texts: Texts) => bookRows(key, name, columns, textsOn(columns, texts), FULL_LINE)
  return {
    frame,
    landscape: true,
    // 内部 is no level of secrecy (保密法22).
    title: `${frame.level === 'internal' ? '' : '涉密'}文件、载体个人持有清单${late ? `（${lateLabel[late]}）` : ''}`,
    about: (
      <>
        <span>
          持有人：{person.name}（{person.department}）
        </span>
        <span>截至：{instantOnLine(frame.printedAt)}</span>
        <span>
          文件 {lines.length} 份，其中逾期 {lines.filter(({ overdue }) => overdue).length} 份；载体设备 {media.length} 件
        </span>
      </>
    ),
    rule: '持有的文件、载体不得转借、不得带出；离岗、离职前全部清退并移交',
    sections: [
      {
        key: 'lines',
        columns: widthsOf(columns),
        head: headOf(columns),
        rows: [
          ...lines.flatMap((line, place) => row(`${line.copy.id}`, line.copy.number, ofPaper(line, place + 1, year))),
          ...media.flatMap((medium, place) => row(`medium-${medium.id}`, medium.number, ofMedium(medium, person.id, lines.length + place + 1, year))),
          ...besideRows(held, missing, columns.length),
          ending(columns.length, lines.length + media.length === 0 ? '（没有持有文件、载体）' : undefined),
        ],
      },
      signOffOn(frame.template),
    ],
  }
}
