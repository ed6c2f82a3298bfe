/** What 评估与年报 prints. */
import { z } from 'zod'
import { reportPeriod } from './evaluation.ts'
import { reportView } from './evaluation-views.ts'
import { paperFrame } from './paper-frame.ts'
import { procedure } from './procedure.ts'

/** 年度报告 of a year, or 评估表 of a half: as it was recorded; before that a draft of the figures alone. */
export const evaluationPaper = z.strictObject({ frame: paperFrame, report: reportView })
export type EvaluationPaper = z.infer<typeof evaluationPaper>

export const evaluationPapers = {
  'paper.evaluation': procedure({
    kind: 'mutation',
    by: ['groupLeader', 'officeHead'],
    clauses: ['条例49', '条例50', 'G3.4'],
    says: 'The 年度报告 of a year in its official six parts, or the 半年评估 of a half, as a sheet to print: as it was recorded last, signed with the code; while nothing was recorded the figures as they are now, called a draft, with boxes to sign by hand',
    act: '打印年报、评估',
    input: z.strictObject(reportPeriod),
    output: evaluationPaper,
  }),
}
