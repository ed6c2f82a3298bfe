/** 打印清单: every list that leaves as an Excel file, on paper, by the same declaration. */
import { z } from 'zod'
import { listAsked } from './exporting.ts'
import { paperFrame } from './paper-frame.ts'
import { procedure } from './procedure.ts'
import { EXPORT_LISTS } from './terms.ts'

/** A list as it is printed: its columns as they were declared, `width` in figures of the font. */
export const listPaper = z.strictObject({
  frame: paperFrame,
  list: z.enum(EXPORT_LISTS),
  /** What it was filtered by, in words; empty: by nothing. */
  filter: z.string(),
  columns: z.array(z.strictObject({ head: z.string(), width: z.number() })),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
})
export type ListPaper = z.infer<typeof listPaper>

export const listPapers = {
  'paper.list': procedure({
    kind: 'mutation',
    by: ['officer', 'officeHead', 'auditor'],
    clauses: ['F1(5)a', 'F1(5)b', '审计'],
    says: 'A list as a sheet to print or to save as PDF, filtered as it is shown, with the columns of its Excel file and under the same rule: above the set number of rows a 分管领导 approves it in place by ticket. Refused above the most that is laid out on pages: that much leaves as Excel',
    act: '打印清单',
    input: listAsked,
    output: listPaper,
  }),
}
