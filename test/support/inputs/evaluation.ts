import { annual, halfYear } from '../records.ts'
import { type Inputs, plain } from './base.ts'

type Names = 'disclosure.annualReport' | 'disclosure.evaluate' | 'disclosure.evaluations'
/** 评估与年报 of the desk 依申请公开. */
export const evaluationInputs: Pick<Inputs<'disclosure'>, Names> = {
  'disclosure.annualReport': plain('韩综', { year: 2025, half: 2 }),
  'disclosure.evaluate': plain('韩综', halfYear(2025, 2), annual(2025)),
  'disclosure.evaluations': plain('韩综', {}),
}
