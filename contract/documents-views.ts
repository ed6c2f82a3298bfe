/** How the desk 收文登记 shows its documents, versions, copies and envelopes. The acts are in documents.ts. */
import { z } from 'zod'
import { actView, day, id, instant, level, levelNotice, minute, period, personRef, signatureMark } from './fields.ts'
import { importedFrom } from './importing.ts'
import {
  COPY_KINDS,
  COPY_STATES,
  DOCUMENT_STATES,
  ENVELOPE_STATES,
  EXPIRIES,
  EXPIRY_OUTCOMES,
  KNOWING_KINDS,
  PARTICULARS,
  REGISTERS,
  URGENCIES,
  VERSION_CAUSES,
  YEAR_OUTCOMES,
} from './terms.ts'

export const documentRow = z.strictObject({
  id,
  number: z.string(),
  register: z.enum(REGISTERS),
  /** When it came in; null of a 汇编, which was made here. */
  receivedAt: minute.nullable(),
  sender: z.string(),
  symbol: z.string().nullable(),
  title: z.string(),
  level,
  /** As marked: `机密★5年`, `秘密（未标明）`, `内部`, `已解密（原机密★5年）`. */
  mark: z.string(),
  urgency: z.enum(URGENCIES),
  state: z.enum(DOCUMENT_STATES),
  copies: z.int(),
  /** Copies that are not in the box now. */
  out: z.int(),
  /** Last day of the 保密期限; null for 解密条件, 内部 and 已解密. */
  expiresOn: day.nullable(),
  /** Near its end, past it and 期满待核, or 已解密; null otherwise. */
  expiry: z.enum(EXPIRIES).nullable(),
})
export type DocumentRow = z.infer<typeof documentRow>

export const copyView = z.strictObject({
  id,
  /** 编号: `密收〔2026〕0001`, or `密收〔2026〕0001-02` when the document has several copies. */
  number: z.string(),
  kind: z.enum(COPY_KINDS),
  /** 份号 as printed on the paper. */
  copyNo: z.string().nullable(),
  state: z.enum(COPY_STATES),
  holder: personRef.nullable(),
  /** Since when it is where it is. */
  since: instant,
  sheet: z.strictObject({ id, number: z.string(), folder: z.string() }).nullable(),
  /** The 保密箱 that it lies in or comes back to; and of what was archived the volume (归入卷号). */
  box: z.strictObject({ id, number: z.string() }).nullable(),
  volume: z.string().nullable(),
  /** The request under which it was made; null for an original. */
  reproduction: z.strictObject({ id, number: z.string() }).nullable(),
})
export type CopyView = z.infer<typeof copyView>

/** One signed act in the life of a record, oldest first. */
export const historyLine = z.strictObject({
  at: instant,
  by: z.string(),
  act: z.string(),
  note: z.string().nullable(),
  entry: z.int(),
})

/** One version of the particulars: the registration, then each correction and each level change, linked and never edited. */
export const particularsView = z.strictObject({
  version: z.int(),
  cause: z.enum(VERSION_CAUSES),
  reason: z.string().nullable(),
  notice: levelNotice.extend({ basis: z.string().optional() }).nullable(),
  /** The 期满审核 that brought it about. */
  review: z.string().nullable(),
  by: z.string(),
  at: instant,
  title: z.string(),
  symbol: z.string().nullable(),
  sender: z.string(),
  attachments: z.string().nullable(),
  urgency: z.enum(URGENCIES),
  madeOn: day,
  addressee: z.string().nullable(),
  handledBy: z.string().nullable(),
  returnBy: day.nullable(),
  /** Marked 不得翻印复印. */
  copyBan: z.boolean(),
  remarks: z.string().nullable(),
  level,
  period: period.nullable(),
  mark: z.string(),
  /** 已解密: no longer a state secret, and not public by it. Its level stays that of its custody. */
  declassified: z.boolean(),
  /** Last day of the period; null for 解密条件, 内部 and 已解密. */
  expiresOn: day.nullable(),
  /** What this version says otherwise than the one before it, as it is shown; empty for the registration. */
  changes: z.array(z.strictObject({ field: z.enum(PARTICULARS), before: z.string().nullable(), after: z.string().nullable() })),
})
export type ParticularsView = z.infer<typeof particularsView>

