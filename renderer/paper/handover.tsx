import type { ReactNode } from 'react'
import type { BoxOf, SignerOf } from '../../contract/forms.ts'
import type { HandoverLine, HandoverPaper } from '../../contract/paper.ts'
import type { PrintedTemplate } from '../../contract/templates.ts'
import { handoverStateLabel, levelLabel } from '../../contract/terms.ts'
import { bookRows, IN_DUPLICATE, STRUCK } from './boxes.tsx'
import { numbersInBox } from './copy-numbers.ts'
import type { Form } from './pages.tsx'
import { continued, ending, headOf, widthsOf } from './rows.tsx'
import type { Section } from './section.tsx'
import { signaturesOn } from './signatures.tsx'
import { columnsOn, type Look, type NamedColumn, textsOn } from './template.tsx'
import { BOX_LINES, dayOfInstant, inParts, markInBox, symbolInBox, yearOfInstant } from './wording.ts'

type Handover = HandoverPaper['handover']

/** How the columns of the 移交清单 (domain 2) take their texts. */
const LOOKS: Record<BoxOf<'handover'>, Look> = {
  ordinal: { perLine: 3.4, centred: true },
  symbol: { perLine: 11.4, centred: true },
  title: { perLine: 21.6 },
  numbers: { perLine: 13.8, centred: true },
  mark: { perLine: 6.2, centred: true },
  owed: { perLine: 3.7, centred: true },
  found: { perLine: 3.7, centred: true },
  missing: { perLine: 3.7, centred: true },
  notes: { perLine: 16.8 },
}
/** Chinese characters on a line over the full width. */
const FULL_LINE = 80

const textsOf = (line: HandoverLine, ordinal: number): Record<BoxOf<'handover'>, string> => ({
  ordinal: String(ordinal),
  symbol: line.symbol === null ? STRUCK : symbolInBox(line.symbol),
  title: line.title,
  numbers: numbersInBox(line.copies),
  mark: markInBox(line.mark),
  owed: String(line.copies.length),
  found: line.found === null ? '' : String(line.found),
  missing: line.found === null ? '' : String(line.copies.length - line.found),
  notes: line.notes.join('；'),
})

/** Why they leave, below the lines: it may be as long as a paragraph. */
const reasonRows = ({ reason }: Handover, columns: number): ReactNode[] =>
  inParts(reason, FULL_LINE, BOX_LINES).map((text, part) => continued(`reason-${part}`, columns, '移交原因：', text))

/** 合计, below the last line. */
const totalOf = ({ items, found, kept }: Handover, lines: readonly HandoverLine[], columns: number): ReactNode => {
  const counted = lines.every((line) => line.found !== null)
  const text = counted ? `应退 ${items} 份，实退 ${found} 份，差额 ${items - found} 份。` : `应退 ${items} 份，实退　　　份，差额　　　份。`
  return continued('total', columns, '合计：', kept === null ? text : `${text}移交人为保密员，箱内 ${kept} 份改由接收人保管。`)
}

const listSection = (handover: Handover, lines: readonly HandoverLine[], columns: readonly NamedColumn[]): Section => ({
  key: 'lines',
  columns: widthsOf(columns),
  head: headOf(columns),
  rows: [
    ...lines.flatMap((line, place) =>
      bookRows(`${line.id}`, line.symbol ?? line.title, columns, textsOn(columns, textsOf(line, place + 1)), FULL_LINE),
    ),
    ...(lines.length === 0 ? [] : [totalOf(handover, lines, columns.length)]),
    ...reasonRows(handover, columns.length),
    ending(columns.length, lines.length === 0 ? '（手中没有文件，无应退的份）' : undefined),
  ],
})

const SIGNERS: readonly SignerOf<'handover'>[] = ['give', 'take', 'supervised', 'leader', 'seal']

/** 清退人、接收人、监交人, then the leader and the seal, which are always of paper. Nobody signs a list that was voided. */
const signSection = ({ begunAt, state, give, take, supervised }: Handover, template: PrintedTemplate): Section =>
  signaturesOn(
    template,
    SIGNERS,
    { give: { mark: give }, take: { mark: take }, supervised: { mark: supervised } },
    { year: yearOfInstant(begunAt), over: state === 'cancelled' },
  )

/** 内部 is no level of secrecy (保密法22); beside the title stands that a list was voided. */
const titleOf = (internal: boolean, { state }: Handover) =>
  `${internal ? levelLabel.internal : '涉密'}文件清退、移交清单${state === 'cancelled' ? `（${handoverStateLabel.cancelled}）` : ''}`

/** The 清退、移交清单 of somebody who leaves: A4 landscape, 按文号排列, each of its two copies marked (F1(8), 一式两份). */
export const handoverForm = ({ frame, handover, lines }: HandoverPaper): Form => ({
  frame,
  landscape: true,
  title: titleOf(frame.level === 'internal' && lines.length > 0, handover),
  about: (
    <>
      <span>编号：{handover.number}</span>
      <span>
        移交人：{handover.person.name}（{handover.person.department}）
      </span>
      <span>生成日期：{dayOfInstant(handover.begunAt)}</span>
    </>
  ),
  rule: '离岗、离职前全部清退并移交，差额未查清的不得签字',
  copies: IN_DUPLICATE,
  sections: [listSection(handover, lines, columnsOn(frame.template, LOOKS)), signSection(handover, frame.template)],
})
