import { LOAN_STATES, type LoanState, loanStateLabel, VISIT_STATES, type VisitState, visitStateLabel } from '../../../contract/terms.ts'
import type { Lifecycle } from '../door/lifecycle.ts'

/** 借用: 申请 → 批准/退回 → 借出 → 归还. × transfer, × renewal without a new approval: there is no way to put off the day. */
export const loanLifecycle: Lifecycle<LoanState> = {
  table: 'loan',
  label: '借用',
  states: LOAN_STATES,
  stateLabel: loanStateLabel,
  begins: ['requested'],
  steps: [
    { from: 'requested', to: 'approved', by: ['lending.decide', 'entry.fromPaper'], clause: 'F1(7)b' },
    { from: 'requested', to: 'rejected', by: ['lending.decide', 'entry.fromPaper'], clause: 'F1(7)b' },
    { from: 'requested', to: 'cancelled', by: ['lending.cancel'], clause: 'F1(7)b' },
    { from: 'approved', to: 'cancelled', by: ['lending.cancel'], clause: 'F1(7)b' },
    { from: 'approved', to: 'lent', by: ['lending.lend', 'entry.fromPaper'], clause: 'F1(7)b' },
    { from: 'lent', to: 'returned', by: ['lending.takeBack', 'entry.fromPaper', 'handover.complete', 'breaches.takeOn'], clause: 'F1(7)b' },
  ],
  otherwise: 'F1(7)b',
}

/** 查阅: in, and out with every paper given back. */
export const visitLifecycle: Lifecycle<VisitState> = {
  table: 'visit',
  label: '查阅登记',
  states: VISIT_STATES,
  stateLabel: visitStateLabel,
  begins: ['reading'],
  steps: [{ from: 'reading', to: 'left', by: ['lending.leave', 'entry.fromPaper', 'handover.complete', 'breaches.takeOn'], clause: 'F1(7)a' }],
  otherwise: 'F1(7)a',
}
