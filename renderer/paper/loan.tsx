import type { ReactNode } from 'react'
import type { LoanPaper } from '../../contract/paper.ts'
import { levelLabel, type LoanState, loanStateLabel } from '../../contract/terms.ts'
import { DAY_BY_HAND, STRUCK } from './boxes.tsx'
import type { Form } from './pages.tsx'
import { byHand } from './rows.tsx'
import { Signed } from './signed.tsx'
import { boxesOn, half, whole } from './template.tsx'
import { dayOfInstant, dayOnLine, yearOfInstant } from './wording.ts'

type Loan = LoanPaper['loan']

/** Nothing is lent under these any more. */
const OVER: readonly LoanState[] = ['rejected', 'cancelled']

/** What is borrowed by whom, what for, how long and where (domain 2). */
const askedBoxes = ({ copy, borrower, enteredBy, enteredAt, askedUntil, place, reason }: Loan) => ({
  borrower: half(`${borrower.name}${enteredBy ? `（${enteredBy}代录）` : ''}`),
  department: half(borrower.department),
  title: whole(copy.document.title),
  mark: whole(copy.document.mark),
  symbol: half(copy.document.symbol ?? STRUCK),
  sender: half(copy.document.sender),
  number: half(copy.number),
  copyNo: half(copy.copyNo ?? STRUCK),
  term: half(`${dayOfInstant(enteredAt)}至${dayOnLine(askedUntil)}`),
  place: half(place),
  reason: whole(reason),
})

/** 审批意见 of the 综合办公室 with its signature; unsigned, what is to be written and signed by hand (F1(7)b). */
const decisionBox = ({ state, decision, due, opinion, enteredAt }: Loan, who: string) => {
  if (!decision && OVER.includes(state)) return whole(STRUCK)
  if (!decision) return whole(`□ 批准，应还日期${DAY_BY_HAND}　　□ 退回`, 'sheet-opinion', byHand(who))
  const decided = state === 'rejected' ? '退回' : `批准，应还日期${dayOnLine(due)}`
  return whole(
    `${decided}。${opinion ?? ''}`,
    'sheet-opinion',
    <div className="paper-signature">
      <Signed mark={decision} year={yearOfInstant(enteredAt)} />
    </div>,
  )
}

/** 借出签字、应还、实还、是否完好、接收人: signed, to be signed by hand, or struck out where nothing is lent any more. */
const holdingBoxes = ({ state, decision, due, holding, intact, enteredAt }: Loan) => {
  const box = (text: ReactNode, blank = '') => (OVER.includes(state) ? STRUCK : (text ?? blank))
  const sign = (mark: Parameters<typeof Signed>[0]['mark'] | undefined) =>
    half(box(mark ? <Signed mark={mark} year={yearOfInstant(enteredAt)} /> : null), 'sheet-leg')
  const said = intact === null ? null : intact ? '√ 完好　　□ 有缺损' : '□ 完好　　√ 有缺损'
  return {
    taken: sign(holding?.take),
    given: sign(holding?.give),
    due: half(box(decision ? dayOnLine(due) : null, DAY_BY_HAND)),
    backOn: half(box(holding?.backAt ? dayOfInstant(holding.backAt) : null, DAY_BY_HAND)),
    givenBack: sign(holding?.giveBack),
    takenBack: sign(holding?.takeBack),
    whole: whole(String(box(said, '□ 完好　　□ 有缺损'))),
  }
}

/** 备注: what is wrong with the paper, why the request was voided; else room to write. */
const remarksBox = ({ condition, voidReason }: Loan) =>
  whole([condition && `缺损情况：${condition}`, voidReason && `作废：${voidReason}`].filter(Boolean).join('。'), 'sheet-opinion')

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
  sections: boxesOn<'loan'>(frame.template, {
    ...askedBoxes(loan),
    decision: decisionBox(loan, frame.template.signers.officeHead ?? ''),
    ...holdingBoxes(loan),
    remarks: remarksBox(loan),
  }),
})
