/** What 收文登记 and 传阅 print. */
import { z } from 'zod'
import { sheetView } from './circulation-views.ts'
import { documentRow, envelopeRow, expiryLine, knowerRow, particularsView, yearReviewView } from './documents-views.ts'
import { closedYear } from './documents-years.ts'
import { outgoingRow } from './outgoing-views.ts'
import { bookYear, day, id, level, signatureMark } from './fields.ts'
import { procedure } from './procedure.ts'
import { INTAKE_REGISTERS } from './terms.ts'
import { bookOf, paperFrame } from './paper-frame.ts'

/** One row of the 收文登记簿, all boxes of domain 2. */
export const registerLine = documentRow.extend({
  particulars: particularsView,
  counted: z.int(),
  copyNos: z.array(z.string()),
  receivedBy: z.string(),
  /** 原收文号 of a 补录. */
  oldNumber: z.string().nullable(),
  /** 办理情况, from circulation and finish. */
  handling: z.string(),
  /** 归入卷号 and 归卷日期, by the order in which copies of it were archived. */
  filing: z.array(z.strictObject({ volume: z.string(), day })),
  /** 差异登记, when the count was not the list's. */
  discrepancy: z.string().nullable(),
  /** Corrections and changes of level, oldest first, in words. */
  corrections: z.array(z.string()),
})
export type RegisterLine = z.infer<typeof registerLine>

export const registerPaper = z.strictObject({
  frame: paperFrame,
  register: z.enum(INTAKE_REGISTERS),
  year: z.int(),
  lines: z.array(registerLine),
  /** The closing of the year, where it was asked for as a bound book. */
  bound: closedYear.nullable(),
})
export const sheetPaper = z.strictObject({ frame: paperFrame, sheet: sheetView })
/** 亲启件送达签收单: the envelope as it was signed in, and what its addressee decided. Nothing of what lies in it. */
export const deliveryPaper = z.strictObject({
  frame: paperFrame,
  envelope: envelopeRow.extend({ receivedBy: z.string(), sealNote: z.string().nullable(), opened: signatureMark.nullable() }),
})
/** 期满/解密清单 of a year, with the 年度审核 that were signed for it. */
export const expiryPaper = z.strictObject({ frame: paperFrame, year: z.int(), lines: z.array(expiryLine), reviews: z.array(yearReviewView) })
export type ExpiryPaper = z.infer<typeof expiryPaper>
/** 密件发文登记簿 of a year. */
export const outgoingPaper = z.strictObject({ frame: paperFrame, year: z.int(), lines: z.array(outgoingRow) })
export type OutgoingPaper = z.infer<typeof outgoingPaper>
/** 知悉人员登记 of one document (实施条例20). */
export const knowersPaper = z.strictObject({
  frame: paperFrame,
  document: z.strictObject({ id, number: z.string(), title: z.string(), symbol: z.string().nullable(), sender: z.string(), level, mark: z.string() }),
  knowers: z.array(knowerRow),
})
export type KnowersPaper = z.infer<typeof knowersPaper>
export type RegisterPaper = z.infer<typeof registerPaper>
export type SheetPaper = z.infer<typeof sheetPaper>
export type DeliveryPaper = z.infer<typeof deliveryPaper>

export const documentPapers = {
  'paper.register': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(1)b', 'F1(2)a', 'F1(4)d'],
    says: 'The 收文登记簿 of a year as a sheet to print; the print is recorded with its number and the audit head. `bound`: of a closed year, as a book with cover and closing page',
    act: '打印登记簿',
    input: z.strictObject({ register: z.enum(INTAKE_REGISTERS).default('classified'), ...bookOf, bound: z.boolean().default(false) }),
    output: registerPaper,
  }),
  'paper.expiry': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['保密法24', 'B1'],
    says: 'The 期满/解密清单 of a year as a sheet to print and sign: what ends by its end, what was declassified in it, what came of each review, and who signed the 年度审核',
    act: '打印期满解密清单',
    input: z.strictObject({ year: bookYear }),
    output: expiryPaper,
  }),
  'paper.outgoing': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(3)b', '实施条例27'],
    says: 'The 密件发文登记簿 of a year as a sheet to print: to what each answers, its mark, copies, who approved, how it left, its receipt',
    act: '打印发文登记簿',
    input: z.strictObject({ year: bookYear }),
    output: outgoingPaper,
  }),
  'paper.sheet': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(2)a', 'F1(2)b', 'F1(4)d'],
    says: 'The 传阅单 of a folder as a sheet to print; the print is recorded with its number and the audit head',
    act: '打印传阅单',
    input: z.strictObject({ sheet: id }),
    output: sheetPaper,
  }),
  'paper.delivery': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(1)d', 'F1(4)a'],
    says: 'The 亲启件送达签收单 of an envelope that names its addressee, as a sheet to print and sign; refused for any other envelope',
    act: '打印送达签收单',
    input: z.strictObject({ envelope: id }),
    output: deliveryPaper,
  }),
  'paper.knowers': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['实施条例20'],
    says: 'The 知悉人员登记 of a document as a sheet to print and sign: each person once, when they first came to know of it, and each time under which number; made by itself from registration, circulation, copies, loans and the reading room',
    act: '打印知悉人员登记',
    input: z.strictObject({ document: id }),
    output: knowersPaper,
  }),
}
