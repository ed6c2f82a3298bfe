/** What the 安全审计员 prints, and what was printed. */
import { z } from 'zod'
import { bookYear, instant } from './fields.ts'
import { procedure } from './procedure.ts'
import { paperFrame } from './paper-frame.ts'

/** How many of one kind of act were done and refused. */
const tally = { done: z.int(), refused: z.int() }
/** 安全审计报告 of a quarter: counts and numbers, no titles. */
export const auditReportPaper = z.strictObject({
  frame: paperFrame,
  year: z.int(),
  quarter: z.int(),
  /** First and last entry of the quarter; null when there is none. */
  entries: z.strictObject({ first: z.int(), last: z.int() }).nullable(),
  ...tally,
  people: z.array(z.strictObject({ actor: z.string(), role: z.string(), ...tally })),
  acts: z.array(z.strictObject({ act: z.string(), ...tally })),
  clauses: z.array(z.strictObject({ clause: z.string(), refused: z.int() })),
  /** Entries that noticed a clock set back, by how many seconds. */
  clockBack: z.array(z.strictObject({ seq: z.int(), at: instant, seconds: z.int() })),
  checkpoints: z.array(z.strictObject({ at: instant, by: z.string(), size: z.int() })),
  /** Backups and drills as they ended, and restores: what of the record was lost, null where that is not known. */
  backups: z.array(
    z.strictObject({ at: instant, what: z.string(), outcome: z.string(), name: z.string(), entries: z.int().nullable(), by: z.string() }),
  ),
  restores: z.array(z.strictObject({ at: instant, entries: z.int(), lost: z.int().nullable(), by: z.string(), agreed: z.string() })),
  /** Changes of duties and accounts, with their reasons. */
  duties: z.array(z.strictObject({ at: instant, person: z.string(), act: z.string(), change: z.string(), reason: z.string(), by: z.string() })),
})
export type AuditReportPaper = z.infer<typeof auditReportPaper>

export const auditPapers = {
  'paper.auditReport': procedure({
    kind: 'mutation',
    by: ['auditor'],
    clauses: ['审计', '三员'],
    says: 'The 安全审计报告 of a quarter as a sheet to print and sign: acts and refusals by person, act and rule, clock set back, checkpoints, backups and restores, changes of duties. Refused for a quarter that has not begun',
    act: '打印审计报告',
    input: z.strictObject({ year: bookYear, quarter: z.int().min(1).max(4) }),
    output: auditReportPaper,
  }),
  'paper.printed': procedure({
    kind: 'query',
    by: ['officer', 'auditor'],
    clauses: ['审计'],
    says: 'Prints made so far, newest first: number, form, version of its template (0: the standard), what it was about, by whom',
    act: '查看打印记录',
    input: z.strictObject({}),
    output: z.strictObject({
      rows: z.array(z.strictObject({ number: z.string(), form: z.string(), template: z.int(), about: z.string(), by: z.string(), at: instant })),
    }),
  }),
}
