/** What 保密审查 prints. */
import { z } from 'zod'
import { bookYear, id } from './fields.ts'
import { paperFrame } from './paper-frame.ts'
import { procedure } from './procedure.ts'
import { reviewSummary, reviewView } from './review-views.ts'
import { REDACTION_REASONS, REDACTION_WAYS, REVIEW_COPIES } from './terms.ts'

const by = ['officer', 'section', 'reviewer', 'groupLeader'] as const

/** A case on paper: the document that it comes from stands by its number alone, whoever prints it. */
export const reviewOnPaper = reviewView.omit({ history: true, acts: true }).extend({ document: z.string().nullable() })

/** 保密审查表: one case with its text as it stands and what was signed on it. */
export const reviewPaper = z.strictObject({ frame: paperFrame, review: reviewOnPaper })
export type ReviewPaper = z.infer<typeof reviewPaper>

/** 送审函 of the last 报请 of a case, with its three materials. */
export const referralPaper = z.strictObject({ frame: paperFrame, review: reviewOnPaper })
export type ReferralPaper = z.infer<typeof referralPaper>

/** 保密审查汇总表 of a month; a month without any says so (零报告). */
export const reviewSummaryPaper = z.strictObject({ frame: paperFrame, summary: reviewSummary })
export type ReviewSummaryPaper = z.infer<typeof reviewSummaryPaper>

/** A run of the text: kept, or with the deletion that it is under. */
const run = z.strictObject({
  words: z.string(),
  deletion: z.strictObject({ how: z.enum(REDACTION_WAYS), reason: z.enum(REDACTION_REASONS), left: z.int() }).nullable(),
})

/** 审查用文本 with its deletions marked, or 公开文本: the text with them applied, and not a word of theirs beside it. */
export const reviewTextPaper = z.strictObject({
  frame: paperFrame,
  copy: z.enum(REVIEW_COPIES),
  number: z.string(),
  version: z.int(),
  title: z.string(),
  madeOn: z.string(),
  /** SHA-256 of the text as it was entered (of 审查用文本 alone) and of the text that is given out. */
  digest: z.string().nullable(),
  releasedDigest: z.string(),
  runs: z.array(run),
  /** Of 公开文本: leave to save it as a plain text file too. */
  file: z.strictObject({ ticket: z.string(), fileName: z.string() }).nullable(),
})
export type ReviewTextPaper = z.infer<typeof reviewTextPaper>

export const reviewPapers = {
  'paper.review': procedure({
    kind: 'mutation',
    by,
    clauses: ['B2', 'B7', 'B9'],
    says: 'The 保密审查表 of a case as a sheet to print: the text as it stands, the checklist, the askings, who signed which step with the code; what is not yet signed is a box to sign by hand. Of a case that `review.get` shows to the person',
    act: '打印保密审查表',
    input: z.strictObject({ review: id }),
    output: reviewPaper,
  }),
  'paper.referral': procedure({
    kind: 'mutation',
    by,
    clauses: ['B12', 'B13', 'B14'],
    says: 'The 送审函 of the last 报请 of a case: to which organ, what is not certain and why, the text and the paper that says why, the other materials, and the 批复 once it is entered. Refused before there is a 报请',
    act: '打印送审函',
    input: z.strictObject({ review: id }),
    output: referralPaper,
  }),
  'paper.reviewText': procedure({
    kind: 'mutation',
    by,
    clauses: ['B1', 'B10', 'C6(2)'],
    says: 'The text of a version that is kept in the vault, as a sheet to print: 审查用文本 with its deletions marked and their reasons; or 公开文本, the text with them applied, of the version that stands decided 可公开 or 依申请公开 alone, also as a plain text file. Refused for a text that is a state secret',
    act: '打印审查文本',
    input: z.strictObject({ review: id, version: z.int().min(1).max(1000), copy: z.enum(REVIEW_COPIES) }),
    output: reviewTextPaper,
  }),
  'paper.reviewSummary': procedure({
    kind: 'mutation',
    by,
    clauses: ['B9', 'B5'],
    says: 'The 保密审查汇总表 of a month as a sheet to print: what was decided on which version, by whom, and how often; a nil return for a month without any. Of the cases that `review.summary` shows to the person',
    act: '打印审查汇总表',
    input: z.strictObject({ year: bookYear, month: z.int().min(1).max(12) }),
    output: reviewSummaryPaper,
  }),
}
