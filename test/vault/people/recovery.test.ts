import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStation } from '../../../electron/vault/station.ts'
import { settableClock } from '../../../electron/vault/door/clock.ts'
import { argonFloor } from '../../../electron/vault/storage/key-wrap.ts'
import { verifyVault } from '../../../tools/verify/verify.ts'
import { identityOf, MORNING, type Office, openOffice, passwordOf } from '../../support/office.ts'

const FRESH = 'Recovered#2026'

let office: Office
beforeEach(async () => {
  office = await openOffice()
  await office.as('李保')
  await office.ok('documents.register', office.incoming({ title: '关于演练恢复的函' }))
  await office.station.lock('locked')
})
afterEach(() => office.close())

const [ONE, TWO, THREE] = [0, 1, 2]
const sheet = (place: number) => office.sheets[place] as string
const recover = (first: number, second: number, name = '郑系') =>
  office.station.call('setup.recover', { name, first: sheet(first), second: sheet(second), password: FRESH })
const refusalOf = async (over: object) => office.no('setup.recover', { name: '郑系', first: sheet(0), second: sheet(1), password: FRESH, ...over })

/** All passwords are lost but what the sheets give: the officer resets another's, who comes in and reads. */
const goOn = async () => {
  await office.ok('session.signIn', { name: '郑系', password: FRESH })
  expect(await office.no('people.list', {})).toMatchObject({ code: 'session.mustChangePassword' })
  await office.ok('session.changePassword', { current: FRESH, next: 'AfterRecovery#26' })
  await office.ok('people.resetPassword', { person: office.id('李保'), initialPassword: 'Initial#2026pass' })
  await office.ok('session.signOut', {})
  await office.ok('session.signIn', { name: '李保', password: 'Initial#2026pass' })
  await office.ok('session.changePassword', { current: 'Initial#2026pass', next: 'AfterRecovery#26' })
  const { rows } = await office.ok('documents.list', {})
  expect(rows[0]?.title).toBe('关于演练恢复的函')
}

it.each([
  [ONE, TWO],
  [THREE, TWO],
  [ONE, THREE],
])(
  '口令 drill: every password is gone, sheets %i and %i (counted from 0) bring a 系统管理员 back, and through them a title is read',
  async (first, second) => {
    const reply = await recover(first, second)
    expect(reply).toMatchObject({ ok: true, output: { name: '郑系', sheets: [first + 1, second + 1] } })
    expect(await office.no('session.signIn', { name: '郑系', password: passwordOf('郑系') })).toMatchObject({ code: 'session.wrongPassword' })
    await goOn()
    await office.as('冯审')
    const { rows } = await office.ok('audit.list', { call: 'setup.recover' })
    expect(rows).toMatchObject([{ actor: '郑系', role: '系统管理员', outcome: 'done', object: '郑系' }])
    expect(await office.ok('audit.verify', {})).toMatchObject({ ok: true })
    await office.station.lock('locked')
    expect((await verifyVault({ dir: office.dir, person: '冯审', password: passwordOf('冯审') })).broken).toEqual([])
  },
)

it('锁定 both officers locked out: the sheets lift the lock of one, who lifts the others', async () => {
  for (const name of ['郑系', '钱安'])
    for (let wrong = 0; wrong < 5; wrong += 1) await office.no('session.signIn', { name, password: 'wrong#password1' })
  expect(await recover(ONE, TWO, '钱安')).toMatchObject({ ok: true })
  await office.ok('session.signIn', { name: '钱安', password: FRESH })
  await office.ok('session.changePassword', { current: FRESH, next: 'AfterRecovery#26' })
  await office.ok('people.unlock', { person: office.id('郑系') })
  await office.as('郑系')
})

it('口令 the sheets open what was put under another data key since', async () => {
  await office.as('郑系')
  await office.ok('keys.renew', {})
  await office.station.lock('locked')
  expect(await recover(TWO, THREE)).toMatchObject({ ok: true })
  await goOn()
})

it('口令 mistyped, twice the same, of another vault: each is refused in its own words, and on record', async () => {
  const other = await openOffice({ level: 'secret' })
  const wrong = sheet(1).replace(/.$/, (last) => (last === 'X' ? 'Y' : 'X'))
  expect(await refusalOf({ second: wrong })).toMatchObject({ code: 'input.format', field: 'second', message: expect.stringContaining('抄录有误') })
  expect(await refusalOf({ first: '恢复单' })).toMatchObject({ code: 'input.format', field: 'first' })
  expect(await refusalOf({ second: sheet(0) })).toMatchObject({ code: 'rule.forbids', clause: '口令', message: expect.stringContaining('同一份') })
  expect(await refusalOf({ second: other.sheets[1] })).toMatchObject({
    code: 'rule.forbids',
    field: 'second',
    message: expect.stringContaining('不是本登记库'),
  })
  expect(await refusalOf({ password: 'short#1' })).toMatchObject({ clause: '口令', field: 'password' })
  for (const name of ['冯审', '李保', '无此人']) expect(await refusalOf({ name })).toMatchObject({ clause: '三员', field: 'name' })
  await other.close()
  await office.as('冯审')
  const { rows } = await office.ok('audit.list', { call: 'setup.recover' })
  expect(rows).toHaveLength(8)
  for (const { outcome } of rows) expect(outcome).toBe('refused')
  // Nobody's password changed by any of it
  await office.as('郑系')
})

it('口令 what stands on the sheets is told once and written nowhere', async () => {
  const dir = join(office.dir, '..', 'new')
  const station = openStation({ dir, clock: settableClock(MORNING), argon: argonFloor })
  const officer = (name: string) => ({ name, password: passwordOf(name) })
  const founder = (name: string) => ({ ...officer(name), identity: identityOf(name) })
  const officers = { systemAdmin: founder('甲'), securityAdmin: founder('乙'), auditor: founder('丙') }
  const made = await station.call('setup.create', { unit: '另一单位', level: 'secret', calendarYears: [2026], officers })
  const { sheets } = (made as { output: { sheets: { words: string; ticket: string }[] } }).output
  expect(sheets).toHaveLength(3)
  for (const { ticket } of sheets) expect(station.redeem(ticket)).toMatchObject({ kind: 'sealed' })
  for (const file of ['keys.json', 'vault.db']) {
    const bytes = readFileSync(join(dir, file))
    for (const { words } of sheets) expect([bytes.includes(words), bytes.includes(words.replaceAll('-', ''))]).toEqual([false, false])
  }
  await station.call('session.signIn', officer('甲'))
  for (const { ticket } of sheets) expect(station.redeem(ticket)).toBeNull()
  await station.close()
})
