import type { OutgoingPaper } from '../../contract/paper.ts'
import { outgoingStateLabel, routeLabel } from '../../contract/terms.ts'
import { book, bookRows, type Column } from './boxes.tsx'
import type { Form } from './pages.tsx'
import { ending } from './rows.tsx'
import { briefly } from './signed.tsx'
import { dayInBox, markInBox, numberInTwo, symbolInBox } from './wording.ts'

/** The boxes of the 密件发文登记簿. */
const BOXES: readonly Column[] = [
  { head: '发文号', width: 22, perLine: 6.4, centred: true },
  { head: '制发\n日期', width: 16, perLine: 4.6, centred: true },
  { head: '收文机关', width: 28, perLine: 8.3 },
  { head: '文号', width: 26, perLine: 7.7 },
  { head: '标题', width: 44, perLine: 13.3 },
  { head: '密级\n(保密期限)', width: 19, perLine: 5.6, centred: true },
  { head: '份数', width: 10, perLine: 2.6, centred: true },
  { head: '来文', width: 22, perLine: 6.4, centred: true },
  { head: '承办人', width: 14, perLine: 4, centred: true },
  { head: '审批', width: 18, perLine: 5.3, centred: true },
  { head: '发出方式\n时间', width: 26, perLine: 7.7, centred: true },
  { head: '回执\n签收日期', width: 22, perLine: 6.4, centred: true },
  { head: '状态', width: 14, perLine: 4, centred: true },
]
/** Chinese characters on a line over the full width. */
const FULL_LINE = 80

type Line = OutgoingPaper['lines'][number]
const lines = (...parts: readonly (string | null | undefined)[]) => parts.filter(Boolean).join('\n')

const textsOf = (line: Line): string[] => [
  numberInTwo(line.number),
  dayInBox(line.madeOn),
  line.addressee,
  symbolInBox(line.symbol ?? ''),
  line.title,
  markInBox(line.mark),
  String(line.copies),
  numberInTwo(line.document.number),
  line.maker.name,
  briefly(line.approved),
  line.route ? lines(routeLabel[line.route], line.carriers.join('、') || line.waybill, line.sentAt?.slice(5).replace('T', ' ')) : '',
  line.receipt ? lines(line.receipt, line.receivedOn) : '',
  outgoingStateLabel[line.state],
]

/** The 密件发文登记簿 of a year: A4 landscape, sign-off at the end (F1(3)b). */
export const outgoingForm = ({ frame, year, lines: entered }: OutgoingPaper): Form => ({
  frame,
  landscape: true,
  // 内部 is no level of secrecy (保密法22).
  title: frame.level === 'internal' ? '内部文件发文登记簿' : '密件发文登记簿',
  about: (
    <>
      <span>年度：{year} 年</span>
      <span>
        共 {entered.length} 件 {entered.reduce((sum, line) => sum + line.copies, 0)} 份，其中未回执{' '}
        {entered.filter(({ state }) => state === 'sent').length} 件
      </span>
    </>
  ),
  rule: '上报、答复密件按来文同等密级；经机要交通、机要通信或专人传递，绝密件两人以上',
  sections: book(BOXES, [
    ...entered.flatMap((line) => bookRows(String(line.id), line.number, BOXES, textsOf(line), FULL_LINE)),
    ending(BOXES.length, entered.length === 0 ? '（本年度没有发文）' : undefined),
  ]),
})
