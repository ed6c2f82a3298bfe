import fc from 'fast-check'
import type { z } from 'zod'
import * as terms from '../../contract/terms.ts'
import { PLANTED } from './bad-values.ts'
import { type Field, filledFields, valueAt, withField } from './input-fields.ts'

/** A password that must never come back, nor stand in any record, file or line of output. */
export const PLANTED_PASSWORD = 'Plant#zhimi2026Kq'

/** One case: which valid input it starts from, what is done to its fields, or what is sent in its stead. */
export type WildCase = { base: number; edits: { field: number; value: unknown }[]; instead?: { value: unknown } }

const deep = (levels: number): unknown => {
  let value: unknown = PLANTED
  for (let level = 0; level < levels; level += 1) value = level % 2 ? [value] : { a: value }
  return value
}
const cycle: Record<string, unknown> = { title: PLANTED }
cycle.self = cycle
const ownKey = (key: string) => Object.defineProperty({}, key, { value: { admin: true, title: PLANTED }, enumerable: true })
const holes = new Array(5)
holes[3] = PLANTED

/** Made once: their size is what is tried, not their making. */
const monsters: readonly unknown[] = [
  PLANTED.repeat(20_000),
  '\u0000'.repeat(1000),
  '\ud800'.repeat(300),
  new Array(20_000).fill(PLANTED),
  new Array(300).fill(1),
  holes,
  deep(3),
  deep(5000),
  cycle,
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'toJSON', 'then', 'length'].map(ownKey),
  Object.create(null),
  JSON.parse('{"__proto__":{"roles":["auditor"]},"constructor":{"prototype":{"ok":true}}}'),
]
const numbers = [
  Number.NaN,
  -0,
  0,
  -1,
  1.5,
  1e308,
  -1e308,
  Number.POSITIVE_INFINITY,
  2 ** 31,
  2 ** 53,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_VALUE,
  10n ** 30n,
]
const marks = ['\u0000', '\n', '\u001b[2J', '\ud800', '\udfff', '\u202e', '\u2067', '\u200b', '\ufeff', '\u2028', '\u{e0041}', '\uffff']
const texts = [
  PLANTED,
  ...marks.map((mark) => `${PLANTED}${mark}一`),
  "'; DROP TABLE document; --",
  '%_\\%',
  '"*" OR (NEAR AND',
  '../../../etc/passwd',
  '{{constructor}}',
  '$&$1',
  'שלום عربى',
  'e\u0301'.repeat(20),
  '𠮷'.repeat(30),
  '__proto__',
  'constructor',
  '',
  ' ',
]
const days = [
  '2026-02-30',
  '0000-00-00',
  '9999-12-31',
  '2026-13-01',
  '1949-01-01',
  '2200-12-31',
  '2026-03-10',
  '2026-03-09',
  '2024-02-29',
  '2026-03-11',
]
const hours = ['00:00', '08:59', '09:00', '09:01', '23:59', '24:00', '09:60']

/** Every word of the contract's choices, in place and out of place. */
const words = [...new Set(Object.values(terms).flatMap((each) => (Array.isArray(each) ? each.filter((word) => typeof word === 'string') : [])))]

const anything = fc.anything({
  maxDepth: 2,
  maxKeys: 4,
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
  withSparseArray: true,
  withNullPrototype: true,
})

/** What no field was made for. */
const wild: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...texts) },
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...numbers) },
  { weight: 2, arbitrary: fc.constantFrom(...monsters) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(undefined, null, true, false, [], {}, '2026-02-30') },
  { weight: 2, arbitrary: anything },
)

