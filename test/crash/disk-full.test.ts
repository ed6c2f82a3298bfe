import { spawn } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ProcedureName } from '../../contract/index.ts'
import type { Reply } from '../../contract/refusal.ts'
import { settableClock } from '../../electron/vault/door/clock.ts'
import { openStation, type Station } from '../../electron/vault/station.ts'
import { argonFloor } from '../../electron/vault/storage/key-wrap.ts'
import { readKeyFile } from '../../tools/verify/keys.ts'
import { verifyVault } from '../../tools/verify/verify.ts'
import { copyOf, removeCopies } from '../support/attack.ts'
import { baseInputs } from '../support/base-inputs.ts'
import { MORNING, type Office, openOffice, passwordOf } from '../support/office.ts'
import { type SmallDisk, smallDisk } from '../support/small-disk.ts'
import { openStore } from '../support/store.ts'

let office: Office
/** A folder with a sheet whose reader is about to sign, and a person who has no account yet. */
let ready: { dir: string; leg: number; person: number }
const disks: SmallDisk[] = []

beforeAll(async () => {
  office = await openOffice({ under: tmpdir() })
  await office.as('钱安')
  const { id: person } = await office.ok('people.add', { name: '许新', identity: 'QH-0012', department: '业务二科', roles: ['reader'] })
  await office.as('李保')
  const { copies } = await office.ok('documents.register', office.incoming())
  const { legs } = await office.ok('circulation.draft', { folder: '夹03', copies: copies.map(({ id }) => id), readers: [office.id('周阅')] })
  const leg = legs[0]?.id as number
  await office.signed('周阅', 'circulation.handOut', { leg, place: '保密室' })
  await office.station.lock('locked')
  ready = { dir: copyOf(office.dir), leg, person }
})
afterEach(() => {
  for (const disk of disks.splice(0)) disk.remove()
})
afterAll(async () => {
  await office.close()
  removeCopies()
})

const mounted = (vault: string | null, skip: (note: string) => void, kib = 8192): SmallDisk => {
  const disk = smallDisk(vault, kib)
  if (!disk) {
    skip('no small disk can be mounted here')
    throw new Error('skipped')
  }
  disks.push(disk)
  return disk
}
const open = (dir: string) => openStation({ dir, clock: settableClock(MORNING), argon: argonFloor })
const signIn = (station: Station, name: string, password = passwordOf(name)) => station.call('session.signIn', { name, password })
const FULL = { ok: false, refused: { code: 'vault.full', message: expect.stringMatching(/磁盘空间不足.*没有保存/) } }

const expectWhole = async (dir: string) => {
  const verdict = await verifyVault({ dir: copyOf(dir), person: '冯审', password: passwordOf('冯审') })
  expect(verdict.broken).toEqual([])
}

/** Acts until the disk has no room for one, and gives that refusal. The log file first uses up what it has. */
const untilFull = async (act: () => Promise<Reply>): Promise<Reply> => {
  for (let n = 0; n < 2000; n += 1) {
    const reply = await act()
    if (!reply.ok && reply.refused.code !== 'input.format') return reply
  }
  throw new Error('the disk never was full')
}

