import type { Output } from '../../../contract/index.ts'
import { type Clock, wallClock } from '../door/clock.ts'
import { refusalFrom } from '../door/door.ts'
import { missingCryptography } from '../door/self-test.ts'
import { readVault } from '../storage/vault-files.ts'
import { shippedYears } from './set-up.ts'

/** Whether there is a vault, and what the sign-in page may know of it. */
export const statusOf = (dir: string, calendars: string, clock: Clock, open: boolean): Output<'setup.status'> => {
  const plain = {
    unit: null,
    level: null,
    problem: null,
    calendarYears: shippedYears(calendars),
    now: wallClock(clock.now()),
    missing: missingCryptography(),
  }
  try {
    const file = readVault(dir)
    if (file) return { ...plain, unit: file.unit, level: file.level, vault: open ? 'open' : 'locked' }
    return { ...plain, vault: 'absent' }
  } catch (error) {
    return { ...plain, vault: 'damaged', problem: refusalFrom(error).message }
  }
}
