import { z } from 'zod'
import { id, instant, level, limits, line, minute, nextPage, optionalLine, pageOf, personRef, signatureMark, ticket } from './fields.ts'
import { historyLine } from './documents.ts'
import { procedure } from './procedure.ts'
import { INCIDENT_STATES, LEG_STATES, PAPER_STEPS, SHEET_STATES, WIDENING_STATES } from './terms.ts'

export const legView = z.strictObject({
  id,
  /** 序号, from 1. */
  order: z.int(),
  reader: personRef,
  state: z.enum(LEG_STATES),
  overdue: z.boolean(),
  /** Calendar days past the due day; 0 on the day itself. */
  overdueDays: z.int(),
  handedOutAt: instant.nullable(),
  handedOutBy: z.string().nullable(),
  place: z.string().nullable(),
  due: instant.nullable(),
  give: signatureMark.nullable(),
  take: signatureMark.nullable(),
  read: signatureMark.nullable(),
  opinion: z.string().nullable(),
  back: signatureMark.nullable(),
  returnedCount: z.int().nullable(),
  /** 未阅退回 reason. */
  unreadReason: z.string().nullable(),
})
export type LegView = z.infer<typeof legView>

export const sheetRow = z.strictObject({
  id,
  number: z.string(),
  folder: z.string(),
  state: z.enum(SHEET_STATES),
  /** Highest level in the folder. */
  level,
  mark: z.string(),
  copies: z.int(),
  readers: z.int(),
  /** Legs that are back. */
  back: z.int(),
  /** Who has the folder now. */
  holder: personRef.nullable(),
  since: instant.nullable(),
  due: instant.nullable(),
  overdue: z.boolean(),
  /** An open short return blocks the sheet. */
  blocked: z.boolean(),
  createdAt: instant,
})
export type SheetRow = z.infer<typeof sheetRow>

export const incidentView = z.strictObject({
  id,
  number: z.string(),
  sheet: z.strictObject({ id, number: z.string(), folder: z.string() }),
  reader: personRef,
  missing: z.array(z.strictObject({ id, number: z.string() })),
  note: z.string(),
  openedAt: instant,
  openedBy: z.string(),
  state: z.enum(INCIDENT_STATES),
  settledAt: instant.nullable(),
  settledNote: z.string().nullable(),
})

const sheetItem = z.strictObject({
  id,
  number: z.string(),
  copyNo: z.string().nullable(),
  document: z.strictObject({
    id,
    number: z.string(),
    sender: z.string(),
    symbol: z.string().nullable(),
    title: z.string(),
    mark: z.string(),
    level,
    receivedAt: z.string(),
  }),
})

export const sheetView = sheetRow.extend({
  items: z.array(sheetItem),
  /** Union shown on the form: people within the 知悉范围 of every document in the folder. */
  scope: z.array(personRef),
  proposal: z.string().nullable(),
  instruction: z.string().nullable(),
  result: z.string().nullable(),
  legs: z.array(legView),
  incidents: z.array(incidentView),
  history: z.array(historyLine),
  /** Sheet acts from the lifecycle table. `leg` names the leg that an act is about. */
  acts: z.array(z.strictObject({ call: z.string(), label: z.string(), leg: id.nullable(), allowed: z.boolean(), why: z.string().nullable() })),
})
export type SheetView = z.infer<typeof sheetView>

export const wideningView = z.strictObject({
  id,
  number: z.string(),
  document: z.strictObject({ id, number: z.string(), title: z.string(), mark: z.string() }),
  persons: z.array(personRef),
  reason: z.string(),
  requestedBy: personRef,
  requestedAt: instant,
  state: z.enum(WIDENING_STATES),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  opinion: z.string().nullable(),
  signature: signatureMark.nullable(),
})
export type WideningView = z.infer<typeof wideningView>

/** A numbered line of the 当日未退清单. No title. */
export const overdueRow = z.strictObject({
  leg: id,
  sheet: z.strictObject({ id, number: z.string(), folder: z.string() }),
  reader: personRef,
  numbers: z.array(z.string()),
  handedOutAt: instant,
  due: instant,
  /** Calendar days past the due day; 0 on the evening itself. */
  days: z.int(),
})

/** 纸质签补录 that its reader has not signed for yet. No title. */
export const paperSigningRow = z.strictObject({
  id,
  step: z.enum(PAPER_STEPS),
  /** When it was signed, as the paper says. */
  signedAt: instant,
  enteredBy: z.string(),
  sheet: z.strictObject({ id, number: z.string(), folder: z.string() }),
  reader: personRef,
})
export type PaperSigningRow = z.infer<typeof paperSigningRow>

const sheetDraft = {
  /** 夹号: `夹03`. A folder has one open sheet at a time. */
  folder: line(limits.folder),
  /** Ids of copies, all in the box. */
  copies: z.array(id).min(1).max(limits.copies),
  /** Readers in their order, all within the 知悉范围 of every document. */
  readers: z.array(id).min(1).max(limits.readers),
  proposal: optionalLine(limits.opinion),
  instruction: optionalLine(limits.opinion),
}

