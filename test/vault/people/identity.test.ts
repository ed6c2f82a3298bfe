import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Input } from '../../../contract/index.ts'
import type { Role } from '../../../contract/terms.ts'
import { settableClock } from '../../../electron/vault/door/clock.ts'
import { openStation } from '../../../electron/vault/station.ts'
import { argonFloor } from '../../../electron/vault/storage/key-wrap.ts'
import { behindTheDoor, removeCopies, verify, withoutTriggers } from '../../support/attack.ts'
import { identityOf, initialPasswordOf, MORNING, type Office, openOffice, passwordOf } from '../../support/office.ts'
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

const entry = (name: string, identity: string, roles: Role[]) => ({ name, identity, department: '保密工作机构', roles })
const roles = (person: number, ...wanted: Role[]) => ({ person, roles: wanted, reason: '轮岗' })
const three = { code: 'rule.forbids', clause: '三员' } as const

/** A second account of somebody, ready to sign in. */
const secondAccount = async (name: string, of: string, ...held: Role[]) => (await withPassword(office, held, { name, identity: identityOf(of) })).id

it('三员 the auditor is no other of the three through a second account either, in whatever order', async () => {
  const auditor = identityOf('冯审')
  for (const role of ['systemAdmin', 'securityAdmin'] as const) {
    expect(await office.no('people.add', entry('冯审二', auditor, [role]))).toMatchObject({ ...three, field: 'identity' })
    expect(await office.no('people.add', entry('另审', identityOf(role === 'systemAdmin' ? '郑系' : '钱安'), ['auditor']))).toMatchObject({
      ...three,
      field: 'identity',
    })
  }
  // By a change of roles: two accounts of one person, one of which is to become the auditor’s.
  const second = await secondAccount('郑系（安保）', '郑系', 'securityAdmin')
  await office.as('钱安')
  expect(await office.notSigned('郑系', 'people.setRoles', roles(second, 'auditor'))).toMatchObject({ ...three, field: 'roles' })
})

it('三员 a closed account counts: it could be opened again', async () => {
  const { id } = await office.ok('people.add', entry('何审', 'QH-0077', ['auditor']))
  await office.as('郑系')
  await office.ok('people.openAccount', { person: id, initialPassword: initialPasswordOf('何审') })
  await office.ok('people.disableAccount', { person: id, reason: '离岗' })
  await office.as('钱安')
  expect(await office.no('people.add', entry('何系', 'QH-0077', ['systemAdmin']))).toMatchObject({ ...three, field: 'identity' })
})

it('三员 one number has one form: width, case and spaces around it tell nobody apart', async () => {
  await office.ok('people.add', entry('许新', 'qh-0012x', ['reader']))
  for (const same of ['QH-0012X', ' qh-0012X ', 'ＱＨ－００１２Ｘ'])
    expect(await office.no('people.add', entry('许新二', same, ['reader']))).toMatchObject({
      code: 'input.duplicate',
      clause: '三员',
      field: 'identity',
    })
  for (const wrong of ['123', 'QH 0012', '工0012', '-0012', 'QH_0012'])
    expect(await office.no('people.add', entry('许新二', wrong, ['reader']))).toMatchObject({ field: 'identity' })
})

it('三员 one person has one account, and the three see no titles through a second one', async () => {
  for (const held of [['officer'], ['reader']] as Role[][])
    for (const of of ['李保', '郑系', '钱安', '冯审'])
      expect(await office.no('people.add', entry('另一账户', identityOf(of), held))).toMatchObject({ code: 'input.duplicate', field: 'identity' })
})

it('三员 in a small unit 系统管理员 and 安全保密管理员 are one person with two accounts, who agrees to nothing with the one that they ask with the other', async () => {
  const second = await secondAccount('钱安（系统）', '钱安', 'systemAdmin')
  // A third account, and any other duty of either, are refused.
  await office.as('钱安')
  expect(await office.no('people.add', entry('钱安三', identityOf('钱安'), ['systemAdmin']))).toMatchObject({ code: 'input.duplicate' })
  expect(await office.notSigned('钱安（系统）', 'people.setRoles', roles(office.id('周阅'), 'reader', 'section'))).toMatchObject({
    ...three,
    field: 'ticket',
  })
  await office.signed('郑系', 'people.setRoles', roles(office.id('周阅'), 'reader', 'section'))
  expect(await office.notSigned('郑系', 'people.setRoles', roles(second, 'reader'))).toMatchObject({ ...three, field: 'person' })
  // Nor does one help the other out of a lock, a lost password or an account.
  await office.as('钱安（系统）')
  for (const [call, more] of [
    ['people.resetPassword', { initialPassword: initialPasswordOf('钱安') }],
    ['people.disableAccount', { reason: '离岗' }],
  ] as const)
    expect(await office.no(call, { person: office.id('钱安'), ...more })).toMatchObject({ code: 'rule.forbids', field: 'person' })
  await office.station.lock('locked')
  for (let wrong = 0; wrong < 5; wrong += 1) await office.no('session.signIn', { name: '钱安', password: 'Wrong#2026pass' })
  await office.as('钱安（系统）')
  expect(await office.no('people.unlock', { person: office.id('钱安') })).toMatchObject({ code: 'rule.forbids', clause: '锁定' })
  await office.as('郑系')
  await office.ok('people.unlock', { person: office.id('钱安') })
})

