import type { ProcedureName } from '../../../contract/index.ts'
import type { PublicationView } from '../../../contract/publication-views.ts'
import { PUBLICATION_ENDINGS, reviewStateLabel } from '../../../contract/terms.ts'
import { offered } from '../door/offered.ts'
import type { Query } from '../door/unit.ts'
import { reviewById, stepsOf } from '../review/records.ts'
import { whyNotReleased } from '../review/releasing.ts'
import { mayEnd, whyNotEnded } from './ending.ts'
import { isOwnEntry, type PublicationRecord } from './records.ts'

/** What stands against its 发布登记: no review, none that stands decided for this text, or what its review says (B1). */
const whyNotPublic = (query: Query, { review, reviewNumber, reviewState }: PublicationRecord): string | null => {
  if (review === null || reviewState === null) return '还没有关联保密审查：先审查、后公开（B1）。'
  if (reviewState !== 'open' && reviewState !== 'released') return `${reviewNumber}现为“${reviewStateLabel[reviewState]}”，没有确定为可公开（B1）。`
  return whyNotReleased(query.read, reviewById(query, review), stepsOf(query.read, review))
}

/** What the person who looks may do next with an entry, or the reason that stands against it. */
export const actsOn = (query: Query, entry: PublicationRecord): PublicationView['acts'] => {
  const own = isOwnEntry(query, entry)
  const calls: ProcedureName[] = [
    ...(entry.state !== 'cancelled' ? (['review.release'] as const) : []),
    ...(entry.state === 'listed' ? (['publication.link'] as const) : []),
    ...(['listed', 'published', 'takenDown'].includes(entry.state) ? (['publication.end'] as const) : []),
  ]
  const today = query.wall.slice(0, 10)
  return offered(query, calls, (call) => {
    if (call !== 'publication.end')
      return own ? (call === 'review.release' ? whyNotPublic(query, entry) : null) : `由责任科室${entry.department}办理（B3）。`
    if (!mayEnd(query, entry)) return `由责任科室${entry.department}或者综合办公室办理（B3）。`
    const against = PUBLICATION_ENDINGS.map((how) => whyNotEnded(entry, how, today))
    return against.every((one) => one !== null) ? (against[0]?.message ?? null) : null
  })
}
