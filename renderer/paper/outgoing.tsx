import type { BoxOf } from '../../contract/forms.ts'
import type { OutgoingPaper } from '../../contract/paper.ts'
import { outgoingStateLabel, routeLabel } from '../../contract/terms.ts'
import { bookRows } from './boxes.tsx'
import type { Form } from './pages.tsx'
import { ending } from './rows.tsx'
import { bookOn, columnsOn, type Look, textsOn } from './template.tsx'
import { briefly } from './signed.tsx'
import { dayInBox, markInBox, numberInTwo, symbolInBox } from './wording.ts'

/** How the columns of the 密件发文登记簿 take their texts. */
const LOOKS: Record<BoxOf<'outgoing'>, Look> = {
  number: { perLine: 6.4, centred: true },
  madeOn: { perLine: 4.6, centred: true },
  addressee: { perLine: 8.3 },
  symbol: { perLine: 7.7 },
  title: { perLine: 13.3 },
  mark: { perLine: 5.6, centred: true },
  copies: { perLine: 2.6, centred: true },
  source: { perLine: 6.4, centred: true },
  maker: { perLine: 4, centred: true },
  approved: { perLine: 5.3, centred: true },
  route: { perLine: 7.7, centred: true },
  receipt: { perLine: 6.4, centred: true },
  state: { perLine: 4, centred: true },
}
/** Chinese characters on a line over the full width. */
const FULL_LINE = 80

type Line = OutgoingPaper['lines'][number]
const lines = (...parts: readonly (string | null | undefined)[]) => parts.filter(Boolean).join('\n')

const textsOf = (line: Line): Record<BoxOf<'outgoing'>, string> => ({
  number: numberInTwo(line.number),
  madeOn: dayInBox(line.madeOn),
  addressee: line.addressee,
  symbol: symbolInBox(line.symbol ?? ''),
  title: line.title,
  mark: markInBox(line.mark),
  copies: String(line.copies),
  source: numberInTwo(line.document.number),
  maker: line.maker.name,
  approved: briefly(line.approved),
  route: line.route ? lines(routeLabel[line.route], line.carriers.join('、') || line.waybill, line.sentAt?.slice(5).replace('T', ' ')) : '',
  receipt: line.receipt ? lines(line.receipt, line.receivedOn) : '',
  state: outgoingStateLabel[line.state],
})

/** The 密件发文登记簿 of a year: A4 landscape, sign-off at the end (F1(3)b). */
export const outgoingForm = ({ frame, year, lines: entered }: OutgoingPaper): Form => {
  const columns = columnsOn(frame.template, LOOKS)
  return {
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
    sections: bookOn(frame.template, columns, [
      ...entered.flatMap((line) => bookRows(String(line.id), line.number, columns, textsOn(columns, textsOf(line)), FULL_LINE)),
      ending(columns.length, entered.length === 0 ? '（本年度没有发文）' : undefined),
    ]),
  }
}