export const circulation = {
  'circulation.draft': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(2)b', 'F1(4)a', 'F1(4)c'],
    says: 'Makes a circulation sheet for a folder: numbered copies and ordered readers within the scope. With `confirm` (default) 份数, numbers and readers are fixed at once; without, it stays 拟制',
    act: '拟制传阅单',
    input: z.strictObject({ ...sheetDraft, confirm: z.boolean().default(true) }),
    output: z.strictObject({ id, number: z.string(), legs: z.array(z.strictObject({ id, order: z.int(), reader: id })) }),
  }),
  'circulation.confirm': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(2)b', 'F1(4)a'],
    says: 'Fixes 份数, numbers and readers of a drafted sheet (核定范围)',
    act: '核定传阅单',
    input: z.strictObject({ sheet: id }),
    output: z.strictObject({ id }),
  }),
  'circulation.cancel': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(2)b'],
    says: 'Voids a sheet before its first hand-out, with a reason; its number stays used',
    act: '作废传阅单',
    input: z.strictObject({ sheet: id, reason: line(limits.note) }),
    output: z.strictObject({ id }),
  }),
  'circulation.handOut': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(2)d', 'F1(4)a', 'F1(4)b', 'F1(4)d', '保密法21'],
    says: 'Hands the folder to the next reader, who signs on the spot by ticket. Refused while another leg is out (横传), out of order, outside the scope or the listed places',
    act: '送阅签收',
    input: z.strictObject({ leg: id, place: line(limits.place), ticket }),
    output: z.strictObject({ id, due: instant }),
  }),
  'circulation.sign': procedure({
    kind: 'mutation',
    by: 'anyone',
    clauses: ['F1(2)c'],
    says: 'The reader signs 阅 with an optional opinion: signed in, or in place by ticket; nobody signs for another',
    act: '阅签',
    input: z.strictObject({ leg: id, opinion: optionalLine(limits.opinion), ticket: ticket.optional() }),
    output: z.strictObject({ id }),
  }),
  'circulation.handOutOnPaper': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(2)d', 'F1(4)a', 'F1(4)b', 'F1(4)d', '保密法21'],
    says: 'Hands the folder to the next reader, who signed for it on the paper sheet at `signedAt`; the officer signs the entry, and the reader signs for it later. Refused as circulation.handOut is',
    act: '纸质签收补录',
    input: z.strictObject({ leg: id, place: line(limits.place), signedAt: minute }),
    output: z.strictObject({ id, due: instant }),
  }),
  'circulation.signOnPaper': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(2)c'],
    says: 'Enters that the reader signed 阅 on the paper sheet at `signedAt`; the officer signs the entry, and the reader signs for it later',
    act: '纸质阅签补录',
    input: z.strictObject({ leg: id, opinion: optionalLine(limits.opinion), signedAt: minute }),
    output: z.strictObject({ id }),
  }),
  'circulation.confirmPaper': procedure({
    kind: 'mutation',
    by: 'anyone',
    clauses: ['F1(2)c', 'F1(4)a'],
    says: 'The reader signs with their own key for what was entered of their paper: signed in, or in place by ticket; nobody signs for another',
    act: '纸质签本人补签',
    input: z.strictObject({ signing: id, ticket: ticket.optional() }),
    output: z.strictObject({ id }),
  }),
  'circulation.onPaper': procedure({
    kind: 'query',
    by: 'anyone',
    clauses: ['F1(2)c'],
    says: 'What was entered from paper and not yet signed for by its reader: an officer sees everybody’s, anybody else their own',
    act: '查看待补签的纸质签',
    input: z.strictObject({}),
    output: z.strictObject({ rows: z.array(paperSigningRow) }),
  }),
  'circulation.receiveBack': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(2)b', 'F1(2)c', '实施条例27'],
    says: 'Takes a signed folder back against the numbers it went out with; refused with the missing numbers named',
    act: '收回核对',
    input: z.strictObject({ leg: id, numbers: z.array(line(limits.symbol)).max(limits.copies) }),
    output: z.strictObject({ id, next: id.nullable() }),
  }),
  'circulation.returnUnread': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(2)c'],
    says: '未阅退回 with a reason: takes an unread folder back against its numbers, or passes over a reader who is absent before hand-out (then no numbers)',
    act: '未阅退回',
    input: z.strictObject({ leg: id, reason: line(limits.note), numbers: z.array(line(limits.symbol)).max(limits.copies).default([]) }),
    output: z.strictObject({ id, next: id.nullable() }),
  }),
  'circulation.reportShort': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(2)b', '实施条例61'],
    says: 'Records a short return: the numbers that came back, an incident for those that did not; the sheet is blocked until it is settled',
    act: '短少登记',
    input: z.strictObject({ leg: id, numbers: z.array(line(limits.symbol)).max(limits.copies), note: line(limits.note) }),
    output: z.strictObject({ incident: id, number: z.string(), missing: z.array(z.string()) }),
  }),
  'circulation.settleShort': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(2)b'],
    says: 'Settles a short return when every missing number is back in hand; the leg closes and the sheet goes on',
    act: '短少查清',
    input: z.strictObject({ incident: id, numbers: z.array(line(limits.symbol)).min(1).max(limits.copies), note: line(limits.note) }),
    output: z.strictObject({ id }),
  }),
  'circulation.close': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(2)b', 'F1(2)c'],
    says: 'Closes a sheet (办结) when every leg is back and every number present',
    act: '传阅办结',
    input: z.strictObject({ sheet: id, result: line(limits.note) }),
    output: z.strictObject({ id }),
  }),
  'circulation.addReader': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(4)a', 'F1(4)c'],
    says: 'Adds a reader at the end of an open sheet; refused outside the 知悉范围 until widening is approved',
    act: '增加阅文人',
    input: z.strictObject({ sheet: id, reader: id }),
    output: z.strictObject({ id }),
  }),
  'circulation.requestWidening': procedure({
    kind: 'mutation',
    by: ['officer', 'section'],
    clauses: ['F1(4)c', '保密法21'],
    says: 'Asks to widen the 知悉范围 of a document to named persons',
    act: '申请扩大知悉范围',
    input: z.strictObject({ document: id, persons: z.array(id).min(1).max(limits.readers), reason: line(limits.note) }),
    output: z.strictObject({ id, number: z.string() }),
  }),
  'circulation.decideWidening': procedure({
    kind: 'mutation',
    by: ['deputyLeader', 'groupLeader'],
    clauses: ['F1(4)c', '保密法21'],
    says: 'Approves or rejects a widening, signed; nobody decides what they asked for or what names them',
    act: '审批扩大知悉范围',
    input: z.strictObject({ widening: id, approve: z.boolean(), opinion: optionalLine(limits.opinion) }),
    output: z.strictObject({ id, state: z.enum(WIDENING_STATES) }),
  }),
  'circulation.widenings': procedure({
    kind: 'query',
    by: ['officer', 'section', 'deputyLeader', 'groupLeader'],
    clauses: ['F1(4)c'],
    says: 'Requests to widen a 知悉范围; a section sees its own',
    act: '查看扩大知悉范围',
    input: z.strictObject({ state: z.enum(WIDENING_STATES).optional(), ...pageOf }),
    output: z.strictObject({ rows: z.array(wideningView), next: nextPage }),
  }),
  'circulation.list': procedure({
    kind: 'query',
    by: ['officer'],
    clauses: ['F1(2)b'],
    says: 'Circulation sheets, newest first',
    act: '查看传阅单',
    input: z.strictObject({ state: z.enum(SHEET_STATES).optional(), open: z.boolean().optional(), text: optionalLine(limits.search), ...pageOf }),
    output: z.strictObject({ rows: z.array(sheetRow), next: nextPage }),
  }),
  'circulation.get': procedure({
    kind: 'query',
    by: 'anyone',
    clauses: ['F1(2)b'],
    says: 'One sheet with its items, legs, incidents and next acts; a reader only one on which they hold an open leg',
    act: '查看传阅单',
    input: z.strictObject({ sheet: id }),
    output: sheetView,
  }),
  'circulation.inBox': procedure({
    kind: 'query',
    by: ['officer'],
    clauses: ['F1(2)b'],
    says: 'Copies in the box that can go into a folder, found by part of number, title or symbol',
    act: '选择在箱份',
    input: z.strictObject({ text: optionalLine(limits.search), ...pageOf }),
    output: z.strictObject({ rows: z.array(sheetItem.extend({ scope: z.array(personRef) })), next: nextPage }),
  }),
  'circulation.mine': procedure({
    kind: 'query',
    by: 'anyone',
    clauses: ['F1(2)c'],
    says: 'What the signed-in person holds to read and sign',
    act: '查看手中的传阅夹',
    input: z.strictObject({}),
    output: z.strictObject({
      rows: z.array(
        z.strictObject({
          leg: id,
          sheet: z.strictObject({ id, number: z.string(), folder: z.string() }),
          state: z.enum(LEG_STATES),
          handedOutAt: instant,
          due: instant,
          overdue: z.boolean(),
          items: z.array(sheetItem),
        }),
      ),
    }),
  }),
  'circulation.overdue': procedure({
    kind: 'query',
    by: ['officer'],
    clauses: ['F1(4)b'],
    says: '当日未退清单: folders not back at the set hour, and every day after',
    act: '查看当日未退清单',
    input: z.strictObject({}),
    output: z.strictObject({ rows: z.array(overdueRow), hour: z.string() }),
  }),
}
