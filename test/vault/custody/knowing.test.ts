import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Office, openOffice } from '../../support/office.ts'
import { be, copiesIssued, place } from '../../support/records.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

it('实施条例20 知悉人员登记 makes itself from folders, copies, loans and the reading room: each person once, first things first', async () => {
  const { document, documentNumber, source, issued, reproduction } = await copiesIssued(office)
  const known = async () => (await office.ok('documents.knowers', { document })).rows
  expect((await known()).map(({ person, times }) => [person.name, times.map(({ kind }) => kind)])).toEqual([
    ['李保', ['registered']],
    ['周阅', ['issued']],
  ])
  office.clock.set('2026-03-10T09:04:00+08:00')
  const sheet = await office.ok('circulation.draft', { folder: '夹知01', copies: [source], readers: [office.id('吴阅'), office.id('韩综')] })
  const leg = sheet.legs[0]?.id as number
  await office.signed('吴阅', 'circulation.handOut', { leg, place })
  await office.signed('吴阅', 'circulation.sign', { leg })
  await office.ok('circulation.receiveBack', { leg, numbers: [documentNumber] })
  await office.ok('circulation.returnUnread', { leg: sheet.legs[1]?.id as number, reason: '出差', numbers: [] })
  await office.ok('circulation.close', { sheet: sheet.id, result: '传阅完毕' })
  await office.signed('周阅', 'reproduction.takeBack', { reproduction, person: office.id('周阅'), numbers: [issued.number] })
  office.clock.set('2026-03-10T09:08:00+08:00')
  const step = { person: office.id('周阅'), copies: [source], purpose: '核对', room: '档案室' }
  await office.signed('周阅', 'lending.admit', step)
  const rows = await known()
  // 韩综 was passed over and never held the folder: not among them.
  expect(rows.map(({ person, times }) => [person.name, times.map(({ kind }) => kind)])).toEqual([
    ['李保', ['registered']],
    ['周阅', ['issued', 'consulted']],
    ['吴阅', ['circulated']],
  ])
  expect(rows[2]?.since).toBe('2026-03-10T01:04:00.000Z')
})

it('实施条例20 it is for the officer who keeps the register alone', async () => {
  await be(office, '王管')
  expect(await office.no('documents.knowers', { document: 1 })).toMatchObject({ code: 'session.role', clause: '实施条例20' })
})
