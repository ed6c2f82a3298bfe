import type { ActView } from '../../../contract/fields.ts'
import type { ProcedureName } from '../../../contract/index.ts'
import { type DisclosureAct, EXTENDING_ROLES, lackLabel, type Role } from '../../../contract/terms.ts'
import { waysFrom } from '../door/lifecycle.ts'
import { offered } from '../door/offered.ts'
import type { Query } from '../door/unit.ts'
import { isSamePerson } from '../people/identity.ts'
import { isTheirs } from './consulting.ts'
import { whyNotEnded } from './delivering.ts'
import { askedToExtend, whyNotExtended } from './extending.ts'
import { disclosureLifecycle, ENDED, itemLifecycle, OPEN_ITEM } from './lifecycle.ts'
import { type ApplicationRecord, type DisclosureRecord, isOwnItem, type ItemRecord, lastOf, type StepRecord, today } from './records.ts'
import { lacking, mayStillAsk } from './registering.ts'

const OF_DESK = (call: ProcedureName): boolean => call.startsWith('disclosure.')
const isEnded = ({ state }: DisclosureRecord) => ENDED.some((one) => one === state)

type Case = { disclosure: DisclosureRecord; application: ApplicationRecord; steps: readonly StepRecord[] }

/** What stands against an act on the whole of an application; null when nothing does. */
const whyNot = (query: Query, { disclosure, application, steps }: Case, call: ProcedureName): string | null => {
  const still = mayStillAsk(query.read, disclosure, steps, today(query))
  if (call === 'disclosure.askSupplement' && !still)
    return lastOf(steps, 'askSupplement') ? '补正只能告知一次（条例30）。' : '补正告知的期限已过，请登记后直接答复（条例30）。'
  const lacks = lacking(disclosure, application)
  if (call === 'disclosure.register' && lacks.length > 0 && still)
    return `形式审查未通过，缺${lacks.map((lack) => lackLabel[lack]).join('；')}，请办理补正告知（A四(一)2）。`
  if (call === 'disclosure.close') {
    const all = (['withdrawn', 'abandoned', 'filed'] as const).map((how) => whyNotEnded(query.read, disclosure, how, today(query)))
    return all.every((one) => one !== null) ? (all[0] as string) : null
  }
  return null
}

/** Ways of the application that are those of its items: they stand with the item. */
const OF_ITEM: readonly ProcedureName[] = ['disclosure.approve', 'disclosure.deliver']

/** What the person who looks may do next with an application, or what stands against it. */
export const actsOn = (query: Query, about: Case): ActView[] => {
  const { disclosure } = about
  const ways = waysFrom(disclosureLifecycle, disclosure.state).flatMap(({ by }) => by)
  const calls = [...ways.filter((call) => OF_DESK(call) && !OF_ITEM.includes(call)), ...(isEnded(disclosure) ? [] : (['disclosure.letter'] as const))]
  return offered(query, [...calls, 'disclosure.hear'], (call) => whyNot(query, about, call))
}

type ItemCase = { disclosure: DisclosureRecord; item: ItemRecord; steps: readonly StepRecord[] }
const DESK_TOO: readonly ProcedureName[] = ['disclosure.consult', 'disclosure.deliver', 'disclosure.reply']

/** What stands against an act on an item. */
const whyNotItem = (query: Query, about: ItemCase, call: ProcedureName): string | null => {
  const { item, steps, disclosure } = about
  const own = isOwnItem(query, item) || (DESK_TOO.includes(call) && isTheirs(query, item))
  const drafted = lastOf(steps, 'reply')
  // Whoever could only sign there in place, and not themselves, may have it before them
  const ownAct = (act: DisclosureAct, deciding: readonly Role[]) =>
    deciding.some((role) => query.asking.roles.includes(role)) && isSamePerson(query.read, lastOf(steps, act)?.by_person ?? 0, query.asking.person.id)
  switch (call) {
    case 'disclosure.approve':
      return drafted && ownAct('reply', ['groupLeader']) ? '不得批准本人拟的答复（B7）。' : null
    case 'disclosure.extend':
      if (askedToExtend(steps))
        return ownAct('requestExtension', EXTENDING_ROLES) ? '不得审批本人申请的延期（条例33）。' : whyNotExtended(query, { ...about, disclosure })
      return own ? whyNotExtended(query, about) : '没有待审批的延期申请（条例33）。'
    case 'disclosure.assign':
      return null
    default:
      return own ? null : `由承办科室${item.department}办理（B3）。`
  }
}

/** What they may do next with one of its items. */
export const actsOnItem = (query: Query, about: ItemCase): ActView[] => {
  const { item } = about
  const open = OPEN_ITEM.some((state) => state === item.state)
  const ways = waysFrom(itemLifecycle, item.state).flatMap(({ by }) => by)
  const besides: ProcedureName[] = [
    ...(open ? (['disclosure.assign', 'disclosure.extend'] as const) : []),
    ...(item.state === 'consulting' ? (['disclosure.consult'] as const) : []),
    ...(item.state === 'drafted' ? (['disclosure.reply'] as const) : []),
    ...(item.state === 'inHand' || item.state === 'inReview' || item.state === 'consulting' ? (['review.draft'] as const) : []),
  ]
  const calls = [...ways.filter((call) => OF_DESK(call) && call !== 'disclosure.close'), ...besides]
  return offered(query, calls, (call) => whyNotItem(query, about, call))
}
