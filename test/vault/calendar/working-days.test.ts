import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { calendarYear } from '../../../contract/office.ts'
import { countWorkingDays } from '../../../electron/vault/calendar/working-days.ts'

const year = calendarYear.parse(JSON.parse(readFileSync(new URL('../../../resources/calendars/2026.json', import.meta.url), 'utf8')))
const calendars = new Map([[2026, year]])

const vectors: [string, number, string][] = [
  ['2026-02-09', 7, '2026-02-25'],
  ['2026-02-09', 15, '2026-03-06'],
  ['2026-02-09', 20, '2026-03-13'],
  ['2026-02-09', 40, '2026-04-13'],
  ['2026-04-27', 15, '2026-05-20'],
  ['2026-04-27', 20, '2026-05-27'],
  ['2026-09-21', 10, '2026-10-12'],
  ['2026-09-21', 20, '2026-10-26'],
]
for (const [from, days, due] of vectors)
  it(`日历 ${from} and ${days} working days is ${due}`, () => {
    expect(countWorkingDays(calendars, from, days).due).toBe(due)
  })

it('日历 the arithmetic lists the worked Saturdays of February as 调休上班', () => {
  const { days } = countWorkingDays(calendars, '2026-02-09', 20)
  expect(days.filter(({ why }) => why === '调休上班').map(({ day }) => day)).toEqual(['2026-02-14', '2026-02-28'])
})

it('日历 a deadline into a year without a calendar is refused, not guessed', () => {
  expect(() => countWorkingDays(calendars, '2026-12-25', 20)).toThrow('rule.forbids')
})
