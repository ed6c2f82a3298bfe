/** 二维条码 on incoming paper: how a unit's region lays its fields out. The layouts differ, so the layout is data. */
import { z } from 'zod'
import { limits, line, optionalLine } from './fields.ts'
import { CODE_DAYS, CODE_FIELDS, LEVELS, URGENCIES } from './terms.ts'

/** The place of a field in the code, counted from 1; 0: the code does not have it. */
const place = z.int().min(0).max(40)
const words = z.array(line(limits.codeWord)).max(10)

const ofEach = <K extends string, V extends z.ZodType>(keys: readonly K[], value: V) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, value])) as Record<K, V>)

export const codeProfile = z.strictObject({
  /** What every code begins with; left out when the layout has no such word. */
  begins: optionalLine(limits.codeWord),
  separator: line(4),
  /** What every whole code ends with: without it the code was read only in part. */
  terminator: optionalLine(4),
  /** The least and the most fields that a whole code has, the first and the last counted. */
  least: z.int().min(1).max(40),
  most: z.int().min(1).max(40),
  places: ofEach(CODE_FIELDS, place),
  days: z.enum(CODE_DAYS),
  levels: ofEach(LEVELS, words),
  urgencies: ofEach(URGENCIES, words),
  /** How the scanner must be set so that Chinese comes out whole. */
  note: optionalLine(limits.note),
})
export type CodeProfile = z.infer<typeof codeProfile>

/** What was read off a code; a field that the code has not, or that could not be read, is left out. */
export const codeRead = z.strictObject({
  sender: z.string().optional(),
  symbol: z.string().optional(),
  title: z.string().optional(),
  addressee: z.string().optional(),
  /** As it is typed on the form: 机密★5年. */
  mark: z.string().optional(),
  urgency: z.enum(URGENCIES).optional(),
  madeOn: z.string().optional(),
  copyNo: z.string().optional(),
})
export type CodeRead = z.infer<typeof codeRead>
