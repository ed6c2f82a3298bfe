/** How the desk 上报答复 shows what went out. The acts are in outgoing.ts. */
import { z } from 'zod'
import { historyLine } from './documents-views.ts'
import { actView, day, id, level, minute, period, personRef, signatureMark } from './fields.ts'
import { OUTGOING_STATES, ROUTES } from './terms.ts'

export const outgoingRow = z.strictObject({
  id,
  number: z.string(),
  state: z.enum(OUTGOING_STATES),
  /** The incoming paper. */
  document: z.strictObject({ id, number: z.string(), mark: z.string() }),
  title: z.string(),
  symbol: z.string().nullable(),
  level,
  mark: z.string(),
  madeOn: day,
  addressee: z.string(),
  copies: z.int(),
  maker: personRef,
  /** Null while it has not left. */
  route: z.enum(ROUTES).nullable(),
  carriers: z.array(z.string()),
  waybill: z.string().nullable(),
  sentAt: minute.nullable(),
  receipt: z.string().nullable(),
  receivedOn: day.nullable(),
  approved: signatureMark.nullable(),
  opinion: z.string().nullable(),
  sent: signatureMark.nullable(),
  receipted: signatureMark.nullable(),
})
export type OutgoingRow = z.infer<typeof outgoingRow>

export const outgoingView = outgoingRow.extend({
  period: period.nullable(),
  enteredBy: z.string(),
  /** Every copy by its number: `密发〔2026〕0001-01`. */
  numbers: z.array(z.string()),
  voidReason: z.string().nullable(),
  history: z.array(historyLine),
  acts: z.array(actView),
})
export type OutgoingView = z.infer<typeof outgoingView>
