import type { Output } from '../../../contract/index.ts'
import type { Role } from '../../../contract/terms.ts'
import { uncounted } from '../calendar/deadlines.ts'
import { loadedCalendars } from '../calendar/loaded.ts'
import { dayKind } from '../calendar/working-days.ts'
import type { Query } from '../door/unit.ts'

type Reminder = Output<'today.home'>['reminders'][number]

/** The months from which the next year's calendar is asked for: the State Council's notice comes out in the first, from the second on it is late. */
const [NOTICE_MONTH, LATE_MONTH] = ['11', '12']
const COUNTING: readonly Role[] = ['officeHead', 'section', 'reviewer', 'deputyLeader', 'groupLeader']

/** Deadlines that cannot be counted: the 安全保密管理员 loads the year, whoever has them to keep knows that they have no day (日历). */
const notCounted = ({ read, asking: { roles } }: Query): Reminder[] => {
  const may = roles.includes('securityAdmin')
  if (!may && !roles.some((role) => COUNTING.includes(role))) return []
  const what = may ? '请立即录入' : '到期日算不出，请安全保密管理员录入'
  return [...uncounted(read)].map(([year, n]) => ({
    level: 'urgent',
    text: `有${n}项期限跨入${year}年，该年工作日历尚未录入，${what}（日历）。`,
    desk: 'office',
  }))
}

/** A year without calendar, deadlines that wait for one, and towards the end of a year the next one (日历). */
export const calendarReminders = (query: Query): Reminder[] => {
  const { wall, read, asking } = query
  const year = Number(wall.slice(0, 4))
  const loaded = loadedCalendars(read)
  const missing: Reminder[] = dayKind(loaded, wall.slice(0, 10))
    ? []
    : [{ level: 'warning', text: `${year}年工作日历尚未录入，请安全保密管理员录入。`, desk: 'office' }]
  const month = wall.slice(5, 7)
  const next = `${year + 1}年`
  const soon = month >= NOTICE_MONTH && !loaded.has(year + 1) && asking.roles.includes('securityAdmin')
  const line: Reminder =
    month < LATE_MONTH
      ? { level: 'info', text: `${next}放假安排公布后，请及时录入工作日历。`, desk: 'office' }
      : { level: 'warning', text: `${next}工作日历还没有录入，跨年的期限都算不出，请照放假安排录入（日历）。`, desk: 'office' }
  return [...notCounted(query), ...missing, ...(soon ? [line] : [])]
}
