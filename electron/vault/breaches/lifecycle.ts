import { BREACH_STATES, type BreachState, breachStateLabel } from '../../../contract/terms.ts'
import type { Lifecycle } from '../door/lifecycle.ts'

/** 违规、遗失、泄密线索: 登记 → 已上报 → 处置中 → 结案, or 查否 on the way; what need not be reported goes on without. Nothing is deleted. */
export const breachLifecycle: Lifecycle<BreachState> = {
  table: 'breach',
  label: '违规事件',
  states: BREACH_STATES,
  stateLabel: breachStateLabel,
  begins: ['registered'],
  steps: [
    { from: 'registered', to: 'notified', by: ['breaches.notify'], clause: '实施条例61' },
    { from: 'registered', to: 'handling', by: ['breaches.notify'], clause: '实施条例61' },
    { from: 'notified', to: 'handling', by: ['breaches.measure'], clause: '实施条例61' },
    { from: 'handling', to: 'closed', by: ['breaches.close'], clause: 'E5' },
    { from: 'registered', to: 'unfounded', by: ['breaches.close'], clause: 'E5' },
    { from: 'notified', to: 'unfounded', by: ['breaches.close'], clause: 'E5' },
    { from: 'handling', to: 'unfounded', by: ['breaches.close'], clause: 'E5' },
  ],
  otherwise: '实施条例61',
}
