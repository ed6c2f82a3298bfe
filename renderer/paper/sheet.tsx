import type { ReactNode } from 'react'
import type { SheetView } from '../../contract/circulation-views.ts'
import type { PaperFrame } from '../../contract/paper.ts'
import { incidentStateLabel, levelLabel, type SheetState, sheetFootRule, sheetStateLabel } from '../../contract/terms.ts'
import type { Form } from './pages.tsx'
import { byHand, continued, headOf, widthsOf } from './rows.tsx'
import type { Section } from './section.tsx'
import { legsSection } from './sheet-legs.tsx'
import { boxesOn, whole } from './template.tsx'
import { dayInBox, dayOfInstant, markInBox, rowWithContinuation, symbolInBox } from './wording.ts'

const ITEM_BOXES = [
  { head: '登记编号 / 份号', width: 41, perLine: 11.8 },
  { head: '来文单位', width: 26, perLine: 7 },
  { head: '文号', width: 27, perLine: 7 },
  { head: '标题', width: 57, perLine: 16 },
  { head: '密级', width: 20, perLine: 5 },
  { head: '收文日期', width: 17, perLine: 4.5 },
] as const
/** Chinese characters on a line over the full width. */
const FULL_LINE = 50

type Item = SheetView['items'][number]

const itemRows = (item: Item): ReactNode[] => {
  const { document } = item
  const texts = [
    `${item.number}${item.copyNo ? `\n份号 ${item.copyNo}` : ''}${item.lost ? `\n遗失损毁：${item.lost}` : ''}`,
    document.sender,
    symbolInBox(document.symbol ?? ''),
    document.title,
    markInBox(document.mark),
    document.receivedAt === null ? '本单位\n汇编' : dayInBox(document.receivedAt),
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

const itemsSection = (items: SheetView['items']): Section => ({
  key: 'items',
  columns: widthsOf(ITEM_BOXES),
  head: headOf(ITEM_BOXES),
  rows: items.flatMap(itemRows),
})

const incidentText = ({ number, reader, missing, note, state, settledNote }: SheetView['incidents'][number]) =>
  `${number}：${reader.name}退回时缺 ${missing.map((copy) => copy.number).join('、')}。${note}（${incidentStateLabel[state]}${settledNote ? `：${settledNote}` : ''}）`

/** 短少: what did not come back stays on the form. */
const incidentsBox = (incidents: SheetView['incidents']) => (incidents.length === 0 ? null : whole(incidents.map(incidentText).join('\n')))

/** Stands beside the title of a sheet that nobody may be handed. */
const standing: Partial<Record<SheetState, string>> = {
  draft: `（${sheetStateLabel.draft}，未核定）`,
  cancelled: `（${sheetStateLabel.cancelled}）`,
}

/** A folder that holds nothing but 内部 papers is not 涉密: 内部 is no level of secrecy (保密法22). */
const titleOf = ({ level, state }: SheetView) => `${level === 'internal' ? levelLabel.internal : '涉密'}文件传阅单${standing[state] ?? ''}`

/** The 传阅单 of a folder: A4 portrait, boxes of domain 2, rows of 12 mm or more to sign in. */
export const sheetForm = ({ frame, sheet }: { frame: PaperFrame; sheet: SheetView }): Form => ({
  frame,
  landscape: false,
  title: titleOf(sheet),
  about: (
    <>
      <span>编号：{sheet.number}</span>
      <span>夹号：{sheet.folder}</span>
      <span>夹内份数：{sheet.copies} 份</span>
      <span>制单：{dayOfInstant(sheet.createdAt)}</span>
    </>
  ),
  rule: sheetFootRule,
  sections: boxesOn<'sheet'>(frame.template, {
    items: itemsSection(sheet.items),
    scope: whole(sheet.scope.map(({ name }) => name).join('、')),
    proposal: whole(sheet.proposal, 'sheet-opinion', byHand(frame.template.signers.proposer ?? '')),
    instruction: whole(sheet.instruction, 'sheet-opinion', byHand(frame.template.signers.leader ?? '')),
    legs: legsSection(sheet),
    incidents: incidentsBox(sheet.incidents),
    result: whole(sheet.result, 'sheet-opinion', byHand(frame.template.signers.officer ?? '')),
  }),
})
