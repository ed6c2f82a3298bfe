/** 保密期限 on the desk 收文登记: 变更, 解密, 期满审核, 年度审核 (domain 3.1, 保密法24). */
import { z } from 'zod'
import { expiryLine, yearReviewView } from './documents-views.ts'
import { bookYear, id, level, limits, line, markNotice, period, ticket } from './fields.ts'
import { procedure } from './procedure.ts'
import { EXPIRY_OUTCOMES, YEAR_OUTCOMES } from './terms.ts'

const year = bookYear
const reason = line(limits.note)

export const periods = {
  'documents.changeLevel': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(3)a', '保密法20', '保密法31'],
    says: 'Changes level or period on the issuer’s 变更通知 (issuer, number, date) alone; one of another organ than the 来文机关 says by what right. Also takes a 解密 back that the issuer took back',
    act: '变更密级',
    input: z.strictObject({ document: id, level, period: period.optional(), notice: markNotice }),
    output: z.strictObject({ id, version: z.int() }),
  }),
  'documents.declassify': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(3)a', '保密法24', 'B1'],
    says: 'Declassifies on the issuer’s 解密通知 alone: the paper is 已解密 and keeps number, copies and custody; it is not public by it',
    act: '解密',
    input: z.strictObject({ document: id, notice: markNotice }),
    output: z.strictObject({ id, version: z.int() }),
  }),
  'documents.reviewExpiry': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['保密法24', 'F1(3)a', 'B1'],
    says: '期满审核 of a paper whose period has ended, or ends on a condition: 自行解密 confirmed, or the issuer’s answer is waited for (what the issuer puts off by notice is a 变更). Signed by the 保密员, approved in place by a 分管领导 by ticket',
    act: '期满审核',
    input: z.strictObject({
      document: id,
      outcome: z.enum(EXPIRY_OUTCOMES),
      /** How it was found: that the issuer has no objection, that the condition is met, when it was asked. */
      reason,
      ticket,
    }),
    output: z.strictObject({ id, number: z.string(), version: z.int() }),
  }),
  'documents.reviewYear': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['保密法24'],
    says: '年度审核 of this year or the last: every state secret in keeping stays as it is but those named; signed by the 保密员, approved in place by a 分管领导 by ticket. It changes no level: the issuer does',
    act: '年度审核',
    input: z.strictObject({
      year,
      exceptions: z.array(z.strictObject({ document: id, outcome: z.enum(YEAR_OUTCOMES), reason })).max(limits.copies),
      ticket,
    }),
    output: z.strictObject({ id, number: z.string(), documents: z.int() }),
  }),
  'documents.expiryList': procedure({
    kind: 'query',
    by: ['officer'],
    clauses: ['保密法24'],
    says: '期满/解密清单 of a year: papers whose period ends by its end, those declassified in it, those its 年度审核 names; and the 年度审核 that were signed. `covered` counts the state secrets in keeping now',
    act: '查看期满解密清单',
    input: z.strictObject({ year }),
    /** `beyond`: how many more end later than those listed. */
    output: z.strictObject({ year, covered: z.int(), lines: z.array(expiryLine), beyond: z.int(), reviews: z.array(yearReviewView) }),
  }),
}
