import {
  DESTRUCTION_STATES,
  type DestructionState,
  destructionStateLabel,
  RETURN_STATES,
  type ReturnState,
  returnStateLabel,
} from '../../../contract/terms.ts'
import type { Lifecycle } from '../door/lifecycle.ts'

/** 清退: a list that is checked piece by piece, approved, handed to the issuer against a receipt. */
export const returnLifecycle: Lifecycle<ReturnState> = {
  table: 'return_list',
  label: '清退清单',
  states: RETURN_STATES,
  stateLabel: returnStateLabel,
  begins: ['listed'],
  steps: [
    { from: 'listed', to: 'approved', by: ['disposal.approve', 'entry.fromPaper'], clause: '实施条例27' },
    { from: 'listed', to: 'rejected', by: ['disposal.approve', 'entry.fromPaper'], clause: '实施条例27' },
    { from: 'approved', to: 'done', by: ['disposal.handBack'], clause: '实施条例27' },
    { from: 'listed', to: 'cancelled', by: ['disposal.cancel'], clause: '实施条例27' },
    { from: 'approved', to: 'cancelled', by: ['disposal.cancel'], clause: '实施条例27' },
  ],
  otherwise: '实施条例27',
}

/** 销毁: 拟制 → 清点复核 → 审批 → 待送 → 监销 → 完成 (domain 4). Until it is done it can be voided, and everything goes back into the box. */
export const destructionLifecycle: Lifecycle<DestructionState> = {
  table: 'destruction',
  label: '销毁清单',
  states: DESTRUCTION_STATES,
  stateLabel: destructionStateLabel,
  begins: ['draft'],
  steps: [
    { from: 'draft', to: 'counted', by: ['disposal.count'], clause: '实施条例28' },
    { from: 'counted', to: 'toApprove', by: ['disposal.count'], clause: '实施条例28' },
    { from: 'toApprove', to: 'toSend', by: ['disposal.approve', 'entry.fromPaper'], clause: '实施条例28' },
    { from: 'toApprove', to: 'rejected', by: ['disposal.approve', 'entry.fromPaper'], clause: '实施条例28' },
    { from: 'toSend', to: 'sent', by: ['disposal.send'], clause: '实施条例28' },
    { from: 'sent', to: 'done', by: ['disposal.complete'], clause: '实施条例28' },
    ...(['draft', 'counted', 'toApprove', 'toSend', 'sent'] as const).map(
      (from) => ({ from, to: 'cancelled', by: ['disposal.cancel'], clause: '实施条例28' }) as const,
    ),
  ],
  otherwise: '实施条例28',
}
