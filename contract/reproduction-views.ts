/** How the desk 复制 shows its requests and what was made under them. The acts are in reproduction.ts. */
import { z } from 'zod'
import { historyLine } from './documents-views.ts'
import { actView, day, id, instant, level, limits, line, personRef, signatureMark } from './fields.ts'
import { COPY_KINDS, COPY_STATES, REPRODUCTION_KINDS, REPRODUCTION_STATES } from './terms.ts'

/** 原定密机关 (or the one above it) agrees to a copy of its 绝密 paper: who, 文号, date (domain 3.2). */
export const originConsent = z.strictObject({ issuer: line(limits.unit), symbol: line(limits.symbol), date: day })

/** An original as a request names it. */
export const sourceView = z.strictObject({
  /** Id and 编号 of the copy. */
  id,
  number: z.string(),
  copyNo: z.string().nullable(),
  document: z.strictObject({
    id,
    number: z.string(),
    title: z.string(),
    symbol: z.string().nullable(),
    sender: z.string(),
    level,
    mark: z.string(),
    copyBan: z.boolean(),
    /** Originals that came in. */
    counted: z.int(),
  }),
})
/** An original with the consent of its 原定密机关, where it is 绝密. */
const askedSource = sourceView.extend({ consent: originConsent.nullable() })
export type AskedSource = z.infer<typeof askedSource>
export type SourceView = z.infer<typeof sourceView>

export const reproductionRow = z.strictObject({
  id,
  number: z.string(),
  kind: z.enum(REPRODUCTION_KINDS),
  state: z.enum(REPRODUCTION_STATES),
  /** Approved, not made, and past its 有效期. */
  expired: z.boolean(),
  /** The original it is of; of a 汇编 all that it is made of. */
  sources: z.array(askedSource),
  /** What a 汇编 is called; null for copies and extracts. */
  title: z.string().nullable(),
  /** What all of it is marked with: the original’s mark; of a 汇编 the highest level and the longest period of its sources. */
  level,
  mark: z.string(),
  applicant: personRef,
  enteredAt: instant,
  asked: z.int(),
  approved: z.int().nullable(),
  made: z.int(),
  /** Of them in somebody's hands now. */
  out: z.int(),
})
export type ReproductionRow = z.infer<typeof reproductionRow>

/** One item that was made, and where it is. */
export const madeItem = z.strictObject({
  id,
  number: z.string(),
  kind: z.enum(COPY_KINDS),
  state: z.enum(COPY_STATES),
  holder: personRef.nullable(),
  since: instant,
  /** Each time it was issued, oldest first: to whom, when, by what signatures; when it came back. */
  holdings: z.array(
    z.strictObject({
      person: personRef,
      givenAt: instant,
      give: signatureMark.nullable(),
      take: signatureMark.nullable(),
      backAt: instant.nullable(),
      giveBack: signatureMark.nullable(),
      takeBack: signatureMark.nullable(),
    }),
  ),
})
export type MadeItem = z.infer<typeof madeItem>

export const reproductionView = reproductionRow.extend({
  /** What is extracted; null for whole copies. */
  extent: z.string().nullable(),
  department: z.string(),
  /** Who keyed it in, when that is not the applicant. */
  enteredBy: z.string().nullable(),
  purpose: z.string(),
  recipients: z.array(personRef),
  place: z.string(),
  /** The paper that was compiled, once it was made. */
  compiled: z.strictObject({ id, number: z.string() }).nullable(),
  sectionOpinion: z.string().nullable(),
  section: signatureMark.nullable(),
  opinion: z.string().nullable(),
  validUntil: day.nullable(),
  decision: signatureMark.nullable(),
  copier: z.string().nullable(),
  madeAt: instant.nullable(),
  makeMark: signatureMark.nullable(),
  closedAt: instant.nullable(),
  /** Of 作废. */
  reason: z.string().nullable(),
  items: z.array(madeItem),
  history: z.array(historyLine),
  /** What the person who looks may do next, or the clause that stands against it. */
  acts: z.array(actView),
})
export type ReproductionView = z.infer<typeof reproductionView>
