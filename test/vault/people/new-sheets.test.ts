import Sqlite from 'better-sqlite3'
import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest'
import { databaseKey, openDataKey, readKeyFile } from '../../../tools/verify/keys.ts'
import { verifyVault } from '../../../tools/verify/verify.ts'
import { behindTheDoor, copyOf, removeCopies, withoutTriggers } from '../../support/attack.ts'
import { mediumOf } from '../../support/records.ts'
import { identityOf, type Office, openOffice, passwordOf } from '../../support/office.ts'

const FRESH = 'Recovered#2026'
const WHY = { reason: '演练时启封使用' }
const TITLE = '关于换发恢复单的函'

let office: Office
beforeEach(async () => {
  office = await openOffice()
  await office.as('李保')
  await office.ok('documents.register', office.incoming({ title: TITLE }))
})
afterEach(() => office.close())
afterAll(removeCopies)

const made = async (second = '钱安') => {
  await office.as('郑系')
  const { sheets } = await office.signed(second, 'keys.newSheets', WHY)
  return sheets.map(({ words }) => words)
}
const recover = async (first: string | undefined, second: string | undefined, name = '郑系') => {
  await office.station.lock('locked')
  return office.station.call('setup.recover', { name, first, second, password: FRESH })
}
const PAIRS = [
  [0, 1],
  [2, 1],
  [0, 2],
] as const
const verified = async () => {
  await office.station.lock('locked')
  return (await verifyVault({ dir: office.dir, person: '冯审', password: passwordOf('冯审') })).broken
}

it('口令 换发密钥恢复单: the old sheets open nothing from that moment, one old and one new neither, and any two new ones do', {
  timeout: 180_000,
}, async () => {
  const fresh = await made()
  for (const [one, other] of PAIRS)
    expect(await recover(office.sheets[one], office.sheets[other])).toMatchObject({ ok: false, refused: { code: 'rule.forbids', field: 'first' } })
  for (const [one, other] of PAIRS)
    expect(await recover(fresh[one], office.sheets[other])).toMatchObject({ ok: false, refused: { code: 'rule.forbids', field: 'second' } })
  // None of it opened anything
  await office.as('郑系')
  for (const [one, other] of PAIRS) {
    expect(await recover(fresh[one], fresh[other])).toMatchObject({ ok: true })
    await office.ok('session.signIn', { name: '郑系', password: FRESH })
  }
  await office.ok('session.changePassword', { current: FRESH, next: 'AfterRecovery#26' })
  await office.as('李保')
  expect((await office.ok('documents.list', {})).rows[0]?.title).toBe(TITLE)
})

it('口令 the new ones open what was put under another data key since, and the next set puts them out of force in turn', async () => {
  const second = await made('冯审')
  await office.ok('keys.renew', {})
  const third = await made()
  expect(await recover(second[0], second[1])).toMatchObject({ ok: false, refused: { code: 'rule.forbids' } })
  await office.as('郑系')
  await office.ok('keys.renew', {})
  expect(await recover(third[2], third[1])).toMatchObject({ ok: true })
  expect(await verified()).toEqual([])
})

it('口令 the old sheets with the key file from before open nothing that stands there now', async () => {
  await office.station.lock('locked')
  const before = copyOf(office.dir)
  await made()
  await office.station.lock('locked')
  copyFileSync(join(before, 'keys.json'), join(office.dir, 'keys.json'))
  expect(await recover(office.sheets[0], office.sheets[1])).toMatchObject({ ok: false, refused: { code: 'vault.damaged' } })
})

