/** The letters of 依申请公开: what stands in one, and what a unit says in all of them. */
import { z } from 'zod'
import { limits, optionalLine } from './fields.ts'

/** What is the unit’s own in its letters; what is left out is printed as a blank to fill in by hand. */
export const letterOffice = z.strictObject({
  /** Where 行政复议 against its replies is asked for. */
  reconsiderationOrgan: optionalLine(limits.unit),
  /** Before which court a suit is brought. */
  court: optionalLine(limits.unit),
  /** Who is to be reached, and how. */
  contact: optionalLine(limits.note),
})
export type LetterOffice = z.infer<typeof letterOffice>

/** A letter as it was written. */
export const letterText = z.strictObject({
  title: z.string(),
  salutation: z.string(),
  paragraphs: z.array(z.string()),
  /** How one goes on against it; null where it decides nothing. */
  remedies: z.string().nullable(),
  closing: z.string(),
  contact: z.string(),
  /** 发文机关, as it was called then. */
  unit: z.string(),
})
export type LetterText = z.infer<typeof letterText>
