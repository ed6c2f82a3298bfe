/** How the desk 保密审查 shows its cases. The acts are in review.ts. */
import { z } from 'zod'
import { shownDeadline } from './deadlines.ts'
import { historyLine } from './documents-views.ts'
import { actView, day, id, instant, levelNotice, personRef, signatureMark } from './fields.ts'
import {
  ATTRIBUTES,
  CARRIERS,
  CHANNELS,
  CHECK_ANSWERS,
  CHECK_ITEMS,
  CONSULT_ANSWERS,
  LEVELS,
  REDACTION_REASONS,
  REDACTION_WAYS,
  REVIEW_ACTS,
  REVIEW_BASES,
  REVIEW_CONCLUSIONS,
  REVIEW_DECISIONS,
  REVIEW_OUTCOMES,
  REVIEW_STATES,
  SEATS,
  SECRET_LEVELS,
} from './terms.ts'

/** One version of the text, as it was entered. */
export const reviewVersion = z.strictObject({
  version: z.int(),
  by: z.string(),
  at: instant,
  title: z.string(),
  symbol: z.string().nullable(),
  summary: z.string().nullable(),
  attribute: z.enum(ATTRIBUTES).nullable(),
  madeOn: day,
  pages: z.int(),
  digest: z.string().nullable(),
  /** Where the text itself is kept in the vault: how many deletions it has, and the SHA-256 of what it is with them applied. */
  text: z.strictObject({ deletions: z.int(), released: z.string() }).nullable(),
  channels: z.array(z.enum(CHANNELS)),
  channelNote: z.string().nullable(),
  plannedOn: day.nullable(),
  audience: z.string().nullable(),
  transferred: z.boolean(),
  /** What changed against the version before; null of the first. */
  changes: z.string().nullable(),
  declassification: levelNotice.nullable(),
})
export type ReviewVersion = z.infer<typeof reviewVersion>

export const reviewDeletion = z.strictObject({
  from: z.int(),
  to: z.int(),
  how: z.enum(REDACTION_WAYS),
  reason: z.enum(REDACTION_REASONS),
  /** How often the same words stand elsewhere in what is given out. */
  left: z.int(),
})
export type ReviewDeletion = z.infer<typeof reviewDeletion>

/** The text of one version as it was entered, its deletions from first to last, and what stands for release. */
export const reviewText = z.strictObject({
  version: z.int(),
  content: z.string(),
  digest: z.string(),
  deletions: z.array(reviewDeletion),
  released: z.string(),
  releasedDigest: z.string(),
})
export type ReviewText = z.infer<typeof reviewText>

export const reviewRow = z.strictObject({
  id,
  number: z.string(),
  state: z.enum(REVIEW_STATES),
  carrier: z.enum(CARRIERS),
  title: z.string(),
  symbol: z.string().nullable(),
  attribute: z.enum(ATTRIBUTES).nullable(),
  unit: z.string(),
  department: z.string(),
  /** 承办人 now. */
  handler: personRef,
  version: z.int(),
  /** The mark that the case bears, of the document that it comes from and of its 拟定密级. */
  level: z.enum(LEVELS),
  mark: z.string(),
  plannedOn: day.nullable(),
  /** Since when it stands where it does, and the working days since then; null where a year has no calendar. */
  since: instant,
  idleDays: z.int().nullable(),
})
export type ReviewRow = z.infer<typeof reviewRow>

const ground = { basis: z.array(z.enum(REVIEW_BASES)), interest: z.string().nullable() }
const checked = z.strictObject({
  item: z.enum(CHECK_ITEMS),
  answer: z.enum(CHECK_ANSWERS),
  note: z.string().nullable(),
  /** 拟定密级, of 国家秘密 alone. */
  level: z.enum(SECRET_LEVELS).nullable(),
})

