import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input, Output, ProcedureName } from '../../../contract/index.ts'
import { settableClock } from '../../../electron/vault/door/clock.ts'
import { openStation, type Station } from '../../../electron/vault/station.ts'
import { argonFloor } from '../../../electron/vault/storage/key-wrap.ts'
import { sha256 } from '../../../electron/vault/storage/bytes.ts'
import { verifyVault } from '../../../tools/verify/verify.ts'
import { behindTheDoor, rebuildRecord, withoutTriggers } from '../../support/attack.ts'
import { fixtureOf, fixtures } from '../../support/fixture.ts'
import { passwordOf } from '../../support/office.ts'
import { smallDisk } from '../../support/small-disk.ts'

/** After everything that the fixtures hold. */
const LATER = '2026-03-11T09:00:00+08:00'

const old = fixtures.at(-1) as string
let copy: ReturnType<typeof fixtureOf>
let station: Station
const clock = settableClock(LATER)
beforeEach(() => {
  copy = fixtureOf(old)
  station = openStation({ dir: copy.dir, clock, argon: argonFloor })
})
afterEach(async () => {
  await station.close()
  copy.remove()
})

const signer = (name: string) => ({ name, password: passwordOf(name) })
const both = { systemAdmin: signer('郑系'), auditor: signer('冯审') }
const ok = async <N extends ProcedureName>(name: N, input: Input<N>): Promise<Output<N>> => {
  const reply = await station.call(name, input)
  expect(reply.ok ? 'ok' : `${name} ${reply.refused.code} ${reply.refused.message}`).toBe('ok')
  return (reply as { output: Output<N> }).output
}
const as = async (name: string) => {
  await station.lock('locked')
  return ok('session.signIn', signer(name))
}
const acknowledge = async () => {
  await as('冯审')
  if ((await ok('audit.heads', {})).putBack) await ok('audit.acknowledge', { reason: '恢复备份' })
}
const copies = () => readdirSync(copy.dir).filter((name) => name.startsWith('升级前'))
/** Every file of a folder and what is in it, but what is of the moment. */
const bytesOf = (dir: string): Record<string, string> =>
  Object.fromEntries(
    (readdirSync(dir, { recursive: true, withFileTypes: true }) ?? [])
      .filter((entry) => entry.isFile() && !['gate.json', 'in-use.lock'].includes(entry.name))
      .map((entry) => [join(entry.parentPath, entry.name), sha256(readFileSync(join(entry.parentPath, entry.name))).toString('hex')]),
  )
const verdictOf = (dir: string) => verifyVault({ dir, person: '冯审', password: passwordOf('冯审') })
const expectWhole = async (dir: string) => expect(await verdictOf(dir)).toMatchObject({ ok: true, broken: [], unopened: null })
const newer = (dir: string) => behindTheDoor(dir, (database) => void database.pragma('user_version = 99'))

describe('审计 the first sign-in with a newer program', () => {
  it('leaves a copy that was opened and verified, upgrades, and says so on record with a checkpoint; the next ones do not', async () => {
    const before = await verdictOf(copy.dir)
    expect(before).toMatchObject({ ok: true, notes: expect.arrayContaining([expect.stringContaining('较早版本')]) })
    await as('李保')
    const [name] = copies()
    expect(copies()).toEqual([expect.stringMatching(new RegExp(`^升级前-${old}-20260311-090000$`))])
    await as('冯审')
    const { rows } = await ok('audit.list', { call: 'vault.upgrade' })
    expect(rows).toMatchObject([
      {
        act: '升级数据',
        actor: '李保',
        object: name,
        seq: before.head?.size,
        facts: [{ label: '记录条数' }, { label: '原版本' }, { label: '现版本' }],
      },
    ])
    expect((await ok('audit.checkpoints', { limit: 1 })).rows).toMatchObject([{ occasion: 'backup', by: '李保' }])
    await as('郑系')
    const { upgrades } = await ok('backup.list', {})
    expect(upgrades).toMatchObject([{ by: '李保', from: old, copy: name, entries: before.head?.size, there: true }])
    await station.close()
    await expectWhole(copy.dir)
    await expectWhole(join(copy.dir, name as string))
    expect((await verdictOf(join(copy.dir, name as string))).head).toEqual(before.head)
  })

  it('goes on with the work of before: documents are found and the next number follows', async () => {
    await as('李保')
    const { total, rows } = await ok('documents.list', {})
    expect(total).toBeGreaterThan(0)
    expect((await ok('documents.list', { text: rows[0]?.title as string })).rows.map(({ id }) => id)).toContain(rows[0]?.id)
  })

  it('without room for the copy: refused in words, and not a byte is changed', async () => {
    const disk = smallDisk(copy.dir, 8_000)
    if (!disk) return
    const alone = openStation({ dir: disk.dir, clock, argon: argonFloor })
    try {
      disk.fill(64 * 1024)
      const before = bytesOf(disk.dir)
      const reply = await alone.call('session.signIn', signer('李保'))
      expect(reply).toMatchObject({
        ok: false,
        refused: { code: 'vault.full', message: expect.stringMatching(/空间不足.*没有升级，也没有任何改动/) },
      })
      expect(bytesOf(disk.dir)).toEqual(before)
      disk.clear()
      expect(await alone.call('session.signIn', signer('李保'))).toMatchObject({ ok: true })
    } finally {
      await alone.close()
      disk.remove()
    }
  })

  it('a record that does not hold is not upgraded: the words say what, and nothing is left of the copy', async () => {
    await behindTheDoor(copy.dir, (database) => withoutTriggers(database, () => database.exec("UPDATE sheet SET folder = '夹77'")))
    const before = bytesOf(copy.dir)
    const reply = await station.call('session.signIn', signer('李保'))
    expect(reply).toMatchObject({ ok: false, refused: { message: expect.stringMatching(/没有升级，也没有任何改动.*核验没有通过/) } })
    expect(bytesOf(copy.dir)).toEqual(before)
  })
})

