import type { Channel, PublicationClass, PublicationEnding, PublicationState, ReviewState, WithdrawalCause } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Query, Read, Work } from '../door/unit.ts'
import { digestOfWords } from '../storage/bytes.ts'

export type PublicationRecord = {
  id: number
  number: string
  class: PublicationClass
  department: string
  review: number | null
  reviewNumber: string | null
  reviewState: ReviewState | null
  reviewVersion: number | null
  entered_by: number
  entered_at: string
  state: PublicationState
  published_on: string | null
  take_down_by: string | null
}
export type EndingRecord = {
  id: number
  act: PublicationEnding
  version: number | null
  cause: WithdrawalCause | null
  on_day: string | null
  words: string
  signature: number
}
/** One 发布登记 of the review of an entry. */
export type Release = { version: number; channel: Channel; releasedOn: string }

const ROW = `SELECT publication.id, publication.number, class, publication.department, review, review.number AS reviewNumber, review.state AS reviewState,
  review.version AS reviewVersion, publication.entered_by, publication.entered_at, publication.state, published_on, take_down_by
  FROM publication LEFT JOIN review ON review.id = review`

/** Who sees every entry; a 科室 sees those of its own department (domain 4). */
export const seesAll = ({ asking: { roles } }: Pick<Query, 'asking'>): boolean =>
  (['officer', 'reviewer', 'groupLeader', 'officeHead'] as const).some((role) => roles.includes(role))

/** One entry that this person sees; to anybody else there is none. */
export const publicationById = (query: Pick<Query, 'read' | 'asking'>, id: number): PublicationRecord => {
  const row = query.read.get<PublicationRecord>(`${ROW} WHERE publication.id = ?`, id)
  if (!row || !(seesAll(query) || row.department === query.asking.person.department))
    return refuse('input.unknownRecord', '公开目录中没有这一条，请从列表中选择。', { field: 'publication' })
  return row
}

/** The entry of a review, if its text is in the catalogue. */
export const publicationOf = (read: Read, review: number): PublicationRecord | undefined =>
  read.get<PublicationRecord>(`${ROW} WHERE publication.review = ? AND publication.state <> 'cancelled'`, review)

/** Whether an entry is of this person's own 科室, which alone makes it public (B3 谁公开、谁审查). */
export const isOwnEntry = ({ asking }: Pick<Query, 'asking'>, { department }: Pick<PublicationRecord, 'department'>): boolean =>
  department === asking.person.department && asking.roles.includes('section')

/** Every signed ending of an entry, oldest first. */
export const endingsOf = (read: Read, publication: number): EndingRecord[] =>
  read.all<EndingRecord>(
    'SELECT id, act, version, cause, on_day, words, signature FROM publication_step WHERE publication = ? ORDER BY id',
    publication,
  )

/** What of a review was made public, oldest first; `after`: of the texts after this version alone. */
export const releasesOf = (read: Read, review: number, after = 0): Release[] =>
  read.all<Release>(
    `SELECT version, outcome AS channel, json_extract(facts, '$.releasedOn') AS releasedOn FROM review_step
     WHERE review = ? AND act = 'release' AND version > ? ORDER BY id`,
    review,
    after,
  )

type Said = { version: number | null; cause?: WithdrawalCause; on?: string; words: string }

/** Signs one ending of an entry, and keeps it. Sentences are signed by their digest alone. */
export const signEnding = (work: Work, entry: PublicationRecord, act: PublicationEnding, { version, cause, on, words }: Said): void => {
  const signer = work.me()
  const said = { act, version, cause: cause ?? null, day: on ?? null, words: digestOfWords(words) }
  const signature = work.sign(signer, 'publication.act', { publication: entry.number, review: entry.reviewNumber, ...said })
  const by = { by_person: signer.person.id, at: work.now.toISOString(), signature }
  work.insert('publication_step', { publication: entry.id, act, version, cause: cause ?? null, on_day: on ?? null, words, ...by })
}
