/** How the desk 主动公开 shows the entries of its catalogue. The acts are in publication.ts. */
import { z } from 'zod'
import { deadlineView } from './deadlines.ts'
import { historyLine } from './documents-views.ts'
import { actView, day, id, instant, level, signatureMark } from './fields.ts'
import { reviewRelease } from './review-views.ts'
import {
  CHANNELS,
  PUBLICATION_CLASSES,
  PUBLICATION_ENDINGS,
  PUBLICATION_STANDINGS,
  PUBLICATION_STATES,
  REVIEW_STATES,
  WITHDRAWAL_CAUSES,
} from './terms.ts'

export const publicationRow = z.strictObject({
  id,
  number: z.string(),
  state: z.enum(PUBLICATION_STATES),
  standing: z.enum(PUBLICATION_STANDINGS),
  class: z.enum(PUBLICATION_CLASSES),
  title: z.string(),
  madeOn: day,
  department: z.string(),
  channels: z.array(z.enum(CHANNELS)),
  channelNote: z.string().nullable(),
  /** The review that decides on its text; null while there is none. */
  review: z.strictObject({ id, number: z.string(), state: z.enum(REVIEW_STATES), version: z.int() }).nullable(),
  /** The last day to make it public (条例26); null while its year has no calendar. And the calendar days past it, while it is not. */
  publishBy: day.nullable(),
  /** Where the limit is not the law's: laxer, or shorter. */
  publishNote: z.string().nullable(),
  overdueDays: z.int(),
  publishedOn: day.nullable(),
  /** The day on which it leaves the 网站 (A3(3)); null where it is not there, or stays for good. */
  takeDownBy: day.nullable(),
  /** The mark of its review: of the document that it comes from, and of its 拟定密级; `内部` where there is none. */
  level,
  mark: z.string(),
})
export type PublicationRow = z.infer<typeof publicationRow>

/** One signed ending. `words`: where it can be read from then on, or why. */
export const publicationStep = z.strictObject({
  id,
  act: z.enum(PUBLICATION_ENDINGS),
  /** Of the text that it is about; null where there was none. */
  version: z.int().nullable(),
  cause: z.enum(WITHDRAWAL_CAUSES).nullable(),
  on: day.nullable(),
  words: z.string(),
  signature: signatureMark,
})
export type PublicationStep = z.infer<typeof publicationStep>

export const publicationView = publicationRow.extend({
  enteredBy: z.string(),
  enteredAt: instant,
  /** Every 发布登记 of its review, oldest first: by which way, where, which version (B1). */
  releases: z.array(reviewRelease),
  steps: z.array(publicationStep),
  /** The limit of days within which it is made public, with its arithmetic. */
  deadline: deadlineView.nullable(),
  history: z.array(historyLine),
  acts: z.array(actView),
})
export type PublicationView = z.infer<typeof publicationView>
