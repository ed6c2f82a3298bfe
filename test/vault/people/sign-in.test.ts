import { copyFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Role } from '../../../contract/terms.ts'
import { initialPasswordOf, type Office, openOffice, passwordOf, anyStep } from '../../support/office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.close())

const signIn = (name: string, password = passwordOf(name)) => office.station.call('session.signIn', { name, password })
const refusalOf = async (name: string, password?: string) => {
  const reply = await signIn(name, password)
  return reply.ok ? null : reply.refused
}

it('锁定 five wrong passwords lock the account, across a restart; 钱安 unlocks; all of it is on record', async () => {
  for (let left = 4; left > 0; left -= 1) expect((await refusalOf('李保', 'wrong#password1'))?.message).toContain(`再错${left}次`)
  expect(await refusalOf('李保', 'wrong#password1')).toMatchObject({ code: 'session.accountLocked', clause: '锁定' })
  expect(await refusalOf('李保')).toMatchObject({ code: 'session.accountLocked' })
  await office.as('钱安')
  expect((await office.ok('people.list', { text: '李保' })).rows[0]?.account).toBe('locked')
  await office.ok('people.unlock', { person: office.id('李保') })
  await office.as('李保')
  await office.as('冯审')
  const { rows } = await office.ok('audit.list', { actor: '李保' })
  expect(rows.filter(({ outcome, call }) => outcome === 'refused' && call === 'session.signIn')).toHaveLength(6)
})

it('锁定 ten idle minutes close the vault; a background refresh does not put that off', async () => {
  await office.as('李保')
  office.clock.set('2026-03-10T09:09:59+08:00')
  expect((await office.station.call('today.home', {}, { background: true })).ok).toBe(true)
  office.clock.set('2026-03-10T09:10:00+08:00')
  expect(await office.no('documents.list', {})).toMatchObject({ code: 'session.locked', clause: '锁定' })
  expect(await office.ok('setup.status', {})).toMatchObject({ vault: 'locked' })
})

it('口令 nine characters are refused on a 机密 machine; eight days later a change is forced', async () => {
  await office.as('李保')
  const change = (next: string) => office.no('session.changePassword', { current: passwordOf('李保'), next })
  expect(await change('Abc#12345')).toMatchObject({ code: 'rule.forbids', clause: '口令', field: 'next' })
  expect(await change('abcdefghijkl')).toMatchObject({ clause: '口令' })
  expect(await change('李保abc#123456')).toMatchObject({ clause: '口令' })
  expect(await change(passwordOf('李保'))).toMatchObject({ clause: '口令' })
  const later = await office.later('2026-03-18T09:00:00+08:00', '李保')
  expect(later.mustChangePassword).toBe(true)
  expect(await office.no('documents.list', {})).toMatchObject({ code: 'session.mustChangePassword' })
  await office.ok('session.changePassword', { current: passwordOf('李保'), next: 'Another#2026pass' })
  await office.ok('documents.list', {})
})

it('口令 the first sign-in forces a password that nobody else knows, and makes the signing key', async () => {
  await office.as('钱安')
  const { id } = await office.ok('people.add', { name: '许新', identity: 'QH-0012', department: '业务二科', roles: ['reader'] })
  expect(await office.no('people.openAccount', { person: id, initialPassword: initialPasswordOf('许新') })).toMatchObject({ code: 'session.role' })
  await office.as('郑系')
  await office.ok('people.openAccount', { person: id, initialPassword: initialPasswordOf('许新') })
  await office.as('李保')
  expect(await office.no('session.countersign', { name: '许新', password: initialPasswordOf('许新'), step: anyStep })).toMatchObject({
    code: 'session.mustChangePassword',
  })
  await office.station.lock('locked')
  expect(await signIn('许新', initialPasswordOf('许新'))).toMatchObject({ ok: true, output: { mustChangePassword: true } })
  expect(await office.no('today.home', {})).toMatchObject({ code: 'session.mustChangePassword', clause: '口令' })
  await office.ok('session.changePassword', { current: initialPasswordOf('许新'), next: passwordOf('许新') })
  await office.ok('today.home', {})
})

