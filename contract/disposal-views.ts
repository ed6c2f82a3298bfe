/** How the desk 清退销毁 shows holds, lists of 清退 and batches of 销毁. The acts are in disposal.ts. */
import { z } from 'zod'
import { historyLine } from './documents-views.ts'
import { actView, day, id, instant, level, signatureMark } from './fields.ts'
import {
  COPY_STATES,
  DESTRUCTION_METHODS,
  DESTRUCTION_SITES,
  DESTRUCTION_STATES,
  HOLD_KINDS,
  MEDIUM_KINDS,
  MEDIUM_STATES,
  RETURN_STATES,
} from './terms.ts'

/** A copy as the lists of this desk name it. */
export const disposalCopy = z.strictObject({
  copy: id,
  number: z.string(),
  copyNo: z.string().nullable(),
  state: z.enum(COPY_STATES),
  document: z.strictObject({ id, number: z.string(), title: z.string(), symbol: z.string().nullable(), level, mark: z.string() }),
})
export type DisposalCopy = z.infer<typeof disposalCopy>

/** A copy that may be listed; `withheld` says what keeps it back if it is. */
export const offeredCopy = disposalCopy
  .omit({ copy: true })
  .extend({ id, sender: z.string(), returnBy: day.nullable(), withheld: z.string().nullable() })
export type OfferedCopy = z.infer<typeof offeredCopy>

export const holdRow = z.strictObject({
  id,
  ...disposalCopy.shape,
  kind: z.enum(HOLD_KINDS),
  reason: z.string(),
  set: signatureMark.nullable(),
  lifted: z.strictObject({ reason: z.string(), mark: signatureMark.nullable() }).nullable(),
})
export type HoldRow = z.infer<typeof holdRow>

const batchRow = {
  id,
  number: z.string(),
  reason: z.string(),
  begunBy: z.string(),
  begunAt: instant,
  /** Lines of the list, and of them those that are kept back. */
  items: z.int(),
  withheld: z.int(),
}
export const returnRow = z.strictObject({
  kind: z.literal('return'),
  ...batchRow,
  state: z.enum(RETURN_STATES),
  issuer: z.string(),
  /** Checked by their number. */
  found: z.int(),
})
export type ReturnRow = z.infer<typeof returnRow>
export const destructionRow = z.strictObject({ kind: z.literal('destruction'), ...batchRow, state: z.enum(DESTRUCTION_STATES) })
export type DestructionRow = z.infer<typeof destructionRow>
export const disposalRow = z.discriminatedUnion('kind', [returnRow, destructionRow])
export type DisposalRow = z.infer<typeof disposalRow>

const batchRest = {
  approval: signatureMark.nullable(),
  opinion: z.string().nullable(),
  closedAt: instant.nullable(),
  voidReason: z.string().nullable(),
  history: z.array(historyLine),
  acts: z.array(actView),
}
export const returnView = returnRow.extend({
  ...batchRest,
  list: z.array(
    disposalCopy.extend({
      foundAt: instant.nullable(),
      /** 留用说明 of what is kept back by a hold; why it was taken off the list. Either explains the difference. */
      withheld: z.string().nullable(),
      withdrawn: z.string().nullable(),
    }),
  ),
  receiver: z.strictObject({ name: z.string(), unit: z.string(), receipt: z.string(), on: day }).nullable(),
  handed: signatureMark.nullable(),
})
export type ReturnView = z.infer<typeof returnView>

export const destructionView = destructionRow.extend({
  ...batchRest,
  department: z.string(),
  media: z.array(
    z.strictObject({
      medium: id,
      number: z.string(),
      ownNumber: z.string(),
      kind: z.enum(MEDIUM_KINDS),
      level,
      state: z.enum(MEDIUM_STATES),
      kept: z.string().nullable(),
    }),
  ),
  list: z.array(
    disposalCopy.extend({
      /** As counted; null before. */
      pages: z.int().nullable(),
      withheld: z.string().nullable(),
      /** 差额: why it was not destroyed after all. */
      kept: z.string().nullable(),
    }),
  ),
  count: signatureMark.nullable(),
  recount: signatureMark.nullable(),
  method: z.enum(DESTRUCTION_METHODS).nullable(),
  site: z.strictObject({ kind: z.enum(DESTRUCTION_SITES), name: z.string() }).nullable(),
  escorts: z.array(z.string()),
  sentAt: instant.nullable(),
  witnesses: z.array(signatureMark),
  destroyedBy: z.string().nullable(),
  destroyedAt: z.string().nullable(),
  place: z.string().nullable(),
  receipt: z.string().nullable(),
  completed: signatureMark.nullable(),
})
export type DestructionView = z.infer<typeof destructionView>
export const disposalView = z.discriminatedUnion('kind', [returnView, destructionView])
export type DisposalView = z.infer<typeof disposalView>
