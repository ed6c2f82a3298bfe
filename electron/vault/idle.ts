import type { Clock } from './door/clock.ts'
import { type Opened, settingsOf } from './door/opened.ts'

const CHECK_MS = 5_000
/** No idle lock falls sooner, whatever is set: before that the setting need not be read. */
const SHORTEST_MS = 60_000
const LONGEST_MINUTES = 10

/** The set idle minutes; where they cannot be read, the most that may be set. */
const minutesOf = (session: Opened): number => {
  try {
    return settingsOf(session.database).idleMinutes
  } catch {
    return LONGEST_MINUTES
  }
}

/** Looks again and again whether somebody has sat idle for longer than is set, and then calls `lock` (锁定). `isOver` says so at any moment. */
export const watchIdle = (clock: Clock, seated: () => Opened | null, lock: () => void): { isOver(): boolean; stop(): void } => {
  const isOver = () => {
    const session = seated()
    if (!session) return false
    const idle = clock.now().getTime() - session.lastActive
    return idle >= SHORTEST_MS && idle >= minutesOf(session) * 60_000
  }
  const timer = setInterval(() => {
    if (isOver()) lock()
  }, CHECK_MS)
  timer.unref()
  return { isOver, stop: () => clearInterval(timer) }
}
