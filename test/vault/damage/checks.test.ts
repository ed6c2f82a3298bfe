import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Input, Output, ProcedureName } from '../../../contract/index.ts'
import { settableClock } from '../../../electron/vault/door/clock.ts'
import { openStation, type Station } from '../../../electron/vault/station.ts'
import { argonFloor } from '../../../electron/vault/storage/key-wrap.ts'
import { behindTheDoor, copyOf, removeCopies } from '../../support/attack.ts'
import { mediumOf } from '../../support/records.ts'
import { MORNING, type Office, openOffice, passwordOf } from '../../support/office.ts'
import { flip } from '../../support/spoilt.ts'

const PAGE = 4096
let office: Office
let closed: string
beforeAll(async () => {
  office = await openOffice()
  await office.as('李保')
  for (let n = 0; n < 10; n += 1) await office.ok('documents.register', office.incoming())
  await office.station.lock('locked')
  closed = copyOf(office.dir)
}, 240_000)
afterAll(async () => {
  await office.close()
  removeCopies()
})

const ok = async <N extends ProcedureName>(station: Station, name: N, input: Input<N>): Promise<Output<N>> => {
  const reply = await station.call(name, input)
  expect(reply.ok ? 'ok' : `${name} ${reply.refused.code} ${reply.refused.message}`).toBe('ok')
  return (reply as { output: Output<N> }).output
}
const as = async (station: Station, name: string) => {
  await station.lock('locked')
  await ok(station, 'session.signIn', { name, password: passwordOf(name) })
}
/** Waits until no check is under way; the one of the day, which begins by itself, until it is on record. */
const ended = async (station: Station, onRecord = true) => {
  for (let turn = 0; turn < 600; turn += 1) {
    const checks = await ok(station, 'backup.checks', {})
    if (checks.running === null && (checks.last || !onRecord)) return checks
    await setTimeout(50)
  }
  throw new Error('the check did not end')
}

it('实施条例34 the check of the day begins by itself, once, and says that the data are whole; by hand another may be asked for', async () => {
  const station = openStation({ dir: copyOf(closed), clock: settableClock(MORNING), argon: argonFloor, checkAfter: 1 })
  await as(station, '郑系')
  const { last, wholeAt } = await ended(station)
  expect(last).toMatchObject({ by: '郑系', asked: false, whole: true, why: null })
  expect(wholeAt).toBe(last?.at)
  await as(station, '冯审')
  await setTimeout(100)
  expect((await ok(station, 'backup.checks', {})).running).toBeNull()
  await ok(station, 'backup.check', {})
  // Acts go on meanwhile
  await ok(station, 'audit.checkpoint', {})
  expect((await ended(station)).last?.whole).toBe(true)
  const { rows } = await ok(station, 'audit.list', { call: 'vault.check' })
  expect(rows).toMatchObject([{ actor: '冯审', act: '检查数据结束' }, { actor: '郑系' }])
  await station.close()
})

it('实施条例34 锁定 a lock, a backup and a stop end it: nothing of it is on record, and the backup is made', async () => {
  const dir = copyOf(closed)
  const station = openStation({ dir, clock: settableClock(MORNING), argon: argonFloor })
  await as(station, '郑系')
  await ok(station, 'backup.check', {})
  expect(await station.call('backup.check', {})).toMatchObject({ ok: false, refused: { code: 'state.conflict' } })
  await ok(station, 'backup.stopCheck', {})
  expect(await station.call('backup.stopCheck', {})).toMatchObject({ ok: false, refused: { code: 'state.conflict' } })
  await ok(station, 'backup.check', {})
  await as(station, '郑系')
  expect((await ok(station, 'backup.checks', {})).last).toBeNull()
  const { ticket } = await ok(station, 'backup.begin', { kind: 'backup' })
  await ok(station, 'backup.check', {})
  expect(await station.carryOut(ticket, mediumOf(office))).toEqual({ ok: true, how: 'saved' })
  expect((await ok(station, 'backup.checks', {})).last).toBeNull()
  await station.close()
})

it('实施条例34 a check that came to no end is told of as that, until another has ended', async () => {
  const dir = copyOf(closed)
  const station = openStation({ dir, clock: settableClock(MORNING), argon: argonFloor })
  await as(station, '郑系')
  expect(await ended(station, false)).toMatchObject({ unfinished: null, last: null })
  renameSync(join(dir, 'vault.db'), join(dir, 'elsewhere.db'))
  await ok(station, 'backup.check', {})
  expect(await ended(station, false)).toMatchObject({ unfinished: { found: null }, last: null })
  // And it made nothing in the place of what is gone
  expect(existsSync(join(dir, 'vault.db'))).toBe(false)
  renameSync(join(dir, 'elsewhere.db'), join(dir, 'vault.db'))
  await ok(station, 'backup.check', {})
  expect(await ended(station, false)).toMatchObject({ unfinished: null, last: { whole: true, asked: true } })
  await station.close()
})

it('审计 a flipped bit is found while people work, and whoever is responsible is told', async () => {
  const dir = copyOf(closed)
  let page = 0
  await behindTheDoor(dir, (database) => {
    page = database.prepare("SELECT max(pageno) FROM dbstat WHERE name = 'person_key' AND pagetype = 'leaf'").pluck().get() as number
  })
  const station = openStation({ dir, clock: settableClock(MORNING), argon: argonFloor })
  await as(station, '郑系')
  flip(join(dir, 'vault.db'), (page - 1) * PAGE + 1000)
  await ok(station, 'backup.check', {})
  const { last, wholeAt } = await ended(station)
  expect(last).toMatchObject({ whole: false, asked: true, place: expect.any(String), why: expect.any(String) })
  expect(wholeAt).toBeNull()
  const { reminders } = await ok(station, 'today.home', {})
  expect(reminders[0]).toMatchObject({ level: 'urgent', text: expect.stringMatching(/数据损坏.*与口令无关/) })
  await station.close()
})