/** One signed step. `words`: the reason or opinion; to whom; which organ; where; the volume. What is null is no matter of its act. */
export const reviewStep = z.strictObject({
  id,
  act: z.enum(REVIEW_ACTS),
  version: z.int(),
  /** Whether it still stands: it is about the version that stands now, and nothing gave the case back since. */
  stands: z.boolean(),
  words: z.string().nullable(),
  signature: signatureMark,
  /** What the 科室 proposed or the 组长 decided. */
  outcome: z.enum(REVIEW_DECISIONS).nullable(),
  /** Of the 小组: whether it agreed. */
  agree: z.boolean().nullable(),
  /** The seat in the 领导小组 that it was signed from; null where the unit has entered none, and of the others. */
  seat: z.enum(SEATS).nullable(),
  /** To whom it was handed on. */
  to: z.string().nullable(),
  checklist: z.array(checked).nullable(),
  ...ground,
})
export type ReviewStepView = z.infer<typeof reviewStep>

/** One asking of a holder of a right, and what came of it (B4). */
export const reviewConsult = z.strictObject({
  /** The id of its step. */
  id,
  version: z.int(),
  to: z.string(),
  letter: z.string().nullable(),
  sentOn: day,
  /** Working days, the day of sending not counted, and their last day; null while its year has no calendar. */
  days: z.int(),
  due: day.nullable(),
  /** The same with its arithmetic. */
  clock: shownDeadline,
  answer: z.enum(CONSULT_ANSWERS).nullable(),
  answeredOn: day.nullable(),
  words: z.string().nullable(),
})
export type ReviewConsult = z.infer<typeof reviewConsult>

/** 报请确定 and its 批复 (B12–B14). */
export const reviewReferral = z.strictObject({
  version: z.int(),
  letter: z.string(),
  organ: z.string(),
  sentOn: day,
  text: z.string(),
  cause: z.string(),
  others: z.array(z.string()),
  reply: z.strictObject({ number: z.string(), repliedOn: day, conclusion: z.enum(REVIEW_CONCLUSIONS), words: z.string().nullable() }).nullable(),
})
export type ReviewReferral = z.infer<typeof reviewReferral>

export const reviewRelease = z.strictObject({
  version: z.int(),
  channel: z.enum(CHANNELS),
  where: z.string(),
  releasedOn: day,
  signature: signatureMark,
})
export type ReviewRelease = z.infer<typeof reviewRelease>

export const reviewView = reviewRow.extend({
  /** The document that it is or comes from: by its number alone to whom it is not in scope (F1(4)a). */
  document: z.strictObject({ id, number: z.string(), title: z.string().nullable(), mark: z.string() }).nullable(),
  /** The item of an application that it is to answer (G三.2). */
  item: z.strictObject({ id, disclosure: id, number: z.string(), ordinal: z.int() }).nullable(),
  enteredBy: z.string(),
  enteredAt: instant,
  /** Oldest first; the last one stands. */
  versions: z.array(reviewVersion),
  steps: z.array(reviewStep),
  consults: z.array(reviewConsult),
  referrals: z.array(reviewReferral),
  releases: z.array(reviewRelease),
  /** By when what is not certain is to be referred (实施条例25); null where nothing is. */
  referClock: shownDeadline.nullable(),
  history: z.array(historyLine),
  acts: z.array(actView),
})
export type ReviewView = z.infer<typeof reviewView>

export const reviewSummaryLine = z.strictObject({
  id,
  number: z.string(),
  title: z.string(),
  symbol: z.string().nullable(),
  carrier: z.enum(CARRIERS),
  unit: z.string(),
  version: z.int(),
  outcome: z.enum(REVIEW_OUTCOMES),
  decidedOn: day,
  by: z.string(),
})
export type ReviewSummaryLine = z.infer<typeof reviewSummaryLine>

export const reviewSummary = z.strictObject({
  year: z.int(),
  month: z.int(),
  /** 零报告: nothing was filed, decided or released in it. */
  nil: z.boolean(),
  /** Cases filed in it, decisions by outcome, releases; and cases that are open now. */
  drafted: z.int(),
  decided: z.record(z.enum(REVIEW_OUTCOMES), z.int()),
  released: z.int(),
  open: z.int(),
  lines: z.array(reviewSummaryLine),
})
export type ReviewSummary = z.infer<typeof reviewSummary>
