import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Office, openOffice } from '../../support/office.ts'
import { be, copiesMade, registered } from '../../support/records.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const actOn = async (document: number) => (await office.ok('documents.get', { document })).acts.find(({ call }) => call === 'reproduction.request')

it('F1(5)a 申请复制 is offered on a document, also once copies of it were made', async () => {
  const { document } = await copiesMade(office)
  expect(await actOn(document)).toMatchObject({ label: '申请复制', allowed: true, why: null })
})

it('F1(5)a 申请复制 says what stands against it: 不得翻印复印, also when a correction says so, and a 知悉范围 without anybody', async () => {
  const banned = await registered(office, { copyBan: true })
  expect(await actOn(banned.id)).toMatchObject({ allowed: false, why: '标有“不得翻印复印”，不得复制、摘抄（F1(5)a）。' })
  const free = await registered(office)
  expect(await actOn(free.id)).toMatchObject({ allowed: true })
  await office.ok('documents.correct', { document: free.id, reason: '漏录翻印复印标注', changes: { copyBan: true } })
  expect(await actOn(free.id)).toMatchObject({ allowed: false })
  const unscoped = await registered(office, { scope: [] })
  expect(await actOn(unscoped.id)).toMatchObject({ allowed: false, why: '知悉范围内无人，没有可以分发的对象（F1(4)c）。' })
})

it('F1(5)a 申请复制 is an act of the 保密员: a leader in the 知悉范围 sees none', async () => {
  const { id } = await registered(office, { scope: [office.id('王管')] })
  await be(office, '王管')
  expect(await actOn(id)).toBeUndefined()
  await be(office, '李保')
})
