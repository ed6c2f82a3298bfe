import type { ReactNode } from 'react'
import type { BoxOf, SignerOf } from '../../contract/forms.ts'
import type { ReturnLine, ReturnListPaper } from '../../contract/paper.ts'
import type { PrintedTemplate } from '../../contract/templates.ts'
import { levelLabel, type ReturnState, returnStateLabel } from '../../contract/terms.ts'
import { bookRows, IN_DUPLICATE, STRUCK } from './boxes.tsx'
import { numbersInBox } from './copy-numbers.ts'
import type { Form } from './pages.tsx'
import { continued, ending, headOf, widthsOf } from './rows.tsx'
import type { Section } from './section.tsx'
import { signaturesOn } from './signatures.tsx'
import { columnsOn, type Look, type NamedColumn, textsOn } from './template.tsx'
import { BOX_LINES, dayOfInstant, dayOnLine, inParts, markInBox, symbolInBox, yearOfInstant } from './wording.ts'

type List = ReturnListPaper['returnList']

/** How the columns of the 清退清单 (domain 2) take their texts. */
const LOOKS: Record<BoxOf<'returnList'>, Look> = {
  ordinal: { perLine: 3.4, centred: true },
  symbol: { perLine: 11.4, centred: true },
  title: { perLine: 21.6 },
  numbers: { perLine: 13.8, centred: true },
  mark: { perLine: 6.2, centred: true },
  owed: { perLine: 3.7, centred: true },
  going: { perLine: 3.7, centred: true },
  missing: { perLine: 3.7, centred: true },
  notes: { perLine: 16.8 },
}
/** Chinese characters on a line over the full width. */
const FULL_LINE = 80
/** Nothing goes back under these any more. */
const OVER: readonly ReturnState[] = ['rejected', 'cancelled']

const textsOf = (line: ReturnLine, ordinal: number): Record<BoxOf<'returnList'>, string> => ({
  ordinal: String(ordinal),
  symbol: line.symbol === null ? STRUCK : symbolInBox(line.symbol),
  title: line.title,
  numbers: numbersInBox(line.copies),
  mark: markInBox(line.mark),
  owed: String(line.copies.length),
  going: line.going === null ? '' : String(line.going),
  missing: line.going === null ? '' : String(line.copies.length - line.going),
  notes: line.notes.join('；'),
})

const totalOf = ({ items }: List, lines: readonly ReturnLine[], columns: number): ReactNode => {
  const going = lines.every((line) => line.going !== null) ? lines.reduce((sum, line) => sum + (line.going ?? 0), 0) : null
  const text = going === null ? `应退 ${items} 份，实退　　　份，差额　　　份。` : `应退 ${items} 份，实退 ${going} 份，差额 ${items - going} 份。`
  return continued('total', columns, '合计：', text)
}

const wordsRows = (name: string, text: string | null, columns: number): ReactNode[] =>
  text === null ? [] : inParts(text, FULL_LINE, BOX_LINES).map((part, place) => continued(`${name}-${place}`, columns, `${name}：`, part))

const listSection = (list: List, lines: readonly ReturnLine[], columns: readonly NamedColumn[]): Section => ({
  key: 'lines',
  columns: widthsOf(columns),
  head: headOf(columns),
  rows: [
    ...lines.flatMap((line, place) =>
      bookRows(`${line.id}`, line.symbol ?? line.title, columns, textsOn(columns, textsOf(line, place + 1)), FULL_LINE),
    ),
    totalOf(list, lines, columns.length),
    ...wordsRows('清退原因', list.reason, columns.length),
    ...wordsRows('审批意见', list.opinion, columns.length),
    ...wordsRows('作废原因', list.voidReason, columns.length),
    ending(columns.length),
  ],
})

const SIGNERS: readonly SignerOf<'returnList'>[] = ['approval', 'handed', 'receiver', 'seal']

/** Who took it for the issuer, by which receipt: they sign by hand, on both copies. */
const receiverOf = ({ receiver }: List): ReactNode =>
  receiver && (
    <span className="sheet-line">
      {receiver.name}（{receiver.unit}）　回执：{receiver.receipt}　{dayOnLine(receiver.on)}
    </span>
  )

/** The leader and who gave sign in the record, the receiver and the seal on paper. Nobody signs a list that is over. */
const signSection = (list: List, template: PrintedTemplate): Section =>
  signaturesOn(
    template,
    SIGNERS,
    { approval: { mark: list.approval }, handed: { mark: list.handed }, receiver: { above: receiverOf(list) } },
    { year: yearOfInstant(list.begunAt), over: OVER.includes(list.state) },
  )

/** 内部 is no level of secrecy (保密法22); beside the title stands that a list is over. */
const titleOf = (internal: boolean, { state }: List) =>
  `${internal ? levelLabel.internal : '涉密'}文件清退清单${OVER.includes(state) ? `（${returnStateLabel[state]}）` : ''}`

/** The 清退清单 to one issuer: A4 landscape, 按文号排列, each of its two copies marked (实施条例27, 一式两份). */
export const returnListForm = ({ frame, returnList: list, lines }: ReturnListPaper): Form => ({
  frame,
  landscape: true,
  title: titleOf(frame.level === 'internal', list),
  about: (
    <>
      <span>编号：{list.number}</span>
      <span>清退给：{list.issuer}</span>
      <span>拟制日期：{dayOfInstant(list.begunAt)}</span>
    </>
  ),
  rule: '按制发机关的要求清退，逐件清点，差额须说明',
  copies: IN_DUPLICATE,
  sections: [listSection(list, lines, columnsOn(frame.template, LOOKS)), signSection(list, frame.template)],
})
