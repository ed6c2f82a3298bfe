import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { settableClock } from '../../electron/vault/door/clock.ts'
import { openStation } from '../../electron/vault/station.ts'
import { argonFloor } from '../../electron/vault/storage/key-wrap.ts'
import { startVault } from '../../tools/hosts/vault-process.ts'
import { verifyVault } from '../../tools/verify/verify.ts'
import { copyOf, removeCopies } from '../support/attack.ts'
import { runUntil, type Scripted } from '../support/exactly.ts'
import { MORNING, type Office, openOffice, passwordOf } from '../support/office.ts'
import { programs } from '../support/programs.ts'

const runs = Number(process.env.MIJUAN_CRASH_RUNS ?? 0)
const everyStep = runs > 0
const tried = (step: string) => everyStep || ['renameSync', 'COMMIT'].includes(step)

let office: Office
let root: string
beforeAll(async () => {
  office = await openOffice({ under: tmpdir() })
  await office.as('李保')
  for (let n = 0; n < 30; n += 1) await office.ok('documents.register', office.incoming())
  await office.station.lock('locked')
  root = mkdtempSync(join(tmpdir(), 'mijuan-medium-'))
}, 240_000)
afterAll(async () => {
  await office.close()
  removeCopies()
  rmSync(root, { recursive: true, force: true })
})

let media = 0
const newMedium = () => {
  media += 1
  const medium = join(root, String(media))
  mkdirSync(medium)
  return medium
}

const expectHolds = async (dir: string) => {
  const verdict = await verifyVault({ dir, person: '冯审', password: passwordOf('冯审') })
  expect(verdict).toMatchObject({ ok: true, broken: [] })
}

/** After a crash: what bears the name of a backup is one, the vault holds, and the next backup leaves nothing of the broken one. */
const expectWhole = async (dir: string, medium: string) => {
  for (const name of readdirSync(medium).filter((each) => !each.startsWith('.'))) await expectHolds(join(medium, name))
  const station = openStation({ dir, clock: settableClock(MORNING), argon: argonFloor })
  expect(await station.call('session.signIn', { name: '郑系', password: passwordOf('郑系') })).toMatchObject({ ok: true })
  const reply = await station.call('backup.begin', { kind: 'backup' })
  const { ticket } = (reply as { output: { ticket: string } }).output
  expect(await station.carryOut(ticket, medium)).toEqual({ ok: true, how: 'saved' })
  await station.close()
  expect(readdirSync(medium).filter((name) => name.startsWith('.'))).toEqual([])
  for (const name of readdirSync(medium)) await expectHolds(join(medium, name))
  await expectHolds(dir)
}

const script = (medium: string): Scripted[] => [
  { call: 'session.signIn', input: { name: '郑系', password: passwordOf('郑系') } },
  { call: 'backup.begin', input: { kind: 'backup' } },
  { call: 'the shell', input: null, folder: medium },
]

it('清单42 45 killed at one exact step of the vault’s own thread', async () => {
  const { steps, last } = await runUntil(copyOf(office.dir), script(newMedium()), Number.POSITIVE_INFINITY)
  expect(last).toMatchObject({ ok: true })
  expect(steps).toContain('renameSync')
  for (const [index, step] of steps.entries()) {
    if (!tried(step)) continue
    const dir = copyOf(office.dir)
    const medium = newMedium()
    expect(await runUntil(dir, script(medium), index + 1)).toMatchObject({ died: step })
    await expectWhole(dir, medium)
  }
}, 600_000)

it('清单42 45 killed at random while the other thread copies and looks through', async () => {
  let without = 0
  for (let run = 0; run < Math.max(6, runs); run += 1) {
    const dir = copyOf(office.dir)
    const medium = newMedium()
    const vault = await startVault({ dir, clock: MORNING, argon: 'floor', program: join(programs(), 'vault.mjs') })
    await vault.call('session.signIn', { name: '郑系', password: passwordOf('郑系') })
    const reply = await vault.call('backup.begin', { kind: 'backup' })
    void vault.carryOut((reply as { output: { ticket: string } }).output.ticket, medium)
    await setTimeout(20 + Math.random() * 400)
    process.kill(vault.pid as number, 'SIGKILL')
    await vault.close()
    if (readdirSync(medium).every((name) => name.startsWith('.'))) without += 1
    await expectWhole(dir, medium)
  }
  // Some at least died before their backup had its name
  expect(without).toBeGreaterThan(0)
}, 600_000)
