import { z } from 'zod'
import { disposalRow, disposalView, holdRow, offeredCopy } from './disposal-views.ts'
import { day, id, limits, line, minute, nextPage, optionalLine, pageOf, ticket } from './fields.ts'
import { procedure } from './procedure.ts'
import { DESTRUCTION_METHODS, DESTRUCTION_STATES, DISPOSAL_KINDS, HOLD_KINDS, RETURN_STATES } from './terms.ts'

const readers = ['officer', 'deputyLeader'] as const
const kind = z.enum(DISPOSAL_KINDS)
const numbers = z.array(line(limits.symbol)).min(1).max(limits.copies)
const state = z.enum([...RETURN_STATES, ...DESTRUCTION_STATES])

export const disposal = {
  'disposal.hold': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['实施条例27', '实施条例28'],
    says: 'Puts a copy on hold, signed: 留用, 案件, 未解密清退件. It leaves every open list that the hold is against, also one that was approved, and goes back into the box',
    act: '留用登记',
    input: z.strictObject({ copy: id, kind: z.enum(HOLD_KINDS), reason: line(limits.note) }),
    output: z.strictObject({ id, /** Numbers of the lists that it left. */ left: z.array(z.string()) }),
  }),
  'disposal.release': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['实施条例27', '实施条例28'],
    says: 'Lifts a hold with a reason, signed. Lists that the copy had left do not get it back',
    act: '解除留用',
    input: z.strictObject({ hold: id, reason: line(limits.note) }),
    output: z.strictObject({ id }),
  }),
  'disposal.holds': procedure({
    kind: 'query',
    by: readers,
    clauses: ['实施条例28'],
    says: 'Holds, newest first; `standing`: those that are not lifted and whose copy is still here',
    act: '查看留用',
    input: z.strictObject({ standing: z.boolean().optional(), copy: id.optional(), text: optionalLine(limits.search), ...pageOf }),
    output: z.strictObject({ rows: z.array(holdRow), next: nextPage }),
  }),
  'disposal.offer': procedure({
    kind: 'query',
    by: ['officer'],
    clauses: ['实施条例27', '实施条例28'],
    says: 'Copies in the box of finished documents that may be listed: for 清退 those with a day of return, the earliest first; for 销毁 the oldest first; any by a text',
    act: '查看可清退销毁的份',
    input: z.strictObject({
      kind,
      issuer: optionalLine(limits.unit),
      text: optionalLine(limits.search),
      limit: z.int().min(1).max(200).default(100),
    }),
    output: z.strictObject({ rows: z.array(offeredCopy) }),
  }),
  'disposal.propose': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['实施条例27', '实施条例28'],
    says: 'Makes a list of 清退 for one issuer, or a batch of 销毁, from copies in the box whose document is 办结; a batch may hold carriers and devices that were taken out of use too. A copy on hold is taken up as withheld and says so, and stays excluded; the others of a batch are 已列销毁 from now on',
    act: '拟制清退销毁清单',
    input: z.strictObject({
      kind,
      copies: z.array(id).max(limits.copies).default([]),
      media: z.array(id).max(limits.copies).default([]),
      reason: line(limits.note),
    }),
    output: z.strictObject({
      id,
      number: z.string(),
      items: z.int(),
      withheld: z.array(z.strictObject({ number: z.string(), why: z.string() })),
    }),
  }),
  'disposal.check': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['实施条例27'],
    says: '清退核对: marks copies as present by their numbers, or with `withdraw` takes them off the list for that reason, also after the approval. A number that is not on the list is refused; what was checked stays. What was taken off comes back only as it could be listed now',
    act: '清退核对',
    input: z.strictObject({ returnList: id, numbers, withdraw: optionalLine(limits.note) }),
    output: z.strictObject({ id, found: z.int(), left: z.int() }),
  }),
  'disposal.handBack': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['实施条例27'],
    says: '清退完成: what was approved was handed to the issuer, whose receiver and receipt are entered; signed by the 清退人. Refused while one of them is not in the box',
    act: '清退完成',
    input: z.strictObject({
      returnList: id,
      receiver: line(limits.name),
      unit: line(limits.unit),
      receipt: line(limits.symbol),
      on: day,
    }),
    output: z.strictObject({ id, items: z.int() }),
  }),
  'disposal.count': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['实施条例28'],
    says: 'Counts a whole batch by numbers, copies with their pages: first 清点 by the 经办人, then 复核 by somebody else, signed in or in place by ticket. Refused when a number is missing, foreign or doubled, or the pages differ',
    act: '销毁清点复核',
    input: z.strictObject({
      destruction: id,
      counted: z
        .array(z.strictObject({ number: line(limits.symbol), /** Of a copy; a carrier has none. */ pages: z.int().min(1).max(9999).optional() }))
        .min(1)
        .max(limits.copies),
      ticket: ticket.optional(),
    }),
    output: z.strictObject({ id, items: z.int(), pages: z.int() }),
  }),
  'disposal.approve': procedure({
    kind: 'mutation',
    by: ['officer', 'deputyLeader'],
    clauses: ['实施条例27', '实施条例28'],
    says: 'A 分管领导 who neither made nor recounted the list approves it or not; signed in, or in place by ticket. What is not approved goes back into the box',
    act: '审批清退销毁',
    input: z.strictObject({ kind, id, approve: z.boolean(), opinion: optionalLine(limits.opinion), ticket: ticket.optional() }),
    output: z.strictObject({ id, items: z.int() }),
  }),
  'disposal.send': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['实施条例28'],
    says: 'How, where and by whom an approved batch is sent out: to a designated unit with two 押运人 at least, or, a few only, destroyed in the unit with equipment that is named',
    act: '送销',
    input: z.strictObject({
      destruction: id,
      method: z.enum(DESTRUCTION_METHODS),
      site: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('unit'), unit: line(limits.unit) }),
        z.strictObject({ kind: z.literal('self'), equipment: line(limits.note) }),
      ]),
      escorts: z.array(line(limits.name)).max(10),
    }),
    output: z.strictObject({ id }),
  }),
  'disposal.complete': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['实施条例28'],
    says: '销毁完成: two 监销人 at least sign in place by ticket, none of them the 经办人, the 批准人 or whoever enters it. What was not destroyed after all goes back into the box with the reason of the difference',
    act: '销毁完成',
    input: z.strictObject({
      destruction: id,
      numbers,
      differences: z
        .array(z.strictObject({ number: line(limits.symbol), reason: line(limits.note) }))
        .max(limits.copies)
        .default([]),
      destroyer: line(limits.name),
      at: minute,
      place: line(limits.unit),
      receipt: optionalLine(limits.symbol),
      tickets: z.array(ticket).min(1).max(4),
    }),
    output: z.strictObject({ id, destroyed: z.int(), withheld: z.int() }),
  }),
  'disposal.cancel': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['实施条例27', '实施条例28'],
    says: 'Voids a list that is not done, with a reason; everything goes back into the box, its number stays used',
    act: '作废清退销毁清单',
    input: z.strictObject({ kind, id, reason: line(limits.note) }),
    output: z.strictObject({ id }),
  }),
  'disposal.list': procedure({
    kind: 'query',
    by: readers,
    clauses: ['实施条例27', '实施条例28'],
    says: 'Lists of 清退 or batches of 销毁, newest first',
    act: '查看清退销毁',
    input: z.strictObject({ kind, state: state.optional(), open: z.boolean().optional(), text: optionalLine(limits.search), ...pageOf }),
    output: z.strictObject({ rows: z.array(disposalRow), next: nextPage }),
  }),
  'disposal.get': procedure({
    kind: 'query',
    by: readers,
    clauses: ['实施条例27', '实施条例28'],
    says: 'One list with every copy on it, the signatures and the next acts',
    act: '查看清退销毁',
    input: z.strictObject({ kind, id }),
    output: disposalView,
  }),
}
