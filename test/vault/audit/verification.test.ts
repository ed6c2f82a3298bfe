import Sqlite from 'better-sqlite3'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { initialPasswordOf, type Office, openOffice, passwordOf } from '../../support/office.ts'
import { databaseKey, openDataKey, readKeyFile } from '../../../tools/verify/keys.ts'
import { verifyVault } from '../../../tools/verify/verify.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
  await office.as('李保')
  const { copies } = await office.ok('documents.register', office.incoming())
  const sheet = await office.ok('circulation.draft', { folder: '夹01', copies: copies.map(({ id }) => id), readers: [office.id('周阅')] })
  const leg = sheet.legs[0]?.id as number
  await office.signed('周阅', 'circulation.handOut', { leg, place: '保密室' })
  await office.signed('周阅', 'circulation.sign', { leg })
})
afterEach(() => office.close())

/** The owner of the machine with the key in hand: the database opened past the door. */
const behindTheDoor = async (act: (database: Sqlite.Database) => void) => {
  await office.station.lock('locked')
  const file = readKeyFile(office.dir)
  const key = databaseKey(file, await openDataKey(file, '李保', passwordOf('李保')))
  const database = new Sqlite(join(office.dir, 'vault.db'))
  database.pragma("cipher = 'sqlcipher'")
  database.pragma('legacy = 4')
  database.pragma(`key = "x'${key.toString('hex')}'"`)
  act(database)
  database.close()
}
const without = (database: Sqlite.Database, trigger: string, sql: string) => {
  database.exec(`DROP TRIGGER ${trigger}`)
  database.exec(sql)
}
const verdict = async () => {
  await office.as('冯审')
  return office.ok('audit.verify', {})
}

it('审计 an untouched record verifies: every entry, every row, every signature', async () => {
  expect(await verdict()).toMatchObject({ ok: true, broken: null, next: null })
})

const attacks: [string, (database: Sqlite.Database) => void, string][] = [
  [
    'an audit entry altered',
    (database) => without(database, 'audit_entry_no_update', "UPDATE audit_entry SET actor = '吴阅' WHERE seq = 20"),
    '审计记录第20条',
  ],
  [
    'an audit entry removed',
    (database) => {
      database.exec('DELETE FROM audit_object WHERE entry = 20')
      without(database, 'audit_entry_no_delete', 'DELETE FROM audit_entry WHERE seq = 20')
    },
    '审计记录第20条',
  ],
  ['a document’s row changed', (database) => database.exec("UPDATE document SET level = 'secret' WHERE id = 1"), 'document 第1行'],
  [
    'what the paper said changed',
    (database) => without(database, 'particulars_no_update', "UPDATE particulars SET title = '另一标题' WHERE id = 1"),
    'particulars 第1行',
  ],
  [
    'a signature forged',
    (database) => without(database, 'signature_no_update', `UPDATE signature SET bytes = '${Buffer.alloc(64).toString('base64')}' WHERE id = 1`),
    'signature 第1行',
  ],
  [
    'a reader added to the scope',
    (database) => database.exec("INSERT INTO scope(document, person, at) VALUES (1, 4, '2026-03-10T00:00:00Z')"),
    'scope 第3行',
  ],
  ['a copy put back by hand', (database) => database.exec("UPDATE copy SET state = 'inBox', holder = NULL, sheet = NULL WHERE id = 1"), 'copy 第1行'],
]
for (const [name, act, where] of attacks)
  it(`审计 found: ${name}, by the place`, async () => {
    await behindTheDoor(act)
    expect(await verdict()).toMatchObject({ ok: false, broken: { where } })
  })

it('审计 append-only holds behind the door as well', async () => {
  await behindTheDoor((database) => {
    for (const sql of [
      "UPDATE audit_entry SET actor = 'x'",
      'DELETE FROM audit_entry',
      'DELETE FROM document',
      "UPDATE particulars SET title = 'x'",
      'DELETE FROM leg',
    ])
      expect(() => database.exec(sql)).toThrow()
  })
})

it('审计 a clock set back is recorded and counted', async () => {
  await office.later('2026-03-09T09:00:00+08:00', '冯审')
  expect((await office.ok('audit.summary', {})).clockBack).toBeGreaterThan(0)
})

it('审计 a checkpoint is signed by the auditor and tells size, root and head', async () => {
  await office.as('冯审')
  const { text, size } = await office.ok('audit.checkpoint', {})
  expect(text).toMatch(
    new RegExp(`^mijuan/[0-9a-f-]{36}\\n${size}\\n[A-Za-z0-9+/]{43}=\\nhead [0-9a-f]{64}\\nat 2026-03-10T01:00:00\\.000Z\\nfor taken\\n\\n— mijuan/`),
  )
})

it('审计 signed after the clock was set back: by the order of the record it holds, in the program and outside it', async () => {
  await office.later('2026-03-11T09:00:00+08:00', '李保')
  await office.ok('session.changePassword', { current: passwordOf('李保'), next: 'LiBao#renewed26' })
  await office.as('郑系')
  await office.ok('people.resetPassword', { person: office.id('周阅'), initialPassword: initialPasswordOf('周阅') })
  await office.station.lock('locked')
  await office.ok('session.signIn', { name: '周阅', password: initialPasswordOf('周阅') })
  await office.ok('session.changePassword', { current: initialPasswordOf('周阅'), next: 'ZhouYue#new26' })
  office.clock.set('2026-03-10T10:00:00+08:00')
  await office.station.lock('locked')
  await office.ok('session.signIn', { name: '周阅', password: 'ZhouYue#new26' })
  const letter = { envelopeNo: '机要700', sender: '青禾市委办公室', receivedAt: '2026-03-10T08:30', sealIntact: true }
  await office.station.lock('locked')
  await office.ok('session.signIn', { name: '李保', password: 'LiBao#renewed26' })
  const { id } = await office.ok('documents.receive', { ...letter, personalFor: office.id('周阅') })
  await office.station.lock('locked')
  await office.ok('session.signIn', { name: '周阅', password: 'ZhouYue#new26' })
  await office.ok('documents.openEnvelope', { envelope: id })
  expect(await verdict()).toMatchObject({ ok: true })
  await office.station.lock('locked')
  const { broken, notes } = await verifyVault({ dir: office.dir, person: '冯审', password: passwordOf('冯审') })
  expect(broken).toEqual([])
  expect(notes.join()).toContain('时钟')
})
