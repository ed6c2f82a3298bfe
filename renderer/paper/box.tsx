import type { KeptCopy } from '../../contract/keeping-views.ts'
import type { BoxPaper } from '../../contract/paper.ts'
import { copyStateLabel } from '../../contract/terms.ts'
import { bookRows, type Column, STRUCK } from './boxes.tsx'
import type { Form } from './pages.tsx'
import { continued, ending, headOf, widthsOf } from './rows.tsx'
import { signBox } from './signed.tsx'
import { dayOfInstantInBox, instantOnLine, markInBox, numberInTwo, symbolInBox } from './wording.ts'

/** The boxes of the 箱内清单; the last is for whoever looks into the box. */
const BOXES: readonly Column[] = [
  { head: '序号', width: 12, perLine: 3.4, centred: true },
  { head: '编号\n份号', width: 32, perLine: 9.5, centred: true },
  { head: '文号', width: 40, perLine: 12, centred: true },
  { head: '文件标题', width: 88, perLine: 27.3 },
  { head: '密级\n(保密期限)', width: 24, perLine: 7.1, centred: true },
  { head: '办结日期', width: 24, perLine: 7.1, centred: true },
  { head: '去向', width: 26, perLine: 7.8, centred: true },
  { head: '核对', width: 35, perLine: 10.6 },
]
const FULL_LINE = 80

const textsOf = ({ number, copyNo, document, state, finishedAt }: KeptCopy, ordinal: number): string[] => [
  String(ordinal),
  [numberInTwo(number), copyNo].filter(Boolean).join('\n'),
  document.symbol === null ? STRUCK : symbolInBox(document.symbol),
  document.title,
  markInBox(document.mark),
  finishedAt === null ? '在办' : dayOfInstantInBox(finishedAt),
  copyStateLabel[state],
  '',
]

const SIGNERS = [
  { head: '专管人', width: 140.5 },
  { head: '检查人', width: 140.5 },
]

/** The 箱内清单 of one box at this moment: A4 landscape, to lie in the box and be checked against (F1(6) 经常检查). */
export const boxForm = ({ frame, box, lines }: BoxPaper): Form => ({
  frame,
  landscape: true,
  title: '保密箱箱内清单',
  about: (
    <>
      <span>箱号：{box.number}</span>
      <span>
        位置：{box.cabinet}　{box.shelf}
      </span>
      <span>专管人：{box.custodian.name}</span>
      <span>截至：{instantOnLine(frame.printedAt)}</span>
    </>
  ),
  rule: '专人专管，经常检查；在外的收回后放回本箱',
  sections: [
    {
      key: 'lines',
      columns: widthsOf(BOXES),
      head: headOf(BOXES),
      rows: [
        ...lines.flatMap((line, place) => bookRows(`${line.id}`, line.number, BOXES, textsOf(line, place + 1), FULL_LINE)),
        ...(lines.length === 0 ? [] : [continued('total', BOXES.length, '合计：', `箱内 ${box.inside} 份，在外待归 ${box.out} 份。`)]),
        ending(BOXES.length, lines.length === 0 ? '（箱内没有文件）' : undefined),
      ],
    },
    {
      key: 'signatures',
      columns: widthsOf(SIGNERS),
      head: headOf(SIGNERS),
      rows: [
        <tr key="signatures" className="handover-signatures">
          {SIGNERS.map(({ head }) => signBox(head, null, { year: '' }))}
        </tr>,
      ],
      closing: true,
    },
  ],
})
