/** What 今日 says of reviews and of the 领导小组 (B4–B7, B13). */
import type { Output } from '../../../contract/index.ts'
import { seatLabel } from '../../../contract/terms.ts'
import { daysAfter } from '../door/clock.ts'
import type { Query } from '../door/unit.ts'
import { inOffice, isGroupEntered, termsEnding } from '../people/group.ts'
import { type Due, duesOf } from '../review/dues.ts'
import { idleReviews } from '../review/waiting.ts'

type Reminder = Output<'today.home'>['reminders'][number]
const line = (level: Reminder['level'], text: string): Reminder => ({ level, text, desk: 'review' })

/** A step of a review that has lain still: said to whose turn it is (B7). */
const reviewsIdle = (query: Query): Reminder[] => {
  const numbers = idleReviews(query)
  if (numbers.length === 0) return []
  return [line('warning', `${numbers.join('、')}已停${query.settings.reviewIdleDays}个工作日以上，等您办理（B7）。`)]
}

const WHAT: Record<Due['what'], { on: string; over: string }> = {
  consult: { on: '征求权利人意见的答复期限', over: '征求权利人意见已经期满，请登记答复或者逾期未答复（条例32）' },
  refer: { on: '报请确定的期限', over: '提出意见已超过十个工作日，请立即报请确定（实施条例25）' },
}

/** 征求意见 and 报请: two working days ahead, on the day, and after it until it is done; to the 承办人 (条例32, 实施条例25). */
const reviewsDue = (query: Query): Reminder[] =>
  duesOf(query).map(({ what, number, due, left }) => {
    if (left < 0) return line('urgent', `${number}${WHAT[what].over}。`)
    const clause = what === 'consult' ? '条例32' : '实施条例25'
    return line(left === 0 ? 'warning' : 'info', `${number}${WHAT[what].on}${left === 0 ? '今天到期' : `到${due}为止`}（${clause}）。`)
  })

/** A term of office is spoken of so many days before it ends. */
const TERM_DAYS = 30

/** 领导小组: not entered, without a 组长, or a term that ends (B5, B6); to the 安全保密管理员, who keeps it. */
const groupSeats = ({ read, wall, asking }: Query): Reminder[] => {
  if (!asking.roles.includes('securityAdmin')) return []
  const today = wall.slice(0, 10)
  const told = (level: Reminder['level'], text: string): Reminder => ({ level, text, desk: 'people' })
  if (!isGroupEntered(read)) return [told('info', '领导小组还没有登记：请在“人员”的“领导小组”中按任命文件登记组长、组员的任期（B5、B6）。')]
  const empty = inOffice(read, 'leader', today).length === 0
  const ending = termsEnding(read, today, daysAfter(today, TERM_DAYS))
  return [
    ...(empty ? [told('warning', '领导小组没有在任的组长，不能作组长确定，请按任命文件登记（B6）。')] : []),
    ...ending.map(({ name, seat, until_day }) => told('info', `${name}的${seatLabel[seat]}任期到${until_day}为止，请及时登记下一任（B6）。`)),
  ]
}

/** Reminders of 保密审查 and of the 领导小组. */
export const reviewReminders = (query: Query): Reminder[] => [...reviewsDue(query), ...reviewsIdle(query), ...groupSeats(query)]
