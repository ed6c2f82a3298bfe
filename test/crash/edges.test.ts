import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holdFolder } from '../../electron/vault/door/opened.ts'
import { databaseKey, openDataKey, readKeyFile } from '../../tools/verify/keys.ts'
import { copyOf, removeCopies } from '../support/attack.ts'
import { type Office, openOffice, passwordOf } from '../support/office.ts'
import { expectWhole, restart } from '../support/restarted.ts'
import { expectRefused, tryOpening } from '../support/spoilt.ts'

let office: Office
/** A vault as it was early, closed; the same as a sudden end left it later, with a log file. */
let early: string
let cut: string
beforeAll(async () => {
  office = await openOffice({ under: tmpdir() })
  await office.station.lock('locked')
  early = copyOf(office.dir)
  await office.as('李保')
  for (let n = 0; n < 5; n += 1) await office.ok('documents.register', office.incoming())
  cut = copyOf(office.dir)
  await office.station.lock('locked')
})
afterAll(async () => {
  await office.close()
  removeCopies()
})

/** Another program that has the key, SQLite’s own shell say. */
const otherProgram = async (dir: string) => {
  const file = readKeyFile(dir)
  const key = databaseKey(file, await openDataKey(file, '冯审', passwordOf('冯审')))
  const database = new Database(join(dir, 'vault.db'))
  database.pragma("cipher = 'sqlcipher'")
  database.pragma('legacy = 4')
  database.pragma(`key = "x'${key.toString('hex')}'"`)
  return database
}

/** The work goes on from here. */
const expectGoesOn = async (dir: string, documents: number) => {
  const vault = restart(dir)
  await vault.as('李保')
  expect((await vault.ok('documents.list', {})).total).toBe(documents)
  await vault.ok('documents.register', office.incoming())
  await vault.station.close()
  await expectWhole(dir)
}
const BUSY = { ok: false, refused: { code: 'vault.busy', message: expect.stringMatching(/另一(个密卷)?程序.*请/) } }

describe('锁定 a file that another program has: told as such, with what to do; nothing is lost, and when it lets go the work goes on', () => {
  it('the folder, at the sign-in', async () => {
    const dir = copyOf(cut)
    const release = holdFolder(dir)
    const vault = restart(dir)
    expect(await vault.signIn('李保', passwordOf('李保'))).toMatchObject(BUSY)
    release()
    await vault.station.close()
    await expectGoesOn(dir, 5)
  })

  it('the database, written by another, at the sign-in and in the middle of the day', async () => {
    const dir = copyOf(cut)
    const vault = restart(dir)
    await vault.as('李保')
    const other = await otherProgram(dir)
    other.exec('BEGIN IMMEDIATE')
    expect(await vault.station.call('documents.register', office.incoming())).toMatchObject(BUSY)
    expect(await vault.station.call('documents.list', {})).toMatchObject({ ok: true, output: { total: 5 } })
    other.exec('ROLLBACK')
    await vault.ok('documents.register', office.incoming())
    await vault.station.lock('locked')
    other.exec('BEGIN IMMEDIATE')
    expect(await vault.signIn('李保', passwordOf('李保'))).toMatchObject(BUSY)
    other.exec('ROLLBACK')
    other.close()
    await vault.station.close()
    await expectGoesOn(dir, 6)
  }, 120_000)
})

describe('锁定 a log file left behind', () => {
  it.each(['without its shared memory', 'with the shared memory of an earlier time', 'with shared memory that is no such thing'])(
    '%s: every act in it is there',
    async (how) => {
      const dir = copyOf(cut)
      const shared = join(dir, 'vault.db-shm')
      rmSync(shared, { force: true })
      if (how.includes('earlier')) {
        const other = await otherProgram(early)
        other.prepare('SELECT count(*) FROM person').get()
        copyFileSync(join(early, 'vault.db-shm'), shared)
        other.close()
      }
      if (how.includes('no such')) writeFileSync(shared, Buffer.alloc(32_768, 0x5a), { mode: 0o600 })
      await expectGoesOn(dir, 5)
    },
  )

  it('of a later time beside an earlier database: the later vault is whole by it, or it is told as what it is; without it the earlier one opens', async () => {
    const dir = copyOf(early)
    copyFileSync(join(cut, 'vault.db-wal'), join(dir, 'vault.db-wal'))
    const { refused, verified } = await tryOpening(dir)
    // The log has every page that was changed since: it either makes the later vault whole or is told
    if (refused) expect(refused).toMatchObject({ code: expect.stringMatching(/^vault\./), message: expect.stringMatching(/请/) })
    else expect(verified).toBe('ok')
    await expectGoesOn(copyOf(early), 0)
  })
})

describe('口令 a key file half written', () => {
  it('at every eighth, and empty: told as damaged whatever the password; with the key file of a backup the same vault opens again', async () => {
    const whole = readFileSync(join(cut, 'keys.json'))
    const dir = copyOf(cut)
    for (let eighth = 0; eighth < 8; eighth += 1) {
      writeFileSync(join(dir, 'keys.json'), whole.subarray(0, Math.floor((whole.length * eighth) / 8)))
      await expectRefused(dir, 'vault.damaged', /密钥文件.*由系统管理员从备份恢复密钥文件/)
    }
    writeFileSync(join(dir, 'keys.json'), whole)
    await expectGoesOn(dir, 5)
  })

  it.each(['keys.json.new', 'keys.json.before', 'renewed-keys.json', 'renewed-keys.json.new', 'gate.json.new'])(
    '%s left half written beside a whole vault keeps nobody out',
    async (name) => {
      const dir = copyOf(cut)
      writeFileSync(join(dir, name), readFileSync(join(dir, 'keys.json')).subarray(0, 500), { mode: 0o600 })
      await expectGoesOn(dir, 5)
    },
  )
})
