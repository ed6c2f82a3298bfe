import { cpSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Output } from '../../contract/index.ts'
import { settableClock } from '../../electron/vault/door/clock.ts'
import { openStation } from '../../electron/vault/station.ts'
import { argonFloor } from '../../electron/vault/storage/key-wrap.ts'
import { verifyVault } from '../../tools/verify/verify.ts'
import { copyOf, removeCopies } from '../support/attack.ts'
import { mediumOf } from '../support/records.ts'
import { runUntil, type Scripted } from '../support/exactly.ts'
import { MORNING, type Office, openOffice, passwordOf } from '../support/office.ts'
import { smallDisk } from '../support/small-disk.ts'

const everyStep = Number(process.env.MIJUAN_CRASH_RUNS ?? 0) > 0
const tried = (step: string) => everyStep || ['renameSync', 'COMMIT'].includes(step)

let office: Office
let folder: string
/** One document is in the backup, two are here. */
beforeAll(async () => {
  office = await openOffice({ under: tmpdir() })
  await office.as('李保')
  await office.ok('documents.register', office.incoming())
  await office.as('郑系')
  const { ticket } = await office.ok('backup.begin', { kind: 'backup' })
  await office.station.carryOut(ticket, mediumOf(office))
  folder = join(mediumOf(office), readdirSync(mediumOf(office))[0] as string)
  await office.as('李保')
  await office.ok('documents.register', office.incoming())
  await office.station.lock('locked')
}, 240_000)
afterAll(async () => {
  await office.close()
  removeCopies()
})

const signer = (name: string) => ({ name, password: passwordOf(name) })
const both = { systemAdmin: signer('郑系'), auditor: signer('冯审') }
const script = (): Scripted[] => [
  { call: 'setup.compareBackup', input: both, choose: folder },
  { call: 'setup.restore', input: both },
]
const KNOWN = /^(gate\.json|heads\.log|in-use\.lock|keys\.json|vault\.db|set-aside-\d{8}-\d{6})$/

/** After a crash: the vault that was here or the backup, whole, with everybody's way in; nothing half done lies about. */
const expectOneOfTwo = async (dir: string, answered: boolean) => {
  const station = openStation({ dir, clock: settableClock(MORNING), argon: argonFloor })
  const ok = async (name: string, input: object = {}) => {
    const reply = await station.call(name, input)
    expect(reply.ok ? 'ok' : `${name} ${reply.refused.code} ${reply.refused.message}`).toBe('ok')
    return (reply as { output: unknown }).output
  }
  expect(await ok('setup.status')).toMatchObject({ vault: 'locked' })
  await ok('session.signIn', signer('冯审'))
  const { putBack } = (await ok('audit.heads')) as Output<'audit.heads'>
  if (putBack) await ok('audit.acknowledge', { reason: '恢复备份' })
  const restores = ((await ok('audit.list', { call: 'setup.restore', outcome: 'done' })) as Output<'audit.list'>).rows.length
  await ok('session.signOut')
  await ok('session.signIn', signer('李保'))
  const { total } = (await ok('documents.list')) as Output<'documents.list'>
  await ok('session.signOut')
  await station.close()
  expect({ total, restores, putBack: putBack !== null }).toEqual(
    restores === 1 ? { total: 1, restores: 1, putBack: true } : { total: 2, restores: 0, putBack: false },
  )
  if (answered) expect(restores).toBe(1)
  expect(readdirSync(dir).filter((name) => !KNOWN.test(name))).toEqual([])
  const aside = readdirSync(dir).filter((name) => name.startsWith('set-aside'))
  expect(aside).toHaveLength(restores)
  for (const each of [dir, ...aside.map((name) => join(dir, name))])
    expect(await verifyVault({ dir: each, person: '冯审', password: passwordOf('冯审') })).toMatchObject({ ok: true, broken: [] })
  return restores === 1
}

it('清单43 45 killed at one exact step of a restore: what was here, or the backup, and never half of each', async () => {
  const whole = copyOf(office.dir)
  const { steps, last } = await runUntil(whole, script(), Number.POSITIVE_INFINITY)
  expect(last).toMatchObject({ ok: true })
  expect(steps.filter((step) => step === 'renameSync').length).toBeGreaterThan(3)
  expect(await expectOneOfTwo(whole, true)).toBe(true)
  const seen = new Set<boolean>()
  for (const [index, step] of steps.entries()) {
    if (!tried(step)) continue
    const dir = copyOf(office.dir)
    expect(await runUntil(dir, script(), index + 1)).toMatchObject({ died: step, last: null })
    seen.add(await expectOneOfTwo(dir, false))
  }
  // The crash fell on both sides of the one move that decides
  expect(seen).toEqual(new Set([true, false]))
}, 600_000)

it('清单43 45 killed while the backup is copied to the side and compared: nothing has changed', async () => {
  const { steps } = await runUntil(copyOf(office.dir), script().slice(0, 1), Number.POSITIVE_INFINITY)
  for (const [index, step] of steps.entries()) {
    if (!everyStep && index % 5 > 0 && step !== 'the answer') continue
    const dir = copyOf(office.dir)
    expect(await runUntil(dir, script().slice(0, 1), index + 1)).toMatchObject({ died: step })
    expect(await expectOneOfTwo(dir, false)).toBe(false)
  }
}, 600_000)

it('清单43 45 no room for a second vault: refused as such, and what is here goes on', async ({ skip }) => {
  const bytes = statSync(join(folder, 'vault.db')).size
  const disk = smallDisk(office.dir, 4096)
  if (!disk) return skip('no small disk can be mounted here')
  const station = openStation({ dir: disk.dir, clock: settableClock(MORNING), argon: argonFloor })
  const reply = await station.choose(folder)
  const backup = (reply.ok && reply.backup?.ticket) || ''
  disk.fill(Math.floor(bytes / 2))
  expect(await station.call('setup.compareBackup', { ...both, backup })).toMatchObject({ ok: false, refused: { code: 'vault.full' } })
  disk.clear()
  expect(existsSync(join(disk.dir, 'restoring'))).toBe(false)
  expect(await station.call('session.signIn', signer('李保'))).toMatchObject({ ok: true })
  await station.close()
  const moved = join(mediumOf(office), 'moved')
  mkdirSync(moved, { recursive: true })
  cpSync(disk.dir, moved, { recursive: true })
  expect(await expectOneOfTwo(moved, false)).toBe(false)
  disk.remove()
}, 240_000)
