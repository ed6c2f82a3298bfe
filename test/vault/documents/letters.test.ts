import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Office, openOffice } from '../../support/office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
  await office.as('李保')
})
afterEach(() => office.close())

const letter = { envelopeNo: '机要117', sender: '青禾市委办公室', receivedAt: '2026-03-10T08:30', sealIntact: true }

it('F1(1)d a sealed 亲启件 is not opened by typing it in again as an ordinary letter', async () => {
  const { number } = await office.ok('documents.receive', { ...letter, personalFor: office.id('王管') })
  const around = { code: 'input.duplicate', clause: 'F1(1)d' } as const
  const refusal = await office.no('documents.register', office.incoming({ envelope: letter }))
  expect(refusal).toMatchObject({ ...around, field: 'envelope.envelopeNo' })
  expect(refusal.message).toContain(number)
  const spaced = { ...letter, sender: '青禾市委 办公室' }
  expect(await office.no('documents.register', office.incoming({ envelope: spaced }))).toMatchObject(around)
  expect(await office.no('documents.receive', letter)).toMatchObject({ ...around, field: 'envelopeNo' })
})

it('F1(1)b a second paper out of one letter is registered under the same envelope', async () => {
  const first = await office.ok('documents.register', office.incoming({ envelope: letter }))
  const second = await office.ok('documents.register', office.incoming({ envelope: letter }))
  const envelopeOf = async (document: number) => (await office.ok('documents.get', { document })).envelope
  expect(await envelopeOf(second.id)).toEqual(await envelopeOf(first.id))
})

it('F1(1)a the number of a letter is its sender’s own: another sender, or another year, is another letter', async () => {
  await office.ok('documents.receive', letter)
  await office.ok('documents.receive', { ...letter, sender: '青禾市卫生健康委员会' })
  await office.ok('documents.receive', { ...letter, receivedAt: '2025-12-31T16:00' })
})

it('F1(1)d what the addressee kept, they alone give to be registered; it waits for the 保密员 then', async () => {
  const { id } = await office.ok('documents.receive', { ...letter, personalFor: office.id('周阅') })
  const early = await office.notSigned('周阅', 'documents.turnOver', { envelope: id })
  expect(early).toMatchObject({ code: 'state.forbids' })
  await office.signed('周阅', 'documents.openEnvelope', { envelope: id, choice: 'retain' })
  const mine = { code: 'rule.forbids', clause: 'F1(1)d', field: 'envelope' } as const
  expect(await office.no('documents.turnOver', { envelope: id })).toMatchObject(mine)
  expect(await office.notSigned('吴阅', 'documents.turnOver', { envelope: id })).toMatchObject(mine)
  await office.as('周阅')
  expect((await office.ok('documents.envelopes', {})).rows).toMatchObject([{ id, state: 'retained' }])
  await office.ok('documents.turnOver', { envelope: id })
  await office.as('李保')
  await office.ok('documents.register', office.incoming({ envelope: { id } }))
})

it('F1(1)a a letter that is not registered yet is found by its number, its sender, or whom it is for, and by them alone', async () => {
  const { id } = await office.ok('documents.receive', { ...letter, personalFor: office.id('周阅') })
  const found = async (text: string) => (await office.ok('documents.envelopes', { text })).rows.map((row) => row.id)
  for (const text of ['117', '市委办', '周', '封〔2026〕']) expect(await found(text)).toEqual([id])
  for (const text of ['%', '_', '吴']) expect(await found(text)).toEqual([])
  await office.signed('周阅', 'documents.openEnvelope', { envelope: id, choice: 'retain' })
  expect(await found('117')).toEqual([id])
  await office.as('吴阅')
  expect(await found('117')).toEqual([])
  await office.as('周阅')
  expect(await found('117')).toEqual([id])
})
