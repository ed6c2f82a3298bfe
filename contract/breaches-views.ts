/** How the desk 违规遗失 shows its cases. The acts are in breaches.ts. */
import { z } from 'zod'
import { historyLine } from './documents-views.ts'
import { actView, id, instant, level, minute, personRef, signatureMark } from './fields.ts'
import { BREACH_ACTS, BREACH_FATES, BREACH_KINDS, BREACH_STATES, COPY_STATES } from './terms.ts'

export const breachRow = z.strictObject({
  id,
  number: z.string(),
  kind: z.enum(BREACH_KINDS),
  state: z.enum(BREACH_STATES),
  discoveredAt: minute,
  /** Until when it is to be reported, and the whole hours left; below 0 those it is late by. Null hours: nothing is to be reported any more. */
  due: instant,
  hoursLeft: z.int().nullable(),
  /** 经办人; null until somebody takes it on. */
  handler: personRef.nullable(),
  copies: z.int(),
})
export type BreachRow = z.infer<typeof breachRow>

/** A copy that a case is about. */
export const breachCopy = z.strictObject({
  copy: id,
  number: z.string(),
  copyNo: z.string().nullable(),
  state: z.enum(COPY_STATES),
  /** Where it was when the case was taken on; null where the case does not hold it. */
  was: z.enum(COPY_STATES).nullable(),
  fate: z.enum(BREACH_FATES).nullable(),
  /** A leader sees the titles of their own 知悉范围 alone, also here (F1(4)a); null: not this one's. */
  document: z.strictObject({ id, number: z.string(), title: z.string().nullable(), symbol: z.string().nullable(), level, mark: z.string() }),
})
export type BreachCopy = z.infer<typeof breachCopy>

/** One signed act of a case. */
export const breachStep = z.strictObject({
  id,
  act: z.enum(BREACH_ACTS),
  /** The measure, the reason, the conclusion. */
  words: z.string().nullable(),
  /** Of a report: to whom, its document number, when. */
  report: z.strictObject({ to: z.string(), symbol: z.string(), at: minute, late: z.boolean() }).nullable(),
  /** Of taking on: the 经办人. */
  handler: z.string().nullable(),
  /** Of a conclusion: who answers for it, and how. */
  responsibility: z.string().nullable(),
  /** Copies that became 短少待查, were found, or are lost. */
  numbers: z.array(z.string()),
  signature: signatureMark,
})
export type BreachStep = z.infer<typeof breachStep>

export const breachView = breachRow.extend({
  note: z.string(),
  registeredAt: instant,
  /** 当事人. They see nothing of the case. */
  persons: z.array(personRef),
  /** 举报人: told to the 经办人 alone (`shown`); then null means that no name was given. */
  reporter: z.strictObject({ shown: z.boolean(), person: personRef.nullable() }),
  list: z.array(breachCopy),
  steps: z.array(breachStep),
  history: z.array(historyLine),
  acts: z.array(actView),
})
export type BreachView = z.infer<typeof breachView>
