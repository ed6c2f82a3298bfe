/** 年度关账 of the desk 收文登记: a register year that is over is counted, signed and closed (F1(1)b, domain 2 收文登记簿). */
import { z } from 'zod'
import { bookYear, id, instant, level, signatureMark, ticket } from './fields.ts'
import { procedure } from './procedure.ts'
import { CARRIED, COPY_STATES, DOCUMENT_STATES, REGISTERS } from './terms.ts'

const year = bookYear
const count = z.int().min(0)

/** What is counted of a year. */
export const yearCounts = z.strictObject({
  /** Each register: the first and the last number, null where nothing was registered by its own series; its documents by level and state, its copies by where they are. */
  books: z.array(
    z.strictObject({
      register: z.enum(REGISTERS),
      first: z.string().nullable(),
      last: z.string().nullable(),
      documents: count,
      /** Of these 补录 from an old ledger, which have a series of their own. */
      backfilled: count,
      levels: z.array(z.strictObject({ level, documents: count, copies: count })),
      states: z.array(z.strictObject({ state: z.enum(DOCUMENT_STATES), documents: count })),
      /** 份 that were received, and that were made here. */
      received: count,
      made: count,
      copies: z.array(z.strictObject({ state: z.enum(COPY_STATES), copies: count })),
    }),
  ),
  /** Every other series of numbers of the year, from its first to its last: they run without a gap. */
  series: z.array(z.strictObject({ series: z.string(), first: z.string(), last: z.string(), count })),
  /** What was open then and goes on: of this year and of those before it. */
  carried: z.array(z.strictObject({ what: z.enum(CARRIED), numbers: z.array(z.string()) })),
})
export type YearCounts = z.infer<typeof yearCounts>

export const closedYear = z.strictObject({
  id,
  year,
  at: instant,
  counts: yearCounts,
  /** Entries of the record before the closing, and its root over them. */
  size: count,
  root: z.string(),
  closed: signatureMark,
  approved: signatureMark,
})
export type ClosedYear = z.infer<typeof closedYear>

const closedRow = z.strictObject({ id, year, at: instant, by: z.string(), approvedBy: z.string(), documents: count, copies: count, carried: count })
export type ClosedRow = z.infer<typeof closedRow>

const readers = ['officer', 'deputyLeader', 'groupLeader'] as const

export const years = {
  'documents.countYear': procedure({
    kind: 'query',
    by: ['officer'],
    clauses: ['F1(1)b'],
    says: 'What the closing of a year would count now: registers, number series, documents by level and state, copies, and what is open and is carried over; and what stands against closing it',
    act: '年度关账预览',
    input: z.strictObject({ year }),
    output: z.strictObject({ counts: yearCounts, against: z.string().nullable() }),
  }),
  'documents.closeYear': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(1)b', 'F1(6)', '审计'],
    says: 'Closes the registers of a year that is over, once, in the order of the years: signed by the 保密员 and in place by a 分管领导 by ticket, with a checkpoint of its own. Afterwards nothing is registered into that year; corrections stay new records, and everything stays searchable',
    act: '年度关账',
    input: z.strictObject({ year, ticket }),
    output: z.strictObject({ id, documents: count, carried: count }),
  }),
  'documents.closedYears': procedure({
    kind: 'query',
    by: readers,
    clauses: ['F1(1)b'],
    says: 'The closed years, newest first, and the years that are over and wait to be closed, oldest first',
    act: '查看年度关账',
    input: z.strictObject({}),
    output: z.strictObject({ rows: z.array(closedRow), waiting: z.array(year) }),
  }),
  'documents.closedYear': procedure({
    kind: 'query',
    by: readers,
    clauses: ['F1(1)b'],
    says: 'One closed year as it was counted and signed',
    act: '查看已关账年度',
    input: z.strictObject({ year }),
    output: closedYear,
  }),
}
