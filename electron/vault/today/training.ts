/** What 今日 says of 培训 and 流程改进会议 (G5–G7), to the 保密员 who keeps the log. */
import type { Output } from '../../../contract/index.ts'
import { daysAfter } from '../door/clock.ts'
import type { Query, Read } from '../door/unit.ts'
import { inOffice } from '../people/group.ts'
import { lastHeld, trainedBy } from '../training/records.ts'

type Reminder = Output<'today.home'>['reminders'][number]

/** 定期: within a year. */
const PERIOD_DAYS = 365
/** As many are named; the log shows the others. */
const NAMED = 6

const named = (people: readonly { name: string }[]) =>
  people.length <= NAMED
    ? people.map(({ name }) => name).join('、')
    : `${people
        .slice(0, NAMED)
        .map(({ name }) => name)
        .join('、')}等${people.length}人`

/** Who sits in the group now, or has the duty of examining or deciding: they are trained before others (G5). */
const inGroup = (read: Read, day: string): Set<number> => {
  const duties = read.all<{ id: number }>(
    `SELECT DISTINCT person.id FROM person, json_each(person.roles) AS held WHERE held.value IN ('reviewer','groupLeader') AND account <> 'disabled'`,
  )
  const seated = [...inOffice(read, 'member', day), ...inOffice(read, 'leader', day)].map(({ person }) => person)
  return new Set([...duties.map(({ id }) => id), ...seated])
}

/** Nothing held within a year; else whoever was not there: first those of the review (G5), then the others (G7). */
export const trainingReminders = ({ read, wall, asking }: Query): Reminder[] => {
  if (!asking.roles.includes('officer')) return []
  const today = wall.slice(0, 10)
  const since = daysAfter(today, -PERIOD_DAYS)
  const line = (level: Reminder['level'], text: string): Reminder => ({ level, text, desk: 'office' })
  const last = lastHeld(read, 'training')
  if (last === null || last < since) return [line('info', '一年内没有登记过保密审查和信息公开的培训，请组织培训，在“本单位”的“培训”中登记（G7）。')]
  const untrained = trainedBy(read, today).filter((person) => person.last === null || person.last < since)
  const group = inGroup(read, today)
  const [ofGroup, others] = [untrained.filter(({ id }) => group.has(id)), untrained.filter(({ id }) => !group.has(id))]
  const met = lastHeld(read, 'improvement')
  return [
    ...(ofGroup.length > 0 ? [line('warning', `领导小组和审查人员中，${named(ofGroup)}一年内没有参加培训，请安排补训（G5）。`)] : []),
    ...(others.length > 0 ? [line('info', `${named(others)}一年内没有参加培训，请安排补训（G7）。`)] : []),
    ...(met === null || met < since ? [line('info', '一年内没有登记过流程改进会议，请开会分析问题、提出改进意见（G6）。')] : []),
  ]
}
