import type { CalendarYear } from '../../../contract/office.ts'
import { refuse } from '../door/refuse.ts'
import { isWeekend } from './working-days.ts'

/** What no calendar may say: days of another year, a day twice, a weekend as off, a weekday as worked instead (domain 3.4). */
export const refuseBadYear = ({ year, off, working }: CalendarYear): void => {
  for (const [field, days] of [
    ['off', off],
    ['working', working],
  ] as const) {
    if (days.some((day) => Number(day.slice(0, 4)) !== year))
      refuse('input.range', `日历中有不属于${year}年的日期，请核对。`, { clause: '日历', field: `calendar.${field}` })
    if (new Set(days).size < days.length) refuse('input.duplicate', '日历中有重复的日期，请核对。', { clause: '日历', field: `calendar.${field}` })
  }
  if (off.some(isWeekend)) refuse('input.range', '放假日只列周一至周五；周末本来不计。', { clause: '日历', field: 'calendar.off' })
  if (!working.every(isWeekend)) refuse('input.range', '调休上班日只列周六、周日。', { clause: '日历', field: 'calendar.working' })
}
