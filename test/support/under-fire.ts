import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { contract, type ProcedureName } from '../../contract/index.ts'
import type { Procedure } from '../../contract/procedure.ts'
import { REFUSAL_CODES, type Reply } from '../../contract/refusal.ts'
import type { Station } from '../../electron/vault/station.ts'
import { PLANTED } from './bad-values.ts'
import { baseInputs } from './base-inputs.ts'
import { allFields } from './input-fields.ts'
import { type Office, openOffice } from './office.ts'
import { be } from './records.ts'
import { numberFrom } from './numbering.ts'
import { onceInRun } from './run.ts'
import { openStore, type Store } from './store.ts'
import { inputOf, PLANTED_PASSWORD, startsOf, wildCases } from './wild-inputs.ts'

/**
 * The door under fire. Short form: 600 cases a procedure, always the same (the seed is printed with a failure, and the case is shrunk).
 * `MIJUAN_FUZZ=long`: 20,000 a procedure from a new seed, or from `MIJUAN_FUZZ_SEED`. Where a case that passes the schema costs Argon2id
 * (a password in the input, a sign-in after it) or a database written anew, at most `costly` of them do; the others are of a wrong shape. Of `audit.verify` it is ten times as many.
 */
export const long = process.env.MIJUAN_FUZZ === 'long'
export const cases = long ? 20_000 : 600
const costly = long ? 400 : 12
export const seed = long ? Number(process.env.MIJUAN_FUZZ_SEED ?? Date.now() % 2 ** 31) : 20260310
/** No call may take longer. */
const BOUND_MS = 5_000

export const names = Object.keys(contract) as ProcedureName[]
export const declared = (name: ProcedureName) => contract[name] as unknown as Procedure
export const schemaOf = (name: ProcedureName): z.ZodType => contract[name].input
const isCostly = (name: ProcedureName) =>
  ['session.signOut', 'keys.renew'].includes(name) || allFields(schemaOf(name)).some(({ kind }) => kind === 'secret')
/** How many well-formed cases a procedure gets: a look through the whole record has its price, too. */
const wellFormed = (name: ProcedureName) => {
  if (isCostly(name)) return costly
  return name === 'audit.verify' ? 10 * costly : Number.POSITIVE_INFINITY
}
/** The auditor is left as they are: they look at the record in the end. */
const sparesAuditor = (name: ProcedureName, input: unknown) =>
  !['people.resetPassword', 'people.disableAccount'].includes(name) || (input as { person?: unknown } | null)?.person !== grown.id('冯审')

/** The office with records in every state, from which each procedure has its own copy. */
export let grown: Office
let said = ''
const streams = [process.stdout, process.stderr] as const
const originals = streams.map((stream) => stream.write)

const PATIENCE_MS = 200_000
/** More papers than that office has. */
const BEYOND_GROWN = 10_000

/** Made once in a run, in the folder it is given. */
const grow = async (folder: string): Promise<void> => {
  const office = await openOffice()
  // The recovery sheets of the set-up stay in force, or nothing of `setup.recover` would be reached
  for (const name of names.filter((each) => !/^(setup|session|keys)\./.test(each)))
    for (const input of await baseInputs[name].inputs(office)) await office.ok(name, input as never)
  await office.station.lock('locked')
  cpSync(office.dir, join(folder, 'vault'), { recursive: true })
  await office.close()
}

/** Has that office ready before the tests of a file, listens to what is printed meanwhile, and ends both after them. */
export const growOffice = (): void => {
  beforeAll(async () => {
    grown = await openOffice({ from: join(await onceInRun('grown', PATIENCE_MS, grow), 'vault') })
    // What it has was numbered by the counters of the process that grew it
    numberFrom(BEYOND_GROWN)
    for (const [index, stream] of streams.entries()) {
      const write = (originals[index] as typeof stream.write).bind(stream) as (chunk: string | Uint8Array, ...more: never[]) => boolean
      stream.write = ((chunk: string | Uint8Array, ...more: never[]) => {
        said += String(chunk)
        return write(chunk, ...more)
      }) as typeof stream.write
    }
  }, 300_000)
  afterAll(async () => {
    for (const [index, stream] of streams.entries()) stream.write = originals[index] as typeof stream.write
    await grown.close()
    expect(said).not.toContain(PLANTED_PASSWORD)
  })
}

