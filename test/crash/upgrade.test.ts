import { cpSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startVault } from '../../tools/hosts/vault-process.ts'
import { verifyVault } from '../../tools/verify/verify.ts'
import { runUntil } from '../support/exactly.ts'
import { fixtureOf, fixtures } from '../support/fixture.ts'
import { MORNING, passwordOf } from '../support/office.ts'
import { programs } from '../support/programs.ts'
import { restart, signIn } from '../support/restarted.ts'

const runs = Number(process.env.MIJUAN_CRASH_RUNS ?? 0)
/** The long form kills at every step; the short one where the copy gets its name, at the commit of the upgrade, and at the one after it. */
const triedOf = (steps: readonly string[]): number[] => {
  if (runs > 0) return steps.map((_, index) => index)
  const commit = steps.indexOf('COMMIT')
  return [steps.lastIndexOf('renameSync', commit), commit, steps.indexOf('COMMIT', commit + 1)]
}

let old: ReturnType<typeof fixtureOf>
beforeAll(() => {
  old = fixtureOf(fixtures.at(-1) as string, tmpdir())
})
afterAll(() => old.remove())

let copies = 0
const fresh = () => {
  copies += 1
  const dir = join(old.root, String(copies))
  cpSync(old.dir, dir, { recursive: true })
  return dir
}

const KNOWN = /^(gate\.json|heads\.log|in-use\.lock|keys\.json|vault\.db|升级前-.+)$/
const expectHolds = async (dir: string) => {
  const { broken, unopened } = await verifyVault({ dir, person: '冯审', password: passwordOf('冯审') })
  expect({ broken, unopened }).toEqual({ broken: [], unopened: null })
}

/** After a crash: the next to sign in finds the data upgraded or upgrades them; once on record, with one copy, and nothing lies about. */
const expectUpgradedOnce = async (dir: string) => {
  const vault = restart(dir)
  await vault.as('冯审')
  expect((await vault.ok('audit.list', { call: 'vault.upgrade', outcome: 'done' })).rows).toHaveLength(1)
  const { upgrades } = await vault.ok('backup.list', {})
  await vault.station.close()
  expect(upgrades).toMatchObject([{ there: true }])
  expect(readdirSync(dir).filter((name) => name.startsWith('升级前'))).toEqual([upgrades[0]?.copy])
  expect(readdirSync(dir).filter((name) => !KNOWN.test(name))).toEqual([])
  await expectHolds(dir)
  await expectHolds(join(dir, upgrades[0]?.copy as string))
}

it('审计 an upgrade killed at one exact step: at the next sign-in there is one upgraded vault, one upgrade on record, one copy', async () => {
  const whole = fresh()
  const { steps, last } = await runUntil(whole, [signIn('李保')], Number.POSITIVE_INFINITY)
  expect(last).toMatchObject({ ok: true })
  expect(steps).toContain('the answer')
  for (const index of triedOf(steps)) {
    const dir = fresh()
    expect(await runUntil(dir, [signIn('李保')], index + 1)).toMatchObject({ died: steps[index] })
    await expectUpgradedOnce(dir)
  }
}, 600_000)

it('审计 an upgrade killed at random while the other thread copies and looks through', async () => {
  for (let run = 0; run < Math.max(1, runs); run += 1) {
    const dir = fresh()
    const vault = await startVault({ dir, clock: MORNING, argon: 'floor', program: join(programs(), 'vault.mjs') })
    void vault.call('session.signIn', { name: '李保', password: passwordOf('李保') })
    await setTimeout(60 + Math.random() * 500)
    process.kill(vault.pid as number, 'SIGKILL')
    await vault.close()
    await expectUpgradedOnce(dir)
  }
}, 600_000)
