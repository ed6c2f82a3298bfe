import type { ReactNode } from 'react'
import type { SignatureMark } from '../../contract/fields.ts'
import type { HandoverLine, HandoverPaper } from '../../contract/paper.ts'
import { handoverStateLabel, levelLabel } from '../../contract/terms.ts'
import { bookRows, type Column, STRUCK } from './boxes.tsx'
import { compressCopyNos } from './copy-numbers.ts'
import type { Form } from './pages.tsx'
import { continued, ending, headOf, widthsOf } from './rows.tsx'
import type { Section } from './section.tsx'
import { Signed } from './signed.tsx'
import { BOX_LINES, dayOfInstant, inParts, markInBox, symbolInBox, yearOfInstant } from './wording.ts'

type Handover = HandoverPaper['handover']

/** The boxes of the 移交清单 (domain 2). */
const BOXES: readonly Column[] = [
  { head: '序号', width: 12, perLine: 3.4, centred: true },
  { head: '文号', width: 38, perLine: 11.4, centred: true },
  { head: '标题', width: 70, perLine: 21.6 },
  { head: '编号\n份号', width: 46, perLine: 13.8, centred: true },
  { head: '密级\n(保密期限)', width: 21, perLine: 6.2, centred: true },
  { head: '应退\n份数', width: 13, perLine: 3.7, centred: true },
  { head: '实退', width: 13, perLine: 3.7, centred: true },
  { head: '差额', width: 13, perLine: 3.7, centred: true },
  { head: '留用说明', width: 55, perLine: 16.8 },
]
/** Chinese characters on a line over the full width. */
const FULL_LINE = 80
/** 一式两份. */
const COPIES = ['第一份（一式两份）', '第二份（一式两份）']

/** Numbers of one document, then their 份号; a run is written from its first to its last. */
const numbersOf = ({ copies }: HandoverLine) =>
  [compressCopyNos(copies.map(({ number }) => number)), compressCopyNos(copies.flatMap(({ copyNo }) => copyNo ?? []))].filter(Boolean).join('\n')

const textsOf = (line: HandoverLine, ordinal: number): string[] => [
  String(ordinal),
  line.symbol === null ? STRUCK : symbolInBox(line.symbol),
  line.title,
  numbersOf(line),
  markInBox(line.mark),
  String(line.copies.length),
  line.found === null ? '' : String(line.found),
  line.found === null ? '' : String(line.copies.length - line.found),
  line.notes.join('；'),
]

/** Why they leave, below the lines: it may be as long as a paragraph. */
const reasonRows = ({ reason }: Handover): ReactNode[] =>
  inParts(reason, FULL_LINE, BOX_LINES).map((text, part) => continued(`reason-${part}`, BOXES.length, '移交原因：', text))

/** 合计, below the last line. */
const totalOf = ({ items, found, kept }: Handover, lines: readonly HandoverLine[]): ReactNode => {
  const counted = lines.every((line) => line.found !== null)
  const text = counted ? `应退 ${items} 份，实退 ${found} 份，差额 ${items - found} 份。` : `应退 ${items} 份，实退　　　份，差额　　　份。`
  return continued('total', BOXES.length, '合计：', kept === null ? text : `${text}移交人为保密员，箱内 ${kept} 份改由接收人保管。`)
}

const listSection = (handover: Handover, lines: readonly HandoverLine[]): Section => ({
  key: 'lines',
  columns: widthsOf(BOXES),
  head: headOf(BOXES),
  rows: [
    ...lines.flatMap((line, place) => bookRows(`${line.id}`, line.symbol ?? line.title, BOXES, textsOf(line, place + 1), FULL_LINE)),
    ...(lines.length === 0 ? [] : [totalOf(handover, lines)]),
    ...reasonRows(handover),
    ending(BOXES.length, lines.length === 0 ? '（手中没有文件，无应退的份）' : undefined),
  ],
})

const SIGNERS = [
  { head: '清退人（移交人）', width: 56.2 },
  { head: '接收人', width: 56.2 },
  { head: '监交人', width: 56.2 },
  { head: '主管领导签字', width: 56.2 },
  { head: '公章', width: 56.2 },
]

/** A signature of the record, or a box to sign by hand; nobody signs a list that was voided. */
const box = (key: string, mark: SignatureMark | null, { state, begunAt }: Handover): ReactNode => (
  <td key={key} className="paper-centred">
    {mark ? <Signed mark={mark} year={yearOfInstant(begunAt)} /> : state === 'cancelled' ? STRUCK : <span className="paper-day">年　　月　　日</span>}
  </td>
)

/** 清退人、接收人、监交人, then the leader and the seal, which are always of paper. */
const signSection = (handover: Handover): Section => ({
  key: 'signatures',
  columns: widthsOf(SIGNERS),
  head: headOf(SIGNERS),
  rows: [
    <tr key="signatures" className="handover-signatures">
      {box('give', handover.give, handover)}
      {box('take', handover.take, handover)}
      {box('supervised', handover.supervised, handover)}
      {box('leader', null, handover)}
      {box('seal', null, handover)}
    </tr>,
  ],
  closing: true,
})

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
  copies: COPIES,
  sections: [listSection(handover, lines), signSection(handover)],
})
