import { instantOf, wallClock } from '../door/clock.ts'

const LAST_OF_DAY_MS = 59_999

/** 当日退回: the set hour of the day of hand-out; after that hour the end of the same day. There is no extension (F1(4)b). */
export const dueOf = (handedOut: Date, returnHour: string): Date => {
  const day = wallClock(handedOut).slice(0, 10)
  const due = instantOf(`${day}T${returnHour}`)
  return due > handedOut ? due : new Date(instantOf(`${day}T23:59`).getTime() + LAST_OF_DAY_MS)
}

/** Past its hour? At the hour itself it is. */
export const isOverdue = (due: string, now: Date): boolean => now.getTime() >= Date.parse(due)

/** Calendar days past the due day; 0 on the evening itself. */
export const overdueDays = (due: string, now: Date): number => {
  const day = (instant: Date) => Date.parse(`${wallClock(instant).slice(0, 10)}T00:00:00Z`)
  return Math.max(0, Math.round((day(now) - day(new Date(due))) / 86_400_000))
}
