import type { Pause } from '../../../contract/deadlines.ts'
import type { DeadlineKind } from '../../../contract/terms.ts'
import { deadlineOf, type DeadlineRecord, endDeadline, runDeadline } from '../calendar/deadlines.ts'
import type { Read, Work } from '../door/unit.ts'
import { consultsOf, type DisclosureRecord, type ItemRecord, lastOf, type StepRecord } from './records.ts'

type Run = { from: string; days: number }

/** A clock of the application itself: of the reply until it is registered, of 补正告知, the applicant's own. */
export const runOwn = (work: Work, { id, number }: Pick<DisclosureRecord, 'id' | 'number'>, kind: DeadlineKind, { from, days }: Run) =>
  runDeadline(work, { of: 'disclosure', record: id, number, kind, from, days })

export const endOwn = (work: Work, { id }: Pick<DisclosureRecord, 'id'>, ...kinds: DeadlineKind[]): void => {
  for (const kind of kinds) endDeadline(work, { of: 'disclosure', record: id, kind })
}

export const ownClock = (read: Read, { id }: Pick<DisclosureRecord, 'id'>, kind: DeadlineKind): DeadlineRecord | undefined =>
  deadlineOf(read, { of: 'disclosure', record: id }, kind)

/** The clock of the reply of an item. */
export const itemClock = (read: Read, { id }: Pick<ItemRecord, 'id'>): DeadlineRecord =>
  deadlineOf(read, { of: 'disclosure_item', record: id }, 'reply') as DeadlineRecord

/** Starts the clock of an item on the day on which the application, or its 补正, was received. */
export const runItem = (work: Work, { number }: DisclosureRecord, item: Pick<ItemRecord, 'id'>, { from, days }: Run) =>
  runDeadline(work, { of: 'disclosure_item', record: item.id, number, kind: 'reply', from, days })

export const endItem = (work: Work, item: Pick<ItemRecord, 'id'>): void =>
  endDeadline(work, { of: 'disclosure_item', record: item.id, kind: 'reply' })

/** Days after an asking was sent, up to and with its answer, do not count (条例33); of one that is out still, none does. */
export const pausesOf = (steps: readonly StepRecord[]): Pause[] =>
  consultsOf(steps).map(({ asked, reply }) => ({ from: asked.facts.sentOn as string, to: reply?.facts.until ?? null }))

/** How many days an item was extended by. */
export const extensionOf = (steps: readonly StepRecord[]): number => lastOf(steps, 'extend')?.facts.days ?? 0

/** Counts the clock of an item anew, as its askings and its extension are now; it goes on where it had ended. */
export const recount = (work: Work, { number }: DisclosureRecord, item: ItemRecord, pauses: Pause[], extension: number) => {
  const { from_day: from, days, extension: before } = itemClock(work.read, item)
  return runDeadline(work, {
    of: 'disclosure_item',
    record: item.id,
    number,
    kind: 'reply',
    from,
    days: days - before + extension,
    extension,
    pauses,
  })
}

/** The clock of an asking. */
export const runConsult = (work: Work, { number }: DisclosureRecord, step: number, kind: 'thirdParty' | 'coMaker', { from, days }: Run) =>
  runDeadline(work, { of: 'disclosure_step', record: step, number, kind, from, days })

export const endConsult = (work: Work, step: number, kind: 'thirdParty' | 'coMaker'): void =>
  endDeadline(work, { of: 'disclosure_step', record: step, kind })

export const consultClock = (read: Read, step: number, kind: 'thirdParty' | 'coMaker'): DeadlineRecord =>
  deadlineOf(read, { of: 'disclosure_step', record: step }, kind) as DeadlineRecord
