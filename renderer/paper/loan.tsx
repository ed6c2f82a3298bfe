import type { ReactNode } from 'react'
import type { LoanPaper } from '../../contract/paper.ts'
import { levelLabel, type LoanState, loanStateLabel } from '../../contract/terms.ts'
import { DAY_BY_HAND, named, pair, pairs, STRUCK } from './boxes.tsx'
import type { Form } from './pages.tsx'
import { byHand, namedRows } from './rows.tsx'
import type { Section } from './section.tsx'
import { Signed } from './signed.tsx'
import { dayOfInstant, dayOnLine, yearOfInstant } from './wording.ts'

type Loan = LoanPaper['loan']

/** Nothing is lent under these any more. */
const OVER: readonly LoanState[] = ['rejected', 'cancelled']

/** What is borrowed by whom, what for, how long and where (domain 2). */
const askedSections = ({ copy, borrower, enteredBy, enteredAt, askedUntil, place, reason }: Loan): Section[] => {
  const { document } = copy
  return [
    pairs(
      'borrower',
      pair('borrower', [
        ['借用人', `${borrower.name}${enteredBy ? `（${enteredBy}代录）` : ''}`],
        ['部门', borrower.department],
      ]),
    ),
    named('title', namedRows('文件标题', document.title, 'sheet-scope'), namedRows('密级\n(保密期限)', document.mark, 'sheet-scope')),
    pairs(
      'copy',
      pair('symbol', [
        ['文号', document.symbol ?? STRUCK],
        ['制发机关', document.sender],
      ]),
      pair('number', [
        ['登记编号', copy.number],
        ['份号', copy.copyNo ?? STRUCK],
      ]),
      pair('term', [
        ['借期', `${dayOfInstant(enteredAt)}至${dayOnLine(askedUntil)}`],
        ['使用地点', place],
      ]),
    ),
    named('reason', namedRows('事由', reason, 'sheet-scope')),
  ]
}

/** 审批意见 of the 综合办公室 with its signature; unsigned, what is to be written and signed by hand (F1(7)b). */
const decisionSection = ({ state, decision, due, opinion, enteredAt }: Loan): Section => {
  if (!decision && OVER.includes(state)) return named('decision', namedRows('审批意见', STRUCK, 'sheet-scope'))
  const decided = state === 'rejected' ? '退回' : `批准，应还日期${dayOnLine(due)}`
  const foot = decision ? (
    <div className="paper-signature">
      <Signed mark={decision} year={yearOfInstant(enteredAt)} />
    </div>
  ) : (
    byHand('综合办公室负责人')
  )
  const text = decision ? `${decided}。${opinion ?? ''}` : `□ 批准，应还日期${DAY_BY_HAND}　　□ 退回`
  return named('decision', namedRows('审批意见', text, 'sheet-opinion', foot))
}

/** 借出签字、应还、实还、是否完好、接收人: signed, to be signed by hand, or struck out where nothing is lent any more. */
const holdingSections = ({ state, decision, due, holding, intact, enteredAt }: Loan): Section[] => {
  const box = (text: ReactNode, blank = '') => (OVER.includes(state) ? STRUCK : (text ?? blank))
  const sign = (mark: Parameters<typeof Signed>[0]['mark'] | undefined) => box(mark ? <Signed mark={mark} year={yearOfInstant(enteredAt)} /> : null)
  const whole = intact === null ? null : intact ? '√ 完好　　□ 有缺损' : '□ 完好　　√ 有缺损'
  const signed = pairs(
    'holding',
    pair(
      'out',
      [
        ['借出签字\n(借用人)', sign(holding?.take)],
        ['交出人', sign(holding?.give)],
      ],
      'sheet-leg',
    ),
    pair('due', [
      ['应还', box(decision ? dayOnLine(due) : null, DAY_BY_HAND)],
      ['实还', box(holding?.backAt ? dayOfInstant(holding.backAt) : null, DAY_BY_HAND)],
    ]),
    pair(
      'back',
      [
        ['归还签字\n(借用人)', sign(holding?.giveBack)],
        ['接收人', sign(holding?.takeBack)],
      ],
      'sheet-leg',
    ),
  )
  return [signed, named('whole', namedRows('是否完好', String(box(whole, '□ 完好　　□ 有缺损')), 'sheet-scope'))]
}

/** 备注: what is wrong with the paper, why the request was voided; else room to write. */
const remarksSection = ({ condition, voidReason }: Loan): Section => ({
  ...named(
    'remarks',
    namedRows('备注', [condition && `缺损情况：${condition}`, voidReason && `作废：${voidReason}`].filter(Boolean).join('。'), 'sheet-opinion'),
  ),
  closing: true,
})

/** 内部 is no level of secrecy (保密法22); beside the title stands when nothing may be lent under this sheet. */
const titleOf = ({ state, copy }: Loan) =>
  `${copy.document.level === 'internal' ? levelLabel.internal : '涉密'}文件借阅、借用审批单${OVER.includes(state) ? `（${loanStateLabel[state]}）` : ''}`

/** The 借阅、借用审批单 of one loan: A4 portrait, boxes of domain 2. */
export const loanForm = ({ frame, loan }: LoanPaper): Form => ({
  frame,
  landscape: false,
  title: titleOf(loan),
  about: (
    <>
      <span>编号：{loan.number}</span>
      <span>申请日期：{dayOfInstant(loan.enteredAt)}</span>
    </>
  ),
  rule: '规定时间内归还，由借用人本人归还，不得转借；续借须另行申请批准',
  sections: [...askedSections(loan), decisionSection(loan), ...holdingSections(loan), remarksSection(loan)],
})