describe('审计 no room on the disk: each act is refused as such, nothing is half done, and with room again the work goes on', () => {
  it('in the middle of the day: every kind of act', async ({ skip }) => {
    const disk = mounted(ready.dir, skip)
    const station = open(disk.dir)
    expect(await signIn(station, '李保')).toMatchObject({ ok: true })
    disk.fill()
    expect(await untilFull(() => station.call('documents.register', office.incoming()))).toMatchObject(FULL)
    const store = await openStore(disk.dir)
    const before = { business: store.business(), size: store.size() }
    const step = { call: 'circulation.sign', input: { leg: ready.leg } }
    const calls: [ProcedureName, unknown][] = [
      ['documents.register', office.incoming({ title: '长'.repeat(300), remarks: '长'.repeat(500), attachments: '长'.repeat(500) })],
      ['documents.receive', { envelopeNo: '机要', sender: '机关', receivedAt: '2026-03-10T08:00', sealIntact: true }],
      ['circulation.cancel', { sheet: 1, reason: '?' }],
      ['circulation.returnUnread', { leg: ready.leg, reason: '出差', numbers: ['密收〔2026〕0001'] }],
      ['session.changePassword', { current: passwordOf('李保'), next: 'Another#2026pass' }],
      ['session.countersign', { name: '周阅', password: passwordOf('周阅'), step }],
      ['documents.list', { text: 7 }],
      ['people.add', {}],
    ]
    // A refusal that cannot be recorded is told as what stands against that
    for (const [call, input] of calls) expect({ call, reply: await station.call(call, input) }).toMatchObject({ call, reply: FULL })
    expect(store.business()).toBe(before.business)
    expect(store.size()).toBe(before.size)
    // What only reads still answers
    expect(await station.call('documents.list', {})).toMatchObject({ ok: true })
    disk.clear()
    expect(await station.call('documents.register', office.incoming())).toMatchObject({ ok: true })
    const ticket = await station.call('session.countersign', { name: '周阅', password: passwordOf('周阅'), step })
    expect(ticket).toMatchObject({ ok: true })
    const output = (ticket as { output: { ticket: string } }).output
    expect(await station.call('circulation.sign', { leg: ready.leg, ticket: output.ticket })).toMatchObject({ ok: true })
    expect(await station.call('session.changePassword', { current: passwordOf('李保'), next: 'Another#2026pass' })).toMatchObject({ ok: true })
    store.close()
    await station.close()
    await expectWhole(disk.dir)
  })

  it('at the lock: it locks all the same, and that it could not be recorded is told later', async ({ skip }) => {
    const disk = mounted(ready.dir, skip)
    const station = open(disk.dir)
    await signIn(station, '李保')
    disk.fill()
    await untilFull(() => station.call('documents.register', office.incoming()))
    let told = ''
    station.onLocked((reason) => {
      told = reason
    })
    await station.lock('locked')
    expect(told).toBe('locked')
    expect(await station.call('setup.status', {})).toMatchObject({ output: { vault: 'locked' } })
    expect(await station.call('documents.list', {})).toMatchObject({ ok: false, refused: { code: 'session.locked' } })
    disk.clear()
    disk.fill()
    // Nobody comes in without a record of it, and a wrong password is not told from the right one
    for (const password of [passwordOf('李保'), 'wrong#password1']) expect(await signIn(station, '李保', password)).toMatchObject(FULL)
    disk.clear()
    expect(await signIn(station, '李保')).toMatchObject({ ok: true })
    await station.close()
    expect(readdirSync(disk.dir).filter((name) => /\.(new|before)$/.test(name))).toEqual([])
    await expectWhole(disk.dir)
  })

  it('between key file and database: the key file is put back, and the password is the old one', async ({ skip }) => {
    // Room for the key file and not for the commit, for the commit and not for the key file, for neither
    for (const room of [0, 8192, 16_384, 20_480, 28_672]) {
      const disk = mounted(ready.dir, skip)
      const station = open(disk.dir)
      await signIn(station, '李保')
      disk.fill()
      await untilFull(() => station.call('documents.register', office.incoming()))
      disk.clear()
      disk.fill(room)
      const reply = await station.call('session.changePassword', { current: passwordOf('李保'), next: 'Another#2026pass' })
      disk.clear()
      await station.lock('locked')
      const [holds, not] = reply.ok ? ['Another#2026pass', passwordOf('李保')] : [passwordOf('李保'), 'Another#2026pass']
      if (!reply.ok) expect(reply).toMatchObject(FULL)
      expect({ room, reply: await signIn(station, '李保', not) }).toMatchObject({ room, reply: { refused: { code: 'session.wrongPassword' } } })
      expect({ room, reply: await signIn(station, '李保', holds) }).toMatchObject({ room, reply: { ok: true } })
      expect(await station.call('documents.register', office.incoming())).toMatchObject({ ok: true })
      await station.close()
      await expectWhole(disk.dir)
    }
  })

  it('at another data key: the old one stays and serves on, however much room there is, until there is enough', async ({ skip }) => {
    const disk = mounted(ready.dir, skip)
    const station = open(disk.dir)
    expect(await signIn(station, '郑系')).toMatchObject({ ok: true })
    const before = readKeyFile(disk.dir).database
    const size = statSync(join(disk.dir, 'vault.db')).size
    let refused = 0
    for (let room = 0; room < 8 * size && readKeyFile(disk.dir).database === before; room += size / 4) {
      disk.fill(room)
      const reply = await station.call('keys.renew', {})
      disk.clear()
      if (reply.ok) break
      expect(reply).toMatchObject(FULL)
      refused += 1
      expect(readKeyFile(disk.dir).database).toBe(before)
      expect(readdirSync(disk.dir).filter((name) => name.startsWith('renewed'))).toEqual([])
      expect(await station.call('people.list', {})).toMatchObject({ ok: true })
    }
    expect(refused).toBeGreaterThan(3)
    expect(readKeyFile(disk.dir).database).not.toBe(before)
    expect(await signIn(station, '李保')).toMatchObject({ ok: false, refused: { code: 'session.alreadySignedIn' } })
    await station.close()
    await expectWhole(disk.dir)
  })

  it('at an account: opened whole or not at all', async ({ skip }) => {
    for (const room of [0, 8192, 16_384, 20_480, 28_672]) {
      const disk = mounted(ready.dir, skip)
      const station = open(disk.dir)
      await signIn(station, '郑系')
      disk.fill()
      // Even a refusal is an entry of the log
      await untilFull(() => station.call('session.signOut', { reason: '?' }))
      disk.clear()
      disk.fill(room)
      const opened = await station.call('people.openAccount', { person: ready.person, initialPassword: 'Initial#2026pass' })
      if (!opened.ok) expect(opened).toMatchObject(FULL)
      disk.clear()
      const again = await station.call('people.openAccount', { person: ready.person, initialPassword: 'Initial#2026pass' })
      expect({ room, again: again.ok }).toEqual({ room, again: !opened.ok })
      await station.lock('locked')
      expect(await signIn(station, '许新', 'Initial#2026pass')).toMatchObject({ ok: true })
      await station.close()
      await expectWhole(disk.dir)
    }
  })

  it('at the set-up: no vault comes of it, nothing stays, and with room there is one', async ({ skip }) => {
    const [input] = await baseInputs['setup.create'].inputs(office)
    for (const room of [0, 4096, 65_536, 262_144]) {
      const disk = mounted(null, skip)
      disk.fill(room)
      const station = open(disk.dir)
      expect({ room, reply: await station.call('setup.create', input) }).toMatchObject({ room, reply: FULL })
      expect(await station.call('setup.status', {})).toMatchObject({ output: { vault: 'absent' } })
      expect(readdirSync(disk.dir).filter((name) => name !== 'in-use.lock')).toEqual([])
      disk.clear()
      expect(await station.call('setup.create', input)).toMatchObject({ ok: true })
      expect(await signIn(station, '丙')).toMatchObject({ ok: true })
      await station.close()
    }
  })
})

