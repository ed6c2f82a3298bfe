import type { Input } from '../../../contract/index.ts'
import type { Office } from '../office.ts'
import { be } from './acting.ts'

type Evaluating = Input<'disclosure.evaluate'>
type Annual = Extract<Evaluating['of'], { kind: 'annual' }>
const written = { effect: '公开工作的效果较好', problems: '个别答复用时较长', improvements: '加强提醒' }

const none = { upheld: 0, corrected: 0, other: 0, pending: 0, total: 0 }
const figures: Annual = {
  kind: 'annual',
  proactive: {
    rules: { made: 0, abolished: 0, inForce: 0 },
    normative: { made: 0, abolished: 0, inForce: 5 },
    licences: 3,
    penalties: 1,
    coercion: 0,
    fees: 123_456,
  },
  appeals: { reconsideration: { ...none, upheld: 1, total: 1 }, suit: none, suitAfter: none },
  explanation: '上年编报后补登了一件',
  other: '其他事项',
}

/** What is written of a year. */
export const annual = (year: number, over: Partial<typeof written> = {}, of: { explanation?: string | undefined } = {}) => ({
  year,
  of: { ...figures, ...of },
  ...written,
  ...over,
})
/** What is written of a half. */
export const halfYear = (year: number, half: number) => ({ year, of: { kind: 'half' as const, half }, ...written })

/** Recorded by 韩综, who stays signed in. */
export const evaluated = async (office: Office, input: Evaluating) => {
  await be(office, '韩综')
  return office.ok('disclosure.evaluate', input)
}
