import { z } from 'zod'
import { bookYear, instant, level } from './fields.ts'
import { printedTemplate } from './templates.ts'

/** What every sheet of paper carries. */
export const paperFrame = z.strictObject({
  /** 印〔2026〕0001: each print is recorded. */
  printNumber: z.string(),
  unit: z.string(),
  formNumber: z.string(),
  /** How the unit has this form printed (office.setTemplate). */
  template: printedTemplate,
  /** Highest level on it; the mark stands top-left of each page. */
  level,
  mark: z.string(),
  printedBy: z.string(),
  printedAt: instant,
  /** Text of the QR: the audit head this print was made under (see docs/decisions). */
  witness: z.string(),
  /** Human-readable short form of the witness, for the foot line. */
  witnessShort: z.string(),
  /** One-time ticket for the shell to print this sheet or save it as PDF. */
  ticket: z.string(),
  /** File name that the save dialog proposes: numbers, never a title. */
  fileName: z.string(),
})
export type PaperFrame = z.infer<typeof paperFrame>

/** The book of a year, of one level or of all. */
export const bookOf = { year: bookYear, level: level.optional() }
