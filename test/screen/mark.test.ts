import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Period } from '../../contract/fields.ts'
import { LEVELS } from '../../contract/terms.ts'
import { markOf } from '../../electron/vault/documents/marking.ts'
import { markIsWhole, mayNeedBasis } from '../../renderer/components/mark.ts'
import { readMark } from '../../contract/written.ts'

const stateSecret = fc.constantFrom(...LEVELS.filter((level) => level !== 'internal'))
const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2150-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
const period = fc.oneof(
  fc.integer({ min: 1, max: 100 }).map((years): Period => ({ kind: 'years', years })),
  fc.integer({ min: 1, max: 11 }).map((months): Period => ({ kind: 'months', months })),
  day.map((until): Period => ({ kind: 'until', until })),
  fc.constantFrom('工程竣工验收', '长期', '任务完成').map((condition): Period => ({ kind: 'condition', condition })),
  fc.constant<Period>({ kind: 'unmarked' }),
)

it('F1(3)a every mark that the record writes is read back as the same level and period', () => {
  fc.assert(
    fc.property(stateSecret, period, (level, marked) => {
      expect(readMark(markOf(level, marked))).toEqual({ level, period: marked })
    }),
  )
})

it('F1(3)a a mark is read as clerks type it: other stars, no star, full-width figures, spaces', () => {
  const fiveYears = { level: 'confidential', period: { kind: 'years', years: 5 } }
  for (const typed of ['机密★5年', '机密*5年', '机密☆５年', '机密5年', '机密 ★ 5', '机密5']) expect(readMark(typed)).toEqual(fiveYears)
  expect(readMark('秘密★6个月')).toEqual({ level: 'secret', period: { kind: 'months', months: 6 } })
  expect(readMark('秘密6月')).toEqual({ level: 'secret', period: { kind: 'months', months: 6 } })
  expect(readMark('绝密★20301231')).toEqual({ level: 'topSecret', period: { kind: 'until', until: '2030-12-31' } })
  expect(readMark('秘密')).toEqual({ level: 'secret', period: { kind: 'unmarked' } })
})

it('保密法22 内部事项 carries neither ★ nor period', () => {
  expect(readMark('内部')).toEqual({ level: 'internal', period: undefined })
  expect(readMark('内部★5年')).toBeNull()
})

it('F1(3)a what is no mark is not guessed', () => {
  for (const typed of ['', '5年', '公开', '机密五年', '机密★']) expect(readMark(typed)).toBeNull()
})

it('F1(3)a the cursor goes on only when nothing can follow', () => {
  for (const whole of ['机密★5年', '秘密6个月', '绝密★2030年12月31日', '内部', '秘密（未标明期限）']) expect(markIsWhole(whole)).toBe(true)
  for (const begun of ['机密', '机密★', '机密★5', '秘密★工程竣工', '绝密★2030年1']) expect(markIsWhole(begun)).toBe(false)
})

it('保密法20 a 依据 may be needed past the longest period and for a day of declassification', () => {
  const needs = (typed: string) => {
    const marked = readMark(typed)
    return marked !== null && mayNeedBasis(marked)
  }
  expect(needs('秘密★15年')).toBe(true)
  expect(needs('秘密★10年')).toBe(false)
  expect(needs('机密★2050年1月1日')).toBe(true)
  expect(needs('内部')).toBe(false)
})
