import { HANDOVER_STATES, type HandoverState, handoverStateLabel } from '../../../contract/terms.ts'
import type { Lifecycle } from '../door/lifecycle.ts'

/** 离岗移交: 生成 → 逐件核对 → 三方签字 → 完成. × complete with differences open. */
export const handoverLifecycle: Lifecycle<HandoverState> = {
  table: 'handover',
  label: '移交清单',
  states: HANDOVER_STATES,
  stateLabel: handoverStateLabel,
  begins: ['listed', 'checked'],
  steps: [
    { from: 'listed', to: 'checked', by: ['handover.check'], clause: 'F1(8)' },
    { from: 'checked', to: 'supervised', by: ['handover.supervise'], clause: 'F1(8)' },
    { from: 'supervised', to: 'done', by: ['handover.complete'], clause: 'F1(8)' },
    { from: 'listed', to: 'cancelled', by: ['handover.cancel'], clause: 'F1(8)' },
    { from: 'checked', to: 'cancelled', by: ['handover.cancel'], clause: 'F1(8)' },
    { from: 'supervised', to: 'cancelled', by: ['handover.cancel'], clause: 'F1(8)' },
  ],
  otherwise: 'F1(8)',
}
