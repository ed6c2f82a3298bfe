/** 标签: what is stuck on each copy and each carrier, so that a scanner reads which it is. */
import { z } from 'zod'
import { id, level, limits, line } from './fields.ts'
import { paperFrame } from './paper-frame.ts'
import { procedure } from './procedure.ts'
import { COPY_KINDS, MEDIUM_KINDS } from './terms.ts'

/** The sheet of labels: how many stand beside and below each other on A4, and how many places of the first sheet are used already. */
const labelSheet = z.strictObject({
  columns: z.int().min(1).max(5).default(3),
  rows: z.int().min(1).max(12).default(7),
  used: z.int().min(0).max(59).default(0),
})

/** Of which copies: all of a document, all that were made under a request, these, or all from one to another of the same register. Or of which carriers; left out, of all in the ledger. */
const labelled = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('document'), document: id }),
  z.strictObject({ of: z.literal('reproduction'), reproduction: id }),
  z.strictObject({ of: z.literal('numbers'), numbers: z.array(line(limits.symbol)).min(1).max(limits.copies) }),
  z.strictObject({ of: z.literal('range'), from: line(limits.symbol), to: line(limits.symbol) }),
  z.strictObject({ of: z.literal('media'), media: z.array(id).min(1).max(limits.copies).optional() }),
])

/** What stands on every label: number, mark and code, sixteen digits, printed as QR and as Code 128; never a title. */
const onLabel = { number: z.string(), level, mark: z.string(), code: z.string() }
/** One label: of a copy with its 份号, or of a carrier with the number on the thing itself. */
export const label = z.union([
  z.strictObject({ ...onLabel, copy: id, copyNo: z.string().nullable(), kind: z.enum(COPY_KINDS) }),
  z.strictObject({ ...onLabel, medium: id, ownNumber: z.string(), kind: z.enum(MEDIUM_KINDS) }),
])
export type Label = z.infer<typeof label>

export const labelsPaper = z.strictObject({ frame: paperFrame, columns: z.int(), rows: z.int(), used: z.int(), labels: z.array(label) })
export type LabelsPaper = z.infer<typeof labelsPaper>

export const labelPapers = {
  'paper.labels': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['实施条例27', 'F1(2)b', 'F1(5)d', 'F2(2)'],
    says: 'Labels of copies or carriers as sheets to print: number, 份号, mark and a code as QR and Code 128, no title. What is no longer in the office (destroyed, returned, lost) gets none; at most 1000 at once',
    act: '打印标签',
    input: z.strictObject({ what: labelled, sheet: labelSheet.default({ columns: 3, rows: 7, used: 0 }) }),
    output: labelsPaper,
  }),
}
