/** What 保密审查 prints. */
import { z } from 'zod'
import { id } from './fields.ts'
import { paperFrame } from './paper-frame.ts'
import { procedure } from './procedure.ts'
import { reviewSummary, reviewView } from './review-views.ts'

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
  'paper.reviewSummary': procedure({
    kind: 'mutation',
    by,
    clauses: ['B9', 'B5'],
    says: 'The 保密审查汇总表 of a month as a sheet to print: what was decided on which version, by whom, and how often; a nil return for a month without any. Of the cases that `review.summary` shows to the person',
    act: '打印审查汇总表',
    input: z.strictObject({ year: z.int().min(2000).max(2200), month: z.int().min(1).max(12) }),
    output: reviewSummaryPaper,
  }),
}
