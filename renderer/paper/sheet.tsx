import type { ReactNode } from 'react'
import type { LegView, SheetView } from '../../contract/circulation.ts'
import type { SignatureMark } from '../../contract/fields.ts'
import type { PaperFrame } from '../../contract/paper.ts'
import { incidentStateLabel, type SheetState, sheetFootRule } from '../../contract/terms.ts'
import type { Form } from './pages.tsx'
import type { Section } from './section.tsx'
import { dayInBox, dayOfInstant, inParts, instantInBox, markInBox, rowWithContinuation, symbolInBox } from './wording.ts'

const ITEM_BOXES = [
  { head: '登记编号 / 份号', width: 38, perLine: 11 },
  { head: '来文单位', width: 26, perLine: 7 },
  { head: '文号', width: 27, perLine: 7 },
  { head: '标题', width: 60, perLine: 17 },
  { head: '密级', width: 20, perLine: 5 },
  { head: '收文日期', width: 17, perLine: 4.5 },
] as const
const LEG_BOXES = [
  { head: '序号', width: 8 },
  { head: '阅文人', width: 17, perLine: 4.4 },
  { head: '送出时间', width: 16.5 },
  { head: '送阅人', width: 15, perLine: 3.8 },
  { head: '签字', width: 30 },
  { head: '阅毕时间', width: 16.5 },
  { head: '意见', width: 38, perLine: 10.3 },
  { head: '退回时间', width: 16.5 },
  { head: '份数\n核对', width: 13 },
  { head: '收回人', width: 17.5, perLine: 4.5 },
] as const
const FULL_LINE = 50
/** Chinese characters on a line of a box that has its name before it (知悉范围、拟办意见…). */
const NAMED_LINE = 45
/** The paper form has at least so many rows for readers. */
const LEAST_LEGS = 6

type Item = SheetView['items'][number]

const itemRows = (item: Item): ReactNode[] => {
  const { document } = item
  const texts = [
    `${item.number}${item.copyNo ? `\n份号 ${item.copyNo}` : ''}`,
    document.sender,
    symbolInBox(document.symbol ?? ''),
    document.title,
    markInBox(document.mark),
    dayInBox(document.receivedAt),
  ]
  const boxes = ITEM_BOXES.map(({ head, perLine }, place) => ({ name: head, text: texts[place] as string, perLine }))
  const { shown, below } = rowWithContinuation(boxes, FULL_LINE)
  return [
    <tr key={item.id}>
      {shown.map((text, place) => (
        <td key={place} className={place >= 4 ? 'paper-centred' : undefined}>
          {text}
        </td>
      ))}
    </tr>,
    ...below.map(({ name, text }, place) => continued(`${item.id}-${place}`, ITEM_BOXES.length, `${item.number} ${name}（续）：`, text)),
  ]
}

const continued = (key: string, columns: number, name: string, text: string) => (
  <tr key={key} className="paper-continued">
    <td colSpan={columns}>
      <b>{name}</b>
      {text}
    </td>
  </tr>
)

/** A box with its name before it; what is long goes on in rows of its own. */
const namedRows = (name: string, text: string | null, className: string, foot?: ReactNode): ReactNode[] => {
  const parts = inParts(text ?? '', NAMED_LINE, 10)
  return parts.map((part, place) => (
    <tr key={`${name}-${place}`} className={place === parts.length - 1 ? className : undefined}>
      <th scope="row">{place === 0 ? name : `${name}（续）`}</th>
      <td>
        {part}
        {place === parts.length - 1 ? foot : null}
      </td>
    </tr>
  ))
}
const named = (key: string, rows: ReactNode[]): Section => ({ key, columns: [24, 164], rows })

/** An electronic signature as the form shows it: name, time, short code. Nothing when not signed: the box is there to sign by hand. */
const Signed = ({ mark }: { mark: SignatureMark | null }) =>
  mark === null ? null : (
    <>
      <span className="sheet-name">{mark.by}</span>
      <span className="sheet-code">
        {instantInBox(mark.at).replace('\n', ' ')}
        <br />
        电子签名 {mark.code}
      </span>
    </>
  )

/** 份数核对: what came back against what went out. */
const counted = (leg: LegView, copies: number) => {
  if (leg.returnedCount === null) return ''
  return leg.returnedCount === copies ? `${copies} 份\n相符` : `退 ${leg.returnedCount}\n应 ${copies}`
}

const legTexts = (leg: LegView, copies: number) => [
  String(leg.order),
  leg.reader.name,
  leg.handedOutAt ? instantInBox(leg.handedOutAt) : '',
  leg.handedOutBy ?? leg.give?.by ?? '',
  '',
  leg.read ? instantInBox(leg.read.at) : '',
  [leg.unreadReason ? `未阅退回：${leg.unreadReason}` : null, leg.opinion].filter((text) => text !== null).join('\n'),
  leg.back ? instantInBox(leg.back.at) : '',
  counted(leg, copies),
  leg.back?.by ?? '',
]

