import type { evaluation } from '../../../contract/evaluation.ts'
import type { Desk } from '../door/unit.ts'
import { evaluations, report } from './reading.ts'
import { evaluate } from './recording.ts'

/** The procedures of 评估与年报. */
export const evaluationDesk: Desk<typeof evaluation> = {
  'disclosure.annualReport': report,
  'disclosure.evaluate': evaluate,
  'disclosure.evaluations': evaluations,
}
