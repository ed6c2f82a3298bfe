import { expect, it } from 'vitest'
import type { CountedDay, Pause } from '../../../contract/deadlines.ts'
import type { CalendarYear } from '../../../contract/office.ts'
import { type Calendars, countDays, type Span } from '../../../electron/vault/calendar/working-days.ts'
import { randomFrom } from '../../../tools/bench/papers.ts'

const SEED = 20260310
const CASES = 2_000
const dayAfter = (day: string, days = 1) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
const isRest = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/** The counter that anybody would write: from one day to the next, asking each whether it counts. */
const naive = (calendars: Calendars, { from, days, pauses = [] }: Span) => {
  const counted: string[] = []
  let day = from
  for (;;) {
    if (counted.length === days) return { due: day, missingYear: null, counted }
    day = dayAfter(day)
    const pause = pauses.find((one) => one.from < day && (one.to ?? '9999') >= day)
    if (pause && pause.to === null) return { due: null, missingYear: null, counted }
    if (pause) continue
    const year = calendars.get(Number(day.slice(0, 4)))
    if (!year) return { due: null, missingYear: Number(day.slice(0, 4)), counted }
    if (year.working.includes(day) || (!isRest(day) && !year.off.includes(day))) counted.push(day)
  }
}

it(`日历 the count is that of a naive day-by-day counter: ${CASES} cases of random calendars, pauses and first days (seed ${SEED})`, () => {
  const random = randomFrom(SEED)
  const below = (n: number) => Math.floor(random() * n)
  const yearOf = (year: number): CalendarYear => {
    const days = Array.from({ length: 366 }, (_, at) => dayAfter(`${year}-01-01`, at)).filter((day) => day.startsWith(`${year}`))
    return {
      year,
      source: '-',
      off: days.filter((day) => !isRest(day) && random() < 0.08),
      working: days.filter((day) => isRest(day) && random() < 0.06),
    }
  }
  const pausesFrom = (from: string): Pause[] =>
    Array.from({ length: below(3) }, () => {
      const begun = dayAfter(from, below(40) - 3)
      return { from: begun, to: random() < 0.15 ? null : dayAfter(begun, below(30)) }
    })
  const seen = { due: 0, still: 0, missing: 0, fromRest: 0 }
  let calendars: Calendars = new Map()
  for (let turn = 0; turn < CASES; turn += 1) {
    if (turn % 40 === 0) calendars = new Map([2026, 2027, 2028].filter(() => random() < 0.8).map((year) => [year, yearOf(year)]))
    const from = dayAfter('2025-12-20', below(1_100))
    const span = { from, days: 1 + below(60), pauses: pausesFrom(from) }
    const { due, missingYear, arithmetic } = countDays(calendars, span)
    const expected = naive(calendars, span)
    const told = JSON.stringify({ turn, span })
    expect({ due, missingYear }, told).toEqual({ due: expected.due, missingYear: expected.missingYear })
    const counted = arithmetic.filter(({ counts }: CountedDay) => counts)
    expect(
      counted.map(({ day }) => day),
      told,
    ).toEqual(expected.counted)
    expect(
      counted.map(({ number }) => number),
      told,
    ).toEqual(expected.counted.map((_, at) => at + 1))
    expect(
      arithmetic.map(({ day }) => day),
      told,
    ).toEqual(arithmetic.map((_, at) => dayAfter(from, at)))
    if (due !== null) seen.due += 1
    else if (missingYear === null) seen.still += 1
    else seen.missing += 1
    if (isRest(from)) seen.fromRest += 1
  }
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(50)
})
