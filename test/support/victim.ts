/**
 * The vault in a process of its own that kills itself (kill -9) at one exact step of one call: before the n-th time that it
 * touches a file or commits. Run by `exactly.ts` only; what it answers it writes as JSON lines.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { setImmediate } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { THE_LEAVE } from './the-leave.ts'

/**
 * `folder`: where the shell has what the last call gave a ticket for done. `choose`: the backup that the shell has chosen before the call; `ledger`: the
 * old ledger, whose dry run has ended before the next.
 */
type Step = { call: string; input: unknown; folder?: string; choose?: string; ledger?: string }

const { values } = parseArgs({
  options: { station: { type: 'string' }, data: { type: 'string' }, clock: { type: 'string' }, die: { type: 'string' } },
})
const dieAt = Number(values.die)
let armed = false
const steps: string[] = []

const say = (line: object) => fs.writeSync(1, `${JSON.stringify(line)}\n`)

/** Counts a step of the call under test, and ends here when it is the one. */
const step = (name: string) => {
  if (!armed) return
  steps.push(name)
  if (steps.length < dieAt) return
  armed = false
  say({ died: name })
  process.kill(process.pid, 'SIGKILL')
  // The signal is on its way: nothing after this line is to happen
  for (;;);
}

const watched = ['copyFileSync', 'openSync', 'fsyncSync', 'renameSync', 'rmSync'] as const
for (const name of watched) {
  const real = fs[name] as (...args: unknown[]) => unknown
  Object.assign(fs, {
    [name]: (...args: unknown[]) => {
      step(name)
      return real(...args)
    },
  })
}
const { writeSync } = fs
Object.assign(fs, {
  writeSync: (...args: unknown[]) => {
    if ((args[0] as number) > 2) step('writeSync')
    return (writeSync as (...args: unknown[]) => number)(...args)
  },
})
syncBuiltinESMExports()

const { prepare } = Database.prototype
Database.prototype.prepare = function (this: Database.Database, sql: string) {
  const statement = prepare.call(this, sql)
  if (sql !== 'COMMIT' && !sql.startsWith('VACUUM')) return statement
  const run = statement.run.bind(statement) as (...params: unknown[]) => Database.RunResult
  statement.run = (...params: unknown[]) => {
    step(sql)
    return run(...params)
  }
  return statement
} as typeof prepare

type Rekeyed = { rekey(this: Database.Database, key: Buffer): number }
const { rekey } = Database.prototype as unknown as Rekeyed
Object.assign(Database.prototype, {
  rekey(this: Database.Database, key: Buffer) {
    step('rekey')
    return rekey.call(this, key)
  },
})

const { openHostStation } = (await import(values.station ?? '')) as typeof import('../../tools/hosts/open-station.ts')
const { station } = openHostStation({ dir: values.data ?? '', clock: values.clock, argon: 'floor' })
const script = JSON.parse(fs.readFileSync(0, 'utf8')) as Step[]
/** What the last countersignature gave, where the script has `THE_LEAVE`. */
let leave = ''
const withLeave = (input: unknown): unknown => JSON.parse(JSON.stringify(input ?? null).replaceAll(THE_LEAVE, leave))
let ticket = ''
const dryRunEnds = async (input: unknown): Promise<void> => {
  const { file } = input as { file: string }
  for (;;) {
    const reply = await station.call('importing.rows', { file, limit: 1 })
    if (!reply.ok || (reply.output as { done: boolean }).done) return
    await setImmediate()
  }
}

for (const [index, { call, input: given, folder, choose, ledger }] of script.entries()) {
  if (ledger !== undefined) await station.ledger(ledger)
  const chosen = choose === undefined ? null : await station.choose(choose)
  if (chosen?.ok && chosen.backup) ticket = chosen.backup.ticket
  const input = ['setup.compareBackup', 'setup.restore'].includes(call) ? { ...(given as object), backup: ticket } : given
  if (index === script.length - 1) armed = true
  const reply = folder === undefined ? await station.call(call, withLeave(input)) : await station.carryOut(ticket, folder)
  if (ledger !== undefined) await dryRunEnds(given)
  if ('output' in reply) ticket = (reply.output as { ticket?: string }).ticket ?? ticket
  if (call === 'session.countersign' && 'output' in reply) leave = (reply.output as { ticket: string }).ticket
  if (armed) step('the answer')
  armed = false
  say({ call, reply })
}
say({ steps })