const legRows = (leg: LegView, copies: number): ReactNode[] => {
  const texts = legTexts(leg, copies)
  const boxes = LEG_BOXES.map((box, place) => ({ name: box.head, text: texts[place] as string, perLine: 'perLine' in box ? box.perLine : 99 }))
  const { shown, below } = rowWithContinuation(boxes, FULL_LINE)
  return [
    <tr key={leg.id} className="sheet-leg">
      {LEG_BOXES.map(({ head }, place) => (
        <td key={head} className={head === '意见' ? undefined : 'paper-centred'}>
          {head === '签字' ? <Signed mark={leg.read} /> : shown[place]}
        </td>
      ))}
    </tr>,
    ...below.map(({ name, text }, place) => continued(`${leg.id}-${place}`, LEG_BOXES.length, `序号 ${leg.order} ${name}（续）：`, text)),
  ]
}

const blankLeg = (ordinal: number) => (
  <tr key={`blank-${ordinal}`} className="sheet-leg">
    {LEG_BOXES.map(({ head }) => (
      <td key={head} />
    ))}
  </tr>
)

/** Once the folder has ended its round, nobody can be written in below. */
const endOfLegs = (
  <tr key="end" className="sheet-leg">
    <td colSpan={LEG_BOXES.length} className="paper-centred">
      （以下空白）
    </td>
  </tr>
)
const ENDED: readonly SheetState[] = ['allReturned', 'finished', 'cancelled']

const incidentText = ({ number, reader, missing, note, state, settledNote }: SheetView['incidents'][number]) =>
  `${number}：${reader.name}退回时缺 ${missing.map((copy) => copy.number).join('、')}。${note}（${incidentStateLabel[state]}${settledNote ? `：${settledNote}` : ''}）`

/** 短少: what did not come back stays on the form. */
const incidentSection = (incidents: SheetView['incidents']): Section[] =>
  incidents.length === 0 ? [] : [named('incidents', namedRows('短少情况', incidents.map(incidentText).join('\n'), 'sheet-scope'))]

const headOf = (boxes: readonly { head: string }[]) => (
  <tr className="paper-columns">
    {boxes.map(({ head }) => (
      <th key={head}>{head}</th>
    ))}
  </tr>
)
const widthsOf = (boxes: readonly { width: number }[]) => boxes.map(({ width }) => width)

const byHand = (who: string) => (
  <div className="paper-by-hand">
    <span>{who}（签字）：</span>
    <span className="paper-date-line">年　　月　　日</span>
  </div>
)

/** The 传阅单 of a folder: A4 portrait, boxes of domain 2, rows of 12 mm or more to sign in. */
export const sheetForm = ({ frame, sheet }: { frame: PaperFrame; sheet: SheetView }): Form => {
  const { copies, legs } = sheet
  const ended = ENDED.includes(sheet.state)
  const missing = Math.max(0, LEAST_LEGS - legs.length - (ended ? 1 : 0))
  return {
    frame,
    landscape: false,
    title: sheet.state === 'cancelled' ? '涉密文件传阅单（作废）' : '涉密文件传阅单',
    about: (
      <>
        <span>编号：{sheet.number}</span>
        <span>夹号：{sheet.folder}</span>
        <span>夹内份数：{copies} 份</span>
        <span>制单：{dayOfInstant(sheet.createdAt)}</span>
      </>
    ),
    rule: sheetFootRule,
    sections: [
      { key: 'items', columns: widthsOf(ITEM_BOXES), head: headOf(ITEM_BOXES), rows: sheet.items.flatMap(itemRows) },
      named('scope', namedRows('知悉范围', sheet.scope.map(({ name }) => name).join('、'), 'sheet-scope')),
      named('proposal', namedRows('拟办意见', sheet.proposal, 'sheet-opinion', byHand('拟办人'))),
      named('instruction', namedRows('领导批示', sheet.instruction, 'sheet-opinion', byHand('领导'))),
      {
        key: 'legs',
        columns: widthsOf(LEG_BOXES),
        head: headOf(LEG_BOXES),
        rows: [
          ...legs.flatMap((leg) => legRows(leg, copies)),
          ...(ended ? [endOfLegs] : []),
          ...Array.from({ length: missing }, (_, place) => blankLeg(legs.length + place + 1)),
        ],
        blank: blankLeg,
      },
      ...incidentSection(sheet.incidents),
      { ...named('result', namedRows('办理结果', sheet.result, 'sheet-opinion', byHand('保密员'))), closing: true },
    ],
  }
}
