import { OUTGOING_STATES, type OutgoingState, outgoingStateLabel } from '../../../contract/terms.ts'
import type { Lifecycle } from '../door/lifecycle.ts'

/** 密件发文: 待审批 → 批准 → 已发出 → 已回执. × leaves unapproved, × voided once it left. */
export const outgoingLifecycle: Lifecycle<OutgoingState> = {
  table: 'outgoing',
  label: '密件发文',
  states: OUTGOING_STATES,
  stateLabel: outgoingStateLabel,
  begins: ['drafted'],
  steps: [
    { from: 'drafted', to: 'approved', by: ['outgoing.decide', 'entry.fromPaper'], clause: 'F1(3)b' },
    { from: 'drafted', to: 'rejected', by: ['outgoing.decide', 'entry.fromPaper'], clause: 'F1(3)b' },
    { from: 'approved', to: 'sent', by: ['outgoing.send'], clause: '实施条例27' },
    { from: 'sent', to: 'receipted', by: ['outgoing.receipt'], clause: '实施条例27' },
    { from: 'drafted', to: 'cancelled', by: ['outgoing.cancel'], clause: 'F1(3)b' },
    { from: 'approved', to: 'cancelled', by: ['outgoing.cancel'], clause: 'F1(3)b' },
  ],
  otherwise: 'F1(3)b',
}
