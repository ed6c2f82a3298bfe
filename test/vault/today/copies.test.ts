import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Office, openOffice } from '../../support/office.ts'
import { be, copiesAsked, copiesIssued } from '../../support/records.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.close())

const home = async (name: string) => {
  await be(office, name)
  return office.ok('today.home', {})
}

it('F1(5)a a request waits on the 今日 of whoever must do the next step, counted at its desk, and on nobody else’s', async () => {
  const { reproduction, number } = await copiesAsked(office)
  expect((await home('王管')).copying).toEqual([])
  const head = await home('韩综')
  expect(head.copying).toMatchObject([{ number, state: 'toSection' }])
  expect(head.waiting.reproduction).toBe(1)
  await office.ok('reproduction.opine', { reproduction, agree: true })
  expect((await home('韩综')).copying).toEqual([])
  expect((await home('王管')).copying).toMatchObject([{ number, state: 'toLeader' }])
  await office.ok('reproduction.decide', { reproduction, approve: true })
  expect((await home('李保')).copying).toMatchObject([{ number, state: 'approved' }])
  for (const officer of ['郑系', '钱安', '冯审']) expect(await home(officer)).toMatchObject({ copying: [], lent: [] })
})

it('F1(5)d what is issued stands on the officer’s 今日 and on its holder’s until it is back', async () => {
  const { reproduction, issued } = await copiesIssued(office)
  const line = { copy: { number: issued.number }, holder: { name: '周阅' }, under: { kind: 'reproduction', id: reproduction } }
  expect((await home('李保')).lent).toMatchObject([line])
  expect((await home('周阅')).lent).toMatchObject([line])
  expect((await home('吴阅')).lent).toEqual([])
  await be(office, '李保')
  await office.signed('周阅', 'reproduction.takeBack', { reproduction, person: office.id('周阅'), numbers: [issued.number] })
  expect((await home('李保')).lent).toEqual([])
})
