import { REPRODUCTION_STATES, type ReproductionState, reproductionStateLabel } from '../../../contract/terms.ts'
import type { Lifecycle } from '../door/lifecycle.ts'

/** 复制申请: 草稿 → 待部门 → 待领导 → 批准(N) | 不批准 → 已复制(≤N) → 已发放 → 全部收回. */
export const reproductionLifecycle: Lifecycle<ReproductionState> = {
  table: 'reproduction',
  label: '复制申请',
  states: REPRODUCTION_STATES,
  stateLabel: reproductionStateLabel,
  begins: ['draft'],
  steps: [
    { from: 'draft', to: 'toSection', by: ['reproduction.submit', 'reproduction.request'], clause: 'F1(5)a' },
    { from: 'toSection', to: 'toLeader', by: ['reproduction.opine', 'reproduction.opineOnPaper'], clause: 'F1(5)a' },
    { from: 'toSection', to: 'rejected', by: ['reproduction.opine', 'reproduction.opineOnPaper'], clause: 'F1(5)a' },
    { from: 'toLeader', to: 'approved', by: ['reproduction.decide', 'reproduction.decideOnPaper'], clause: 'F1(5)a' },
    { from: 'toLeader', to: 'rejected', by: ['reproduction.decide', 'reproduction.decideOnPaper'], clause: 'F1(5)a' },
    { from: 'draft', to: 'cancelled', by: ['reproduction.cancel'], clause: 'F1(5)a' },
    { from: 'toSection', to: 'cancelled', by: ['reproduction.cancel'], clause: 'F1(5)a' },
    { from: 'toLeader', to: 'cancelled', by: ['reproduction.cancel'], clause: 'F1(5)a' },
    { from: 'approved', to: 'made', by: ['reproduction.make'], clause: 'F1(5)b' },
    { from: 'made', to: 'issued', by: ['reproduction.issue', 'reproduction.issueOnPaper'], clause: 'F1(5)d' },
    { from: 'made', to: 'allBack', by: ['reproduction.close'], clause: 'F1(5)d' },
    { from: 'issued', to: 'allBack', by: ['reproduction.close'], clause: 'F1(5)d' },
  ],
  otherwise: 'F1(5)a',
}
