import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStation } from '../../electron/vault/station.ts'
import { canonicalJson, sha256 } from '../../electron/vault/storage/bytes.ts'
import { argonFloor } from '../../electron/vault/storage/key-wrap.ts'
import { behindTheDoor, copyOf, removeCopies, verify } from '../support/attack.ts'
import { baseInputs } from '../support/base-inputs.ts'
import { type Office, openOffice, passwordOf } from '../support/office.ts'
import { handedOut, registered } from '../support/records.ts'
import { editKeyFile, expectRefused, flip, type KeyFileText, type SlotText, tryOpening } from '../support/spoilt.ts'

let office: Office
/** A vault after some work, closed; and as it stood on the disk while its last acts were only in the log file. */
let closed: string
let cut: string
/** Another unit's vault in which people of the same names have the same passwords. */
let strange: string
let strangeLogs: string[]

const lived = async (level: 'confidential' | 'secret') => {
  const office = await openOffice({ level })
  for (let n = 0; n < 20; n += 1) await registered(office, { level: 'secret' })
  if (level === 'confidential') await handedOut(office)
  const cut = copyOf(office.dir)
  await office.station.lock('locked')
  const closed = copyOf(office.dir)
  // A log file that holds little: not the first page, which every opening reads
  await office.as('王管')
  const slight = copyOf(office.dir)
  await office.station.lock('locked')
  return { office, closed, cut, slight }
}

beforeAll(async () => {
  const ours = await lived('confidential')
  office = ours.office
  closed = ours.closed
  cut = ours.cut
  const theirs = await lived('secret')
  strange = theirs.closed
  strangeLogs = [theirs.cut, theirs.slight]
  await theirs.office.close()
})
afterAll(async () => {
  await office.close()
  removeCopies()
})

const keysOf = (dir: string) => join(dir, 'keys.json')
const databaseOf = (dir: string) => join(dir, 'vault.db')
const logOf = (dir: string) => join(dir, 'vault.db-wal')

const damagedKeys = /密钥文件/
const damagedDatabase = /数据库/