/** What the field could hold by its shape: other records' ids, other choices, other days, other lengths. `present` is what the valid input has there. */
const plausible = (field: Field, present: unknown): fc.Arbitrary<unknown> => {
  const most = Math.min(field.most, 600)
  switch (field.kind) {
    case 'line':
      return fc.oneof(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: most }),
        fc.constantFrom(...texts),
        fc.constantFrom('密'.repeat(most), `${PLANTED}之一`, ...['周阅', '李保', '夹1', '密收〔2026〕0001', '机要001', 'qh-0099', '%']),
      )
    case 'text':
      return fc.oneof(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: most }),
        fc.constantFrom('密'.repeat(most), '密\n'.repeat(most), `${PLANTED}\n𠮷`, '\n\n'),
      )
    case 'secret':
      return fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: most }), fc.constantFrom(PLANTED_PASSWORD, `${PLANTED_PASSWORD}\u202e`))
    case 'pattern':
      return fc.oneof(fc.stringMatching(/^[A-Za-z0-9_-]{22}$/), fc.constantFrom(...texts))
    case 'day':
      return fc.constantFrom(...days)
    case 'minute':
      return fc.tuple(fc.constantFrom(...days), fc.constantFrom(...hours)).map(([on, at]) => `${on}T${at}`)
    case 'integer':
      return fc.oneof(fc.integer({ min: 0, max: 60 }), fc.constantFrom(field.least, field.most, field.least - 1, field.most + 1), fc.maxSafeInteger())
    case 'boolean':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...words)
    case 'list': {
      const items = present as unknown[]
      const item = fc.oneof(
        items.length > 0 ? fc.constantFrom(...items) : fc.constant(PLANTED),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom<unknown>(...days, ...words),
      )
      return fc.array(item, { maxLength: 12 })
    }
    case 'record':
      return fc
        .constantFrom('extra', '__proto__', 'constructor', PLANTED)
        .map((key) =>
          Object.defineProperty({ ...(present as object) }, key, { value: PLANTED, enumerable: true, configurable: true, writable: true }),
        )
  }
}

type Start = { input: unknown; fields: Field[] }

/** The valid inputs of a procedure with the fields that its own schema finds in them. */
export const startsOf = (schema: z.ZodType, inputs: readonly unknown[]): Start[] =>
  inputs.map((input) => ({ input, fields: filledFields(schema, input).filter(({ path }) => path.length > 0) }))

const editsOf = ({ input, fields }: Start): fc.Arbitrary<WildCase['edits']> => {
  if (fields.length === 0) return fc.constant([])
  const edit = fc.integer({ min: 0, max: fields.length - 1 }).chain((field) => {
    const at = fields[field] as Field
    const gone = fc.constant<unknown>(undefined)
    return fc
      .oneof({ weight: 6, arbitrary: plausible(at, valueAt(input, at.path)) }, { weight: 3, arbitrary: wild }, { weight: 1, arbitrary: gone })
      .map((value) => ({ field, value }))
  })
  return fc.array(edit, { minLength: 0, maxLength: 4, size: 'max' })
}

/** Cases of a procedure: its valid inputs with up to four fields changed, and now and then something else altogether. */
export const wildCases = (starts: readonly Start[]): fc.Arbitrary<WildCase> =>
  fc.integer({ min: 0, max: starts.length - 1 }).chain((base) => {
    const changed: fc.Arbitrary<WildCase> = editsOf(starts[base] as Start).map((edits) => ({ base, edits }))
    const other: fc.Arbitrary<WildCase> = wild.map((value) => ({ base, edits: [], instead: { value } }))
    return fc.oneof({ weight: 9, arbitrary: changed }, { weight: 1, arbitrary: other })
  })

/** The input of a case. Inner fields are set before the records they stand in. */
export const inputOf = (starts: readonly Start[], { base, edits, instead }: WildCase): unknown => {
  if (instead) return instead.value
  const { input, fields } = starts[base] as Start
  const placed = edits.map(({ field, value }) => ({ path: (fields[field] as Field).path, value }))
  return placed.toSorted((a, b) => b.path.length - a.path.length).reduce((made, { path, value }) => withField(made, path, value), input)
}
