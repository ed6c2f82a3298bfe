import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Reply } from '../../contract/refusal.ts'
import { MORNING } from './office.ts'
import { programs } from './programs.ts'

/** A call, or with `folder` what the shell does with the ticket of the call before; `choose`, `ledger`: a backup, an old ledger that is chosen before it. */
export type Scripted = { call: string; input: unknown; folder?: string; choose?: string; ledger?: string }

/** How a scripted run ended: at which step it was killed, or with which answer to its last call; and the steps of that call. */
export type Ending = { died: string | null; last: Reply | null; steps: string[] }

/** What Node is given to run a victim on a folder that is killed before the given step of its last call. */
export const victimOn = (dir: string, step: number): string[] => {
  const program = join(import.meta.dirname, 'victim.ts')
  return [program, '--station', join(programs(), 'station.mjs'), '--data', dir, '--clock', MORNING, '--die', String(step)]
}

/** Runs calls in a vault process of its own that kills itself before the given step of the last one. */
export const runUntil = async (dir: string, script: readonly Scripted[], step: number): Promise<Ending> => {
  const { stdout, stderr, signal } = spawnSync(process.execPath, victimOn(dir, step), { input: JSON.stringify(script), encoding: 'utf8' })
  const lines = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { call?: string; reply?: Reply; died?: string; steps?: string[] })
  const failed = lines.slice(0, -1).find(({ reply }) => reply?.ok === false && reply.refused.code !== 'session.wrongPassword')
  if (failed) throw new Error(`${failed.call}: ${JSON.stringify(failed.reply)}`)
  const died = lines.find((line) => line.died !== undefined)?.died ?? null
  if ((died !== null) !== (signal === 'SIGKILL')) throw new Error(`the process ended otherwise: ${signal} ${stderr}`)
  const answers = lines.filter((line) => line.reply !== undefined)
  return { died, last: answers.length === script.length ? (answers.at(-1)?.reply ?? null) : null, steps: lines.at(-1)?.steps ?? [] }
}