it('三员 it takes another of the three: not the same person again, nor on a second account, nor anybody else, nor alone', async () => {
  await office.as('钱安')
  const { id } = await office.ok('people.add', {
    name: '郑系（安保）',
    identity: identityOf('郑系'),
    department: '保密工作机构',
    roles: ['securityAdmin'],
  })
  await office.as('郑系')
  await office.ok('people.openAccount', { person: id, initialPassword: 'Initial#2026pass' })
  const before = readKeyFile(office.dir)
  expect(await office.no('keys.newSheets', WHY)).toMatchObject({ code: 'input.missing', field: 'ticket' })
  for (const name of ['李保', '周阅'])
    expect(await office.notSigned(name, 'keys.newSheets', WHY)).toMatchObject({ code: 'rule.forbids', clause: '三员', field: 'ticket' })
  const own = { name: '郑系（安保）', password: 'Initial#2026pass', next: 'SecondAccount#26', step: { call: 'keys.newSheets' as const, input: WHY } }
  const { ticket } = await office.ok('session.countersign', own)
  expect(await office.no('keys.newSheets', { ...WHY, ticket })).toMatchObject({ code: 'rule.forbids', clause: '三员' })
  const agreed = await office.ticket('钱安', 'keys.newSheets', WHY)
  expect(await office.no('keys.newSheets', { reason: '另一缘由', ticket: agreed })).toMatchObject({ code: 'session.ticket' })
  expect(readKeyFile(office.dir).database).toBe(before.database)
  await office.as('钱安')
  expect(await office.no('keys.newSheets', { ...WHY, ticket: agreed })).toMatchObject({ code: 'session.role' })
})

it('三员 the record names both, says what was done and keeps why; the checkpoint and 末条登记 follow; what stands on the sheets is in none of it', async () => {
  await office.as('郑系')
  const { sheets } = await office.signed('钱安', 'keys.newSheets', WHY)
  for (const { ticket } of sheets) expect(office.station.redeem(ticket)).toMatchObject({ kind: 'sealed' })
  const [first] = sheets
  for (const how of ['cancelled', 'printed', 'printed'] as const) {
    expect(office.station.redeem(first?.ticket ?? '')).toMatchObject({ kind: 'sealed' })
    await office.station.delivered(first?.ticket ?? '', how)
  }
  await office.station.lock('locked')
  for (const { ticket } of sheets) expect(office.station.redeem(ticket)).toBeNull()
  for (const name of readdirSync(office.dir)) {
    const bytes = readFileSync(join(office.dir, name))
    for (const { words } of sheets) expect([name, bytes.includes(words), bytes.includes(words.replaceAll('-', ''))]).toEqual([name, false, false])
  }
  expect(readFileSync(join(office.dir, 'heads.log'), 'utf8')).toContain('密钥变更')
  await office.as('冯审')
  const said = JSON.stringify(await office.ok('audit.list', {}))
  // Three groups in a row: one alone may be four figures, as any number in the record
  for (const { words } of sheets)
    for (const three of words.match(/\w{4}-\w{4}-\w{4}/g) ?? []) expect(said.includes(three) || said.includes(three.replaceAll('-', ''))).toBe(false)
  const { rows } = await office.ok('audit.list', { call: 'keys.newSheets' })
  expect(rows).toMatchObject([{ actor: '郑系', role: '系统管理员', outcome: 'done' }])
  expect((await office.ok('audit.list', { call: 'session.countersign' })).rows).toMatchObject([{ object: '钱安', outcome: 'done' }])
  // Each time that it went to the printer is on record
  expect((await office.ok('audit.list', { call: 'shell.printed' })).rows).toMatchObject([{ object: '密钥恢复单1' }, { object: '密钥恢复单1' }])
  expect(await office.ok('audit.verify', {})).toMatchObject({ ok: true })
  expect(await verified()).toEqual([])
})

it.each([
  ['a signature left out', 'UPDATE recovery_set SET agree_signature = set_signature WHERE id = 2', '换发没有经办人和另一人的签名'],
  ['somebody without the duty', `UPDATE person SET roles = '["reader"]' WHERE name = '钱安'`, '会签人当时不是安全保密管理员或安全审计员'],
  ['a 系统管理员 who was none', `UPDATE person SET roles = '["reader"]' WHERE name = '郑系'`, '经办人当时不是系统管理员'],
  ['one person with two accounts', "UPDATE person SET identity = (SELECT identity FROM person WHERE name = '郑系')", '经办人与会签人是同一人'],
  ['a set that nobody signed for', "UPDATE recovery_set SET public_key = 'another' WHERE id = 2", '签的不是这一行'],
])('审计 the verifier finds %s', async (_what, sql, why) => {
  await made()
  await office.station.lock('locked')
  await behindTheDoor(office.dir, (database) => withoutTriggers(database, () => database.exec(sql)))
  expect((await verified()).map((each) => each.why).join('\n')).toContain(why)
})

const reminded = async (name: string) => {
  await office.as(name)
  const { reminders } = await office.ok('today.home', {})
  return reminders.filter(({ text }) => text.includes('恢复单'))
}

