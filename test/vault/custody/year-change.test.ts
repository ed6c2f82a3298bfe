import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Office, openOffice } from '../../support/office.ts'
import { boxMade, finished, registered } from '../../support/records.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice({ at: '2026-12-31T23:40:00+08:00' })
})
afterAll(() => office.close())

const next = 'Other#2027winter'

/** One record of every series that the 保密员 begins alone: its number by what it is. */
const oneOfEach = async (day: string, until: string) => {
  const readers = ['周阅', '吴阅', '陈科'].map(office.id)
  const { number: document, copies } = await registered(office, { scope: readers })
  const copy = copies[0]?.id as number
  const reader = office.id('周阅')
  const asked = { asked: 2, purpose: '承办需要', recipients: [reader], place: '本单位文印室' }
  const reproduction = await office.ok('reproduction.request', { kind: 'copy', ...asked, sources: [{ copy }], applicant: office.id('陈科') })
  const loan = await office.ok('lending.request', { copy, borrower: reader, reason: '办理需要', place: '保密室', until })
  const sheet = await office.ok('circulation.draft', { folder: `夹${day}`, copies: [copy], readers: [reader] })
  await office.ok('circulation.cancel', { sheet: sheet.id, reason: '另行办理' })
  const handover = await office.ok('handover.begin', { person: office.id('吴阅'), reason: '离职' })
  await office.ok('handover.cancel', { handover: handover.id, reason: '另行办理' })
  const breach = await office.ok('breaches.report', {
    kind: 'loss',
    note: '没有找到',
    numbers: [copies[0]?.number as string],
    discoveredAt: `${day}T00:00`,
  })
  const done = await finished(office)
  const batch = await office.ok('disposal.propose', { kind: 'destruction', copies: [done.copies[0]?.id as number], reason: '不需留存' })
  const { box } = await boxMade(office)
  const stockTaking = await office.ok('keeping.begin', { boxes: [box], reason: '年度清点' })
  await office.ok('keeping.cancel', { stockTaking: stockTaking.id, reason: '另行办理' })
  return {
    document,
    reproduction: reproduction.number,
    loan: loan.number,
    sheet: sheet.number,
    handover: handover.number,
    breach: breach.number,
    batch: batch.number,
    stockTaking: stockTaking.number,
  }
}

it('清单 the year changes in the middle of numbering: every series goes on to the last minute and begins at 0001 with the first', async () => {
  await office.as('李保').catch(() => undefined)
  await office.ok('session.changePassword', { current: office.passwordOf('李保'), next })
  await oneOfEach('2026-12-31', '2027-01-08')
  office.clock.set('2026-12-31T23:45:00+08:00')
  const last = await oneOfEach('2026-12-31', '2027-01-08')
  office.clock.set('2026-12-31T23:54:00+08:00')
  await registered(office)
  office.clock.set('2026-12-31T23:59:59+08:00')
  const evening = await registered(office)
  await office.station.lock('idle')
  office.clock.set('2027-01-01T00:00:00+08:00')
  await office.ok('session.signIn', { name: '李保', password: next })
  const first = await oneOfEach('2027-01-01', '2027-01-08')
  for (const [series, number] of Object.entries(first)) {
    const before = last[series as keyof typeof last]
    expect(number, series).toMatch(/〔2027〕0001$/)
    expect(before, series).toMatch(/〔2026〕000[2-9]$/)
    expect(number.split('〔')[0], series).toBe(before.split('〔')[0])
  }
  // What was registered in the last second stands in the old year, and the new one has no gap
  expect(evening.number).toMatch(/〔2026〕0006$/)
  expect((await registered(office)).number).toMatch(/〔2027〕0003$/)
})
