/** How the desk 传阅 shows its sheets, legs, short returns and requests. The acts are in circulation.ts. */
import { z } from 'zod'
import { actView, id, instant, level, personRef, signatureMark } from './fields.ts'
import { historyLine } from './documents-views.ts'
import { INCIDENT_STATES, LEG_STATES, PAPER_RECORDS, PAPER_STEPS, SHEET_STATES, WIDENING_STATES } from './terms.ts'

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

export const sheetItem = z.strictObject({
  id,
  number: z.string(),
  copyNo: z.string().nullable(),
  /** The case under which it is 遗失损毁: the folder goes on without it. */
  lost: z.string().nullable(),
  document: z.strictObject({
    id,
    number: z.string(),
    sender: z.string(),
    symbol: z.string().nullable(),
    title: z.string(),
    mark: z.string(),
    level,
    /** Null of a 汇编. */
    receivedAt: z.string().nullable(),
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
  acts: z.array(actView.extend({ leg: id.nullable() })),
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

/** 纸质签补录 that whoever signed the paper has not signed for yet: of a leg on its sheet, of the decision on a request, of a step of a request to copy, or of what else was entered. No title. */
export const paperSigningRow = z.strictObject({
  id,
  step: z.enum(PAPER_STEPS),
  /** When it was signed, as the paper says. */
  signedAt: instant,
  enteredBy: z.string(),
  /** Not signed for within the month (domain 6 (7)). */
  late: z.boolean(),
  signer: personRef,
  sheet: z.strictObject({ id, number: z.string(), folder: z.string() }).nullable(),
  widening: z.strictObject({ id, number: z.string(), document: z.string() }).nullable(),
  reproduction: z.strictObject({ id, number: z.string(), document: z.string() }).nullable(),
  /** Anything else that was entered from paper, why it was, and where the paper lies. */
  record: z.strictObject({ of: z.enum(PAPER_RECORDS), id, number: z.string(), clause: z.string(), reason: z.string(), kept: z.string() }).nullable(),
})
export type PaperSigningRow = z.infer<typeof paperSigningRow>
