import type { ReactNode } from 'react'
import type { ReturnLine, ReturnListPaper } from '../../contract/paper.ts'
import { levelLabel, type ReturnState, returnStateLabel } from '../../contract/terms.ts'
import { bookRows, type Column, IN_DUPLICATE, STRUCK } from './boxes.tsx'
import { numbersInBox } from './copy-numbers.ts'
import type { Form } from './pages.tsx'
import { continued, ending, headOf, widthsOf } from './rows.tsx'
import type { Section } from './section.tsx'
import { signBox } from './signed.tsx'
import { BOX_LINES, dayOfInstant, dayOnLine, inParts, markInBox, symbolInBox, yearOfInstant } from './wording.ts'

type List = ReturnListPaper['returnList']

/** The boxes of the 清退清单 (domain 2). */
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
/** Nothing goes back under these any more. */
const OVER: readonly ReturnState[] = ['rejected', 'cancelled']

const textsOf = (line: ReturnLine, ordinal: number): string[] => [
  String(ordinal),
  line.symbol === null ? STRUCK : symbolInBox(line.symbol),
  line.title,
  numbersInBox(line.copies),
  markInBox(line.mark),
  String(line.copies.length),
  line.going === null ? '' : String(line.going),
  line.going === null ? '' : String(line.copies.length - line.going),
  line.notes.join('；'),
]

const totalOf = ({ items }: List, lines: readonly ReturnLine[]): ReactNode => {
  const going = lines.every((line) => line.going !== null) ? lines.reduce((sum, line) => sum + (line.going ?? 0), 0) : null
  const text = going === null ? `应退 ${items} 份，实退　　　份，差额　　　份。` : `应退 ${items} 份，实退 ${going} 份，差额 ${items - going} 份。`
  return continued('total', BOXES.length, '合计：', text)
}

const wordsRows = (name: string, text: string | null): ReactNode[] =>
  text === null ? [] : inParts(text, FULL_LINE, BOX_LINES).map((part, place) => continued(`${name}-${place}`, BOXES.length, `${name}：`, part))

const listSection = (list: List, lines: readonly ReturnLine[]): Section => ({
  key: 'lines',
  columns: widthsOf(BOXES),
  head: headOf(BOXES),
  rows: [
    ...lines.flatMap((line, place) => bookRows(`${line.id}`, line.symbol ?? line.title, BOXES, textsOf(line, place + 1), FULL_LINE)),
    totalOf(list, lines),
    ...wordsRows('清退原因', list.reason),
    ...wordsRows('审批意见', list.opinion),
    ...wordsRows('作废原因', list.voidReason),
    ending(BOXES.length),
  ],
})

const SIGNERS = [
  { head: '分管领导审批', width: 70.2 },
  { head: '清退人', width: 70.2 },
  { head: '接收人（制发机关）', width: 70.2 },
  { head: '公章', width: 70.2 },
]

/** Who took it for the issuer, by which receipt: they sign by hand, on both copies. */
const receiverOf = ({ receiver }: List): ReactNode =>
  receiver && (
    <span className="sheet-line">
      {receiver.name}（{receiver.unit}）　回执：{receiver.receipt}　{dayOnLine(receiver.on)}
    </span>
  )

const signSection = (list: List): Section => {
  // Nobody signs a list that is over.
  const by = { year: yearOfInstant(list.begunAt), over: OVER.includes(list.state) }
  return {
    key: 'signatures',
    columns: widthsOf(SIGNERS),
    head: headOf(SIGNERS),
    rows: [
      <tr key="signatures" className="handover-signatures">
        {signBox('approval', list.approval, by)}
        {signBox('handed', list.handed, by)}
        {signBox('receiver', null, by, receiverOf(list))}
        {signBox('seal', null, by)}
      </tr>,
    ],
    closing: true,
  }
}

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
  sections: [listSection(list, lines), signSection(list)],
})
