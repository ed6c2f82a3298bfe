import { z } from 'zod'
import { day, id, limits, line, nextPage, optionalLine, pageOf, ticket } from './fields.ts'
import { lendable, lentAsked, lentView, loanRow, loanView, visitRow } from './lending-views.ts'
import { procedure } from './procedure.ts'
import { LOAN_APPROVING_ROLES, LOAN_STATES, VISIT_STATES } from './terms.ts'

/** Who may ask to borrow (domain 4). */
const askers = ['officer', 'section', 'reader'] as const
const readers = ['officer', 'section', 'reader', 'officeHead'] as const

export const lending = {
  'lending.request': procedure({
    kind: 'mutation',
    by: askers,
    clauses: ['F1(7)b', 'F1(4)d', '保密法21'],
    says: 'Asks to borrow one copy until a day, for use at a listed place. Refused outside the scope, beyond the longest loan, while the borrower has an overdue one. A renewal is a request like any other',
    act: '申请借用',
    input: z.strictObject({
      copy: id,
      /** For whom the officer keys it in; left out: the person who is signed in. */
      borrower: id.optional(),
      reason: line(limits.note),
      place: line(limits.place),
      /** 借期: back by this day. */
      until: day,
    }),
    output: z.strictObject({ id, number: z.string() }),
  }),
  'lending.cancel': procedure({
    kind: 'mutation',
    by: askers,
    clauses: ['F1(7)b'],
    says: 'Voids a request that was not lent yet, with a reason; its number stays used. By the borrower or whoever keyed it in',
    act: '作废借用申请',
    input: z.strictObject({ loan: id, reason: line(limits.note) }),
    output: z.strictObject({ id }),
  }),
  'lending.decide': procedure({
    kind: 'mutation',
    by: LOAN_APPROVING_ROLES,
    clauses: ['F1(7)b'],
    says: 'The 综办负责人 approves a loan, until the day asked for or an earlier one, or sends it back with a reason; signed. Nobody decides what they asked for or keyed in',
    act: '审批借用',
    input: z.strictObject({ loan: id, approve: z.boolean(), due: day.optional(), opinion: optionalLine(limits.opinion) }),
    output: z.strictObject({ id, state: z.enum(LOAN_STATES) }),
  }),
  'lending.lend': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(7)b', 'F1(4)a', '保密法21'],
    says: 'Hands an approved loan to its borrower, who signs on the spot by ticket. Refused past its day, outside the scope, while the copy is not in the box or is listed in a folder, and while the borrower has an overdue loan',
    act: '借出',
    input: z.strictObject({ loan: id, ticket }),
    output: z.strictObject({ id }),
  }),
  'lending.takeBack': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(7)b'],
    says: 'Takes a loan back by its number from the borrower alone, who signs by ticket; whether it is intact, and if not what is wrong with it',
    act: '归还',
    input: z.strictObject({ loan: id, number: line(limits.symbol), intact: z.boolean(), condition: optionalLine(limits.note), ticket }),
    output: z.strictObject({ id }),
  }),
  'lending.admit': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(7)a', 'F1(4)a', '保密法21'],
    says: '查阅登记: hands copies to a person in the reading room, who signs by ticket; the time in is now. Copying out of them only under an approved request that names one of them',
    act: '查阅登记',
    input: z.strictObject({
      person: id,
      copies: z.array(id).min(1).max(limits.copies),
      purpose: line(limits.note),
      room: line(limits.place),
      /** The approved request under which they copy out of it; left out: 不抄录、不拍照、不复制. */
      reproduction: id.optional(),
      ticket,
    }),
    output: z.strictObject({ id, number: z.string() }),
  }),
  'lending.leave': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(7)a'],
    says: 'Takes the copies back in the reading room by their numbers, all of them, from the person who consulted them, who signs by ticket; the time out is now',
    act: '查阅归还',
    input: z.strictObject({ visit: id, numbers: z.array(line(limits.symbol)).min(1).max(limits.copies), ticket }),
    output: z.strictObject({ id }),
  }),
  'lending.loans': procedure({
    kind: 'query',
    by: readers,
    clauses: ['F1(7)b'],
    says: 'Loans, newest first: an officer and the 综办负责人 all, anybody else their own. `overdue` leaves the 逾期未还 list, `waiting` what waits for the person who asks',
    act: '查看借用',
    input: z.strictObject({
      state: z.enum(LOAN_STATES).optional(),
      overdue: z.boolean().optional(),
      waiting: z.boolean().optional(),
      text: optionalLine(limits.search),
      ...pageOf,
    }),
    output: z.strictObject({ rows: z.array(loanRow), next: nextPage }),
  }),
  'lending.get': procedure({
    kind: 'query',
    by: readers,
    clauses: ['F1(7)b', '保密法21'],
    says: 'One loan with its decision, its signatures and the next acts; only one that `lending.loans` shows to the person',
    act: '查看借用',
    input: z.strictObject({ loan: id }),
    output: loanView,
  }),
  'lending.visits': procedure({
    kind: 'query',
    by: ['officer'],
    clauses: ['F1(7)a'],
    says: 'The reading-room register, newest first; `visit` leaves that one',
    act: '查看查阅登记',
    input: z.strictObject({ visit: id.optional(), state: z.enum(VISIT_STATES).optional(), text: optionalLine(limits.search), ...pageOf }),
    output: z.strictObject({ rows: z.array(visitRow), next: nextPage }),
  }),
  'lending.lent': procedure({
    kind: 'query',
    by: ['officer'],
    clauses: ['F1(4)a', 'F1(4)b', 'F1(7)b', 'F1(8)'],
    says: 'The 在外清单 of this moment: every copy in a folder or in somebody’s hands, what is late first. `late` leaves 当日未退 or 逾期未还, `person` what one person holds, with the carriers, boxes and letters that they have',
    act: '查看在外清单',
    input: z.strictObject(lentAsked),
    output: lentView,
  }),
  'lending.sources': procedure({
    kind: 'query',
    by: askers,
    clauses: ['F1(7)b', 'F1(2)a', '保密法21'],
    says: 'Copies that may be borrowed or consulted, found by part of number or 文号 (an officer also of the title): an officer any, anybody else those of documents whose 知悉范围 names them, without titles. For a `person`: those within their scope; `copy` leaves that one',
    act: '选择借阅的份',
    input: z.strictObject({
      text: optionalLine(limits.search),
      person: id.optional(),
      copy: id.optional(),
      inBox: z.boolean().optional(),
      limit: z.int().min(1).max(50).default(20),
    }),
    output: z.strictObject({ rows: z.array(lendable) }),
  }),
}
