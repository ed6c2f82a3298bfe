import { z } from 'zod'
import { bookYear, day, id, limits, line, nextPage, optionalLine, pageOf, ticket } from './fields.ts'
import { boxRow, keptCopy, stockTakingRow, stockTakingView } from './keeping-views.ts'
import { procedure } from './procedure.ts'
import { BOX_STATES, COPY_STATES, SCAN_RESULTS, STOCK_TAKING_STATES } from './terms.ts'

/** 箱号: a short word and a number, `箱01`. In ordinary width, so that one box has one number. */
const boxNumber = line(limits.folder)
  .normalize('NFKC')
  .refine((number) => /^\p{Script=Han}{0,6}[0-9A-Za-z-]*\d$/u.test(number), {
    params: { code: 'input.format' },
    message: '箱号用几个字加数字，例如 箱01、甲柜-03',
  })

const numbers = z.array(line(limits.symbol)).min(1).max(limits.copies)

export const keeping = {
  'keeping.setBox': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(6)'],
    says: '保密箱: makes a box with its number, place and 专管人 (a 保密员), or changes the one that `box` names, with a reason; its number stays. Closed only when nothing lies in it and nothing comes back to it',
    act: '登记保密箱',
    input: z.strictObject({
      box: id.optional(),
      number: boxNumber,
      cabinet: line(limits.folder),
      shelf: line(limits.folder),
      custodian: id,
      state: z.enum(BOX_STATES).default('open'),
      reason: optionalLine(limits.note),
    }),
    output: z.strictObject({ id }),
  }),
  'keeping.boxes': procedure({
    kind: 'query',
    by: ['officer'],
    clauses: ['F1(6)'],
    says: 'The boxes in the order of their numbers: place, 专管人, what lies in each, every change',
    act: '查看保密箱',
    input: z.strictObject({}),
    output: z.strictObject({ rows: z.array(boxRow) }),
  }),
  'keeping.store': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(6)'],
    says: '入箱: puts copies that are 在箱 into a box by their numbers or labels, as scanned; from then on each comes back to it. Refused for what is out, archived, listed or gone, and for a closed box',
    act: '入箱',
    input: z.strictObject({ box: id, numbers }),
    output: z.strictObject({ box: z.string(), stored: z.int() }),
  }),
  'keeping.archive': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(6)', '实施条例27'],
    says: '归档: copies of 办结 documents, in the box, go into a volume (归入卷号) of the archive on a day (归卷日期), signed by the 保密员 and, where somebody else keeps the archive, by them in place by ticket. What is archived is consulted and lent, neither circulated nor copied; what goes back to its issuer is refused',
    act: '归档',
    input: z.strictObject({ numbers, volume: line(limits.symbol), place: line(limits.place), day, ticket: ticket.optional() }),
    output: z.strictObject({ id, number: z.string(), archived: z.int() }),
  }),
  'keeping.copies': procedure({
    kind: 'query',
    by: ['officer'],
    clauses: ['F1(6)', 'F1(7)a'],
    says: 'Copies in the office’s keeping, newest first: of a box, archived, or `loose`: 办结 and in no box (办结未入箱) for as many days as the settings give. `text` finds by title, number or label',
    act: '查看在库的份',
    input: z.strictObject({
      box: id.optional(),
      loose: z.boolean().optional(),
      archived: z.boolean().optional(),
      text: optionalLine(limits.search),
      ...pageOf,
    }),
    output: z.strictObject({ rows: z.array(keptCopy), next: nextPage }),
  }),
  'keeping.begin': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(6)'],
    says: 'Begins 清点 of some boxes, or with none named of the whole keeping: the account is what should be there at this minute. Refused while a part of it is being counted',
    act: '开始清点',
    input: z.strictObject({ boxes: z.array(id).max(limits.readers).default([]), reason: line(limits.note) }),
    output: z.strictObject({ id, number: z.string(), expected: z.int() }),
  }),
  'keeping.scan': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(6)'],
    says: '点实: marks numbers or labels as read, one by one or many, and says at once what each is. What lies there though the ledger says elsewhere is kept as a surplus; a number read twice, or that the ledger does not know, changes nothing. What was read stays when the work is interrupted',
    act: '点实',
    input: z.strictObject({ stockTaking: id, numbers }),
    output: z.strictObject({
      results: z.array(z.strictObject({ number: z.string(), result: z.enum(SCAN_RESULTS), says: z.string() })),
      expected: z.int(),
      counted: z.int(),
    }),
  }),
  'keeping.close': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(6)'],
    says: 'Closes 清点: signed by the 清点人 and in place by the 监点人, another 保密员 or a leader, who keeps none of the boxes. Each surplus needs its explanation; each copy that is not there becomes 短少待查, with or without one',
    act: '清点完成',
    input: z.strictObject({
      stockTaking: id,
      notes: z
        .array(z.strictObject({ number: line(limits.symbol), note: line(limits.note) }))
        .max(limits.copies)
        .default([]),
      ticket,
    }),
    output: z.strictObject({ id, expected: z.int(), counted: z.int(), missing: z.array(z.string()), surplus: z.array(z.string()) }),
  }),
  'keeping.cancel': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(6)'],
    says: 'Voids 清点 that is not closed, with a reason; its number stays used',
    act: '作废清点',
    input: z.strictObject({ stockTaking: id, reason: line(limits.note) }),
    output: z.strictObject({ id }),
  }),
  'keeping.found': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(6)'],
    says: '找回: copies that 清点 found missing are in hand again, by their numbers, signed; each goes back to where it belongs',
    act: '找回',
    input: z.strictObject({ stockTaking: id, numbers, note: line(limits.note) }),
    output: z.strictObject({ id, left: z.int() }),
  }),
  'keeping.list': procedure({
    kind: 'query',
    by: ['officer'],
    clauses: ['F1(6)'],
    says: '清点, newest first',
    act: '查看清点',
    input: z.strictObject({ state: z.enum(STOCK_TAKING_STATES).optional(), ...pageOf }),
    output: z.strictObject({ rows: z.array(stockTakingRow), next: nextPage }),
  }),
  'keeping.get': procedure({
    kind: 'query',
    by: ['officer'],
    clauses: ['F1(6)'],
    says: 'One 清点: 账, 实 by place, every difference with its explanation, what moved meanwhile, the signatures and the next acts; with `absent` the first of what was not yet read',
    act: '查看清点',
    input: z.strictObject({ stockTaking: id, absent: z.boolean().default(false) }),
    output: stockTakingView,
  }),
  'keeping.balance': procedure({
    kind: 'query',
    by: ['officer'],
    clauses: ['F1(6)', 'F1(5)d'],
    says: 'The balance of all documents, or of those registered in a year: what came in and what was made is what lies in each place',
    act: '查看总账',
    input: z.strictObject({ year: bookYear.optional() }),
    output: z.strictObject({
      received: z.int(),
      made: z.int(),
      places: z.array(z.strictObject({ state: z.enum(COPY_STATES), copies: z.int() })),
    }),
  }),
}
