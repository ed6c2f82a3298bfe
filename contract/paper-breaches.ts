/** What 违规遗失 prints. */
import { z } from 'zod'
import { breachView } from './breaches-views.ts'
import { id } from './fields.ts'
import { procedure } from './procedure.ts'
import { paperFrame } from './paper-frame.ts'

/** 违规（泄密）事件登记、报告表: one case with everything that was signed under it. Who reported it stands on no paper, whoever prints it. */
export const breachPaper = z.strictObject({ frame: paperFrame, breach: breachView.omit({ reporter: true, history: true, acts: true }) })
export type BreachPaper = z.infer<typeof breachPaper>

export const breachPapers = {
  'paper.breach': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['实施条例61', 'E4'],
    says: 'The 违规（泄密）事件登记、报告表 of a case as a sheet to print: what is signed stands with its code, what is not yet signed is a box to sign by hand; the reporter stands nowhere',
    act: '打印违规事件表',
    input: z.strictObject({ breach: id }),
    output: breachPaper,
  }),
}
