import fc from 'fast-check'
import { expect, it } from 'vitest'
import { soughtIn, takeNames, unknownIn, wholeIn } from '../../renderer/components/typed-names.ts'
import { isDay, isHour, readHour } from '../../renderer/components/typed-time.ts'
import { holidaysOf } from '../../renderer/desks/office/months.ts'
import { daysInFigures, daysInWords, daysTyped, isWeekend, strangeIn } from '../../renderer/desks/office/typed-days.ts'

const people = ['周阅', '吴阅', '王敏', '王敏（办）'].map((label, place) => ({ value: place + 1, label }))
const name = fc.constantFrom('周阅', '吴阅', '不存在', '周', '王')

it('F1(4)a every name that is typed is taken or still stands in the box', () => {
  fc.assert(
    fc.property(fc.array(name, { maxLength: 6 }), fc.constantFrom('、', '，', ' ', '；'), fc.boolean(), (names, between, ended) => {
      const typed = names.map((one) => one + between).join('')
      const { taken, rest } = takeNames(typed, people, ended)
      const stands = rest.split(/[、，；\s]+/).filter(Boolean)
      expect([...taken.map(({ label }) => label), ...stands].sort()).toEqual([...names].sort())
      expect(stands.some((one) => people.some(({ label }) => label === one))).toBe(false)
    }),
  )
})

it('F1(4)a a name is whole only once it is ended; what follows the last separator is sought', () => {
  expect(takeNames('周阅', people)).toEqual({ taken: [], rest: '周阅' })
  expect(takeNames('周阅', people, true)).toEqual({ taken: [people[0]], rest: '' })
  expect(takeNames('不存在、吴阅、王', people)).toEqual({ taken: [people[1]], rest: '不存在、王' })
  expect(soughtIn('不存在、王')).toBe('王')
  expect(wholeIn('不存在、王')).toBe('不存在、')
  expect(unknownIn('周阅、王', people)).toBe('王')
  expect(unknownIn('周阅', people)).toBeNull()
})

it('F1(4)b an hour is read as clerks type it', () => {
  for (const typed of ['1730', '17:30', '17：30', '１７３０', ' 1730 ']) expect(readHour(typed)).toBe('17:30')
  for (const typed of ['905', '9:05', '0905']) expect(readHour(typed)).toBe('09:05')
  for (const typed of ['25:99', '17', '下午', '']) expect(isHour(readHour(typed))).toBe(false)
})

it('日历 a day that does not exist is none', () => {
  for (const day of ['2026-02-30', '2026-13-01', '20260310', '', '2026-2-3']) expect(isDay(day)).toBe(false)
  expect(isDay('2024-02-29')).toBe(true)
})

it('日历 days are read as the notice has them, and read back the same', () => {
  const spring = ['2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11', '2027-02-12']
  for (const typed of ['0206-0212', '2月6日至12日', '2月6日至2月12日', '20270206-20270212', '2-6至2-12', '0206 0207 0208、0209，0210 0211 0212'])
    expect(daysTyped(typed, 2027)).toEqual(spring)
  expect(daysInWords([...spring, '2027-05-01'])).toBe('2月6日至12日、5月1日')
  expect(daysTyped(daysInFigures(spring), 2027)).toEqual(spring)
  expect(strangeIn('0101 0231 0501', 2027)).toBe('0231')
  expect(strangeIn('0212-0206', 2027)).toBe('0212-0206')
  expect(strangeIn('0101-0103 2月6日至12日', 2027)).toBeUndefined()
})

it('日历 a holiday is drawn whole: its weekends with it, but no worked day and no weekend apart from it', () => {
  const off = daysTyped('0101-0103 0215-0223', 2026).filter((day) => !isWeekend(day))
  const holidays = holidaysOf({ off, working: ['2026-01-04', '2026-02-14', '2026-02-28'] })
  expect(daysInWords(holidays)).toBe('1月1日至3日、2月15日至23日')
})
