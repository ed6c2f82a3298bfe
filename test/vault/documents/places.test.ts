import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Input } from '../../../contract/index.ts'
import { type Office, openOffice } from '../../support/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  await office.as('李保')
  for (let n = 1; n <= 9; n += 1)
    await office.ok('documents.register', office.incoming({ title: `第${n}件`, level: n % 3 === 0 ? 'secret' : 'confidential' }))
}, 180_000)
afterAll(() => office.close())

const idsOf = async (input: Input<'documents.list'>) => (await office.ok('documents.list', input)).rows.map(({ id }) => id)

const filters: [string, Input<'documents.list'>][] = [
  ['unfiltered', {}],
  ['of one level', { level: 'confidential' }],
  ['with a text', { text: '件' }],
]

it.each(filters)('F1(1)b the register %s: a page at any place is the part of the whole that stands there', async (_, filter) => {
  const whole = await idsOf(filter)
  expect(whole).toEqual(whole.toSorted((one, other) => other - one))
  expect(whole.length).toBeGreaterThan(5)
  for (let skip = 0; skip <= whole.length + 1; skip += 1)
    for (const limit of [1, 2, 100]) expect(await idsOf({ ...filter, skip, limit }), `${skip} ${limit}`).toEqual(whole.slice(skip, skip + limit))
  expect(await idsOf({ ...filter, after: whole[1] as number, skip: 2, limit: 2 })).toEqual(whole.slice(4, 6))
})

it('审计 the record: a page at any place is the part of the whole that stands there, filtered or not', async () => {
  await office.as('冯审')
  for (const filter of [{}, { call: 'documents.register' }, { outcome: 'done' as const }]) {
    const page = async (place: object) => (await office.ok('audit.list', { ...filter, ...place })).rows.map(({ seq }) => seq)
    const whole = await page({ limit: 200 })
    const { total } = await office.ok('audit.list', { ...filter, skip: 3, limit: 2 })
    expect(total).toBe(whole.length)
    for (const skip of [0, 1, 4, whole.length - 1]) expect(await page({ skip, limit: 3 })).toEqual(whole.slice(skip, skip + 3))
  }
})

it('F1(1)b how long a filtered list is: told with each page, and anew after every act, done or refused', async () => {
  await office.as('李保')
  const lengths = async () => Promise.all(filters.map(async ([, filter]) => (await office.ok('documents.list', { ...filter, limit: 1 })).total))
  const before = await lengths()
  expect(await lengths()).toEqual(before)
  const { id } = await office.ok('documents.register', office.incoming({ title: '又一件' }))
  expect(await lengths()).toEqual(before.map((total) => total + 1))
  await office.no('documents.register', office.incoming({ title: '再一件', listed: 2, counted: 1 }))
  expect(await lengths()).toEqual(before.map((total) => total + 1))
  await office.ok('documents.correct', { document: id, reason: '照原件', changes: { title: '又一纸' } })
  expect(await lengths()).toEqual(before.map((total, index) => (filters[index]?.[0] === 'with a text' ? total : total + 1)))
})
