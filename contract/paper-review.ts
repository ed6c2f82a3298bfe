/** What 保密审查 prints. */
import { z } from 'zod'
import { paperFrame } from './paper-frame.ts'
import { procedure } from './procedure.ts'
import { reviewSummary } from './review-views.ts'

/** 保密审查汇总表 of a month; a month without any says so (零报告). */
export const reviewSummaryPaper = z.strictObject({ frame: paperFrame, summary: reviewSummary })
export type ReviewSummaryPaper = z.infer<typeof reviewSummaryPaper>

export const reviewPapers = {
  'paper.reviewSummary': procedure({
    kind: 'mutation',
    by: ['officer', 'section', 'reviewer', 'groupLeader'],
    clauses: ['B9', 'B5'],
    says: 'The 保密审查汇总表 of a month as a sheet to print: what was decided on which version, by whom, and how often; a nil return for a month without any. Of the cases that `review.summary` shows to the person',
    act: '打印审查汇总表',
    input: z.strictObject({ year: z.int().min(2000).max(2200), month: z.int().min(1).max(12) }),
    output: reviewSummaryPaper,
  }),
}