describe('口令 the key file', () => {
  it('cut short anywhere: damaged, whatever the password', async () => {
    const { size } = statSync(keysOf(closed))
    const dir = copyOf(closed)
    for (const length of [0, 1, 2, 10, 100, 500, Math.floor(size / 2), size - 200, size - 2, size - 1]) {
      copyFileSync(keysOf(closed), keysOf(dir))
      truncateSync(keysOf(dir), length)
      await expectRefused(dir, 'vault.damaged', damagedKeys)
      await expectRefused(dir, 'vault.damaged', damagedKeys, '冯审', 'wrong#password1')
      expect(await tryOpening(dir)).toMatchObject({ vault: 'damaged', problem: expect.stringMatching(damagedKeys) })
    }
  })

  it('one byte changed, wherever it stands: damaged and never a wrong password', async () => {
    const { size } = statSync(keysOf(closed))
    const dir = copyOf(closed)
    const station = openStation({ dir, clock: office.clock })
    for (let at = 0; at < size; at += 17) {
      copyFileSync(keysOf(closed), keysOf(dir))
      flip(keysOf(dir), at, at % 2 === 0 ? 0x01 : 0x10)
      const reply = await station.call('session.signIn', { name: '冯审', password: passwordOf('冯审') })
      if (!reply.ok) expect({ at, code: reply.refused.code }).toEqual({ at, code: 'vault.damaged' })
      else throw new Error(`byte ${at} changed and let in`)
    }
    await station.close()
  })

  it('exchanged with another vault’s: damaged, though the names and passwords are the same', async () => {
    const dir = copyOf(closed)
    copyFileSync(keysOf(strange), keysOf(dir))
    await expectRefused(dir, 'vault.damaged', damagedDatabase)
    await expectRefused(dir, 'session.wrongPassword', /口令/, '冯审', 'wrong#password1')
  })

  const resum = (file: object) => sha256(Buffer.from(canonicalJson(file))).toString('hex')
  const edits: Record<string, (file: KeyFileText, strangers: SlotText[]) => void> = {
    'a slot removed': ({ slots }) => slots.pop(),
    'a slot of another vault added': ({ slots }, strangers) => slots.push({ ...(strangers[5] as SlotText), person: 99, name: '外人' }),
    'a slot exchanged with another vault’s': ({ slots }, strangers) => slots.splice(4, 1, strangers[4] as SlotText),
    'two slots swapped': ({ slots }) => slots.splice(3, 2, slots[4] as SlotText, slots[3] as SlotText),
    'a slot under another name': ({ slots }) => Object.assign(slots[4] as SlotText, { name: '李宝' }),
    'a public key exchanged': ({ slots }) => Object.assign(slots[4] as SlotText, { publicKey: slots[5]?.publicKey }),
    'the key to seal to exchanged': ({ slots }) => {
      const [one, other] = slots.slice(4) as [SlotText, SlotText]
      one.lock = { ...one.lock, publicKey: other.lock.publicKey }
    },
    'the level raised': (file) => Object.assign(file, { level: 'topSecret' }),
    'another unit’s name': (file) => Object.assign(file, { unit: '另一单位' }),
  }
  it.each(Object.entries(edits))('%s, its sum made to fit: found by the seal', async (_what, edit) => {
    const dir = copyOf(closed)
    const strangers = (JSON.parse(readFileSync(keysOf(strange), 'utf8')) as KeyFileText).slots
    editKeyFile(dir, (file) => edit(file, strangers), resum)
    await expectRefused(dir, 'vault.damaged', damagedKeys)
  })

  it('a cheaper password hash is no key file of ours', async () => {
    const dir = copyOf(closed)
    for (const kdf of [{ memoryKiB: 1024 }, { passes: 1 }, { algorithm: 'argon2i' }, { memoryKiB: 2 ** 40 }]) {
      copyFileSync(keysOf(closed), keysOf(dir))
      editKeyFile(dir, (file) => Object.assign(file.kdf, kdf), resum)
      await expectRefused(dir, 'vault.damaged', damagedKeys)
    }
  })

  it('gone while the database is there: damaged, and no second vault is made over it', async () => {
    const dir = copyOf(closed)
    rmSync(keysOf(dir))
    expect(await tryOpening(dir)).toMatchObject({ vault: 'damaged', problem: expect.stringMatching(damagedKeys) })
    await expectRefused(dir, 'vault.damaged', damagedKeys)
    const station = openStation({ dir, argon: argonFloor })
    const [input] = await baseInputs['setup.create'].inputs(office)
    expect(await station.call('setup.create', input)).toMatchObject({ ok: false, refused: { code: 'vault.exists' } })
    await station.close()
  })

  it('a folder in its place is damaged as well', async () => {
    const dir = copyOf(closed)
    rmSync(keysOf(dir))
    mkdirSync(keysOf(dir), { mode: 0o700 })
    await expectRefused(dir, 'vault.damaged', damagedKeys)
  })
})

