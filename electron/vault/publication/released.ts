import type { Clause } from '../../../contract/clauses.ts'
import { type Channel, LASTING_CHANNEL, LASTING_CLASSES, type PublicationClass, SITE_YEARS } from '../../../contract/terms.ts'
import { endDeadline } from '../calendar/deadlines.ts'
import { refuse } from '../door/refuse.ts'
import type { Read, Work } from '../door/unit.ts'
import type { ReviewRecord } from '../review/records.ts'
import { publicationLifecycle } from './lifecycle.ts'
import { endingsOf, type PublicationRecord, publicationOf, type Release, releasesOf } from './records.ts'

/** The same day so many years on; of 29 February the last of the month. */
const yearsAfter = (day: string, years: number): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate()
  return new Date(Date.UTC(year + years, month - 1, Math.min(date, last))).toISOString().slice(0, 10)
}

/** When a text leaves the 网站: a year after it was last put there; null where it was not, or is of what stays (A三(三)). */
export const leavesOn = (heading: PublicationClass, releases: readonly Release[]): string | null => {
  const onSite = releases.findLast(({ channel }) => channel === LASTING_CHANNEL)
  return !onSite || LASTING_CLASSES.some((one) => one === heading) ? null : yearsAfter(onSite.releasedOn, SITE_YEARS)
}

/** The text that the last ending of an entry was about: it is not released again. */
const endedVersion = (read: Read, entry: PublicationRecord): number => endingsOf(read, entry.id).at(-1)?.version ?? 0

const AGAIN: Partial<Record<PublicationRecord['state'], string>> = {
  withdrawn: '已经撤回',
  withheld: '已经登记为不予公开',
  takenDown: '网上留存期满，已经下网',
}

/** What stands against another release by this way of the very text of an entry that was ended; null when nothing does. */
export const whyNotAgain = (
  read: Read,
  review: Pick<ReviewRecord, 'id' | 'version'>,
  channel: Channel,
): { message: string; clause: Clause } | null => {
  const entry = publicationOf(read, review.id)
  const words = entry && AGAIN[entry.state]
  if (!entry || !words || review.version > endedVersion(read, entry)) return null
  if (entry.state === 'takenDown' && channel !== LASTING_CHANNEL) return null
  const message = `${entry.number}的这一文本${words}，不得再次发布。需要重新公开的，请更换文本重新审查。`
  return { message, clause: entry.state === 'takenDown' ? 'A3(3)' : 'C6(2)' }
}

/** × the text of an entry that was withdrawn or refused, × back on the 网站 what was taken off it: by a new text and its own review alone (C六, A三(三)). */
export const refuseAgain = (read: Read, review: Pick<ReviewRecord, 'id' | 'version'>, channel: Channel): void => {
  const against = whyNotAgain(read, review, channel)
  if (against) refuse('rule.forbids', against.message, { clause: against.clause, field: 'review' })
}

/** Brings an entry to where the 发布登记 of its review leave it: public, since when, and until when on the 网站. */
export const followReleases = (work: Work, review: number): void => {
  const entry = publicationOf(work.read, review)
  if (!entry) return
  const releases = releasesOf(work.read, review, endedVersion(work.read, entry))
  const [first] = releases
  // Beside the 网站, what was taken off it may still be given out: it stays 已下网
  if (!first) return
  work.about(entry.number)
  const stands = { published_on: first.releasedOn, take_down_by: leavesOn(entry.class, releases) }
  endDeadline(work, { of: 'publication', record: entry.id, kind: 'publish' })
  if (entry.state === 'published') work.change('publication', entry.id, stands)
  else work.move(publicationLifecycle, entry.id, 'published', stands)
}
