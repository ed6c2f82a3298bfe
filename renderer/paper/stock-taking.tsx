import type { StockLine, StockPlace } from '../../contract/keeping-views.ts'
import type { SignerOf } from '../../contract/forms.ts'
import type { StockTakingPaper } from '../../contract/paper.ts'
import type { PrintedTemplate } from '../../contract/templates.ts'
import { bookRows, type Column } from './boxes.tsx'
import { breachFateLabel, copyStateLabel, stockTakingStateLabel } from '../../contract/terms.ts'
import type { Form } from './pages.tsx'
import { continued, ending, headOf, widthsOf } from './rows.tsx'
import type { Section } from './section.tsx'
import { signaturesOn } from './signatures.tsx'
import { boxesOn, whole } from './template.tsx'
import { dayOfInstant, instantInBox, markInBox, numberInTwo, yearOfInstant } from './wording.ts'

type Stock = StockTakingPaper['stockTaking']

/** 账, 实, 差 of each box. */
const PLACES: readonly Column[] = [
  { head: '序号', width: 14, perLine: 4, centred: true },
  { head: '箱号', width: 60, perLine: 18, centred: true },
  { head: '账', width: 24, perLine: 7, centred: true },
  { head: '实', width: 24, perLine: 7, centred: true },
  { head: '清点中出入', width: 30, perLine: 9, centred: true },
  { head: '差', width: 36, perLine: 10.8, centred: true },
]
/** Each copy that is more than counted. */
const LINES: readonly Column[] = [
  { head: '类别', width: 18, perLine: 5.2, centred: true },
  { head: '编号', width: 28, perLine: 8.2, centred: true },
  { head: '文件标题', width: 58, perLine: 17.8 },
  { head: '密级\n(保密期限)', width: 22, perLine: 6.5, centred: true },
  { head: '账上', width: 22, perLine: 6.5, centred: true },
  { head: '说明', width: 40, perLine: 12 },
]
const FULL_LINE = 52

const closed = ({ state }: Stock) => state === 'done'
const differenceOf = ({ expected, counted, moved }: StockPlace) => expected - counted - moved
const placeWords = ({ box, archived }: StockPlace) => (archived ? '归档' : (box ?? '未入箱'))

/** Before it is closed what was there is written by hand. */
const placeTexts = (stock: Stock, place: StockPlace, ordinal: number): string[] => [
  String(ordinal),
  placeWords(place),
  String(place.expected),
  closed(stock) ? String(place.counted) : '',
  closed(stock) ? String(place.moved) : '',
  closed(stock) ? String(differenceOf(place)) : '',
]

const totalOf = (stock: Stock) => {
  const { expected, counted, missing, surplus, places } = stock
  const moved = places.reduce((sum, place) => sum + place.moved, 0)
  return closed(stock)
    ? `账 ${expected} 份，实 ${counted} 份，清点中出入 ${moved} 份；短少 ${missing.length} 份，盘盈 ${surplus.length} 份。`
    : `账 ${expected} 份，实　　　份，差　　　份。`
}

const noteOf = (line: StockLine, year: string) =>
  [
    line.note,
    line.moved && `清点中${line.moved}`,
    line.settled && `${instantInBox(line.settled.at, year).replace('\n', ' ')}${breachFateLabel[line.settled.fate]}：${line.settled.note}`,
  ]
    .filter(Boolean)
    .join('；')

const rowsOf = (kind: string, lines: readonly StockLine[], year: string) =>
  lines.flatMap((line) =>
    bookRows(
      `${kind}-${line.copy}`,
      `${kind} ${line.number}`,
      LINES,
      [
        kind,
        numberInTwo(line.number),
        line.document.title,
        markInBox(line.document.mark),
        [copyStateLabel[line.ledger], line.box].filter(Boolean).join('\n'),
        noteOf(line, year),
      ],
      FULL_LINE,
    ),
  )

const SIGNERS: readonly SignerOf<'stockTaking'>[] = ['count', 'supervise']

const differences = (stock: Stock): Section => {
  const year = yearOfInstant(stock.begunAt)
  const rows = [...rowsOf('短少', stock.missing, year), ...rowsOf('盘盈', stock.surplus, year), ...rowsOf('出入', stock.moved, year)]
  return {
    key: 'differences',
    columns: widthsOf(LINES),
    head: headOf(LINES),
    rows: [...rows, ending(LINES.length, rows.length > 0 ? undefined : closed(stock) ? '（账实相符，没有差异）' : '（清点中尚无差异）')],
  }
}

const placesSection = (stock: Stock): Section => ({
  key: 'places',
  columns: widthsOf(PLACES),
  head: headOf(PLACES),
  rows: [
    ...stock.places.flatMap((place, ordinal) =>
      bookRows(`place-${ordinal}`, placeWords(place), PLACES, placeTexts(stock, place, ordinal + 1), FULL_LINE),
    ),
    continued('total', PLACES.length, '合计：', totalOf(stock)),
  ],
})

/** Nobody signs a sheet that was voided. */
const signSection = ({ count, supervise, begunAt, state }: Stock, template: PrintedTemplate): Section =>
  signaturesOn(
    template,
    SIGNERS,
    { count: { mark: count }, supervise: { mark: supervise } },
    { year: yearOfInstant(begunAt), over: state === 'cancelled' },
  )

/** 清点表, of the whole keeping 年度清点表: A4, 账, 实, 差 by box, each difference with its explanation, two signatures (F1(6), domain 4). */
export const stockTakingForm = ({ frame, stockTaking: stock }: StockTakingPaper): Form => ({
  frame,
  landscape: false,
  title: `${stock.boxes.length === 0 ? '年度清点表' : '保密箱清点表'}${stock.state === 'cancelled' ? `（${stockTakingStateLabel.cancelled}）` : ''}`,
  about: (
    <>
      <span>编号：{stock.number}</span>
      <span>范围：{stock.boxes.length === 0 ? '全部在库文件（含归档）' : stock.boxes.map(({ number }) => number).join('、')}</span>
      <span>开始：{dayOfInstant(stock.begunAt)}</span>
    </>
  ),
  rule: '专人专管，经常检查；账实不符的逐份查明，短少的立即报告',
  sections: boxesOn<'stockTaking'>(frame.template, {
    places: placesSection(stock),
    reason: whole(stock.reason),
    differences: differences(stock),
    signatures: signSection(stock, frame.template),
  }),
})
