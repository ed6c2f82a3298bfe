import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReportFigures } from '../../../contract/evaluation-views.ts'
import { APPLICANT_KINDS, lineOfReply, REPLY_KINDS, REPORT_LINES, replyRule, RESULT_LINES, resultLine } from '../../../contract/terms.ts'
import { type Application, lay, layReview, planned, seeded, takeBack } from '../../support/applications.ts'
import { within } from '../../support/deadlines.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { be } from '../../support/records.ts'

const YEARS = [2022, 2023, 2024, 2025]

let office: Office
let lived: Application[]
beforeAll(async () => {
  office = await openOffice()
  const { voided, others, review } = await within(office, (work) => {
    const random = seeded(49)
    const review = layReview(work)
    return {
      review: review.id,
      others: Array.from({ length: 220 }, () => lay(work, planned(random, YEARS))),
      voided: Array.from({ length: 30 }, () => lay(work, planned(random, YEARS), review)),
    }
  })
  await within(office, (work) => takeBack(work, review, voided))
  lived = [...others, ...voided]
  await be(office, '韩综')
})
afterAll(() => office.close())

/** Told one by one, day by day, from what was planned alone. */
const recount = (from: string, to: string): Record<string, Record<string, number>> => {
  const table: Record<string, Record<string, number>> = {}
  for (const line of REPORT_LINES) table[line] = { person: 0, company: 0, research: 0, welfare: 0, legal: 0, other: 0, total: 0 }
  for (const { kind, receivedOn, told } of lived)
    for (const { ended } of told) {
      const count = (line: string) => {
        for (const column of [kind, 'total']) (table[line] as Record<string, number>)[column] = (table[line]?.[column] ?? 0) + 1
      }
      if (receivedOn >= from && receivedOn <= to) count('received')
      if (receivedOn < from && !(ended && ended.on < from)) count('carriedIn')
      if (ended && ended.on >= from && ended.on <= to) {
        count(ended.line)
        count('concluded')
      }
      if (receivedOn <= to && !(ended && ended.on <= to)) count('carriedOn')
    }
  return table
}
const told = ({ lines }: ReportFigures) => Object.fromEntries(lines.map(({ line, counts }) => [line, counts]))
const figures = async (year: number, half?: number) => (await office.ok('disclosure.annualReport', { year, half })).figures

describe('条例49 年报表三', () => {
  for (const year of YEARS)
    it(`条例49, 条例50 every row and every column of ${year} is what a recount from the plans gives, and every check holds`, async () => {
      const counted = await figures(year)
      expect(told(counted)).toEqual(recount(`${year}-01-01`, `${year}-12-31`))
      expect(counted.checks.map(({ holds }) => holds)).toEqual([true, true, true, true])
    })

  it('G3.4 each half, and the year of which they are', async () => {
    for (const [half, from, to] of [
      [1, '2024-01-01', '2024-06-30'],
      [2, '2024-07-01', '2024-12-31'],
    ] as const)
      expect(told(await figures(2024, half))).toEqual(recount(from, to))
    const [first, second, year] = [told(await figures(2024, 1)), told(await figures(2024, 2)), told(await figures(2024))]
    expect(first.carriedOn).toEqual(second.carriedIn)
    expect((first.concluded?.total ?? 0) + (second.concluded?.total ?? 0)).toBe(year.concluded?.total)
  })

  it('条例49 what one year carries on the next carries in, class by class; the random years have something in every row', async () => {
    for (const year of YEARS.slice(1)) expect(told(await figures(year)).carriedIn).toEqual(told(await figures(year - 1)).carriedOn)
    const all = await Promise.all(YEARS.map((year) => figures(year)))
    for (const line of REPORT_LINES)
      expect(
        all.reduce((sum, one) => sum + (told(one)[line]?.total ?? 0), 0),
        line,
      ).toBeGreaterThan(0)
    for (const kind of APPLICANT_KINDS) expect(told(await figures(2025)).received?.[kind], kind).toBeGreaterThan(0)
  })

  it('条例50 every kind of reply has a sub-row under the heading that its rule names', () => {
    for (const kind of REPLY_KINDS) expect(resultLine[lineOfReply[kind]].row, kind).toBe(replyRule[kind].row)
    for (const line of RESULT_LINES) if (line !== 'abandoned') expect(Object.values(lineOfReply), line).toContain(line)
  })

  it('A4(1)4 in time or late, days taken, extensions, 补正 and months, as a recount gives them', async () => {
    const { replies, days, months, extensions, supplements } = await figures(2024)
    const inYear = (day: string) => day >= '2024-01-01' && day <= '2024-12-31'
    const replied = lived.flatMap(({ startedOn, told: units }) =>
      units.flatMap(({ ended }) => (ended?.replied && inYear(ended.on) ? [{ startedOn, ...ended }] : [])),
    )
    const taken = replied.map(({ startedOn, on }) => (Date.parse(on) - Date.parse(startedOn)) / 86_400_000)
    expect(replies).toEqual({
      count: replied.length,
      onTime: replied.filter(({ late }) => late === false).length,
      late: replied.filter(({ late }) => late === true).length,
      unknown: replied.filter(({ late }) => late === null).length,
      averageDays: Math.round((taken.reduce((sum, one) => sum + one, 0) / taken.length) * 10) / 10,
      longestDays: Math.max(...taken),
    })
    expect(days.reduce((sum, { count }) => sum + count, 0)).toBe(replied.length)
    expect(days.find(({ upTo }) => upTo === 20)?.count).toBe(taken.filter((one) => one > 10 && one <= 20).length)
    expect(months).toHaveLength(12)
    expect(months.reduce((sum, { received }) => sum + received, 0)).toBe(told(await figures(2024)).received?.total)
    expect(extensions).toBe(lived.flatMap(({ extended }) => extended.filter(inYear)).length)
    expect(supplements).toBe(lived.filter(({ receivedOn, supplemented }) => supplemented && inYear(receivedOn)).length)
  })
})
