/** How the desk 依申请公开 shows its applications. The acts are in disclosure.ts. */
import { z } from 'zod'
import { deadlineView } from './deadlines.ts'
import { historyLine } from './documents-views.ts'
import { actView, day, id, instant, personRef, signatureMark } from './fields.ts'
import {
  APPLICANT_KINDS,
  APPLICATION_CHANNELS,
  ASKED,
  CONSULT_ANSWERS,
  DELIVERIES,
  DISCLOSURE_ACTS,
  DISCLOSURE_STATES,
  EVIDENCES,
  HEARD_KINDS,
  ITEM_STATES,
  LACKS,
  LETTER_KINDS,
  OBTAINED_BY,
  PROVIDED_AS,
  REPLY_KINDS,
  REVIEW_STATES,
} from './terms.ts'

export const disclosureRow = z.strictObject({
  id,
  number: z.string(),
  state: z.enum(DISCLOSURE_STATES),
  applicant: z.string(),
  applicantKind: z.enum(APPLICANT_KINDS),
  channel: z.enum(APPLICATION_CHANNELS),
  receivedOn: day,
  /** The first 80 characters of what is asked for. */
  content: z.string(),
  items: z.int(),
  /** Of the items that are open. */
  itemStates: z.array(z.enum(ITEM_STATES)),
  /** The earliest last day of its open clocks; null where none runs, or its year has no calendar. */
  due: day.nullable(),
  departments: z.array(z.string()),
})
export type DisclosureRow = z.infer<typeof disclosureRow>

/** The application as it was received, or as a 补正 left it: the last one stands. */
export const applicationVersion = z.strictObject({
  version: z.int(),
  at: instant,
  by: z.string(),
  /** The day on which it, or the 补正, was received: the clock of the reply starts after it. */
  receivedOn: day,
  kind: z.enum(APPLICANT_KINDS),
  name: z.string(),
  evidence: z.enum(EVIDENCES).nullable(),
  evidenceNo: z.string().nullable(),
  agent: z.string().nullable(),
  telephone: z.string().nullable(),
  address: z.string().nullable(),
  email: z.string().nullable(),
  content: z.string(),
  providedAs: z.enum(PROVIDED_AS).nullable(),
  obtainedBy: z.enum(OBTAINED_BY).nullable(),
})
export type ApplicationVersion = z.infer<typeof applicationVersion>

/** One signed step. `words`: the reason, opinion, or to whom; what is null is no matter of its act. */
export const disclosureStep = z.strictObject({
  id,
  act: z.enum(DISCLOSURE_ACTS),
  item: id.nullable(),
  words: z.string().nullable(),
  signature: signatureMark,
})
export type DisclosureStepView = z.infer<typeof disclosureStep>

/** One asking of a third party or a co-maker, and what came of it (条例32, 34). */
export const disclosureConsult = z.strictObject({
  /** The id of its step. */
  id,
  whom: z.enum(ASKED),
  to: z.string(),
  about: z.string(),
  sentOn: day,
  clock: deadlineView,
  answer: z.enum(CONSULT_ANSWERS).nullable(),
  answeredOn: day.nullable(),
  words: z.string().nullable(),
})
export type DisclosureConsult = z.infer<typeof disclosureConsult>

export const disclosureReply = z.strictObject({
  /** The id of its step. */
  id,
  kind: z.enum(REPLY_KINDS),
  reason: z.string().nullable(),
  given: z.string().nullable(),
  organ: z.string().nullable(),
  /** The review that stands behind it, in its very version. */
  review: z.strictObject({ id, number: z.string(), version: z.int() }).nullable(),
  drafted: signatureMark,
  /** Null while it is not decided on. */
  approved: z.boolean().nullable(),
  opinion: z.string().nullable(),
  decided: signatureMark.nullable(),
  repliedOn: day.nullable(),
  /** Whether it was approved after its last day; null while it is not approved, or that day is not known. */
  late: z.boolean().nullable(),
  /** Whether its review still stands: else it is not given out, and is drafted anew. */
  stands: z.boolean(),
})
export type DisclosureReply = z.infer<typeof disclosureReply>

export const disclosureItem = z.strictObject({
  id,
  ordinal: z.int(),
  content: z.string(),
  state: z.enum(ITEM_STATES),
  handler: personRef,
  /** The clock of the reply. */
  clock: deadlineView,
  /** 延期: once. `approved` is null while it is asked for. */
  extension: z
    .strictObject({
      days: z.int(),
      reason: z.string(),
      requested: signatureMark,
      approved: z.boolean().nullable(),
      decided: signatureMark.nullable(),
    })
    .nullable(),
  /** `bears`: the replies that its decision stands behind (B1). */
  reviews: z.array(
    z.strictObject({ id, number: z.string(), state: z.enum(REVIEW_STATES), version: z.int(), bears: z.array(z.enum(['open', 'withheld'])) }),
  ),
  consults: z.array(disclosureConsult),
  /** Oldest first; the last one stands. */
  replies: z.array(disclosureReply),
  acts: z.array(actView),
})
export type DisclosureItem = z.infer<typeof disclosureItem>

export const disclosureLetter = z.strictObject({
  id,
  number: z.string(),
  kind: z.enum(LETTER_KINDS),
  item: id.nullable(),
  to: z.string(),
  writtenOn: day,
  /** The text of the law that its words follow, `2024-01-01`: the day from which that text is right. */
  wording: day,
  signature: signatureMark,
  delivery: z.strictObject({ how: z.enum(DELIVERIES), deliveredOn: day, receipt: z.string().nullable(), signature: signatureMark }).nullable(),
  /** Whether it may be given out: of a reply, its review still stands. */
  stands: z.boolean(),
})
export type DisclosureLetter = z.infer<typeof disclosureLetter>

export const heardRow = z.strictObject({
  id,
  number: z.string(),
  kind: z.enum(HEARD_KINDS),
  channel: z.enum(APPLICATION_CHANNELS),
  heardOn: day,
  from: z.string().nullable(),
  content: z.string(),
  /** Number of the application or the review that it is about. */
  about: z.string().nullable(),
  answer: z.string().nullable(),
  improvement: z.string().nullable(),
  by: z.string(),
})
export type HeardRow = z.infer<typeof heardRow>

export const disclosureView = disclosureRow.omit({ content: true, items: true }).extend({
  arrivedOn: day,
  confirmedOn: day.nullable(),
  labelled: z.boolean().nullable(),
  /** Oldest first; the last one stands. */
  versions: z.array(applicationVersion),
  /** 形式审查: what the application that stands does not say (条例29). Whether its content is clear is for whoever reads it. */
  lacks: z.array(z.enum(LACKS)),
  /** 补正: asked once (条例30). */
  supplement: z
    .strictObject({
      lacks: z.array(z.enum(LACKS)),
      words: z.string().nullable(),
      toldOn: day,
      days: z.int(),
      due: day.nullable(),
      receivedOn: day.nullable(),
    })
    .nullable(),
  /** Clocks of the application itself: of the reply until it is registered, of 补正告知, and the applicant's own for the 补正. */
  clocks: z.array(deadlineView),
  items: z.array(disclosureItem),
  letters: z.array(disclosureLetter),
  heard: z.array(heardRow),
  steps: z.array(disclosureStep),
  history: z.array(historyLine),
  acts: z.array(actView),
})
export type DisclosureView = z.infer<typeof disclosureView>
