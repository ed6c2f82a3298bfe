import { expect } from 'vitest'
import type { Reply } from '../../contract/refusal.ts'
import { copyOf } from './attack.ts'
import { runUntil, type Scripted } from './exactly.ts'
import { expectWhole, type Restarted, restart } from './restarted.ts'

/** The long form kills at every step; the short one where a file takes its place, where the rows are committed, and where the database is written anew. */
const everyStep = Number(process.env.MIJUAN_CRASH_RUNS ?? 0) > 0
export const isTried = (step: string): boolean => everyStep || ['renameSync', 'COMMIT', 'VACUUM INTO ?', 'rekey'].includes(step)

/** An act that is killed at its steps: the vault it begins from, what is called, and what must hold of the vault that is started again. */
export type KilledAct = {
  what: string
  from: () => string
  script: () => Scripted[]
  after: (vault: Restarted, answered: Reply | null, dir: string) => Promise<void>
}

/** The act goes through once, and is killed once at each step that is tried: each time the vault is started again, held to the act and verified whole. */
export const expectWholeOrNot = async ({ from, script, after }: KilledAct): Promise<void> => {
  const whole = copyOf(from())
  const { steps, last } = await runUntil(whole, script(), Number.POSITIVE_INFINITY)
  expect(steps).toContain('the answer')
  const run = async (dir: string, answered: Reply | null) => {
    const vault = restart(dir)
    await after(vault, answered, dir)
    await vault.station.close()
    await expectWhole(dir)
  }
  await run(whole, last)
  for (const [index, step] of steps.entries()) {
    if (!isTried(step)) continue
    const dir = copyOf(from())
    expect(await runUntil(dir, script(), index + 1)).toMatchObject({ died: step, last: null })
    await run(dir, null)
  }
}
