import type { Output } from '../../../contract/index.ts'
import { PUBLISH_DAYS, TAKE_DOWN_DAYS } from '../../../contract/terms.ts'
import { daysAfter } from '../door/clock.ts'
import type { Query } from '../door/unit.ts'
import { type Due, foundSecret, publishDue, takeDownDue } from '../publication/due.ts'

type Reminder = Output<'today.home'>['reminders'][number]

/** As many numbers as a line can hold, and how many there are. */
const SHOWN = 5
const named = (due: readonly Due[]): string => {
  const numbers = due.slice(0, SHOWN).map(({ number }) => number)
  return due.length > SHOWN ? `${numbers.join('、')}等${due.length}件` : numbers.join('、')
}

const line = (level: Reminder['level'], due: readonly Due[], says: string): Reminder[] =>
  due.length === 0 ? [] : [{ level, text: `${named(due)}${says}`, desk: 'publication' }]

/** 公开期限: five days ahead, two, on the day and after it (条例26); 网上留存1年: thirty days ahead, on the day and after it (A3(3)). */
export const publicationsDue = (query: Query): Reminder[] => {
  const today = query.wall.slice(0, 10)
  const [far, near] = PUBLISH_DAYS.map((days) => daysAfter(today, days)) as [string, string]
  const toPublish = publishDue(query)
  const toTakeDown = takeDownDue(query)
  const secret = foundSecret(query)
  return [
    ...(secret.length === 0
      ? []
      : [
          {
            level: 'urgent',
            text: `${secret.join('、')}因发现涉密已撤回，请在“违规遗失”登记并按时限上报（实施条例61）。`,
            desk: 'breaches',
          } as const,
        ]),
    ...line(
      'urgent',
      toPublish.filter(({ on }) => on < today),
      '已过公开期限，尚未公开（条例26）。',
    ),
    ...line(
      'warning',
      toPublish.filter(({ on }) => on === today),
      '今天是公开期限的最后一天（条例26）。',
    ),
    ...line(
      'warning',
      toPublish.filter(({ on }) => on > today && on <= near),
      `应在${PUBLISH_DAYS[1]}天内公开（条例26）。`,
    ),
    ...line(
      'info',
      toPublish.filter(({ on }) => on > near && on <= far),
      `应在${PUBLISH_DAYS[0]}天内公开（条例26）。`,
    ),
    ...line(
      'urgent',
      toTakeDown.filter(({ on }) => on < today),
      '网上留存已超过1年，请下网并登记（A3(3)）。',
    ),
    ...line(
      'warning',
      toTakeDown.filter(({ on }) => on === today),
      '网上留存今天满1年，请下网并登记（A3(3)）。',
    ),
    ...line(
      'info',
      toTakeDown.filter(({ on }) => on > today),
      `网上留存将在${TAKE_DOWN_DAYS[0]}天内满1年（A3(3)）。`,
    ),
  ]
}
