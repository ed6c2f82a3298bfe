import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract, type Output, type ProcedureName } from '../../contract/index.ts'
import { settableClock } from '../../electron/vault/door/clock.ts'
import { startVault, type VaultProcess } from '../../tools/hosts/vault-process.ts'
import { verifyVault } from '../../tools/verify/verify.ts'
import { copyOf, removeCopies } from '../support/attack.ts'
import { baseInputs } from '../support/base-inputs.ts'
import { chanceOf } from '../support/killing/chance.ts'
import { expectKept, type Held, holdingNothing } from '../support/killing/kept.ts'
import { Killed, type Known, knowingNothing, lifeOf } from '../support/killing/mortal.ts'
import { MORNING, type Office, officeOver, openOffice, passwordOf } from '../support/office.ts'
import { programs } from '../support/programs.ts'

/** How many kills: sixty with every run of the checks, as many as one likes by MIJUAN_CRASH_RUNS. MIJUAN_CRASH_SEED repeats a run. */
const RUNS = Number(process.env.MIJUAN_CRASH_RUNS ?? 60)
const SEED = Number(process.env.MIJUAN_CRASH_SEED ?? Date.now() % 1_000_000)
/** After so many kills the standalone verifier goes through the whole vault; after so many of its looks another vault begins. */
const VERIFIED_EACH = 25
const LOOKS = 4

const chance = chanceOf(SEED)

let office: Office
beforeAll(async () => {
  office = await openOffice({ under: tmpdir() })
  await office.station.lock('locked')
}, 240_000)
afterAll(async () => {
  await office.close()
  removeCopies()
})

const start = (dir: string) => startVault({ dir, clock: MORNING, argon: 'floor', program: join(programs(), 'killed-vault.mjs') })

/** Vault processes on one folder that are started while another one lives. */
const openSpares = (dir: string) => {
  const spares = [start(dir), start(dir)]
  return {
    next: async (): Promise<VaultProcess> => {
      const vault = await (spares.shift() as Promise<VaultProcess>)
      spares.push(start(dir))
      return vault
    },
    close: async () => {
      for (const spare of spares) await (await spare).close()
    },
  }
}

/** Whatever may be asked of a vault; not what ends this one, or spoils a file of it beforehand. */
const asked = (Object.keys(contract) as ProcedureName[]).filter((name) => !name.startsWith('setup.') && name !== 'audit.acknowledge')
const acts = asked.filter((name) => contract[name].kind === 'mutation')

/** Which calls were under way when the vault died, and which were ever done. */
const inFlight = new Map<string, number>()
const done = new Set<string>()

/** One life: works at whatever falls to it, in everybody's name, until it is killed. */
const live = async (vault: VaultProcess, dir: string, known: Known): Promise<void> => {
  const life = lifeOf(vault, known, chance)
  const clock = settableClock(MORNING)
  const set = (iso: string) => {
    clock.set(iso)
    void vault.clock(iso)
  }
  const worked = officeOver(life.station, { ...office.known, dir, clock: { ...clock, set } })
  // Two in three die on the way to an act, the third in the act itself
  const onTheWay = chance.below(3) > 0
  if (onTheWay) life.doom(chance.below(8))
  try {
    for (;;) {
      const name = chance.below(8) === 0 ? chance.oneOf(asked) : chance.oneOf(acts)
      const inputs = await baseInputs[name].inputs(worked).catch((error: unknown) => {
        if (error instanceof Killed) throw error
        // What was left half done by a kill may stand in its way: it was refused, and that is on record
        return []
      })
      if (!onTheWay && inputs.length > 0) life.doom(chance.below(inputs.length))
      for (const input of inputs) if ((await worked.station.call(name, input)).ok) done.add(name)
    }
  } catch (error) {
    if (!(error instanceof Killed)) throw error
    await life.over
  }
}

const verified = async (dir: string) => {
  const { broken, ok } = await verifyVault({ dir, person: '冯审', password: passwordOf('冯审') })
  expect({ ok, broken }).toEqual({ ok: true, broken: [] })
}

/** A vault through so many kills. */
const through = async (kills: number, fell: Held['fell']) => {
  const dir = copyOf(office.dir)
  const spares = openSpares(dir)
  const held: Held = { ...holdingNothing(), fell }
  const known = knowingNothing()
  await expectKept(dir, held, known)
  try {
    for (let kill = 1; kill <= kills; kill += 1) {
      await live(await spares.next(), dir, known)
      if (known.inFlight) inFlight.set(known.inFlight, (inFlight.get(known.inFlight) ?? 0) + 1)
      await expectKept(dir, held, known)
      if (kill % VERIFIED_EACH === 0 || kill === kills) await verified(dir)
    }
  } finally {
    await spares.close()
  }
}

describe(`审计 killed at a random moment of whatever work (seed ${SEED})`, () => {
  it(
    `${RUNS} times: what was answered is there, nothing else is, and the day goes on`,
    async () => {
      const fell = { there: 0, notThere: 0, answered: 0 }
      for (let left = RUNS; left > 0; left -= VERIFIED_EACH * LOOKS) await through(Math.min(left, VERIFIED_EACH * LOOKS), fell)
      if (process.env.MIJUAN_CRASH_RUNS) console.log(JSON.stringify({ seed: SEED, fell, inFlight: inFlight.size, done: done.size }))
      // Kills that never fall into an act prove nothing
      for (const kind of ['there', 'notThere', 'answered'] as const) expect(fell[kind], kind).toBeGreaterThan(0)
      expect(inFlight.size).toBeGreaterThan(Math.min(40, RUNS / 8))
    },
    120_000 + RUNS * 10_000,
  )

  it(
    '三员 the set-up: no vault or a whole one',
    async () => {
      const root = mkdtempSync(join(tmpdir(), 'mijuan-set-up-'))
      const [input] = await baseInputs['setup.create'].inputs(office)
      for (let run = 0; run < Math.max(3, RUNS / 100); run += 1) {
        const dir = join(root, String(run))
        const vault = await start(dir)
        void vault.call('setup.create', input)
        await setTimeout(100 + chance.part() * 900)
        process.kill(vault.pid as number, 'SIGKILL')
        await vault.close()
        const again = await start(dir)
        const status = await again.call('setup.status', {})
        const { vault: state } = (status as { output: Output<'setup.status'> }).output
        expect(['absent', 'locked']).toContain(state)
        if (state === 'absent') expect(await again.call('setup.create', input)).toMatchObject({ ok: true })
        expect(await again.call('session.signIn', { name: '丙', password: passwordOf('丙') })).toMatchObject({ ok: true })
        await again.close()
      }
      rmSync(root, { recursive: true })
    },
    60_000 + RUNS * 10_000,
  )
})
