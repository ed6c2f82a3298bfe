/** How the desk 离岗移交 shows its lists. The acts are in handover.ts. */
import { z } from 'zod'
import { historyLine } from './documents-views.ts'
import { actView, id, instant, level, personRef, signatureMark } from './fields.ts'
import { COPY_STATES, HANDOVER_STATES } from './terms.ts'

export const handoverRow = z.strictObject({
  id,
  number: z.string(),
  state: z.enum(HANDOVER_STATES),
  person: personRef,
  reason: z.string(),
  begunAt: instant,
  /** Copies on the list, and of them those checked by their number. */
  items: z.int(),
  found: z.int(),
})
export type HandoverRow = z.infer<typeof handoverRow>

export const handoverView = handoverRow.extend({
  begunBy: z.string(),
  list: z.array(
    z.strictObject({
      copy: id,
      number: z.string(),
      copyNo: z.string().nullable(),
      state: z.enum(COPY_STATES),
      document: z.strictObject({ id, number: z.string(), title: z.string(), symbol: z.string().nullable(), level, mark: z.string() }),
      foundAt: instant.nullable(),
      /** What is wrong with it; null: intact, or not checked yet. */
      condition: z.string().nullable(),
    }),
  ),
  /** What the person still owes beside what they hold: folders that wait for them, letters, signatures on paper. In words, each with what to do. */
  duties: z.array(z.string()),
  /** Copies that came into their hands, or left them, since the list was made: then it must be made anew. */
  changed: z.boolean(),
  supervised: signatureMark.nullable(),
  give: signatureMark.nullable(),
  take: signatureMark.nullable(),
  /** Of a 保密员: copies in the box that the receiver keeps from now on. */
  kept: z.int().nullable(),
  closedAt: instant.nullable(),
  voidReason: z.string().nullable(),
  history: z.array(historyLine),
  acts: z.array(actView),
})
export type HandoverView = z.infer<typeof handoverView>
