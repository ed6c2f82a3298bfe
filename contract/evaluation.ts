/** 评估与年报 of the desk 依申请公开 (G三.4, G六, 条例49, 50). */
import { z } from 'zod'
import { appealFigures, evaluationRow, proactiveFigures, reportView } from './evaluation-views.ts'
import { bookYear, id, limits, optionalLine, paragraphs } from './fields.ts'
import { procedure } from './procedure.ts'

/** Who sees the figures: whoever sees applications. There are no names and no contents among them. */
const readers = ['section', 'reviewer', 'deputyLeader', 'groupLeader', 'officeHead'] as const

/** A year, or one half of it. */
export const reportPeriod = { year: bookYear, half: z.int().min(1).max(2).optional() }

const words = paragraphs(limits.evaluation)

export const evaluation = {
  'disclosure.annualReport': procedure({
    kind: 'query',
    by: readers,
    clauses: ['条例49', '条例50', 'G3.4'],
    says: 'The figures of a year, or of a half, as the record has them now: 年报表三 counted by item, classes of applicants by results, with checks that are counted another way; replies in time, days taken, extensions, 补正, feedback; and what of it was recorded',
    act: '查看年报、评估',
    input: z.strictObject(reportPeriod),
    output: reportView,
  }),
  'disclosure.evaluate': procedure({
    kind: 'mutation',
    by: ['officeHead'],
    clauses: ['G3.4', 'G6', '条例49', '条例50'],
    says: 'Records, signed, the 半年评估 of a half that is over, or the 年度报告 of a year that is, with what was counted then and what is written of effect, problems and improvements; a report also with the typed figures of its other two tables. Append-only: a later one stands in place of an earlier. Refused while a check does not hold',
    act: '登记评估、年报',
    input: z.strictObject({
      year: reportPeriod.year,
      of: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('half'), half: z.int().min(1).max(2) }),
        z.strictObject({
          kind: z.literal('annual'),
          proactive: proactiveFigures,
          appeals: appealFigures,
          /** Needed where the report differs from that of the year before. */
          explanation: optionalLine(limits.opinion),
          /** 六、其他需要报告的事项. */
          other: words.optional(),
        }),
      ]),
      /** 公开工作的效果; of a report 一、总体情况. */
      effect: words,
      problems: words,
      improvements: words,
    }),
    output: z.strictObject({ id, number: z.string() }),
  }),
  'disclosure.evaluations': procedure({
    kind: 'query',
    by: readers,
    clauses: ['G3.4', '条例49'],
    says: 'Every 半年评估 and 年度报告 that was recorded, newest first, with which of them stand',
    act: '查看评估、年报目录',
    input: z.strictObject({}),
    output: z.strictObject({ records: z.array(evaluationRow) }),
  }),
}