describe('审计 no leave to make a file longer (ulimit -f)', () => {
  it('in a process of its own: refused as full, and a process without the limit goes on', async () => {
    const dir = copyOf(ready.dir)
    const blocks = Math.ceil(statSync(join(dir, 'vault.db')).size / 1024) + 40
    const command = `ulimit -f ${blocks}; exec "$0" tools/hosts/stdio.ts --data "$1" --clock ${MORNING} --argon floor`
    const child = spawn('bash', ['-c', command, process.execPath, dir], { cwd: join(import.meta.dirname, '../..'), stdio: ['pipe', 'pipe', 'pipe'] })
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    let errors = ''
    child.stderr.on('data', (text) => {
      errors += text
    })
    const call = async (name: string, input: unknown): Promise<Reply> => {
      child.stdin.write(`${JSON.stringify({ id: 1, call: name, input })}\n`)
      return JSON.parse((await lines.next()).value as string) as Reply
    }
    expect(await call('session.signIn', { name: '李保', password: passwordOf('李保') })).toMatchObject({ ok: true })
    const refused = await untilFull(() => call('documents.register', office.incoming()))
    expect(refused).toMatchObject(FULL)
    const ended = new Promise((done) => child.once('exit', done))
    child.stdin.end()
    expect(await ended).toBe(0)
    expect(errors).toBe('')
    const station = open(dir)
    expect(await signIn(station, '李保')).toMatchObject({ ok: true })
    expect(await station.call('documents.register', office.incoming())).toMatchObject({ ok: true })
    await station.close()
    await expectWhole(dir)
  })
})
