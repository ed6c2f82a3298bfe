import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Office, initialPasswordOf, openOffice, passwordOf, anyStep } from '../../support/office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.close())

const fresh = 'Fresh#2026pass'

/** A folder that waits for 周阅, and the officer at the desk eight days after everybody set their passwords. */
const eightDaysLater = async () => {
  await office.later('2026-03-18T09:00:00+08:00', '李保')
  await office.ok('session.changePassword', { current: passwordOf('李保'), next: fresh })
  const { copies } = await office.ok('documents.register', office.incoming({ madeOn: '2026-03-05' }))
  const sheet = await office.ok('circulation.draft', { folder: '夹01', copies: copies.map(({ id }) => id), readers: [office.id('周阅')] })
  return sheet.legs[0]?.id as number
}

it('口令 an aged password signs nothing in place: its owner sets a new one on the spot and signs with it', async () => {
  const leg = await eightDaysLater()
  const old = { name: '周阅', password: passwordOf('周阅'), step: { call: 'circulation.handOut' as const, input: { leg, place: '保密室' } } }
  expect(await office.no('session.countersign', old)).toMatchObject({ code: 'session.mustChangePassword', clause: '口令', field: 'next' })
  expect(await office.no('session.countersign', { ...old, next: 'short' })).toMatchObject({ clause: '口令', field: 'next' })
  expect(await office.no('session.countersign', { ...old, next: old.password })).toMatchObject({ clause: '口令', field: 'next' })
  const { ticket } = await office.ok('session.countersign', { ...old, next: 'Zhou#renewed26' })
  await office.ok('circulation.handOut', { leg, place: '保密室', ticket })
  expect(await office.no('session.countersign', old)).toMatchObject({ code: 'session.wrongPassword' })
  await office.ok('session.countersign', { ...old, password: 'Zhou#renewed26' })
})

it('口令 an initial password is replaced in place, which makes the signing key; every signature holds', async () => {
  await office.as('钱安')
  const { id } = await office.ok('people.add', { name: '许新', identity: 'QH-0012', department: '业务三科', roles: ['reader'] })
  await office.as('郑系')
  await office.ok('people.openAccount', { person: id, initialPassword: initialPasswordOf('许新') })
  await office.as('李保')
  const { copies } = await office.ok('documents.register', office.incoming({ scope: [id] }))
  const sheet = await office.ok('circulation.draft', { folder: '夹01', copies: copies.map((copy) => copy.id), readers: [id] })
  const handOut = { leg: sheet.legs[0]?.id as number, place: '保密室' }
  const initial = { name: '许新', password: initialPasswordOf('许新'), step: { call: 'circulation.handOut' as const, input: handOut } }
  expect(await office.no('session.countersign', initial)).toMatchObject({ code: 'session.mustChangePassword', field: 'next' })
  const { ticket } = await office.ok('session.countersign', { ...initial, next: fresh })
  await office.ok('circulation.handOut', { ...handOut, ticket })
  await office.as('冯审')
  expect(await office.ok('audit.verify', {})).toMatchObject({ ok: true, next: null })
})

it('F1(8) a closed account can be opened again with a new key; its old password opens nothing', async () => {
  await office.as('郑系')
  await office.ok('people.disableAccount', { person: office.id('吴阅'), reason: '借调' })
  expect(await office.no('session.countersign', { name: '吴阅', password: passwordOf('吴阅'), step: anyStep })).toMatchObject({
    code: 'session.wrongPassword',
  })
  await office.ok('people.openAccount', { person: office.id('吴阅'), initialPassword: initialPasswordOf('吴阅') })
  await office.ok('session.countersign', { name: '吴阅', password: initialPasswordOf('吴阅'), next: fresh, step: anyStep })
  await office.as('冯审')
  expect(await office.ok('audit.verify', {})).toMatchObject({ ok: true, next: null })
})
