import Sqlite from 'better-sqlite3'
import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest'
import { canonicalJson, sha256 } from '../../../tools/verify/canonical.ts'
import { databaseKey, openDataKey, readKeyFile } from '../../../tools/verify/keys.ts'
import { verifyVault } from '../../../tools/verify/verify.ts'
import { copyOf, removeCopies } from '../../support/attack.ts'
import { type Office, openOffice, passwordOf, staff } from '../../support/office.ts'
import { editKeyFile } from '../../support/spoilt.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
  await office.as('李保')
  await office.ok('documents.register', office.incoming({ title: '关于换钥前登记的函' }))
})
afterEach(() => office.close())
afterAll(removeCopies)

const keyOf = async (dir: string, name = '冯审') => {
  const file = readKeyFile(dir)
  return databaseKey(file, await openDataKey(file, name, passwordOf(name)))
}
const opens = (path: string, key: Buffer) => {
  const database = new Sqlite(path, { readonly: true })
  try {
    database.pragma("cipher = 'sqlcipher'")
    database.pragma('legacy = 4')
    database.pragma(`key = "x'${key.toString('hex')}'"`)
    return database.prepare('SELECT count(*) AS n FROM audit_entry').get() !== undefined
  } catch {
    return false
  } finally {
    database.close()
  }
}
const renew = async () => {
  await office.as('郑系')
  return office.ok('keys.renew', {})
}

it('口令 更换数据密钥: the old key opens the new database no more, nor the new one the old; everybody comes in as before', async () => {
  await office.station.lock('locked')
  const before = copyOf(office.dir)
  const done = await renew()
  expect(done.persons).toBe(staff.length + 3)
  // The session that renewed it goes on
  expect((await office.ok('people.list', {})).rows).toHaveLength(staff.length + 3)
  await office.station.lock('locked')
  const [old, fresh] = [await keyOf(before), await keyOf(office.dir)]
  const after = join(copyOf(office.dir), 'vault.db')
  expect([opens(join(before, 'vault.db'), old), opens(after, fresh)]).toEqual([true, true])
  expect([opens(after, old), opens(join(before, 'vault.db'), fresh)]).toEqual([false, false])
  for (const { name } of staff) await office.as(name)
  await office.as('李保')
  expect((await office.ok('documents.list', { text: '换钥前' })).total).toBe(1)
  await office.ok('documents.register', office.incoming())
})

it('口令 it is on record, the record holds, and nothing is left of the way there', async () => {
  const { entries } = await renew()
  for (const name of ['renewed.db', 'renewed-keys.json', 'renewed.db-wal']) expect(existsSync(join(office.dir, name))).toBe(false)
  await office.as('冯审')
  const { rows } = await office.ok('audit.list', { call: 'keys.renew' })
  expect(rows.map(({ actor, outcome, seq }) => ({ actor, outcome, seq }))).toEqual([{ actor: '郑系', outcome: 'done', seq: entries - 2 }])
  expect(await office.ok('audit.verify', {})).toMatchObject({ ok: true })
  await office.station.lock('locked')
  expect((await verifyVault({ dir: office.dir, person: '冯审', password: passwordOf('冯审') })).broken).toEqual([])
})

it('口令 a key file from before the renewal opens nothing of what stands there now', async () => {
  await office.station.lock('locked')
  const before = copyOf(office.dir)
  await renew()
  await office.station.lock('locked')
  copyFileSync(join(before, 'keys.json'), join(office.dir, 'keys.json'))
  expect(await office.no('session.signIn', { name: '李保', password: passwordOf('李保') })).toMatchObject({ code: 'vault.damaged' })
})

it('口令 nothing is sealed to a key that somebody put into the file meanwhile', async () => {
  await office.as('郑系')
  const whole = readFileSync(join(office.dir, 'keys.json'))
  const resum = (file: object) => sha256(Buffer.from(canonicalJson(file))).toString('hex')
  editKeyFile(
    office.dir,
    ({ slots }) => {
      const [one, other] = slots as [(typeof slots)[0], (typeof slots)[0]]
      one.lock = { ...one.lock, publicKey: other.lock.publicKey }
    },
    resum,
  )
  const database = readFileSync(join(office.dir, 'vault.db')).subarray(0, 16)
  for (const [call, input] of [
    ['keys.renew', {}],
    ['session.changePassword', { current: passwordOf('郑系'), next: 'Another#2026pass' }],
    ['people.resetPassword', { person: office.id('周阅'), initialPassword: 'Initial#2026pass' }],
  ] as const)
    expect(await office.no(call, input)).toMatchObject({ code: 'vault.damaged' })
  expect(readFileSync(join(office.dir, 'vault.db')).subarray(0, 16)).toEqual(database)
  expect(readFileSync(join(office.dir, 'keys.json'))).not.toEqual(whole)
})

it('口令 while another program reads the database nothing is switched: the old one stays, and serves on', async () => {
  await office.as('郑系')
  const before = readKeyFile(office.dir).database
  const reader = new Sqlite(join(office.dir, 'vault.db'), { readonly: true })
  reader.pragma("cipher = 'sqlcipher'")
  reader.pragma('legacy = 4')
  reader.pragma(`key = "x'${(await keyOf(office.dir)).toString('hex')}'"`)
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM audit_entry').get()
  await office.ok('people.list', {})
  await office.no('people.openAccount', { person: 4, initialPassword: 'Initial#2026pass' })
  expect(await office.no('keys.renew', {})).toMatchObject({ code: 'vault.busy' })
  reader.exec('COMMIT')
  reader.close()
  expect(readKeyFile(office.dir).database).toBe(before)
  expect(existsSync(join(office.dir, 'renewed.db'))).toBe(false)
  await office.ok('keys.renew', {})
  expect(readKeyFile(office.dir).database).not.toBe(before)
})