it('三员 a new vault is not made with an auditor who is another of the three; the other two may be one person', async () => {
  const founders = (...numbers: readonly string[]) => {
    const [systemAdmin, securityAdmin, auditor] = ['甲', '乙', '丙'].map((name, place) => ({
      name,
      identity: numbers[place] as string,
      password: passwordOf(name),
    })) as [Founder, Founder, Founder]
    return { unit: '另一单位', level: 'secret' as const, calendarYears: [2026], officers: { systemAdmin, securityAdmin, auditor } }
  }
  const station = openStation({
    dir: join(mkdtempSync(join(tmpdir(), 'mijuan-identity-')), 'vault'),
    clock: settableClock(MORNING),
    argon: argonFloor,
  })
  for (const numbers of [
    ['QH-1', 'QH-2', 'qh-1'],
    ['QH-1', 'QH-2', 'QH-2'],
  ] as const)
    expect(await station.call('setup.create', founders(...numbers))).toMatchObject({
      ok: false,
      refused: { ...three, field: 'officers.auditor.identity' },
    })
  expect(await station.call('setup.create', founders('QH-1', 'QH-1', 'QH-2'))).toMatchObject({ ok: true })
  await station.close()
})
type Founder = Input<'setup.create'>['officers']['auditor']

it('三员 a number that somebody may not have is refused before a second officer is asked', async () => {
  const asked = (person: string, identity: string) => office.no('people.checkIdentity', { person: office.id(person), identity })
  await office.ok('people.checkIdentity', { person: office.id('周阅'), identity: 'QH-0099' })
  for (const taken of ['冯审', '李保', '周阅']) expect(await asked('周阅', identityOf(taken))).toMatchObject({ clause: '三员', field: 'identity' })
  expect(await asked('钱安', 'QH-0099')).toMatchObject({ ...three, field: 'person' })
  expect((await office.ok('people.list', { text: '周阅' })).rows).toMatchObject([{ identity: identityOf('周阅') }])
})

it('三员 a mistyped number is put right by two officers, and the log holds neither', async () => {
  const wanted = { person: office.id('周阅'), identity: 'QH-0099', reason: '录入有误' }
  for (const person of ['李保', '冯审', '周阅'])
    expect(await office.notSigned(person, 'people.correctIdentity', wanted)).toMatchObject({ ...three, field: 'ticket' })
  expect(await office.notSigned('郑系', 'people.correctIdentity', { ...wanted, person: office.id('钱安') })).toMatchObject({
    ...three,
    field: 'person',
  })
  for (const taken of [identityOf('冯审'), identityOf('李保'), identityOf('周阅')])
    expect(await office.notSigned('郑系', 'people.correctIdentity', { ...wanted, identity: taken })).toMatchObject({
      clause: '三员',
      field: 'identity',
    })
  await office.signed('郑系', 'people.correctIdentity', wanted)
  const { rows } = await office.ok('people.changes', { person: office.id('周阅') })
  expect(rows).toMatchObject([
    { act: 'people.correctIdentity', before: identityOf('周阅'), after: 'QH-0099', signed: [{ by: '钱安' }, { by: '郑系' }] },
  ])
  expect((await office.ok('people.list', { text: '周阅' })).rows).toMatchObject([{ identity: 'QH-0099' }])
  await office.as('冯审')
  const log = JSON.stringify(await office.ok('audit.list', {}))
  expect(log).toContain('people.correctIdentity')
  for (const number of ['QH-0099', identityOf('周阅')]) expect(log).not.toContain(number)
  await office.station.lock('locked')
  expect(verify(office.dir).verdict.broken).toEqual([])
  for (const file of ['keys.json', 'heads.log']) expect(readFileSync(join(office.dir, file), 'utf8')).not.toContain(identityOf('李保'))
})

it('三员 the verifier misses a second account that was entered behind the door', async () => {
  await office.station.close()
  await behindTheDoor(office.dir, (database) =>
    withoutTriggers(database, () => database.exec(`UPDATE person SET identity = '${identityOf('冯审')}' WHERE name = '郑系'`)),
  )
  expect(
    verify(office.dir)
      .verdict.broken.map(({ why }) => why)
      .join('\n'),
  ).toContain('同一人员编号')
})