it('三员 nobody is auditor and another of the three, nor one of the three with business; the last of each stays', async () => {
  await office.as('钱安')
  const setRoles = (person: string, roles: Role[]) =>
    office.notSigned('郑系', 'people.setRoles', { person: office.id(person), roles, reason: '调整' })
  expect(await setRoles('冯审', ['auditor', 'systemAdmin'])).toMatchObject({ clause: '三员' })
  expect(await setRoles('郑系', ['systemAdmin', 'auditor'])).toMatchObject({ clause: '三员' })
  expect(await setRoles('李保', ['officer', 'auditor'])).toMatchObject({ clause: '三员' })
  expect(await setRoles('冯审', ['reader'])).toMatchObject({ clause: '三员' })
  expect(await setRoles('钱安', ['reader'])).toMatchObject({ clause: '三员' })
  await office.as('郑系')
  expect(await office.no('people.disableAccount', { person: office.id('冯审'), reason: '调离' })).toMatchObject({ clause: '三员' })
})

it('三员 the three see no titles: no list, no search, no sheet, and none in the log', async () => {
  await office.as('李保')
  await office.ok('documents.register', office.incoming({ title: '不得外传之标题' }))
  for (const name of ['郑系', '钱安', '冯审']) {
    await office.as(name)
    for (const call of ['documents.list', 'documents.whereIs', 'circulation.list'])
      expect(await office.no(call, { text: '不' })).toMatchObject({ code: 'session.role' })
    expect(JSON.stringify(await office.ok('today.home', {}))).not.toContain('不得外传')
  }
  expect(JSON.stringify(await office.ok('audit.list', {}))).not.toContain('不得外传')
})

it('口令 a wrong password and a damaged file are told apart', async () => {
  expect(await refusalOf('李保', 'wrong#password1')).toMatchObject({ code: 'session.wrongPassword' })
  const keys = join(office.dir, 'keys.json')
  const whole = readFileSync(keys, 'utf8')
  writeFileSync(keys, whole.slice(0, whole.length / 2))
  expect(await refusalOf('李保')).toMatchObject({ code: 'vault.damaged' })
  writeFileSync(keys, whole.replace('"name": "李保"', '"name": "李宝"'))
  expect(await refusalOf('李保')).toMatchObject({ code: 'vault.damaged' })
  writeFileSync(keys, whole)
  const database = join(office.dir, 'vault.db')
  truncateSync(database, statSync(database).size - 4096 * 3)
  expect(await refusalOf('李保')).toMatchObject({ code: 'vault.damaged' })
})

it('口令 another vault’s database under these keys is refused', async () => {
  const other = await openOffice({ level: 'secret' })
  await other.station.lock('locked')
  copyFileSync(join(other.dir, 'vault.db'), join(office.dir, 'vault.db'))
  expect(await refusalOf('李保')).toMatchObject({ code: 'vault.damaged' })
  await other.close()
})

it('锁定 a locked vault is a closed file: no key and no title in plain bytes on disk', async () => {
  await office.as('李保')
  await office.ok('documents.register', office.incoming({ title: '磁盘上不得见此标题' }))
  await office.station.lock('locked')
  for (const name of ['vault.db', 'keys.json', 'gate.json', 'in-use.lock']) {
    const path = join(office.dir, name)
    const bytes = statSync(path, { throwIfNoEntry: false }) ? readFileSync(path) : Buffer.alloc(0)
    expect(bytes.includes(Buffer.from('磁盘上不得见此标题'))).toBe(false)
    expect(bytes.includes(Buffer.from('SQLite format 3')) && name === 'vault.db').toBe(false)
  }
})
