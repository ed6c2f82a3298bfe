import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Role } from '../../../contract/terms.ts'
import { behindTheDoor, removeCopies, verify, withoutTriggers } from '../../support/attack.ts'
import { type Office, openOffice, passwordOf } from '../../support/office.ts'
import { withPassword } from '../../support/records.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
  await office.as('钱安')
})
afterEach(async () => {
  await office.close()
  removeCopies()
})

const change = (person: string, roles: Role[] = ['reader', 'section']) => ({ person: office.id(person), roles, reason: '兼任科室经办' })

/** A second 系统管理员 with an account of their own. */
const secondSystemAdmin = async () => {
  const { id } = await withPassword(office, ['systemAdmin'], { name: '何系' })
  await office.as('钱安')
  return id
}

it('三员 roles are changed by two officers, and both signatures are kept with the change', async () => {
  await office.signed('郑系', 'people.setRoles', change('周阅'))
  const { rows } = await office.ok('people.changes', { person: office.id('周阅') })
  expect(rows).toMatchObject([{ act: 'people.setRoles', by: '钱安', signed: [{ by: '钱安' }, { by: '郑系' }] }])
  await office.station.lock('locked')
  expect(verify(office.dir).verdict.broken).toEqual([])
})

it('三员 nobody but a 系统管理员 agrees, and only to what was asked', async () => {
  const wanted = change('周阅')
  expect(await office.no('people.setRoles', wanted)).toMatchObject({ code: 'input.missing', field: 'ticket' })
  for (const person of ['李保', '王管', '冯审', '周阅'])
    expect(await office.notSigned(person, 'people.setRoles', wanted)).toMatchObject({ code: 'rule.forbids', clause: '三员', field: 'ticket' })
  const own = { name: '钱安', password: passwordOf('钱安'), step: { call: 'people.setRoles' as const, input: wanted } }
  expect(await office.no('session.countersign', own)).toMatchObject({ code: 'rule.forbids' })
  const ticket = await office.ticket('郑系', 'people.setRoles', wanted)
  for (const other of [change('吴阅'), change('周阅', ['reader', 'officer']), { ...wanted, reason: '另有原因' }])
    expect(await office.no('people.setRoles', { ...other, ticket })).toMatchObject({ code: 'session.ticket', field: 'ticket' })
  expect((await office.ok('people.changes', { person: office.id('周阅') })).rows).toEqual([])
  await office.ok('people.setRoles', { ...wanted, ticket })
  expect(await office.no('people.setRoles', { ...wanted, ticket })).toMatchObject({ code: 'session.ticket' })
})

it('三员 a 系统管理员 does not agree to a change of their own roles', async () => {
  const id = await secondSystemAdmin()
  const wanted = { person: id, roles: ['reader' as const], reason: '轮岗' }
  expect(await office.notSigned('何系', 'people.setRoles', wanted)).toMatchObject({ code: 'rule.forbids', clause: '三员', field: 'ticket' })
  await office.signed('郑系', 'people.setRoles', wanted)
  // Who is a 系统管理员 no more agrees to nothing, though their leave was given before.
  expect(await office.notSigned('何系', 'people.setRoles', change('周阅'))).toMatchObject({ code: 'rule.forbids', clause: '三员' })
})

it('三员 the verifier misses a signature that was taken from a change of roles, and one that was given for another', async () => {
  await office.signed('郑系', 'people.setRoles', change('周阅'))
  await office.signed('郑系', 'people.setRoles', change('吴阅'))
  await office.station.close()
  const tamper = async (sql: string) => {
    await behindTheDoor(office.dir, (database) => withoutTriggers(database, () => database.exec(sql)))
    return verify(office.dir).verdict.broken.map(({ why }) => why)
  }
  expect((await tamper("UPDATE person_change SET after = 'reader officer' WHERE id = 1")).join('\n')).toContain('两人对同一变动的签名')
  expect((await tamper('UPDATE person_change SET agree_signature = NULL WHERE id = 2')).join('\n')).toContain('两人对同一变动的签名')
})

it('三员 what the vault refuses of a mix of duties, it refuses before a second officer is asked, and records it', async () => {
  await office.as('钱安')
  const asked = (name: string, roles: ('auditor' | 'officer' | 'reader' | 'systemAdmin')[]) => ({ person: office.id(name), roles })
  await office.ok('people.checkRoles', asked('周阅', ['reader', 'officer']))
  expect(await office.no('people.checkRoles', asked('冯审', ['auditor', 'systemAdmin']))).toMatchObject({ clause: '三员', field: 'roles' })
  expect(await office.no('people.checkRoles', asked('冯审', ['reader']))).toMatchObject({ message: expect.stringContaining('最后一名安全审计员') })
  expect(await office.no('people.checkRoles', asked('钱安', ['reader']))).toMatchObject({ message: expect.stringContaining('不得调整本人的角色') })
  await office.as('冯审')
  expect((await office.ok('audit.list', { call: 'people.checkRoles', outcome: 'refused' })).rows).toHaveLength(3)
})
