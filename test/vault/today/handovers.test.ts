import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Office, openOffice } from '../../support/office.ts'
import { be, handingOver, withPassword } from '../../support/records.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.close())

const home = async (name: string) => {
  await be(office, name)
  return office.ok('today.home', {})
}

it('F1(8) an open list waits on the officer’s 今日 until it is done; on a leader’s once it was checked, until one has signed', async () => {
  const { handover, number, numbers } = await handingOver(office)
  const officer = await home('李保')
  expect(officer.handovers).toMatchObject([{ number, state: 'listed', person: { name: '周阅' }, items: 3, found: 0 }])
  expect(officer.waiting.handover).toBe(1)
  for (const leader of ['韩综', '王管']) expect((await home(leader)).handovers).toEqual([])
  await be(office, '李保')
  await office.ok('handover.check', { handover, numbers })
  for (const leader of ['韩综', '王管']) {
    const { handovers, waiting } = await home(leader)
    expect(handovers).toMatchObject([{ number, state: 'checked', found: 3 }])
    expect(waiting.handover).toBe(1)
  }
  for (const other of ['周阅', '陈科', '赵组', '郑系', '钱安', '冯审']) expect((await home(other)).handovers, other).toEqual([])
  await be(office, '王管')
  await office.ok('handover.supervise', { handover })
  expect((await home('韩综')).handovers).toEqual([])
  expect((await home('李保')).handovers).toMatchObject([{ state: 'supervised' }])
  await office.signed('周阅', 'handover.complete', { handover })
  expect(await home('李保')).toMatchObject({ handovers: [], waiting: { handover: 0 } })
})

it('F1(8) one’s own list waits for others: not on one’s own 今日, on whichever account', async () => {
  const other = await withPassword(office, ['officer'])
  await be(office, other.name)
  const { number } = await office.ok('handover.begin', { person: office.id('李保'), reason: '调动' })
  const leaders = await office.ok('handover.begin', { person: office.id('王管'), reason: '退休' })
  expect((await home(other.name)).handovers.map((row) => row.number)).toEqual([number, leaders.number])
  expect((await home('李保')).handovers.map((row) => row.number)).toEqual([leaders.number])
  expect((await home('韩综')).handovers.map((row) => row.number)).toEqual([number, leaders.number])
  expect((await home('王管')).handovers.map((row) => row.number)).toEqual([number])
})
