import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Role } from '../../../contract/terms.ts'
import { evaluationsToMake } from '../../../electron/vault/today/evaluations.ts'
import { within } from '../../support/deadlines.ts'
import { type Office, openOffice, passwordOf } from '../../support/office.ts'
import { annual, halfYear } from '../../support/records.ts'

/** The record begins on 2026-03-10. */
let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

/** What somebody of these duties is told on each of these days. */
const told = (days: readonly string[], roles: readonly Role[] = ['officeHead']) =>
  within(office, (work) =>
    days.map((day) =>
      evaluationsToMake({ ...work, wall: `${day}T09:00`, asking: { ...work.asking, roles } }).map(({ level, text }) => `${level} ${text}`),
    ),
  )

it('条例49 a report is spoken of from the first of January, urgently from the 26th, and as overdue after the 31st; of no year before the record began', async () => {
  const [begun, before, first, soon, last, past] = await told(['2026-03-10', '2026-12-31', '2027-01-01', '2027-01-26', '2027-01-31', '2027-02-01'])
  expect([begun, before]).toEqual([[], []])
  expect(first?.[0]).toBe('warning 2026年的政府信息公开工作年度报告应在1月31日前公布，还有30天（条例49）。')
  expect(soon?.[0]).toMatch(/^urgent .*还有5天/)
  expect(last?.[0]).toMatch(/^urgent .*今天是最后一天/)
  expect(past).toEqual(['urgent 2026年的政府信息公开工作年度报告已过1月31日，尚未编报，请立即编报并公布（条例49）。'])
  expect(await told(['2027-01-05'], ['section', 'groupLeader'])).toEqual([[]])
})

it('G3.4 a half is spoken of in the month after it, January and July', async () => {
  const [june, july, august, january] = await told(['2026-06-30', '2026-07-01', '2026-08-01', '2027-01-31'])
  expect([june, august]).toEqual([[], []])
  expect(july).toEqual(['info 请办理2026年上半年的信息公开工作评估（G三.4）。'])
  expect(january).toContain('info 请办理2026年下半年的信息公开工作评估（G三.4）。')
})

it('条例49, G3.4 until it is recorded; seen on 今日', async () => {
  await office.later('2027-01-05T09:00:00+08:00', '韩综')
  await office.ok('session.changePassword', { current: passwordOf('韩综'), next: 'Another#2027pass' })
  const said = async () => (await office.ok('today.home', {})).reminders.filter(({ desk }) => desk === 'disclosure').map(({ text }) => text)
  expect(await said()).toHaveLength(2)
  await office.ok('disclosure.evaluate', halfYear(2026, 2))
  expect(await said()).toEqual([expect.stringContaining('2026年的政府信息公开工作年度报告')])
  expect((await office.ok('disclosure.evaluate', annual(2026))).number).toBe('年报〔2027〕0001')
  expect(await said()).toEqual([])
})
