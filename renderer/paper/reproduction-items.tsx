import type { ReactNode } from 'react'
import type { SignatureMark } from '../../contract/fields.ts'
import type { ReproductionPaper } from '../../contract/paper.ts'
import type { AskedSource, MadeItem } from '../../contract/reproduction-views.ts'
import { copyBanLabel, type ReproductionState } from '../../contract/terms.ts'
import { ending, headOf, widthsOf } from './rows.tsx'
import type { Section } from './section.tsx'
import { Signed } from './signed.tsx'
import { yearOfInstant } from './wording.ts'

const BOXES = [
  { head: '序号', width: 10 },
  { head: '编号', width: 48 },
  { head: '领取人签字', width: 36 },
  { head: '发放人', width: 21 },
  { head: '归还（销毁）签字', width: 36 },
  { head: '收回人', width: 21 },
  { head: '备注', width: 16 },
] as const
/** The paper form has at least so many rows before anything is made. */
const LEAST_ROWS = 3
/** No item goes out under these any more, nor under an approval that ran out. */
const ENDED: readonly ReproductionState[] = ['allBack', 'rejected', 'cancelled']

const SOURCES = [
  { head: '序号', width: 10 },
  { head: '汇编的来源', width: 42 },
  { head: '标题', width: 58 },
  { head: '制发机关、文号', width: 46 },
  { head: '密级（期限）', width: 32 },
] as const

/** What a 汇编 is made of, each source a row: its number and 份号, what it is called, who made it, its mark. */
export const sourcesSection = (sources: readonly Pick<AskedSource, 'number' | 'copyNo' | 'document'>[]): Section => ({
  key: 'sources',
  columns: widthsOf(SOURCES),
  head: headOf(SOURCES),
  rows: sources.map(({ number, copyNo, document: { title, sender, symbol, mark, copyBan } }, place) => (
    <tr key={`source-${number}`}>
      <td className="paper-centred">{place + 1}</td>
      <td>
        {number}
        {copyNo && <div>份号 {copyNo}</div>}
      </td>
      <td>{title}</td>
      <td>
        {sender}
        {symbol && <div>{symbol}</div>}
      </td>
      <td className="paper-centred">
        {mark}
        {copyBan && <div>{copyBanLabel}</div>}
      </td>
    </tr>
  )),
})

type Holding = MadeItem['holdings'][number]

const SMALL_MINUTE = '年　月　日　时　分'
/** The signature of whoever took or gave back; until then a box to sign by hand, with its date. */
const hand = (mark: SignatureMark | null | undefined, year: string): ReactNode =>
  mark ? <Signed mark={mark} year={year} /> : <span className="paper-minute">{SMALL_MINUTE}</span>

/** Who gave or took back, with the code of their signature. */
const officer = (mark: SignatureMark | null | undefined): ReactNode =>
  mark ? (
    <>
      {mark.by}
      <span className="sheet-code">{mark.code}</span>
    </>
  ) : null

const rowOf = (key: string, cells: readonly ReactNode[]) => (
  <tr key={key} className="paper-item">
    {cells.map((cell, place) => (
      <td key={place} className="paper-centred">
        {cell}
      </td>
    ))}
  </tr>
)

/** An item with one time that it was in somebody's hands; without, its boxes are there to sign by hand. */
const cellsOf = (ordinal: number, { number }: MadeItem, holding: Holding | undefined, time: number, year: string): ReactNode[] => [
  time === 0 ? ordinal : '',
  number,
  hand(holding?.take, year),
  officer(holding?.give),
  hand(holding?.giveBack, year),
  officer(holding?.takeBack),
  time === 0 ? '' : `第${time + 1}次领取`,
]

const rowsOf = (item: MadeItem, place: number, year: string): ReactNode[] => {
  const times: (Holding | undefined)[] = item.holdings.length > 0 ? item.holdings : [undefined]
  return times.map((holding, time) => rowOf(`${item.id}-${time}`, cellsOf(place + 1, item, holding, time, year)))
}

const blankRow = (ordinal: number) => rowOf(`blank-${ordinal}`, ['', '', hand(null, ''), '', hand(null, ''), '', ''])

/** What was made, each item a row, and rows to sign on by hand; once the request has ended the table ends with its last item. */
export const itemsSection = ({ state, expired, enteredAt, items }: ReproductionPaper['reproduction']): Section => {
  const rows = items.flatMap((item, place) => rowsOf(item, place, yearOfInstant(enteredAt)))
  const section = { key: 'items', columns: widthsOf(BOXES), head: headOf(BOXES) }
  if (expired || ENDED.includes(state)) return { ...section, rows: [...rows, ending(BOXES.length)] }
  const missing = Math.max(0, LEAST_ROWS - rows.length)
  return { ...section, rows: [...rows, ...Array.from({ length: missing }, (_, place) => blankRow(rows.length + place + 1))], blank: blankRow }
}