/** What is wrong with a reply: no code of ours, a defect, a damaged vault, a machine's words, something that was typed. */
export const wrongWith = (name: ProcedureName, reply: Reply, ms: number): string[] => {
  const slow = ms > BOUND_MS ? [`took ${ms} ms`] : []
  if (reply.ok) return contract[name].output.safeParse(reply.output).success ? slow : [...slow, 'an output that is not of the contract']
  const { code, message } = reply.refused
  const text = JSON.stringify(reply.refused)
  return [
    ...slow,
    ...(REFUSAL_CODES.includes(code) && code !== 'fault' && (!code.startsWith('vault.') || code === 'vault.exists') ? [] : [`code ${code}`]),
    ...(/\p{Script=Han}/u.test(message) ? [] : ['no Chinese message']),
    ...(text.includes(PLANTED) || text.includes(PLANTED_PASSWORD) ? ['holds what was typed'] : []),
  ]
}

export const timed = async (station: Station, name: string, input: unknown) => {
  const from = performance.now()
  const reply = await station.call(name, input)
  return { reply, ms: performance.now() - from }
}

/** The whole record of a vault is right to the last row, as the auditor finds it. */
export const expectWhole = async (office: Office) => {
  await office.as('冯审')
  let at: { from: number; run: number } | null = { from: 0, run: 0 }
  while (at) {
    const verified: { ok: boolean; next: number | null; run?: number } = await office.ok('audit.verify', at)
    expect(verified).toMatchObject({ ok: true })
    at = verified.next === null ? null : { from: verified.next, run: 0 }
  }
}

/** Every entry of a procedure is one call's, in order: refused ones without a change, done ones of a mutation alone. Nothing that was typed is in a refusal, and no password in any. */
const expectEntries = (store: Store, size: number, name: ProcedureName, outcomes: readonly string[]) => {
  const entries = store.entriesFrom(size)
  const own = entries.filter(({ call }) => call === name)
  if (!/^(setup|session\.sign)/.test(name)) expect(own.map(({ outcome }) => outcome)).toEqual(outcomes)
  for (const { outcome, changes } of own) if (outcome === 'refused') expect(changes).toBe('[]')
  expect(JSON.stringify(own.filter(({ outcome }) => outcome === 'refused'))).not.toContain(PLANTED)
  expect(JSON.stringify(entries)).not.toContain(PLANTED_PASSWORD)
}

const expectClosedGate = (dir: string) => {
  const gate = join(dir, 'gate.json')
  const kept = existsSync(gate) ? readFileSync(gate, 'utf8') : ''
  expect(kept.includes(PLANTED) || kept.includes(PLANTED_PASSWORD)).toBe(false)
}

/** Every so-manieth procedure under fire: the whole contract takes longer than all other tests of a run, so that several files share it. */
export const proceduresUnderFire = (part: number, of: number): void => {
  describe('审计 the door under fire: every call ends in an answer of the contract, and in its entry', () => {
    it.each(names.filter((name, at) => name !== 'setup.create' && at % of === part))('%s', { timeout: long ? 1_200_000 : 300_000 }, async (name) => {
      const office = await openOffice({ from: grown.dir })
      const { by, inputs } = baseInputs[name]
      const starts = startsOf(schemaOf(name), await inputs(office))
      const first = await openStore(office.dir)
      const before = { size: first.size(), business: first.business() }
      first.close()
      const outcomes: string[] = []
      let tried = 0
      let dear = wellFormed(name)
      await fc.assert(
        fc.asyncProperty(wildCases(starts), async (one) => {
          const input = inputOf(starts, one)
          fc.pre(sparesAuditor(name, input))
          const shaped = schemaOf(name).safeParse(input).success
          if (shaped) fc.pre(dear > 0)
          if (shaped) dear -= 1
          const { reply, ms } = await timed(office.station, name, input)
          const wrong = wrongWith(name, reply, ms)
          if (wrong.length > 0) throw new Error(`${name}: ${wrong.join(', ')}`)
          tried += 1
          // Nothing else waits long for the vault, nor does the limit of this test.
          if (tried % 50 === 0) await setImmediate()
          if (!reply.ok) outcomes.push('refused')
          else if (declared(name).kind === 'mutation') outcomes.push('done')
          if (name === 'session.signIn' && reply.ok) await office.station.lock('locked')
          if (name === 'session.signOut' && reply.ok) await be(office, by as string)
        }),
        { numRuns: cases, seed, maxSkipsPerRun: 1000 },
      )
      expect(tried).toBe(cases)
      // Opened again: there may be another database under another key by now.
      const store = await openStore(office.dir)
      expectEntries(store, before.size, name, outcomes)
      if (!outcomes.includes('done') && !name.startsWith('session.')) expect(store.business()).toBe(before.business)
      store.close()
      expectClosedGate(office.dir)
      await expectWhole(office)
      await office.close()
    })
  })
}
