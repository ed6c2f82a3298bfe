import type { ReactNode } from 'react'
import type { LegView, SheetView } from '../../contract/circulation-views.ts'
import type { SignatureMark } from '../../contract/fields.ts'
import { type LegState, legStateLabel, type SheetState, signaturePurposeLabel } from '../../contract/terms.ts'
import { STRUCK } from './boxes.tsx'
import { continued, ending, headOf, widthsOf } from './rows.tsx'
import type { Section } from './section.tsx'
import { paperLines, Signed, signedAt } from './signed.tsx'
import { hourOfInstant, instantInBox, instantInLine, rowWithContinuation, yearOfInstant } from './wording.ts'

const BOXES = [
  { head: '序号', width: 8 },
  { head: '阅文人', width: 17, perLine: 4.4 },
  { head: '送出时间\n当场签收', width: 16.5 },
  { head: '送阅人', width: 15, perLine: 3.8 },
  { head: '签字', width: 30 },
  { head: '阅毕时间', width: 16.5 },
  { head: '意见', width: 38, perLine: 10.3 },
  { head: '退回时间', width: 16.5 },
  { head: '份数\n核对', width: 13 },
  { head: '收回人', width: 17.5, perLine: 4.5 },
] as const
/** Chinese characters on a line over the full width. */
const FULL_LINE = 50
/** The paper form has at least so many rows for readers. */
const LEAST_LEGS = 6

/** What stands in a box: its text, and in small letters below it the signature that belongs to it. */
type Cell = { text: string; code?: readonly string[] }

/** 签收: the code of the reader's signature, or the two of a signature on paper. */
const takeCode = (take: SignatureMark) => (take.paper ? paperLines(take, take.paper) : [take.code])

const codeOf = (mark: SignatureMark | null) => (mark ? [mark.code] : [])

/** 份数核对: what came back against what went out. */
const counted = (leg: LegView, copies: number) => {
  if (leg.returnedCount === null) return ''
  return leg.returnedCount === copies ? `${copies} 份\n相符` : `退 ${leg.returnedCount}\n应 ${copies}`
}

/** A reader whom the folder reached, or is yet to reach: every signature on the leg with its time and code (F1(2)c, F1(4)a). */
const cellsOf = (leg: LegView, copies: number, year: string): Cell[] => {
  const time = (instant: string | null | undefined) => (instant ? instantInBox(instant, year) : '')
  const unread = leg.unreadReason === null ? [] : [`${legStateLabel.returnedUnread}：${leg.unreadReason}`]
  return [
    { text: String(leg.order) },
    { text: leg.reader.name },
    {
      text: time(leg.handedOutAt),
      code: leg.take ? [`${signaturePurposeLabel['handOut.take']} ${hourOfInstant(signedAt(leg.take))}`, ...takeCode(leg.take)] : [],
    },
    { text: leg.handedOutBy ?? leg.give?.by ?? '', code: codeOf(leg.give) },
    { text: '' },
    { text: time(leg.read && signedAt(leg.read)) },
    { text: [...unread, ...(leg.opinion === null ? [] : [leg.opinion])].join('\n') },
    { text: time(leg.back?.at) },
    { text: counted(leg, copies) },
    { text: leg.back?.by ?? '', code: codeOf(leg.back) },
  ]
}

/** A reader passed over before the folder went out: nothing was given and nothing came back; the officer who wrote it down stands under the reason. */
const passedOverCells = (leg: LegView, year: string): Cell[] => {
  const notedBy = leg.back ? [`${leg.back.by} ${instantInLine(leg.back.at, year)}`, `电子签名 ${leg.back.code}`] : []
  const struck = { text: STRUCK }
  return [
    { text: String(leg.order) },
    { text: leg.reader.name },
    struck,
    struck,
    struck,
    struck,
    { text: `未送：${leg.unreadReason ?? ''}`, code: notedBy },
    struck,
    { text: '未送' },
    struck,
  ]
}
const passedOver = (leg: LegView) => leg.state === ('returnedUnread' satisfies LegState) && leg.handedOutAt === null

const rowsOf = (leg: LegView, copies: number, year: string): ReactNode[] => {
  const cells = passedOver(leg) ? passedOverCells(leg, year) : cellsOf(leg, copies, year)
  const boxes = BOXES.map((box, place) => ({
    name: box.head.replace('\n', ''),
    text: cells[place]?.text ?? '',
    perLine: 'perLine' in box ? box.perLine : 99,
  }))
  const { shown, below } = rowWithContinuation(boxes, FULL_LINE)
  return [
    <tr key={leg.id} className="sheet-leg">
      {BOXES.map(({ head }, place) => (
        <td key={head} className={head === '意见' ? undefined : 'paper-centred'}>
          {shown[place]}
          {cells[place]?.code?.map((line) => (
            <span key={line} className="sheet-code">
              {line}
            </span>
          ))}
          {head === '签字' ? <Signed mark={leg.read} year={year} /> : null}
        </td>
      ))}
    </tr>,
    ...below.map(({ name, text }, place) => continued(`${leg.id}-${place}`, BOXES.length, `序号 ${leg.order} ${name}（续）：`, text)),
  ]
}

const blankRow = (ordinal: number) => (
  <tr key={`blank-${ordinal}`} className="sheet-leg">
    {BOXES.map(({ head }) => (
      <td key={head} />
    ))}
  </tr>
)

const ENDED: readonly SheetState[] = ['allReturned', 'finished', 'cancelled']

/** The readers of a folder, and rows for more of them; once the folder has ended its round the table ends with its last reader. */
export const legsSection = ({ state, createdAt, copies, legs }: SheetView): Section => {
  const year = yearOfInstant(createdAt)
  const rows = legs.flatMap((leg) => rowsOf(leg, copies, year))
  const section = { key: 'legs', columns: widthsOf(BOXES), head: headOf(BOXES) }
  if (ENDED.includes(state)) return { ...section, rows: [...rows, ending(BOXES.length)] }
  const missing = Math.max(0, LEAST_LEGS - legs.length)
  return { ...section, rows: [...rows, ...Array.from({ length: missing }, (_, place) => blankRow(legs.length + place + 1))], blank: blankRow }
}
