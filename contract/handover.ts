import { z } from 'zod'
import { id, limits, line, nextPage, optionalLine, pageOf, ticket } from './fields.ts'
import { handoverRow, handoverView } from './handover-views.ts'
import { procedure } from './procedure.ts'
import { HANDOVER_STATES } from './terms.ts'

const readers = ['officer', 'deputyLeader', 'officeHead'] as const

export const handover = {
  'handover.begin': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(8)', '实施条例53'],
    says: 'Makes the list of what somebody who leaves holds, filled from the holdings themselves; one open list a person, and nobody makes their own',
    act: '生成移交清单',
    input: z.strictObject({ person: id, reason: line(limits.note) }),
    output: z.strictObject({ id, number: z.string(), items: z.int() }),
  }),
  'handover.check': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(8)'],
    says: '逐件核对: marks copies as present by their numbers, as they are scanned; `condition` says what is wrong with them. A number that is not on the list is refused; what was checked stays checked when the work is interrupted',
    act: '逐件核对',
    input: z.strictObject({ handover: id, numbers: z.array(line(limits.symbol)).min(1).max(limits.copies), condition: optionalLine(limits.note) }),
    output: z.strictObject({ id, found: z.int(), items: z.int(), state: z.enum(HANDOVER_STATES) }),
  }),
  'handover.supervise': procedure({
    kind: 'mutation',
    by: ['officer', 'deputyLeader', 'officeHead'],
    clauses: ['F1(8)'],
    says: '监交: a 分管领导 or the 综办负责人, neither the person who leaves nor who receives, signs that they were there; signed in, or in place by ticket. Refused while anything on the list was not checked',
    act: '监交签字',
    input: z.strictObject({ handover: id, ticket: ticket.optional() }),
    output: z.strictObject({ id }),
  }),
  'handover.complete': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(8)', '实施条例53'],
    says: 'The person who leaves signs by ticket that they gave everything up, the signed-in 保密员 that they received it: every copy goes back into the box, folders and loans are closed. Refused with differences or duties open, before the supervisor, or when the holdings are no longer those of the list',
    act: '移交完成',
    input: z.strictObject({ handover: id, ticket }),
    output: z.strictObject({ id, items: z.int(), kept: z.int().nullable() }),
  }),
  'handover.cancel': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(8)'],
    says: 'Voids a list that is not done, with a reason; its number stays used',
    act: '作废移交清单',
    input: z.strictObject({ handover: id, reason: line(limits.note) }),
    output: z.strictObject({ id }),
  }),
  'handover.list': procedure({
    kind: 'query',
    by: readers,
    clauses: ['F1(8)'],
    says: 'Lists of 离岗移交, newest first',
    act: '查看离岗移交',
    input: z.strictObject({ state: z.enum(HANDOVER_STATES).optional(), open: z.boolean().optional(), text: optionalLine(limits.search), ...pageOf }),
    output: z.strictObject({ rows: z.array(handoverRow), next: nextPage }),
  }),
  'handover.get': procedure({
    kind: 'query',
    by: readers,
    clauses: ['F1(8)'],
    says: 'One list with every copy on it, what is still owed beside, the signatures and the next acts',
    act: '查看离岗移交',
    input: z.strictObject({ handover: id }),
    output: handoverView,
  }),
}
