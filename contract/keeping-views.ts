/** How the desk 归档清点 shows its boxes, what lies in them and its stock-takings. The acts are in keeping.ts. */
import { z } from 'zod'
import { historyLine } from './documents-views.ts'
import { actView, day, id, instant, level, personRef, signatureMark } from './fields.ts'
import { BOX_STATES, BREACH_FATES, COPY_STATES, STOCK_TAKING_STATES } from './terms.ts'

const boxRef = z.strictObject({ id, number: z.string() })

/** What was changed of a box, when, by whom and why; the first line is its beginning. */
const boxChange = z.strictObject({
  at: instant,
  by: z.string(),
  reason: z.string().nullable(),
  cabinet: z.string(),
  shelf: z.string(),
  custodian: z.string(),
  state: z.enum(BOX_STATES),
})

export const boxRow = boxRef.extend({
  cabinet: z.string(),
  shelf: z.string(),
  /** 专管人. */
  custodian: personRef,
  state: z.enum(BOX_STATES),
  /** Copies that lie in it, and those of it that are out and come back to it. */
  inside: z.int(),
  out: z.int(),
  changes: z.array(boxChange),
})
export type BoxRow = z.infer<typeof boxRow>

const documentRef = z.strictObject({ id, number: z.string(), title: z.string(), symbol: z.string().nullable(), level, mark: z.string() })

/** A copy in the office's keeping: its box, or the volume it was archived into. */
export const keptCopy = z.strictObject({
  id,
  number: z.string(),
  copyNo: z.string().nullable(),
  state: z.enum(COPY_STATES),
  document: documentRef,
  box: boxRef.nullable(),
  /** 归档: under which number, 归入卷号, where, 归卷日期. */
  archiving: z.strictObject({ id, number: z.string(), volume: z.string(), place: z.string(), day }).nullable(),
  /** When its document was 办结; null while it is in progress. */
  finishedAt: instant.nullable(),
  /** Calendar days since 办结 that it lies in no box; null where it does, or need not. */
  looseDays: z.int().nullable(),
})
export type KeptCopy = z.infer<typeof keptCopy>

export const stockTakingRow = z.strictObject({
  id,
  number: z.string(),
  state: z.enum(STOCK_TAKING_STATES),
  /** Empty: the whole keeping. */
  boxes: z.array(boxRef),
  reason: z.string(),
  begunAt: instant,
  begunBy: z.string(),
  /** 账, and of it what was there (实). */
  expected: z.int(),
  counted: z.int(),
  closedAt: instant.nullable(),
})
export type StockTakingRow = z.infer<typeof stockTakingRow>

/** One copy of a stock-taking that is more than counted. */
export const stockLine = z.strictObject({
  copy: id,
  number: z.string(),
  document: documentRef,
  /** Where the ledger had it when it was read, or when it was found to be missing. */
  ledger: z.enum(COPY_STATES),
  /** Its box by the ledger then. */
  box: z.string().nullable(),
  at: instant.nullable(),
  /** What was done with it meanwhile, in words. */
  moved: z.string().nullable(),
  /** What explains the difference. */
  note: z.string().nullable(),
  /** Of a copy that was missing: when it was found again, or what became of it under a case, and who signed for that; the signatures of a case stand in it. */
  settled: z.strictObject({ at: instant, note: z.string(), fate: z.enum(BREACH_FATES), mark: signatureMark.nullable() }).nullable(),
})
export type StockLine = z.infer<typeof stockLine>

/** 账, 实 of one box, of the archive, or of what lies in no box. */
export const stockPlace = z.strictObject({ box: z.string().nullable(), archived: z.boolean(), expected: z.int(), counted: z.int(), moved: z.int() })
export type StockPlace = z.infer<typeof stockPlace>

export const stockTakingView = stockTakingRow.extend({
  /** In the account and neither read nor moved meanwhile. */
  left: z.int(),
  /** The first of them, while it is counted and they are asked for; null otherwise. */
  absent: z.array(stockLine).nullable(),
  /** 短少: not there when it was closed. */
  missing: z.array(stockLine),
  /** 盘盈: lies there though the ledger says elsewhere. */
  surplus: z.array(stockLine),
  /** Moved by an act of the ledger since it began: no difference. */
  moved: z.array(stockLine),
  places: z.array(stockPlace),
  count: signatureMark.nullable(),
  supervise: signatureMark.nullable(),
  voidReason: z.string().nullable(),
  history: z.array(historyLine),
  acts: z.array(actView),
})
export type StockTakingView = z.infer<typeof stockTakingView>
