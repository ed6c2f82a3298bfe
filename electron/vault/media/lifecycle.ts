import {
  MEDIUM_STATES,
  MEDIUM_USE_STATES,
  type MediumState,
  type MediumUseState,
  mediumStateLabel,
  mediumUseStateLabel,
} from '../../../contract/terms.ts'
import type { Lifecycle } from '../door/lifecycle.ts'

/**
 * 载体: 在库 ⇄ 领用, 在库 ⇄ 维修, 停用待销毁 → 已列销毁 → 已销毁. × used again once it was taken out of use, also when it was lost and is found.
 * The destruction itself is carried out by the desk 销毁, through `moves.ts`.
 */
export const mediumLifecycle: Lifecycle<MediumState> = {
  table: 'medium',
  label: '载体设备',
  states: MEDIUM_STATES,
  stateLabel: mediumStateLabel,
  begins: ['inStore'],
  steps: [
    { from: 'inStore', to: 'out', by: ['media.give'], clause: 'F1(4)a' },
    { from: 'out', to: 'inStore', by: ['media.takeBack'], clause: 'F1(4)a' },
    { from: 'inStore', to: 'inRepair', by: ['media.repair'], clause: 'F2(2)' },
    { from: 'inRepair', to: 'inStore', by: ['media.repair'], clause: 'F2(2)' },
    { from: 'inStore', to: 'retired', by: ['media.retire'], clause: 'F2(2)' },
    { from: 'lost', to: 'retired', by: ['media.retire'], clause: 'F2(2)' },
    { from: 'retired', to: 'toDestroy', by: ['disposal.propose'], clause: '实施条例28' },
    { from: 'toDestroy', to: 'retired', by: ['disposal.approve', 'entry.fromPaper', 'disposal.complete', 'disposal.cancel'], clause: '实施条例28' },
    { from: 'toDestroy', to: 'destroyed', by: ['disposal.complete'], clause: '实施条例28' },
    { from: 'inStore', to: 'lost', by: ['media.lose'], clause: '实施条例61' },
    { from: 'out', to: 'lost', by: ['media.lose'], clause: '实施条例61' },
    { from: 'inRepair', to: 'lost', by: ['media.lose'], clause: '实施条例61' },
    { from: 'retired', to: 'lost', by: ['media.lose'], clause: '实施条例61' },
  ],
  otherwise: 'F2(2)',
}

/** 领用: given within the unit at once; 携带外出 asked for, approved, then given. × put off: a longer use is another one. */
export const mediumUseLifecycle: Lifecycle<MediumUseState> = {
  table: 'medium_use',
  label: '载体领用',
  states: MEDIUM_USE_STATES,
  stateLabel: mediumUseStateLabel,
  begins: ['requested', 'out'],
  steps: [
    { from: 'requested', to: 'approved', by: ['media.decideOutside', 'entry.fromPaper'], clause: 'F1(4)d' },
    { from: 'requested', to: 'rejected', by: ['media.decideOutside', 'entry.fromPaper'], clause: 'F1(4)d' },
    { from: 'approved', to: 'out', by: ['media.give'], clause: 'F1(4)d' },
    { from: 'out', to: 'back', by: ['media.takeBack'], clause: 'F1(4)a' },
    { from: 'out', to: 'lost', by: ['media.lose'], clause: '实施条例61' },
  ],
  otherwise: 'F1(4)d',
}
