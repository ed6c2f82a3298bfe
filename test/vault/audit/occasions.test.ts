import { afterEach, beforeEach, expect, it } from 'vitest'
import { occasionLabel } from '../../../contract/terms.ts'
import { behindTheDoor, copyOf, rebuildRecord, removeCopies, verify, withoutTriggers } from '../../support/attack.ts'
import { type Office, openOffice, passwordOf } from '../../support/office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(async () => {
  await office.close()
  removeCopies()
})

const newest = async (count: number) => {
  await office.as('冯审')
  return (await office.ok('audit.checkpoints', { limit: count })).rows.map(({ occasion, by }) => `${occasionLabel[occasion]} ${by}`)
}
const entriesNow = async () => {
  await office.as('冯审')
  return (await office.ok('audit.list', { limit: 9 })).rows
}
const expectWhole = async () => {
  await office.station.lock('locked')
  expect(verify(office.dir).verdict.broken).toEqual([])
}

it('审计 a change of roles makes a checkpoint, signed by whoever changed them, that covers its entry; it has an entry of its own', async () => {
  await office.as('钱安')
  await office.signed('郑系', 'people.setRoles', { person: office.id('李保'), roles: ['officer', 'reader'], reason: '兼任阅文' })
  expect(await newest(1)).toEqual(['人员变更 钱安'])
  const entries = await entriesNow()
  const own = entries.find(({ call }) => call === 'vault.checkpoint')
  const act = entries.find(({ call }) => call === 'people.setRoles')
  expect(act?.actor).toBe('钱安')
  expect(own).toMatchObject({ act: '存检查点', actor: '钱安', object: `检查点${own?.seq}`, facts: [{ text: '人员变更' }] })
  expect(own?.seq).toBe((act?.seq ?? 0) + 1)
  await expectWhole()
})

it('审计 an account that is opened, reset and closed, and the first own password, each make a checkpoint; a later password does not', async () => {
  await office.as('钱安')
  const { id } = await office.ok('people.add', { name: '孙新', identity: '90001', department: '办公室', roles: ['reader'] })
  await office.as('郑系')
  await office.ok('people.openAccount', { person: id, initialPassword: passwordOf('初始') })
  await office.ok('people.resetPassword', { person: id, initialPassword: passwordOf('另初始') })
  await office.ok('session.signOut', {})
  await office.ok('session.signIn', { name: '孙新', password: passwordOf('另初始') })
  await office.ok('session.changePassword', { current: passwordOf('另初始'), next: passwordOf('孙新') })
  await office.ok('session.changePassword', { current: passwordOf('孙新'), next: passwordOf('又一个') })
  await office.as('郑系')
  await office.ok('people.disableAccount', { person: id, reason: '调离' })
  expect(await newest(4)).toEqual(['人员变更 郑系', '密钥变更 孙新', '密钥变更 郑系', '密钥变更 郑系'])
  await expectWhole()
})

it('审计 a signing key that is made while signing in place is covered by a checkpoint of whoever is signed in', async () => {
  await office.as('郑系')
  await office.ok('people.resetPassword', { person: office.id('周阅'), initialPassword: passwordOf('初始') })
  await office.as('李保')
  const step = { call: 'circulation.sign' as const, input: { leg: 1 } }
  await office.ok('session.countersign', { name: '周阅', password: passwordOf('初始'), next: passwordOf('周阅又'), step })
  expect(await newest(1)).toEqual(['密钥变更 李保'])
  await expectWhole()
})

it('审计 a new data key makes a checkpoint under the new key', async () => {
  await office.as('郑系')
  await office.ok('keys.renew', {})
  expect(await newest(1)).toEqual(['密钥变更 郑系'])
  await expectWhole()
})

it('审计 what is refused makes none', async () => {
  await office.as('钱安')
  const before = await newest(1)
  await office.as('钱安')
  await office.notSigned('郑系', 'people.setRoles', { person: office.id('李保'), roles: ['officer', 'auditor'], reason: '不允许' })
  expect(await newest(1)).toEqual(before)
})

it('审计 whoever rewrites the record with the data key in hand cannot leave the checkpoints out: they are missed', async () => {
  await office.station.lock('locked')
  const dir = copyOf(office.dir)
  await behindTheDoor(dir, (database) =>
    withoutTriggers(database, () => {
      database.exec('DELETE FROM checkpoint')
      rebuildRecord(database)
    }),
  )
  const { verdict } = verify(dir)
  expect(verdict.broken.filter(({ what }) => what === '检查点').map(({ why }) => why)).toContain('这一条所记的检查点不在库中')
})
