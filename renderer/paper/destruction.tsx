import type { ReactNode } from 'react'
import type { SignatureMark } from '../../contract/fields.ts'
import type { DestructionPaper } from '../../contract/paper.ts'
import {
  DESTRUCTION_METHODS,
  type DestructionState,
  destructionMethodLabel,
  destructionSiteLabel,
  destructionStateLabel,
  levelLabel,
  mediumKindLabel,
} from '../../contract/terms.ts'
import { bookRows, type Column, DAY_BY_HAND, pair, pairs, STRUCK } from './boxes.tsx'
import type { Form } from './pages.tsx'
import { byHand, continued, ending, headOf, widthsOf } from './rows.tsx'
import type { Section } from './section.tsx'
import { Signed } from './signed.tsx'
import { boxesOn, half, whole } from './template.tsx'
import { dayOfInstant, markInBox, symbolInBox, yearOfInstant } from './wording.ts'

type Batch = DestructionPaper['destruction']

/** The boxes of the list (domain 2: 序号、标题、文号、份号、密级、份数、页数). */
const BOXES: readonly Column[] = [
  { head: '序号', width: 10, perLine: 2.8, centred: true },
  { head: '标题', width: 60, perLine: 18.4 },
  { head: '文号', width: 30, perLine: 8.8, centred: true },
  { head: '编号\n份号', width: 36, perLine: 10.6, centred: true },
  { head: '密级', width: 18, perLine: 5.2, centred: true },
  { head: '份数', width: 9, perLine: 2.4, centred: true },
  { head: '页数', width: 9, perLine: 2.4, centred: true },
  { head: '备注', width: 16, perLine: 4.6 },
]
/** Chinese characters on a line over the full width. */
const FULL_LINE = 52
/** Nothing is destroyed under these any more. */
const OVER: readonly DestructionState[] = ['rejected', 'cancelled']

type Line = { key: string; name: string; texts: (ordinal: number) => string[] }

const linesOf = ({ list, media }: Batch): Line[] => [
  ...list.map(({ number, copyNo, document, pages, withheld, kept }) => ({
    key: number,
    name: document.symbol ?? document.title,
    texts: (ordinal: number) => [
      String(ordinal),
      document.title,
      document.symbol === null ? STRUCK : symbolInBox(document.symbol),
      [number, copyNo].filter(Boolean).join('\n'),
      markInBox(document.mark),
      withheld === null ? '1' : '0',
      withheld === null ? (pages === null ? '' : String(pages)) : STRUCK,
      withheld ?? (kept === null ? '' : `差额：${kept}`),
    ],
  })),
  ...media.map(({ number, ownNumber, kind, level, kept }) => ({
    key: number,
    name: number,
    texts: (ordinal: number) => [
      String(ordinal),
      mediumKindLabel[kind],
      STRUCK,
      `${number}\n${ownNumber}`,
      levelLabel[level],
      '1',
      STRUCK,
      kept === null ? '' : `差额：${kept}`,
    ],
  })),
]

const totalOf = (batch: Batch): ReactNode => {
  const { items, withheld, list, media } = batch
  const kept = [...list, ...media].filter((item) => item.kept !== null).length
  const pages = list.reduce((sum, item) => sum + (item.withheld === null ? (item.pages ?? 0) : 0), 0)
  const said = [
    `列入 ${items} 份`,
    withheld > 0 && `留用 ${withheld} 份`,
    kept > 0 && `差额 ${kept} 份`,
    `销毁 ${items - withheld - kept} 份`,
  ].filter(Boolean)
  return continued('total', BOXES.length, '合计：', `${said.join('，')}${pages > 0 ? `，共 ${pages} 页` : ''}。`)
}

const listSection = (batch: Batch): Section => ({
  key: 'lines',
  columns: widthsOf(BOXES),
  head: headOf(BOXES),
  rows: [
    ...linesOf(batch).flatMap(({ key, name, texts }, place) => bookRows(key, name, BOXES, texts(place + 1), FULL_LINE)),
    totalOf(batch),
    ending(BOXES.length),
  ],
})

/** What a box says of a batch that is over: struck out where nothing was filled in. */
const inBox = ({ state }: Batch, text: ReactNode, blank: ReactNode = ''): ReactNode => text ?? (OVER.includes(state) ? STRUCK : blank)
const sign = (batch: Batch, mark: SignatureMark | null | undefined): ReactNode =>
  inBox(batch, mark ? <Signed mark={mark} year={yearOfInstant(batch.begunAt)} /> : null)

