/** How the desk 载体设备 shows its ledger. The acts are in media.ts. */
import { z } from 'zod'
import { historyLine } from './documents-views.ts'
import { actView, day, id, instant, level, personRef, signatureMark } from './fields.ts'
import { MEDIUM_KINDS, MEDIUM_STATES, MEDIUM_USE_STATES, REPAIR_PLACES } from './terms.ts'

export const mediumRow = z.strictObject({
  id,
  /** 载体〔2026〕0001. */
  number: z.string(),
  /** 编号或序列号, as it stands on the thing itself. */
  ownNumber: z.string(),
  kind: z.enum(MEDIUM_KINDS),
  level,
  state: z.enum(MEDIUM_STATES),
  /** 责任人. */
  keeper: personRef,
  /** 使用部门. */
  department: z.string(),
  place: z.string(),
  /** In whose hands it is; null unless it is 领用. */
  holder: personRef.nullable(),
  since: instant,
  /** 应还 of what is 领用, and the calendar days past it. */
  due: day.nullable(),
  overdueDays: z.int(),
})
export type MediumRow = z.infer<typeof mediumRow>

/** One 领用. What it was for is not shown to the 三员. */
export const mediumUse = z.strictObject({
  id,
  number: z.string(),
  state: z.enum(MEDIUM_USE_STATES),
  medium: z.strictObject({ id, number: z.string(), ownNumber: z.string(), kind: z.enum(MEDIUM_KINDS), level }),
  person: personRef,
  /** 携带外出. */
  outside: z.boolean(),
  place: z.string(),
  purpose: z.string().nullable(),
  until: day,
  overdueDays: z.int(),
  /** Asked for or approved, and its day is past: it can't be given any more. */
  lapsed: z.boolean(),
  enteredBy: z.string(),
  opinion: z.string().nullable(),
  decision: signatureMark.nullable(),
  givenAt: instant.nullable(),
  give: signatureMark.nullable(),
  take: signatureMark.nullable(),
  backAt: instant.nullable(),
  giveBack: signatureMark.nullable(),
  takeBack: signatureMark.nullable(),
  intact: z.boolean().nullable(),
  condition: z.string().nullable(),
  /** 归还检查: what was looked at when it came back. */
  check: z.string().nullable(),
  acts: z.array(actView),
})
export type MediumUse = z.infer<typeof mediumUse>

export const mediumRepair = z.strictObject({
  id,
  number: z.string(),
  where: z.enum(REPAIR_PLACES),
  /** 维修单位和维修人员. */
  firm: z.string(),
  fault: z.string(),
  storageRemoved: z.boolean(),
  /** 全程旁站 by whom. */
  supervisor: z.string().nullable(),
  outAt: instant,
  out: signatureMark.nullable(),
  backAt: instant.nullable(),
  result: z.string().nullable(),
  back: signatureMark.nullable(),
})
export type MediumRepair = z.infer<typeof mediumRepair>

export const mediumMaintenance = z.strictObject({ id, at: instant, done: z.string(), signed: signatureMark.nullable() })
export type MediumMaintenance = z.infer<typeof mediumMaintenance>

export const mediumView = mediumRow.extend({
  model: z.string().nullable(),
  remarks: z.string().nullable(),
  /** 未连接互联网、物理隔离, as it was confirmed; null where nothing could be connected. */
  isolated: z.boolean().nullable(),
  inUseOn: day,
  registeredAt: instant,
  registered: signatureMark.nullable(),
  /** What was changed since it was registered, oldest first: why, by whom, and what it said from then on. */
  changes: z.array(
    z.strictObject({
      version: z.int(),
      reason: z.string(),
      at: instant,
      keeper: z.string(),
      department: z.string(),
      place: z.string(),
      signed: signatureMark.nullable(),
    }),
  ),
  uses: z.array(mediumUse),
  repairs: z.array(mediumRepair),
  maintenance: z.array(mediumMaintenance),
  /** 停用 and 遗失, oldest first. */
  endings: z.array(
    z.strictObject({
      became: z.enum(['retired', 'lost']),
      at: instant,
      incident: z.string().nullable(),
      words: z.string(),
      signed: signatureMark.nullable(),
    }),
  ),
  history: z.array(historyLine),
  acts: z.array(actView),
})
export type MediumView = z.infer<typeof mediumView>
