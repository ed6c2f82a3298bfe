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
import { bookRows, type Column, DAY_BY_HAND, named, pair, pairs, STRUCK } from './boxes.tsx'
import type { Form } from './pages.tsx'
import { byHand, continued, ending, headOf, namedRows, widthsOf } from './rows.tsx'
import type { Section } from './section.tsx'
import { Signed } from './signed.tsx'
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
const approvalSections = (batch: Batch): Section[] => {
  const { department, begunBy, reason, approval, opinion, state, begunAt } = batch
  const said = approval ? `${state === 'rejected' ? '不批准' : '批准'}。${opinion ?? ''}` : OVER.includes(state) ? STRUCK : '□ 批准　　□ 不批准'
  const foot = approval ? (
    <div className="paper-signature">
      <Signed mark={approval} year={yearOfInstant(begunAt)} />
    </div>
  ) : OVER.includes(state) ? undefined : (
    byHand('分管领导')
  )
  return [
    pairs(
      'asked',
      pair('asked', [
        ['申请部门', department],
        ['经办人', begunBy],
      ]),
    ),
    named('reason', namedRows('销毁原因', reason, 'sheet-scope')),
    pairs(
      'counts',
      pair(
        'counts',
        [
          ['清点人', sign(batch, batch.count)],
          ['复核人', sign(batch, batch.recount)],
        ],
        'sheet-leg',
      ),
    ),
    named('approval', namedRows('主管领导审批', said, 'sheet-opinion', foot)),
  ]
}

const METHODS = DESTRUCTION_METHODS.map((method) => `□ ${destructionMethodLabel[method]}`).join('　')

/** 方式、送销单位、押运人、监销人、销毁人、时间、地点、回执号. */
const endSections = (batch: Batch): Section[] => {
  const { method, site, escorts, witnesses, destroyedBy, destroyedAt, place, receipt, completed, sentAt } = batch
  const at = destroyedAt?.replace('T', ' ') ?? null
  return [
    pairs(
      'sending',
      pair('method', [
        ['方式', inBox(batch, method && destructionMethodLabel[method], METHODS)],
        [
          site ? (site.kind === 'unit' ? '送销单位' : '销毁设备') : '送销单位',
          inBox(batch, site && `${site.kind === 'self' ? `${destructionSiteLabel.self}：` : ''}${site.name}`),
        ],
      ]),
      pair('escorts', [
        ['押运人\n(二人以上)', inBox(batch, escorts.length > 0 ? escorts.join('、') : site ? STRUCK : null)],
        ['送销日期', inBox(batch, sentAt && dayOfInstant(sentAt), DAY_BY_HAND)],
      ]),
      pair('destroyed', [
        ['销毁人', inBox(batch, destroyedBy)],
        ['销毁时间', inBox(batch, at, DAY_BY_HAND)],
      ]),
      pair('place', [
        ['销毁地点', inBox(batch, place)],
        ['回执号', inBox(batch, receipt ?? (completed ? STRUCK : null))],
      ]),
    ),
    {
      ...pairs(
        'witnesses',
        pair(
          'witnesses',
          [
            ['监销人', sign(batch, witnesses[0])],
            ['监销人', sign(batch, witnesses[1])],
          ],
          'sheet-leg',
        ),
        ...(witnesses.length > DESTRUCTION_WITNESSES
          ? [
              pair(
                'more',
                [
                  ['监销人', sign(batch, witnesses[2])],
                  ['监销人', witnesses[3] ? sign(batch, witnesses[3]) : STRUCK],
                ],
                'sheet-leg',
              ),
            ]
          : []),
        pair(
          'completed',
          [
            ['经办人', sign(batch, completed)],
            ['公章', inBox(batch, null)],
          ],
          'sheet-leg',
        ),
      ),
      closing: true,
    },
  ]
}
const DESTRUCTION_WITNESSES = 2

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
  sections: [...approvalSections(destruction), listSection(destruction), ...endSections(destruction)],
})