describe('实施条例34 going back: the copy is a backup', () => {
  it('of the older version: it is tried, restored and upgraded anew; of the copies the last two stay', async () => {
    await as('郑系')
    for (let turn = 1; turn <= 3; turn += 1) {
      const newest = join(copy.dir, [...copies()].sort().at(-1) as string)
      const { ticket } = await ok('backup.begin', { kind: 'drill' })
      expect(await station.carryOut(ticket, newest)).toEqual({ ok: true, how: 'saved' })
      await station.lock('locked')
      const chosen = await station.choose(newest)
      if (!chosen.ok || !chosen.backup) throw new Error(JSON.stringify(chosen))
      const input = { backup: chosen.backup.ticket, ...both }
      expect((await ok('setup.compareBackup', input)).here.found).toBe('longer')
      await ok('setup.restore', input)
      clock.set(new Date(clock.now().getTime() + 60_000).toISOString())
      await acknowledge()
      expect((await ok('audit.list', { call: 'vault.upgrade' })).rows).toHaveLength(1)
      expect(copies()).toHaveLength(2)
      await as('郑系')
    }
    expect((await ok('backup.list', {})).upgrades).toHaveLength(1)
    await station.close()
    await expectWhole(copy.dir)
    expect(readdirSync(copy.dir)).not.toContain('upgrading')
  })
})

describe('审计 data of a newer version', () => {
  it('are refused, byte for byte as they were; the verifier says plainly what they are', async () => {
    await newer(copy.dir)
    const before = bytesOf(copy.dir)
    for (const name of ['李保', '郑系'])
      expect(await station.call('session.signIn', signer(name))).toMatchObject({ ok: false, refused: { code: 'vault.newer' } })
    expect(bytesOf(copy.dir)).toEqual(before)
    const verdict = await verdictOf(copy.dir)
    expect(verdict).toMatchObject({ ok: false, unopened: { code: 'newer', message: expect.stringContaining('更高版本') } })
  })

  it('are refused as a backup too, at a drill and at a restore', async () => {
    await as('郑系')
    const folder = join(copy.root, 'newer')
    cpSync(join(copy.dir, copies()[0] as string), folder, { recursive: true })
    await newer(folder)
    const before = bytesOf(folder)
    const { ticket } = await ok('backup.begin', { kind: 'drill' })
    expect(await station.carryOut(ticket, folder)).toMatchObject({ ok: false, message: expect.stringContaining('更高版本') })
    await station.lock('locked')
    const here = bytesOf(copy.dir)
    const chosen = await station.choose(folder)
    if (!chosen.ok || !chosen.backup) throw new Error(JSON.stringify(chosen))
    expect(await station.call('setup.compareBackup', { backup: chosen.backup.ticket, ...both })).toMatchObject({
      ok: false,
      refused: { code: 'vault.newer' },
    })
    expect(bytesOf(copy.dir)).toEqual(here)
    expect(bytesOf(folder)).toEqual(before)
  })
})

describe('审计 the verifier holds an upgrade to its record, though whoever spoilt it rebuilt the whole', () => {
  beforeEach(async () => {
    await as('李保')
    await station.close()
    await expectWhole(copy.dir)
  })
  it.each([
    ['by somebody else', 'UPDATE upgrade SET by_person = 1', /没有本人登录时升级的一条/],
    ['over fewer entries', 'UPDATE upgrade SET size = size - 1', /升级前的条数或根/],
    ['to another version', 'UPDATE upgrade SET to_version = to_version + 1', /应为/],
    ['without its checkpoint', "DELETE FROM checkpoint WHERE occasion = 'backup'", /检查点/],
  ])('%s', async (_what, sql, why) => {
    await behindTheDoor(copy.dir, (database) =>
      withoutTriggers(database, () => {
        database.exec(sql)
        rebuildRecord(database)
      }),
    )
    const { broken } = await verdictOf(copy.dir)
    expect(broken.map((each) => each.why).join('\n')).toMatch(why)
  })
})