it('口令 opened sheets are spoken of on 今日 of both officers until there are new ones, and those until they lie sealed', async () => {
  expect(await reminded('郑系')).toEqual([])
  expect(await recover(office.sheets[0], office.sheets[2], '钱安')).toMatchObject({ ok: true })
  const opened = { level: 'urgent', text: expect.stringContaining('已于2026-03-10启封使用'), desk: 'office' }
  expect(await reminded('郑系')).toMatchObject([opened])
  await office.ok('session.signOut', {})
  await office.ok('session.signIn', { name: '钱安', password: FRESH })
  await office.ok('session.changePassword', { current: FRESH, next: 'AfterRecovery#26' })
  expect((await office.ok('today.home', {})).reminders).toContainEqual(opened)
  for (const other of ['冯审', '李保', '王管']) expect(await reminded(other)).toEqual([])
  await made('冯审')
  expect(await reminded('郑系')).toMatchObject([{ level: 'warning', text: expect.stringContaining('尚未登记封存') }])
  await office.ok('keys.sheetsSealed', {})
  expect(await reminded('郑系')).toEqual([])
  expect(await office.no('keys.sheetsSealed', {})).toMatchObject({ code: 'state.forbids', message: expect.stringContaining('已登记封存') })
  expect(await verified()).toEqual([])
})

it('口令 what was opened is not told to be sealed, nor are the sheets of the set-up', async () => {
  await office.as('郑系')
  expect(await office.no('keys.sheetsSealed', {})).toMatchObject({ code: 'state.forbids', clause: '口令' })
  const fresh = await made()
  expect(await recover(fresh[0], fresh[1], '钱安')).toMatchObject({ ok: true })
  await office.as('郑系')
  expect(await office.no('keys.sheetsSealed', {})).toMatchObject({ code: 'state.forbids', message: expect.stringContaining('启用过') })
})

it('口令 while another program reads the database the old sheets stay in force, and no new ones are told', async () => {
  await office.as('郑系')
  const key = databaseKey(readKeyFile(office.dir), await openDataKey(readKeyFile(office.dir), '冯审', passwordOf('冯审')))
  const reader = new Sqlite(join(office.dir, 'vault.db'), { readonly: true })
  for (const pragma of ["cipher = 'sqlcipher'", 'legacy = 4', `key = "x'${key.toString('hex')}'"`]) reader.pragma(pragma)
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM audit_entry').get()
  await office.ok('people.list', {})
  expect(await office.notSigned('钱安', 'keys.newSheets', WHY)).toMatchObject({ code: 'vault.busy' })
  reader.exec('COMMIT')
  reader.close()
  expect(await recover(office.sheets[0], office.sheets[1])).toMatchObject({ ok: true })
})

it('口令 a backup from before brings its own sheets back into force; 今日 asks for new ones, which put them out of force again', async () => {
  await office.as('郑系')
  const { ticket } = await office.ok('backup.begin', { kind: 'backup' })
  expect(await office.station.carryOut(ticket, mediumOf(office))).toMatchObject({ ok: true })
  const { rows } = await office.ok('backup.list', { limit: 1 })
  await made()
  await office.station.lock('locked')
  const choice = await office.station.choose(join(mediumOf(office), rows[0]?.name ?? ''))
  const signer = (name: string) => ({ name, password: passwordOf(name) })
  const backup = (choice as { backup: { ticket: string } }).backup.ticket
  const both = { backup, systemAdmin: signer('郑系'), auditor: signer('冯审') }
  await office.ok('setup.compareBackup', both)
  await office.ok('setup.restore', both)
  await office.as('冯审')
  await office.ok('audit.acknowledge', { reason: '数据盘损坏，按审批恢复备份' })
  for (const name of ['郑系', '钱安'])
    expect(await reminded(name)).toMatchObject([
      { level: 'urgent', text: expect.stringContaining('恢复了备份，数据密钥和密钥恢复单回到备份当时的一套') },
    ])
  expect(await recover(office.sheets[0], office.sheets[1], '钱安')).toMatchObject({ ok: true })
  await made('冯审')
  expect(await recover(office.sheets[0], office.sheets[1])).toMatchObject({ ok: false })
  await office.as('郑系')
  await office.ok('keys.sheetsSealed', {})
  expect(await reminded('郑系')).toEqual([])
  expect(await verified()).toEqual([])
})