describe('锁定 the database file', () => {
  it('cut short: damaged, nothing made anew in its place, and a wrong password is still a wrong password', async () => {
    const { size } = statSync(databaseOf(closed))
    for (const length of [0, 1, 16, 100, 4095, 4096, 8192, Math.floor(size / 2), size - 4096, size - 1]) {
      const dir = copyOf(closed)
      truncateSync(databaseOf(dir), length)
      const { refused, verified, untouched } = await tryOpening(dir)
      if (refused) expect({ length, refused: refused.code, untouched }).toEqual({ length, refused: 'vault.damaged', untouched: true })
      else {
        // Only a byte of the last page is gone and nobody needed it to sign in: then the check finds it
        expect(length).toBe(size - 1)
        expect(verified === 'ok' ? verify(dir).exit : 1).not.toBe(0)
      }
      await expectRefused(dir, 'session.wrongPassword', /口令/, '冯审', 'wrong#password1')
    }
  })

  it('its first bytes changed: damaged', async () => {
    for (const at of [0, 15, 16, 17, 20, 100, 4000, 4095]) {
      const dir = copyOf(closed)
      flip(databaseOf(dir), at)
      await expectRefused(dir, 'vault.damaged', damagedDatabase)
    }
  })

  it('any page of it changed: found at sign-in, by the auditor’s check or by the verifier, and never an unnamed fault', async () => {
    const pages = statSync(databaseOf(closed)).size / 4096
    for (let page = 1; page < pages; page += Math.ceil(pages / 16)) {
      const dir = copyOf(closed)
      flip(databaseOf(dir), page * 4096 + 777)
      const { refused, verified } = await tryOpening(dir)
      const found = refused?.code ?? verified
      expect(found, `page ${page}`).not.toMatch(/fault/)
      if (found === 'ok') expect(verify(dir).exit, `page ${page}`).toBeGreaterThan(0)
      else expect(found, `page ${page}`).toMatch(/^vault\.damaged$|第\d+/)
    }
  })

  it('exchanged with another vault’s: damaged', async () => {
    const dir = copyOf(closed)
    copyFileSync(databaseOf(strange), databaseOf(dir))
    await expectRefused(dir, 'vault.damaged', damagedDatabase)
  })

  it('gone while the key file is there: damaged, before any password is asked', async () => {
    const dir = copyOf(closed)
    rmSync(databaseOf(dir))
    expect(await tryOpening(dir)).toMatchObject({ vault: 'damaged', problem: expect.stringMatching(/数据库文件不见了/) })
    await expectRefused(dir, 'vault.damaged', /数据库文件不见了/)
    await expectRefused(dir, 'vault.damaged', /数据库文件不见了/, '冯审', 'wrong#password1')
    expect(existsSync(databaseOf(dir))).toBe(false)
  })

  it('written by a later version: refused as newer, and not changed', async () => {
    const later = copyOf(closed)
    await behindTheDoor(later, (database) => void database.pragma('user_version = 99'))
    await expectRefused(later, 'vault.newer', /更高版本/)
  })
})

describe('锁定 the log file that a sudden end left behind', () => {
  it('is taken up: every act in it is there', async () => {
    expect(statSync(logOf(cut)).size).toBeGreaterThan(4096)
    const dir = copyOf(cut)
    expect(await tryOpening(dir)).toMatchObject({ refused: null, verified: 'ok' })
    expect(verify(dir).exit).toBe(0)
  })

  it('cut anywhere: what was whole stays whole, in one piece that verifies', async () => {
    const { size } = statSync(logOf(cut))
    for (const length of [0, 1, 31, 32, 100, Math.floor(size / 3), Math.floor(size / 2), size - 4000, size - 1]) {
      const dir = copyOf(cut)
      truncateSync(logOf(dir), length)
      const { refused, verified } = await tryOpening(dir)
      expect({ length, refused, verified }).toEqual({ length, refused: null, verified: 'ok' })
    }
  })

  it('changed inside: what follows is not taken, and the rest verifies', async () => {
    const { size } = statSync(logOf(cut))
    for (const at of [0, 8, 17, 40, 5000, Math.floor(size / 2), size - 10]) {
      const dir = copyOf(cut)
      flip(logOf(dir), at)
      const { refused, verified } = await tryOpening(dir)
      expect({ at, refused, verified }).toEqual({ at, refused: null, verified: 'ok' })
    }
  })

  it('exchanged with another vault’s: damaged, and not one page of it gets into our database', async () => {
    for (const other of strangeLogs) {
      const dir = copyOf(closed)
      copyFileSync(logOf(other), logOf(dir))
      await expectRefused(dir, 'vault.damaged', damagedDatabase)
      rmSync(logOf(dir))
      expect(await tryOpening(dir)).toMatchObject({ refused: null, verified: 'ok' })
    }
  })
})
