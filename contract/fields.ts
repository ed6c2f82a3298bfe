import { z } from 'zod'
import { limits } from './limits.ts'
import { LEVELS, PERIOD_KINDS } from './terms.ts'

export { limits }

/** No control characters, halves of characters, line separators, nor invisible marks of direction and joining: they would falsify a printed line. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u

const printable = () =>
  z.string().refine((text) => !unprintable.test(text), { params: { code: 'input.control' }, message: '含有不可打印的控制字符，请重新输入' })

/** One line of text: trimmed, 1…max characters, printable. */
export const line = (max: number) => printable().trim().min(1).max(max)

/** Lines of text, taken as they are, blanks and all: 1…max characters, printable but for its line feeds, and not nothing but blanks. */
export const paragraphs = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => !unprintable.test(text.replaceAll('\n', '')), {
      params: { code: 'input.control' },
      message: '含有制表符等不可打印的控制字符，请改用空格和换行',
    })
    .refine((text) => text.trim() !== '', { params: { code: 'input.missing' }, message: '只有空白，请填写文字' })

/** Marks that change how a letter looks, and letters that look like nothing: with them two names could look the same. */
const unseen = /[\p{M}\u115f\u1160\u2800\u3164\uffa0]/u

/** A person's name: one line without combining marks and blank letters. */
export const personName = line(limits.name).refine((name) => !unseen.test(name), {
  params: { code: 'input.control' },
  message: '姓名中含有看不见的字符或附加符号，请重新输入',
})

/**
 * 人员编号 (工作证号 or 身份证号), by which one person is known over all accounts: 4…30 letters, digits and hyphens. Taken in ordinary width
 * and capitals, so that one number has one form.
 */
export const identity = printable()
  .normalize('NFKC')
  .trim()
  .toUpperCase()
  .min(1)
  .max(limits.identity)
  .refine((number) => /^[0-9A-Z][0-9A-Z-]{3,}$/.test(number), {
    params: { code: 'input.format' },
    message: '人员编号用4位以上的数字、字母和连字符，例如工作证号 QH-0012 或身份证号',
  })

/** One line that may be left out. An empty line counts as left out. */
export const optionalLine = (max: number) => z.union([z.literal('').transform(() => undefined), line(max)]).optional()

/** The same of lines of text. */
export const optionalParagraphs = (max: number) => z.union([z.literal('').transform(() => undefined), paragraphs(max)]).optional()

/** The id of a record in this vault. */
export const id = z.int().positive()

const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
const isDate = (text: string) => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return false
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number]
  return year >= 1949 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}
const isMinute = (text: string) => {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})$/.exec(text)
  return parts !== null && isDate(parts[1] as string) && Number(parts[2]) < 24 && Number(parts[3]) < 60
}

/** A calendar day of the office's wall clock (UTC+8), `2026-03-10`, that exists. */
export const day = z.string().refine(isDate, { params: { code: 'input.date' }, message: '没有这一天，请按 2026-03-10 的样式填写' })

/** A minute of the office's wall clock (UTC+8), `2026-03-10T09:05`, that exists. */
export const minute = z.string().refine(isMinute, { params: { code: 'input.date' }, message: '没有这个时间，请按 2026-03-10 09:05 的样式填写' })

/** An instant as the record keeps it: UTC, `2026-03-10T01:05:00.000Z`. Only in outputs. */
export const instant = z.string()

export const level = z.enum(LEVELS)

/** 保密期限 as marked on the paper. `basis` (依据) is needed to go past the limits of 保密法 20. */
export const period = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('years'), years: z.int().min(1).max(100), basis: optionalLine(limits.note) }),
  z.strictObject({ kind: z.literal('months'), months: z.int().min(1).max(11) }),
  z.strictObject({ kind: z.literal('until'), until: day, basis: optionalLine(limits.note) }),
  z.strictObject({ kind: z.literal('condition'), condition: line(limits.note) }),
  z.strictObject({ kind: z.literal('unmarked') }),
])
export type Period = z.infer<typeof period>
export const periodKind = z.enum(PERIOD_KINDS)

/** 变更通知: who issued it, its 文号, its date. Without it no level and no period changes (F1(3)a). */
export const levelNotice = z.strictObject({ issuer: line(limits.unit), symbol: line(limits.symbol), date: day })

/** A notice that is acted on: `basis` says by what right somebody else than the 来文机关 issued it. */
export const markNotice = levelNotice.extend({ basis: optionalLine(limits.note) })

/** A page of a list: `after` is the `next` of the page before. */
export const pageOf = { after: z.int().nonnegative().optional(), limit: z.int().min(1).max(200).default(100) }
/** A page anywhere in a list that says its `total`: so many rows are passed over first (with `after`, of those that come after it). */
export const jumpOf = { ...pageOf, skip: z.int().nonnegative().default(0) }
/** A year of a register, a ledger or a report: old ledgers and a clock that was wrong reach back before the program. */
export const bookYear = z.int().min(1949).max(2200)
export const nextPage = z.int().nullable()

/** Taken as typed, spaces and all. */
export const password = printable().min(1).max(limits.password)

/** A one-time leave that a person gave with name and password to sign one step in place (`session.countersign`). */
export const ticket = z.string().regex(/^[A-Za-z0-9_-]{22}$/)

/**
 * A signature as lists and forms show it. `code` is the first 8 hex digits of its SHA-256. `paper` is null for 本人登录签; of a
 * 纸质签补录 it says whose signature on paper `by` entered, when the paper was signed, and the person's own signature for it since.
 */
export const signatureMark = z.strictObject({
  by: z.string(),
  at: instant,
  code: z.string(),
  paper: z
    .strictObject({
      of: z.string(),
      signedAt: instant,
      /** Where the signed paper lies, where that was asked for. */
      kept: z.string().nullable(),
      confirmed: z.strictObject({ at: instant, code: z.string() }).nullable(),
    })
    .nullable(),
})
export type SignatureMark = z.infer<typeof signatureMark>

/** An act that the person who looks may do next with a record, or what stands against it with its clause. From the record's lifecycle. */
export const actView = z.strictObject({ call: z.string(), label: z.string(), allowed: z.boolean(), why: z.string().nullable() })
export type ActView = z.infer<typeof actView>

/** A person as other records name them. */
export const personRef = z.strictObject({ id, name: z.string(), department: z.string() })
export type PersonRef = z.infer<typeof personRef>
