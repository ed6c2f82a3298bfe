/** The one clock. Everything that asks the time asks it here. */
export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands still until it is set: for tests, drills and the stdio host. Refuses a text that is no instant. */
export const settableClock = (iso: string): Clock & { set(iso: string): void } => {
  const read = (text: string) => {
    const instant = new Date(text)
    if (Number.isNaN(instant.getTime())) throw new RangeError('not an instant')
    return instant
  }
  let instant = read(iso)
  return {
    now: () => new Date(instant),
    set: (next) => {
      instant = read(next)
    },
  }
}

const OFFICE_OFFSET_MS = 8 * 60 * 60 * 1000

/** An instant on the office's wall clock (UTC+8, no summer time): `2026-03-10T09:05`. */
export const wallClock = (instant: Date): string => new Date(instant.getTime() + OFFICE_OFFSET_MS).toISOString().slice(0, 16)

/** The instant of a wall-clock minute `2026-03-10T09:05`. */
export const instantOf = (wall: string): Date => new Date(`${wall}:00+08:00`)

const DAY_MS = 86_400_000

/** A day so many days after another, both as the calendar writes them: `2026-06-08`. */
export const daysAfter = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

/** Calendar days from one day to another; below 0 when it lies before. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS

/** Calendar days since a day that something was due on; 0 on the day itself and before. */
export const daysPast = (due: string, today: string): number => Math.max(0, daysBetween(due, today))