/** One 期满审核 of a document, signed by the 保密员 and the 分管领导. */
export const expiryReviewView = z.strictObject({
  number: z.string(),
  at: instant,
  outcome: z.enum(EXPIRY_OUTCOMES),
  reason: z.string(),
  /** The last day of the period that was reviewed; null where it ended on a condition. */
  expired: day.nullable(),
  reviewed: signatureMark,
  approved: signatureMark,
})
export type ExpiryReviewView = z.infer<typeof expiryReviewView>

/** What a 汇编 is made of: each source as it is marked now. */
const compiledFrom = z.strictObject({ copy: z.string(), document: z.strictObject({ id, number: z.string(), title: z.string(), mark: z.string() }) })

export const documentView = documentRow.extend({
  /** The request under which a 汇编 was made, and of what; null for what came in. */
  compiled: z.strictObject({ reproduction: id, number: z.string(), sources: z.array(compiledFrom) }).nullable(),
  /** The old ledger that it was entered from; null of what was registered when it came in. */
  imported: importedFrom.nullable(),
  /** The 汇编 that this paper went into. */
  compilations: z.array(z.strictObject({ id, number: z.string() })),
  /** Null of a 汇编, which came in none, and of a 补录, whose letter the old ledger does not tell of. */
  envelope: z
    .strictObject({
      id,
      number: z.string(),
      envelopeNo: z.string(),
      receivedBy: z.string(),
      openedBy: z.string(),
      openedAt: instant,
      sealIntact: z.boolean(),
      sealNote: z.string().nullable(),
    })
    .nullable(),
  listed: z.int(),
  counted: z.int(),
  /** 差异登记 note when counted ≠ listed. */
  discrepancyNote: z.string().nullable(),
  particulars: particularsView,
  versions: z.array(particularsView),
  /** 期满审核, oldest first. */
  reviews: z.array(expiryReviewView),
  scope: z.array(personRef),
  copyList: z.array(copyView),
  /** 份的平衡: what came in and what was made from it is what lies in each place, one by one. */
  balance: z.strictObject({ received: z.int(), made: z.int(), places: z.array(z.strictObject({ state: z.enum(COPY_STATES), copies: z.int() })) }),
  history: z.array(historyLine),
  /** Acts this person may do now, or the clause that stands against them. From the lifecycle table. */
  acts: z.array(actView),
})
export type DocumentView = z.infer<typeof documentView>

/** 知悉人员登记: a person who came to know what the paper says, when first, and each time by what record. */
export const knowerRow = z.strictObject({
  person: personRef,
  since: instant,
  times: z.array(z.strictObject({ kind: z.enum(KNOWING_KINDS), number: z.string(), at: instant })),
})
export type KnowerRow = z.infer<typeof knowerRow>

export const envelopeRow = z.strictObject({
  id,
  number: z.string(),
  envelopeNo: z.string(),
  sender: z.string(),
  receivedAt: minute,
  sealIntact: z.boolean(),
  /** The addressee of an 亲启件. */
  personalFor: personRef.nullable(),
  state: z.enum(ENVELOPE_STATES),
  openedAt: instant.nullable(),
  openedBy: z.string().nullable(),
  /** What was registered from it. */
  documents: z.array(z.strictObject({ id, number: z.string() })),
})
export type EnvelopeRow = z.infer<typeof envelopeRow>

/** A line of the 期满/解密清单: a paper whose period ends by the end of the year or that was declassified in it, or that the 年度审核 names. */
export const expiryLine = z.strictObject({
  id,
  number: z.string(),
  title: z.string(),
  symbol: z.string().nullable(),
  sender: z.string(),
  level,
  mark: z.string(),
  madeOn: day,
  expiresOn: day.nullable(),
  expiry: z.enum(EXPIRIES).nullable(),
  /** What became of it, in words: reviews and notices, oldest first. */
  outcome: z.string(),
})
export type ExpiryLine = z.infer<typeof expiryLine>

/** 年度审核: how many papers it covers, those that do not stay as they are, and who signed. */
export const yearReviewView = z.strictObject({
  id,
  number: z.string(),
  year: z.int(),
  at: instant,
  documents: z.int(),
  exceptions: z.array(z.strictObject({ document: id, number: z.string(), outcome: z.enum(YEAR_OUTCOMES), reason: z.string() })),
  reviewed: signatureMark,
  approved: signatureMark,
})
export type YearReviewView = z.infer<typeof yearReviewView>
