import { z } from 'zod'
import { breachRow, breachView } from './breaches-views.ts'
import { id, instant, limits, line, minute, nextPage, optionalLine, pageOf, ticket } from './fields.ts'
import { procedure } from './procedure.ts'
import { BREACH_KINDS, BREACH_ROLES, BREACH_STATES, BUSINESS_ROLES } from './terms.ts'

const number = line(limits.symbol)

export const breaches = {
  'breaches.report': procedure({
    kind: 'mutation',
    by: BUSINESS_ROLES,
    clauses: ['E4', '实施条例61', 'F1(2)d'],
    says: 'Registers a breach, a loss or a clue of a leak: anybody of the business side may. Who reported is told to the case’s handler alone; an officer may enter it for somebody else, or with null for a letter without a name. 遗失 and 损毁 name their copies. Refused when discovered in the future',
    act: '登记违规',
    input: z.strictObject({
      kind: z.enum(BREACH_KINDS),
      note: line(limits.note),
      numbers: z.array(number).max(limits.readers).default([]),
      persons: z.array(id).max(limits.readers).default([]),
      discoveredAt: minute,
      reporter: id.nullable().optional(),
    }),
    output: z.strictObject({ id, number: z.string(), due: instant }),
  }),
  'breaches.takeOn': procedure({
    kind: 'mutation',
    by: BREACH_ROLES,
    clauses: ['实施条例61', 'E4'],
    says: '受理: a 保密员 or a leader becomes the handler, or a leader names one, who is none of those concerned; a leader alone takes a case from its handler. Copies of a loss or damage become 短少待查; one in a folder that is out is first entered as a short return',
    act: '受理违规',
    input: z.strictObject({ breach: id, handler: id.optional() }),
    output: z.strictObject({ id, missing: z.array(z.string()) }),
  }),
  'breaches.notify': procedure({
    kind: 'mutation',
    by: BREACH_ROLES,
    clauses: ['实施条例61'],
    says: '上报: the handler enters to whom, when and under what number it was reported; or a leader signs by ticket why nothing need be. A clue of a leak, and the loss of a state secret, are always reported',
    act: '上报违规',
    input: z.strictObject({
      breach: id,
      how: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('reported'), to: line(limits.unit), symbol: number, at: minute }),
        z.strictObject({ kind: z.literal('exempt'), reason: line(limits.note) }),
      ]),
      ticket: ticket.optional(),
    }),
    output: z.strictObject({ id, late: z.boolean() }),
  }),
  'breaches.measure': procedure({
    kind: 'mutation',
    by: BREACH_ROLES,
    clauses: ['实施条例61', 'E5'],
    says: 'One measure that was taken, by the handler; as many as there are. `persons` are found to be concerned from now on, and see nothing of the case',
    act: '登记处置',
    input: z.strictObject({ breach: id, measure: line(limits.note), persons: z.array(id).max(limits.readers).default([]) }),
    output: z.strictObject({ id }),
  }),
  'breaches.found': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(6)', 'F1(2)b'],
    says: '找回: copies of the case are found by their numbers and go back into the box, signed by a 保密员; a short return or a difference of a 清点 that waited for them ends. The case goes on',
    act: '登记找回',
    input: z.strictObject({ breach: id, numbers: z.array(number).min(1).max(limits.readers), condition: optionalLine(limits.note) }),
    output: z.strictObject({ id, missing: z.array(z.string()) }),
  }),
  'breaches.close': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['E5', '实施条例61'],
    says: '结案 with conclusion and responsibility, or 查否 with its reason: the handler submits it, a leader who neither handles it nor is concerned signs by ticket. What is still missing of a loss or damage is lost from then, and its short returns and differences of a 清点 end. Refused before it was reported and a measure taken; 查否 while anything is missing',
    act: '结案',
    input: z.strictObject({
      breach: id,
      outcome: z.enum(['closed', 'unfounded']),
      conclusion: line(limits.note),
      responsibility: optionalLine(limits.note),
      ticket,
    }),
    output: z.strictObject({ id, lost: z.array(z.string()) }),
  }),
  'breaches.list': procedure({
    kind: 'query',
    by: BREACH_ROLES,
    clauses: ['E4', '实施条例61'],
    says: 'Cases, newest first; none that concerns the person who asks',
    act: '查看违规',
    input: z.strictObject({
      state: z.enum(BREACH_STATES).optional(),
      open: z.boolean().optional(),
      kind: z.enum(BREACH_KINDS).optional(),
      text: optionalLine(limits.search),
      ...pageOf,
    }),
    output: z.strictObject({ rows: z.array(breachRow), next: nextPage }),
  }),
  'breaches.get': procedure({
    kind: 'query',
    by: BREACH_ROLES,
    clauses: ['E4'],
    says: 'One case with its copies, its signed acts and the next ones; the reporter only for its handler. To whom it concerns there is no such case',
    act: '查看违规',
    input: z.strictObject({ breach: id }),
    output: breachView,
  }),
}
