import type { RefusalCode } from '../../contract/refusal.ts'
import type { Field } from './input-fields.ts'

/** What must never come back out of the door, nor into any record of a refusal. */
export const PLANTED = '赤霞计划预案'

export type Bad = { what: string; value: unknown; code: RefusalCode }

const deep = () => {
  let value: unknown = PLANTED
  for (let level = 0; level < 20_000; level += 1) value = [value]
  return value
}

/** Marks that would falsify a printed line without being seen: controls, directions, joiners, separators, tags, halves of a character. */
const unprintable: Record<string, string> = {
  'a zero byte': '\u0000',
  'a line feed': '\n',
  'a tabulator': '\t',
  'an escape': '\u001b[31m',
  'a delete': '\u007f',
  'a C1 control': '\u0085',
  'a half character': '\ud800',
  'the other half': '\udc00',
  'a right-to-left override': '\u202e',
  'a right-to-left isolate': '\u2067',
  'a right-to-left mark': '\u200f',
  'an Arabic letter mark': '\u061c',
  'a zero-width space': '\u200b',
  'a zero-width joiner': '\u200d',
  'a byte order mark': '\ufeff',
  'a soft hyphen': '\u00ad',
  'a line separator': '\u2028',
  'a paragraph separator': '\u2029',
  'a tag': '\u{e0041}',
  'an interlinear mark': '\ufff9',
  'a noncharacter': '\uffff',
}

const noDays = [
  PLANTED,
  '2026-02-30',
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-04-31',
  '2026-3-1',
  '0000-01-01',
  '9999-12-31',
  '２０２６-03-10',
  '2026-03-10 ',
  '2026-03-10\n',
  '2026/03/10',
]
const noHours = ['24:00', '09:60', '9:05', '09:05:00', '', '09:05Z', '-1:00']

const each = (what: string, code: RefusalCode, values: readonly unknown[]): Bad[] =>
  values.map((value) => ({
    what: `${what} ${typeof value === 'number' || typeof value === 'string' ? JSON.stringify(value).slice(0, 30) : ''}`,
    value,
    code,
  }))

const texts = ({ kind, most }: Field): Bad[] => [
  { what: 'one character too many', value: PLANTED.padEnd(most + 1, '密'), code: 'input.tooLong' },
  { what: 'a million characters', value: PLANTED.repeat(200_000), code: 'input.tooLong' },
  ...Object.entries(unprintable)
    .filter(([, mark]) => kind !== 'text' || mark !== '\n')
    .map(([what, mark]): Bad => ({ what, value: `${PLANTED}${mark}一`, code: 'input.control' })),
]

const empty: Bad = { what: 'an empty line', value: '', code: 'input.missing' }
const blank: Bad = { what: 'nothing but spaces', value: ' 　 ', code: 'input.missing' }

const numbers = ({ name, least, most }: Field): Bad[] => [
  ...each('no whole number', 'input.type', [1.5, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, '1', PLANTED, 1n]),
  // An id is any whole number from 1: this one is nobody's. A leave for a step about nothing is refused when the step is.
  ...(least === 1 && most === Number.MAX_SAFE_INTEGER && !name.startsWith('step.input.')
    ? each('no record', 'input.unknownRecord', [999_999_999])
    : []),
  ...each('out of range', 'input.range', [least - 1, most + 1, 1e308, -1e308, 2 ** 53, -(2 ** 53)]),
]

const wrongTypes: Record<Field['kind'], unknown[]> = {
  line: [7, true, [PLANTED], { title: PLANTED }, deep()],
  text: [7, true, [PLANTED], { title: PLANTED }, deep()],
  secret: [7, true, [PLANTED], { title: PLANTED }, deep()],
  pattern: [7, true, [PLANTED], { title: PLANTED }],
  day: [20260310, true, ['2026-03-10'], { title: PLANTED }, new Date('2026-03-10')],
  minute: [20260310, true, ['2026-03-10T09:05'], { title: PLANTED }, new Date('2026-03-10')],
  integer: [true, [1], { title: PLANTED }, deep()],
  boolean: [0, 1, 'true', PLANTED, [], {}],
  choice: [7, true, [PLANTED], { title: PLANTED }],
  list: [7, true, PLANTED, { length: 1, 0: PLANTED }, new Set([PLANTED])],
  record: [7, true, PLANTED, [PLANTED], deep()],
}

const ofKind = (field: Field): Bad[] => {
  switch (field.kind) {
    case 'line':
      return [...texts(field), ...(field.required ? [empty, blank] : [])]
    case 'text':
      return [...texts(field), ...(field.required ? [empty] : []), blank]
    case 'secret':
      return [...texts(field), empty]
    case 'pattern':
      return each('not of the pattern', 'input.format', [PLANTED, '', `${'A'.repeat(22)}\n`, '密'.repeat(22), 'A'.repeat(100_000), '24:00'])
    case 'day':
      return [...each('no day', 'input.date', noDays), empty]
    case 'minute':
      return [
        ...each('no minute', 'input.date', [...noDays, ...noDays.map((day) => `${day}T09:05`), ...noHours.map((hour) => `2026-03-10T${hour}`)]),
        empty,
      ]
    case 'integer':
      return numbers(field)
    case 'choice':
      return each('no choice', 'input.format', [PLANTED, '', 'constructor', '__proto__', 'toString'])
    case 'list':
      return [
        { what: 'one item too many', value: new Array(field.most + 1).fill(1), code: 'input.range' },
        { what: 'a huge list', value: new Array(300_000).fill(PLANTED), code: 'input.range' },
        ...(field.least > 0 ? each('no item', 'input.range', [[]]) : []),
      ]
    default:
      return []
  }
}

/** Keys that no record accepts; the planted one must not come back as the name of a field. */
const foreign = ['extra', PLANTED, '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']

/** A record with one key too many, set as its own even where the key is `__proto__`. */
const withKey = (record: object, key: string): unknown =>
  Object.defineProperty({ ...record }, key, { value: { title: PLANTED }, enumerable: true, configurable: true, writable: true })

/** Everything that is tried on one field: value and the code of its refusal. `present` is what the valid input has there. */
export const badValues = (field: Field, present: unknown): Bad[] => [
  ...(field.path.length > 0 && field.required ? [{ what: 'missing', value: undefined, code: 'input.missing' } as Bad] : []),
  ...(field.nullable ? [] : each('null', 'input.type', [null])),
  ...each('wrong type', 'input.type', wrongTypes[field.kind]),
  ...ofKind(field),
  ...(field.kind === 'record'
    ? foreign.map((key): Bad => ({ what: `key ${key}`, value: withKey(present as object, key), code: 'input.unknownField' }))
    : []),
]
