import type { Output } from '../../../contract/index.ts'
import type { Query } from '../door/unit.ts'
import { waitingYears } from '../years/closing.ts'

type Reminder = Output<'today.home'>['reminders'][number]

/** From the first of January on: the registers of a year that is over are not closed. Said to the 保密员 until it is done (F1(1)b). */
export const yearsToClose = (query: Query): Reminder[] => {
  const [first, ...later] = query.asking.roles.includes('officer') ? waitingYears(query) : []
  if (first === undefined) return []
  const which = later.length === 0 ? `${first}年度` : `${first}至${later.at(-1)}年度`
  return [{ level: 'warning', text: `${which}的登记簿还没有关账，请清点后办理年度关账（F1(1)b）。`, desk: 'documents' }]
}
