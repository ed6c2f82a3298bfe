import type { Period } from '../../../contract/fields.ts'
import { type DocumentState, EXPIRY_DAYS, type Expiry } from '../../../contract/terms.ts'
import { daysAfter } from '../door/clock.ts'
import type { Value } from '../door/unit.ts'

const SOON_DAYS = Math.max(...EXPIRY_DAYS)

/** Documents of which nothing is in the office any more: nobody reviews what is not there. */
export const isGone = (state: DocumentState): boolean => state === 'destroyed' || state === 'returned'
/** The states of documents in keeping, for a statement. */
export const KEPT = "'registered','inProgress','finished','toDestroy','archived'"

/** Whether a period ends within ninety days, or has ended: from the day after its last day it is 期满待核 (domain 6 (4)). `today` is a day of the wall clock. */
export const expiryAt = (expiresOn: string | null, today: string): Exclude<Expiry, 'declassified'> | null => {
  if (expiresOn === null) return null
  if (expiresOn < today) return 'past'
  return expiresOn <= daysAfter(today, SOON_DAYS) ? 'soon' : null
}

/** How a document stands with its period: 已解密, or by its last day while it is in keeping. */
export const expiryOn = (
  { declassified, expiresOn, state }: { declassified: number | boolean; expiresOn: string | null; state: DocumentState },
  today: string,
): Expiry | null => {
  if (declassified) return 'declassified'
  return isGone(state) ? null : expiryAt(expiresOn, today)
}

/** Whether the period of a paper may be reviewed: it has ended, or ends on a condition that may be met any day (保密法24). */
export const isReviewable = (
  { declassified, expiresOn, period }: { declassified: boolean; expiresOn: string | null; period: Period | null },
  today: string,
): boolean => !declassified && (expiryAt(expiresOn, today) === 'past' || period?.kind === 'condition')

/** Ids of the documents in keeping whose period ends so, and those that are 已解密. `days`: how far ahead. */
export const expiring = (expiry: Expiry, today: string, days: number = SOON_DAYS): { sql: string; params: Value[] } => {
  if (expiry === 'declassified')
    return {
      sql: 'SELECT d.id FROM particulars AS p JOIN document AS d ON d.id = p.document AND d.current = p.id WHERE p.declassified = 1',
      params: [],
    }
  if (expiry === 'past') return { sql: 'SELECT document AS id FROM search_ending WHERE expires_on < ?', params: [today] }
  return { sql: 'SELECT document AS id FROM search_ending WHERE expires_on BETWEEN ? AND ?', params: [today, daysAfter(today, days)] }
}
