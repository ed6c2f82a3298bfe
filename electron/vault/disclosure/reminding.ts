import type { Output } from '../../../contract/index.ts'
import type { Query } from '../door/unit.ts'
import { type Near, nearLimits, toDecide, undelivered } from './waiting.ts'

type Reminder = Output<'today.home'>['reminders'][number]

const line = (level: Reminder['level'], numbers: readonly string[], says: string): Reminder[] =>
  numbers.length === 0 ? [] : [{ level, text: `${[...new Set(numbers)].join('、')}${says}`, desk: 'disclosure' }]

/** 答复期限: five working days ahead, two, on the last day, and every day after it until it is answered (domain 4, 条例33). */
const replies = (near: readonly Near[]): Reminder[] => {
  const due = near.filter(({ kind }) => kind === 'reply')
  const within = (from: number, to: number) => due.filter(({ left }) => left >= from && left <= to).map(({ number }) => number)
  return [
    ...line('urgent', within(Number.NEGATIVE_INFINITY, -1), '已超过答复期限，请立即答复（条例33）。'),
    ...line('urgent', within(0, 0), '的答复期限今天届满（条例33）。'),
    ...line('warning', within(1, 2), '的答复期限还有两个工作日以内（条例33）。'),
    ...line('info', within(3, 5), '的答复期限还有五个工作日以内（条例33）。'),
  ]
}

/** 补正告知 while it may be made, the applicant's 补正 that did not come, whoever was asked and did not answer in time. */
const others = (near: readonly Near[]): Reminder[] => {
  const of = (kinds: readonly string[], when: (left: number) => boolean) =>
    near.filter(({ kind, left }) => kinds.includes(kind) && when(left)).map(({ number }) => number)
  return [
    ...line(
      'info',
      of(['supplementNotice'], (left) => left > 2),
      '需要补正的，请在七个工作日内告知，不需要的请登记（条例30）。',
    ),
    ...line(
      'warning',
      of(['supplementNotice'], (left) => left >= 0 && left <= 2),
      '的补正告知期限还有两个工作日以内，请登记或者告知补正（条例30）。',
    ),
    ...line(
      'warning',
      of(['supplementNotice'], (left) => left < 0),
      '的补正告知期限已过，请登记后直接答复（条例30）。',
    ),
    ...line(
      'warning',
      of(['supplement'], (left) => left < 0),
      '的申请人逾期没有补正，请办理视为放弃申请（条例30）。',
    ),
    ...line(
      'warning',
      of(['thirdParty'], (left) => left < 0),
      '征求第三方意见的期限已满，请登记意见，由本单位决定（条例32）。',
    ),
    ...line(
      'warning',
      of(['coMaker'], (left) => left < 0),
      '征求共同制作机关意见的期限已满，未答复的视为同意，请登记（条例34）。',
    ),
  ]
}

/** What 依申请公开 asks of this person: of what they handle, and of the 综合办公室负责人 all; of the leaders what waits for them. */
export const disclosureReminders = (query: Query): Reminder[] => {
  const { roles } = query.asking
  if (!(['section', 'deputyLeader', 'groupLeader', 'officeHead'] as const).some((role) => roles.includes(role))) return []
  const near = roles.includes('section') || roles.includes('officeHead') ? nearLimits(query) : []
  const { replies: drafts, extensions } = toDecide(query)
  return [
    ...replies(near),
    ...others(near),
    ...line('warning', extensions, '申请延期答复，请审批（条例33）。'),
    ...line('warning', drafts, '的答复待您批准（G三.3）。'),
    ...line('warning', undelivered(query), '已答复尚未送达，请送达并登记（G三.3）。'),
  ]
}
