/** How the desk 查阅借用 shows its loans and its reading-room register. The acts are in lending.ts. */
import { z } from 'zod'
import { historyLine } from './documents-views.ts'
import { actView, day, id, instant, level, personRef, signatureMark } from './fields.ts'
import { mediumRow } from './media-views.ts'
import { COPY_STATES, LATE_KINDS, LOAN_STATES, OUT_KINDS, VISIT_STATES } from './terms.ts'

/** A copy as the desk names it. The title is shown to whoever keeps the register; a reader who asks sees numbers and 文号 alone (F1(2)a). */
export const lendable = z.strictObject({
  id,
  number: z.string(),
  copyNo: z.string().nullable(),
  state: z.enum(COPY_STATES),
  document: z.strictObject({
    id,
    number: z.string(),
    title: z.string().nullable(),
    symbol: z.string().nullable(),
    sender: z.string(),
    level,
    mark: z.string(),
  }),
})
export type Lendable = z.infer<typeof lendable>

export const loanRow = z.strictObject({
  id,
  number: z.string(),
  state: z.enum(LOAN_STATES),
  copy: lendable,
  borrower: personRef,
  enteredAt: instant,
  /** 应还: as approved, until then as asked for. */
  due: day,
  overdue: z.boolean(),
  /** Calendar days past 应还; 0 when it is not past. */
  overdueDays: z.int(),
})
export type LoanRow = z.infer<typeof loanRow>

const holdingMarks = {
  givenAt: instant,
  give: signatureMark.nullable(),
  take: signatureMark.nullable(),
  backAt: instant.nullable(),
  giveBack: signatureMark.nullable(),
  takeBack: signatureMark.nullable(),
}

export const loanView = loanRow.extend({
  /** Who keyed it in, when that is not the borrower. */
  enteredBy: z.string().nullable(),
  reason: z.string(),
  place: z.string(),
  askedUntil: day,
  opinion: z.string().nullable(),
  decision: signatureMark.nullable(),
  holding: z.strictObject(holdingMarks).nullable(),
  /** 是否完好. */
  intact: z.boolean().nullable(),
  condition: z.string().nullable(),
  voidReason: z.string().nullable(),
  history: z.array(historyLine),
  acts: z.array(actView),
})
export type LoanView = z.infer<typeof loanView>

export const visitRow = z.strictObject({
  id,
  number: z.string(),
  state: z.enum(VISIT_STATES),
  person: personRef,
  purpose: z.string(),
  room: z.string(),
  cameAt: instant,
  leftAt: instant.nullable(),
  /** Still in after the hour of the day, or on a later day. */
  late: z.boolean(),
  /** The approved request under which they copied out of it; null: 不抄录、不复制. */
  reproduction: z.strictObject({ id, number: z.string() }).nullable(),
  copies: z.array(lendable),
  ...holdingMarks,
})
export type VisitRow = z.infer<typeof visitRow>

/** Of the 在外清单: what is `late`; what one `person` holds. */
export const lentAsked = { late: z.enum(LATE_KINDS).optional(), person: id.optional() }

/** One row of the 在外清单: a copy that is in somebody's hands now. */
export const lentLine = z.strictObject({
  copy: lendable,
  holder: personRef,
  since: instant,
  under: z.strictObject({ kind: z.enum(OUT_KINDS), number: z.string() }),
  /** The day it is due; null where none is set: what was issued stays until it is given back. */
  due: day.nullable(),
  /** Past its day, or past the hour of its day (F1(4)b). */
  overdue: z.boolean(),
  overdueDays: z.int(),
})
export type LentLine = z.infer<typeof lentLine>

/** What one person has beside papers that are out: carriers 领用 or in their charge, boxes in their charge, letters that they keep. */
export const heldBeside = z.strictObject({
  person: personRef,
  media: z.array(mediumRow),
  boxes: z.array(z.string()),
  letters: z.array(z.string()),
})
export type HeldBeside = z.infer<typeof heldBeside>

/** 在外清单 of this moment, what is late first; `missing` copies are 短少待查: of all, in nobody's hands that is known; of a person, those last in theirs. */
export const lentView = z.strictObject({ lines: z.array(lentLine), missing: z.array(z.string()), held: heldBeside.nullable() })
export type LentView = z.infer<typeof lentView>
