/** What 评估与年报 counts and keeps. The acts are in evaluation.ts. */
import { z } from 'zod'
import { day, id, signatureMark } from './fields.ts'
import { type APPEAL_STAGES, type DECISION_KINDS, HEARD_KINDS, type NORM_KINDS, PUBLICATION_CLASSES, REPORT_CHECKS, REPORT_LINES } from './terms.ts'

const count = z.int()
/** The figures of a row, column by column. */
export const reportCounts = z.strictObject({
  person: count,
  company: count,
  research: count,
  welfare: count,
  legal: count,
  other: count,
  total: count,
})
export type ReportCounts = z.infer<typeof reportCounts>

/** What was counted from the record, from the first to the last day of a year or of a half. */
export const reportFigures = z.strictObject({
  from: day,
  to: day,
  /** 年报表三, row by row as it is printed. */
  lines: z.array(z.strictObject({ line: z.enum(REPORT_LINES), counts: reportCounts })),
  /** `says`: what was held against what; where it does not hold, what differs. */
  checks: z.array(z.strictObject({ check: z.enum(REPORT_CHECKS), holds: z.boolean(), says: z.string() })),
  /** Replies of the time: before and after their last day; of some that day was not known. Calendar days from receipt, or from the 补正, to the reply. */
  replies: z.strictObject({ count, onTime: count, late: count, unknown: count, averageDays: z.number().nullable(), longestDays: count.nullable() }),
  /** How many replies took up to so many days; null: longer than the last. */
  days: z.array(z.strictObject({ upTo: count.nullable(), count })),
  extensions: count,
  supplements: count,
  /** 咨询 and 反馈 by kind: how many, how many of them were answered, and led to something being mended. */
  heard: z.array(z.strictObject({ kind: z.enum(HEARD_KINDS), count, answered: count, mended: count })),
  /** `2026-03`: applications received and concluded, counted as in the table. */
  months: z.array(z.strictObject({ month: z.string(), received: count, concluded: count })),
  /** 保密审查: decided, of them 不予公开; and texts made public. */
  reviews: z.strictObject({ decided: count, withheld: count, released: count }),
  /** Entries of the 公开目录 that were made public, by heading; those of which none was are left out. */
  published: z.array(z.strictObject({ class: z.enum(PUBLICATION_CLASSES), count })),
})
export type ReportFigures = z.infer<typeof reportFigures>

const typed = z.int().min(0).max(1_000_000)
const norms = z.strictObject({ made: typed, abolished: typed, inForce: typed })
/** 年报表二: what no desk counts. `fees` in whole yuan; printed in 万元. */
export const proactiveFigures = z.strictObject({
  rules: norms,
  normative: norms,
  licences: typed,
  penalties: typed,
  coercion: typed,
  fees: z.int().min(0).max(999_999_999),
} satisfies Record<(typeof NORM_KINDS)[number] | (typeof DECISION_KINDS)[number] | 'fees', z.ZodType>)
export type ProactiveFigures = z.infer<typeof proactiveFigures>

const appeals = z.strictObject({ upheld: typed, corrected: typed, other: typed, pending: typed, total: typed })
/** 年报表四. The totals are typed too, as they were counted: they must be the sums. */
export const appealFigures = z.strictObject({ reconsideration: appeals, suit: appeals, suitAfter: appeals } satisfies Record<
  (typeof APPEAL_STAGES)[number],
  z.ZodType
>)
export type AppealFigures = z.infer<typeof appealFigures>

/** What is written beside the figures: 总体情况 or 效果, 存在的问题, 改进措施, and of a report 其他需要报告的事项. */
export const evaluationWords = z.strictObject({ effect: z.string(), problems: z.string(), improvements: z.string(), other: z.string().nullable() })
export type EvaluationWords = z.infer<typeof evaluationWords>

export const evaluationRow = z.strictObject({
  id,
  number: z.string(),
  year: z.int(),
  /** Null of a year's report. */
  half: z.int().nullable(),
  signature: signatureMark,
  /** Whether no later one of the same year or half stands in its place. */
  stands: z.boolean(),
})
export type EvaluationRow = z.infer<typeof evaluationRow>

export const evaluationView = evaluationRow.omit({ year: true, half: true, stands: true }).extend({
  figures: reportFigures,
  /** Of a report alone. `explanation`: why it differs from the report of the year before. */
  typed: z.strictObject({ proactive: proactiveFigures, appeals: appealFigures, explanation: z.string().nullable() }).nullable(),
  words: evaluationWords,
})
export type EvaluationView = z.infer<typeof evaluationView>

/** A year or a half as it is now, and what of it was recorded. */
export const reportView = z.strictObject({
  year: z.int(),
  half: z.int().nullable(),
  /** Whether its last day is past: before that nothing is recorded. */
  over: z.boolean(),
  figures: reportFigures,
  /** What was recorded last; null while nothing was. */
  record: evaluationView.nullable(),
  /** Whether the table counts otherwise now than it was recorded: something was entered, split or voided since. */
  changed: z.boolean(),
})
export type ReportView = z.infer<typeof reportView>
