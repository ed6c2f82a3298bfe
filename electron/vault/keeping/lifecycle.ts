import {
  BOX_STATES,
  type BoxState,
  boxStateLabel,
  STOCK_TAKING_STATES,
  type StockTakingState,
  stockTakingStateLabel,
} from '../../../contract/terms.ts'
import type { Lifecycle } from '../door/lifecycle.ts'

/** 保密箱: in use, out of use once it is empty, and in use again. */
export const boxLifecycle: Lifecycle<BoxState> = {
  table: 'box',
  label: '保密箱',
  states: BOX_STATES,
  stateLabel: boxStateLabel,
  begins: ['open'],
  steps: [
    { from: 'open', to: 'closed', by: ['keeping.setBox'], clause: 'F1(6)' },
    { from: 'closed', to: 'open', by: ['keeping.setBox'], clause: 'F1(6)' },
  ],
  otherwise: 'F1(6)',
}

/** 清点: counted, then closed with two signatures, or voided. × close with a difference that nobody explained. */
export const stockTakingLifecycle: Lifecycle<StockTakingState> = {
  table: 'stock_taking',
  label: '清点',
  states: STOCK_TAKING_STATES,
  stateLabel: stockTakingStateLabel,
  begins: ['counting'],
  steps: [
    { from: 'counting', to: 'done', by: ['keeping.close'], clause: 'F1(6)' },
    { from: 'counting', to: 'cancelled', by: ['keeping.cancel'], clause: 'F1(6)' },
  ],
  otherwise: 'F1(6)',
}