/** 申请部门、经办人、原因, then the two counts and the approval. */
const approvalBoxes = (batch: Batch, leader: string) => {
  const { department, begunBy, reason, approval, opinion, state, begunAt } = batch
  const over = OVER.includes(state)
  const said = approval ? `${state === 'rejected' ? '不批准' : '批准'}。${opinion ?? ''}` : over ? STRUCK : '□ 批准　　□ 不批准'
  const foot = approval ? (
    <div className="paper-signature">
      <Signed mark={approval} year={yearOfInstant(begunAt)} />
    </div>
  ) : over ? undefined : (
    byHand(leader)
  )
  return {
    department: half(department),
    begunBy: half(begunBy),
    reason: whole(reason),
    counted: half(sign(batch, batch.count), 'sheet-leg'),
    recounted: half(sign(batch, batch.recount), 'sheet-leg'),
    approval: whole(said, 'sheet-opinion', foot),
  }
}

const METHODS = DESTRUCTION_METHODS.map((method) => `□ ${destructionMethodLabel[method]}`).join('　')

/** 方式、送销单位 or the equipment of the unit itself、押运人、销毁人、时间、地点、回执号. */
const endBoxes = (batch: Batch) => {
  const { method, site, escorts, destroyedBy, destroyedAt, place, receipt, completed, sentAt } = batch
  return {
    method: half(inBox(batch, method && destructionMethodLabel[method], METHODS)),
    site: half(inBox(batch, site && `${site.kind === 'self' ? `${destructionSiteLabel.self}：` : ''}${site.name}`)),
    escorts: half(inBox(batch, escorts.length > 0 ? escorts.join('、') : site ? STRUCK : null)),
    sentOn: half(inBox(batch, sentAt && dayOfInstant(sentAt), DAY_BY_HAND)),
    destroyedBy: half(inBox(batch, destroyedBy)),
    destroyedAt: half(inBox(batch, destroyedAt?.replace('T', ' ') ?? null, DAY_BY_HAND)),
    place: half(inBox(batch, place)),
    receipt: half(inBox(batch, receipt ?? (completed ? STRUCK : null))),
  }
}

/** Two who watched, at least (实施条例28); a third and a fourth where there were. */
const witnessSection = (batch: Batch, who: string): Section => {
  const { witnesses } = batch
  const couple = (first: number) =>
    pair(
      `witnesses-${first}`,
      [
        [who, sign(batch, witnesses[first])],
        [who, first === 0 || witnesses[first + 1] ? sign(batch, witnesses[first + 1]) : STRUCK],
      ],
      'sheet-leg',
    )
  return pairs('witnesses', couple(0), ...(witnesses.length > 2 ? [couple(2)] : []))
}

const completedSection = (batch: Batch, { officer = '', seal = '' }: Record<string, string>): Section =>
  pairs(
    'completed',
    pair(
      'completed',
      [
        [officer, sign(batch, batch.completed)],
        [seal, inBox(batch, null)],
      ],
      'sheet-leg',
    ),
  )

/** 内部 is no level of secrecy (保密法22); beside the title stands when nothing is destroyed under this sheet. */
const titleOf = (internal: boolean, { state }: Batch) =>
  `${internal ? levelLabel.internal : '涉密'}文件、资料销毁审批单（附清单）${OVER.includes(state) ? `（${destructionStateLabel[state]}）` : ''}`

/** The 销毁审批、清单 of one batch: A4 portrait, the approval before the list, the destruction after it (实施条例28). */
export const destructionForm = ({ frame, destruction }: DestructionPaper): Form => ({
  frame,
  landscape: false,
  title: titleOf(frame.level === 'internal', destruction),
  about: (
    <>
      <span>编号：{destruction.number}</span>
      <span>拟制日期：{dayOfInstant(destruction.begunAt)}</span>
    </>
  ),
  rule: '清点、登记、审批，二人以上押运、监销，监销人不得是经办人、批准人；本单长期保存',
  sections: boxesOn<'destruction'>(frame.template, {
    ...approvalBoxes(destruction, frame.template.signers.leader ?? ''),
    list: listSection(destruction),
    ...endBoxes(destruction),
    witnesses: witnessSection(destruction, frame.template.signers.witness ?? ''),
    completed: completedSection(destruction, frame.template.signers),
  }),
})
