/** Days of a year's calendar as the State Council's notice has them: `0101-0103`, `2月15日至23日`, `0214`. */
import { isDay } from '../../components/typed-time.ts'
import { readDay } from '../../../contract/written.ts'

const DAY_MS = 86_400_000
const at = (day: string) => Date.parse(`${day}T00:00:00Z`)
const dayAfter = (day: string) => new Date(at(day) + DAY_MS).toISOString().slice(0, 10)
const weekdayOf = (day: string) => new Date(at(day)).getUTCDay()

export const isWeekend = (day: string): boolean => [0, 6].includes(weekdayOf(day))

const SPAN = /^(\d{4}|\d{8})-(\d{4}|\d{8})$|^(.+?)(?:至|到|~|～|—|–)(.+)$/

/** `23日` ends in the month that the span began in. */
const endOf = (end: string, first: string, year: number) =>
  /^\d{1,2}日?$/.test(end) ? `${first.slice(0, 8)}${end.replace('日', '').padStart(2, '0')}` : readDay(end, `${year}-01-01`)

/** The days of one part as typed; null when it is none. */
const daysOf = (part: string, year: number): string[] | null => {
  const span = SPAN.exec(part)
  const [begin, end] = span ? [span[1] ?? span[3] ?? '', span[2] ?? span[4] ?? ''] : [part, part]
  const first = readDay(begin, `${year}-01-01`)
  const last = span ? endOf(end, first, year) : first
  if (!isDay(first) || !isDay(last) || last < first || at(last) - at(first) > 60 * DAY_MS) return null
  const days = [first]
  for (let day = first; day < last; ) {
    day = dayAfter(day)
    days.push(day)
  }
  return days
}

const partsOf = (text: string) =>
  text
    .normalize('NFKC')
    .split(/[\s,、;。]+/)
    .filter(Boolean)

/** Every day that is typed, once, in order. What is no day is left out: `strange` names it. */
export const daysTyped = (text: string, year: number): string[] => [...new Set(partsOf(text).flatMap((part) => daysOf(part, year) ?? []))].sort()

/** The first part that is no day or span of days. */
export const strangeIn = (text: string, year: number): string | undefined => partsOf(text).find((part) => daysOf(part, year) === null)

/** Days that follow one another, as first and last. */
export const spansOf = (days: readonly string[]): [first: string, last: string][] => {
  const spans: [string, string][] = []
  for (const day of days) {
    const span = spans.at(-1)
    if (span && dayAfter(span[1]) === day) span[1] = day
    else spans.push([day, day])
  }
  return spans
}

const inWords = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
const figures = (day: string) => `${day.slice(5, 7)}${day.slice(8)}`

/** `1月1日至3日、2月14日`. */
export const daysInWords = (days: readonly string[]): string =>
  spansOf(days)
    .map(([first, last]) => {
      if (first === last) return inWords(first)
      return `${inWords(first)}至${first.slice(0, 7) === last.slice(0, 7) ? `${Number(last.slice(8))}日` : inWords(last)}`
    })
    .join('、')

/** `0101-0103 0214`, as they are typed. */
export const daysInFigures = (days: readonly string[]): string =>
  spansOf(days)
    .map(([first, last]) => (first === last ? figures(first) : `${figures(first)}-${figures(last)}`))
    .join(' ')

/** `2月5日是星期五`. */
export const weekdayInWords = (day: string): string => `${inWords(day)}是星期${'日一二三四五六'[weekdayOf(day)]}`
