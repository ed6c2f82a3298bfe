import type { SecretLevel } from '../../../contract/terms.ts'
import { levelAlone, type Marked, rankOf } from '../documents/marking.ts'
import type { Read } from '../door/unit.ts'
import { marksOf } from '../paper/marks.ts'
import type { Facts } from './records.ts'

type Line = {
  id: number
  review: number
  version: number
  act: 'opinion' | 'reply'
  outcome: string
  facts: string
  standing: number
  declassified: number
}

/** What each of these cases was answered to be, item 国家秘密: the last opinion on each text, and whether the 批复 said since that it may be public. */
const answeredOf = (read: Read, reviews: readonly number[]) => {
  const lines = read.all<Line>(
    `SELECT s.id, review.id AS review, s.version, s.act, s.outcome, s.facts, review.version AS standing, v.declassification IS NOT NULL AS declassified
     FROM json_each(?) AS named JOIN review ON review.id = named.value JOIN review_version AS v ON v.review = review.id AND v.version = review.version
     JOIN review_step AS s ON s.review = review.id WHERE s.act IN ('opinion','reply')`,
    JSON.stringify([...new Set(reviews)]),
  )
  return Map.groupBy(
    lines.filter(({ declassified }) => declassified === 0).toSorted((one, other) => one.id - other.id),
    ({ review }) => review,
  )
}

/**
 * 拟定密级 of one case, as its signed opinions have it; null where it bears none. A text that was found a state secret keeps its level for the whole
 * case until a 解密 document is entered (B10); what is 不确定 keeps the one 先行拟定 (实施条例25) until the next text is answered otherwise, or
 * the 批复 says that it may be made public.
 */
const levelOf = (lines: readonly Line[]): SecretLevel | null => {
  const last = new Map<number, { answer: string; level: SecretLevel | undefined }>()
  for (const { act, version, outcome, facts } of lines) {
    const secret = act === 'opinion' ? (JSON.parse(facts) as Facts).checklist?.stateSecret : undefined
    if (secret) last.set(version, { answer: secret.answer, level: secret.level })
    else if (act === 'reply' && (outcome === 'open' || outcome === 'onApplication')) last.delete(version)
  }
  const newest = Math.max(0, ...last.keys())
  const levels = [...last].flatMap(([version, { answer, level }]) => (level && (answer === 'yes' || version === newest) ? [level] : []))
  return levels.toSorted((one, other) => rankOf(other) - rankOf(one))[0] ?? null
}

/** The marks of these cases, case by case: of the document that it comes from, and of its 拟定密级, which has no period yet. */
export const marksByReview = (read: Read, reviews: readonly number[]): Map<number, Marked[]> => {
  const answered = answeredOf(read, reviews)
  const from = read.all<{ review: number; document: number }>(
    'SELECT review.id AS review, document FROM json_each(?) AS named JOIN review ON review.id = named.value WHERE document IS NOT NULL',
    JSON.stringify(reviews),
  )
  const marks = new Map<number, Marked[]>()
  const add = (review: number, found: readonly Marked[]) => marks.set(review, [...(marks.get(review) ?? []), ...found])
  for (const { review, document } of from) add(review, marksOf(read, [document]))
  for (const [review, lines] of answered) {
    const level = levelOf(lines)
    if (level) add(review, [levelAlone(level)])
  }
  return marks
}

/** The marks of all that these cases tell of: a sheet, a list or a file on them bears the highest. */
export const marksOfReviews = (read: Read, reviews: readonly number[]): Marked[] => [...marksByReview(read, reviews).values()].flat()
