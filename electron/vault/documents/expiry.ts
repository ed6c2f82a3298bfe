import { EXPIRY_DAYS, type Expiry } from '../../../contract/terms.ts'
import { daysAfter } from '../door/clock.ts'
import type { Value } from '../door/unit.ts'

const SOON_DAYS = Math.max(...EXPIRY_DAYS)

/** Whether a period ends within ninety days, or has ended: from the day after its last day it is 期满待核 (domain 6 (4)). `today` is a day of the wall clock. */
export const expiryAt = (expiresOn: string | null, today: string): Expiry | null => {
  if (expiresOn === null) return null
  if (expiresOn < today) return 'past'
  return expiresOn <= daysAfter(today, SOON_DAYS) ? 'soon' : null
}

/** Ids of the documents whose current particulars end so, by the index of last days. `days`: how far ahead. */
export const expiring = (expiry: Expiry, today: string, days: number = SOON_DAYS): { sql: string; params: Value[] } => {
  const within = expiry === 'past' ? 'ending.expires_on < ?' : 'ending.expires_on BETWEEN ? AND ?'
  return {
    sql: `SELECT d.id FROM particulars AS ending JOIN document AS d ON d.id = ending.document AND d.current = ending.id WHERE ${within}`,
    params: expiry === 'past' ? [today] : [today, daysAfter(today, days)],
  }
}
