import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { contract, type ProcedureName } from '../../contract/index.ts'
import type { Procedure } from '../../contract/procedure.ts'
import { REFUSAL_CODES, type Reply } from '../../contract/refusal.ts'
import { openStation, type Station } from '../../electron/vault/station.ts'
import { argonFloor } from '../../electron/vault/storage/key-wrap.ts'
import { PLANTED } from '../support/bad-values.ts'
import { baseInputs } from '../support/base-inputs.ts'
import { allFields } from '../support/input-fields.ts'
import { type Office, openOffice } from '../support/office.ts'
import { be, drafted, place } from '../support/records.ts'
import { scratch } from '../support/scratch.ts'
import { openStore, type Store } from '../support/store.ts'
import { inputOf, PLANTED_PASSWORD, startsOf, wildCases } from '../support/wild-inputs.ts'

/**
 * The door under fire. Short form: 2,000 cases a procedure, always the same (the seed is printed with a failure, and the case is shrunk).
 * `MIJUAN_FUZZ=long`: 20,000 a procedure from a new seed, or from `MIJUAN_FUZZ_SEED`. Where a case that passes the schema costs Argon2id
 * (a password in the input, a sign-in after it) or a database written anew, at most `costly` of the 2,000 do; the others are of a wrong shape. Of `audit.verify` it is ten times as many.
 */
const long = process.env.MIJUAN_FUZZ === 'long'
const cases = long ? 20_000 : 2_000
const costly = long ? 400 : 16
const seed = long ? Number(process.env.MIJUAN_FUZZ_SEED ?? Date.now() % 2 ** 31) : 20260310
/** No call may take longer. */
const BOUND_MS = 5_000

const names = Object.keys(contract) as ProcedureName[]
const declared = (name: ProcedureName) => contract[name] as unknown as Procedure
const schemaOf = (name: ProcedureName): z.ZodType => contract[name].input
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
let grown: Office
let said = ''
const streams = [process.stdout, process.stderr] as const
const originals = streams.map((stream) => stream.write)

beforeAll(async () => {
  grown = await openOffice()
  // The recovery sheets of the set-up stay in force, or nothing of `setup.recover` would be reached
  for (const name of names.filter((each) => !/^(setup|session|keys)\./.test(each)))
    for (const input of await baseInputs[name].inputs(grown)) await grown.ok(name, input as never)
  await grown.station.lock('locked')
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

/** What is wrong with a reply: no code of ours, a defect, a damaged vault, a machine's words, something that was typed. */
const wrongWith = (name: ProcedureName, reply: Reply, ms: number): string[] => {
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

const timed = async (station: Station, name: string, input: unknown) => {
  const from = performance.now()
  const reply = await station.call(name, input)
  return { reply, ms: performance.now() - from }
}

/** The whole record of a vault is right to the last row, as the auditor finds it. */
const expectWhole = async (office: Office) => {
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

describe('审计 the door under fire: every call ends in an answer of the contract, and in its entry', () => {
  it.each(names.filter((name) => name !== 'setup.create'))('%s', { timeout: long ? 1_200_000 : 300_000 }, async (name) => {
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

describe('审计 the door under fire from all sides at once', () => {
  const within = names.filter((name) => !/^(setup|session)\./.test(name))
  const hands = ['李保', '钱安', '周阅', '冯审', '王管', '陈科']

  it('a hundred calls at once, doubled and in any order, are answered one by one and each leaves its entry', { timeout: 300_000 }, async () => {
    const office = await openOffice({ from: grown.dir })
    const starts = new Map<ProcedureName, ReturnType<typeof startsOf>>()
    for (const name of within) starts.set(name, startsOf(schemaOf(name), await baseInputs[name].inputs(office)))
    // After what was made ready on the keys the database is another file
    const store = await openStore(office.dir)
    const shot = fc.constantFrom(...within).chain((name) => wildCases(starts.get(name) ?? []).map((one) => ({ name, one })))
    const salvo = fc
      .array(shot, { minLength: 50, maxLength: 50, size: 'max' })
      .chain((shots) => fc.shuffledSubarray([...shots, ...shots], { minLength: 100 }))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...hands), salvo, async (hand, shots) => {
        await office.as(hand)
        const size = store.size()
        const calls = shots.map(({ name, one }) => ({ name, input: inputOf(starts.get(name) ?? [], one) }))
        const replies = await Promise.all(calls.map(({ name, input }) => timed(office.station, name, input)))
        expect(replies.flatMap(({ reply }, at) => wrongWith(shots[at]?.name as ProcedureName, reply, 0))).toEqual([])
        const leave = replies.flatMap(({ reply }, at) => {
          const { name } = shots[at] as { name: ProcedureName }
          return reply.ok ? (declared(name).kind === 'mutation' ? [`${name} done`] : []) : [`${name} refused`]
        })
        // An act that asks for a checkpoint leaves its entry and, right behind it, that of the checkpoint
        const left = store.entriesFrom(size).filter(({ call }) => call !== 'vault.checkpoint')
        expect(left.map(({ call, outcome }) => `${call} ${outcome}`)).toEqual(leave)
      }),
      { numRuns: long ? 200 : 20, seed },
    )
    expect(JSON.stringify(store.entriesFrom(0))).not.toContain(PLANTED_PASSWORD)
    store.close()
    await expectWhole(office)
    await office.close()
  })

  it('F1(4)a a ticket of another session, another step, or nobody opens nothing; its own works once', { timeout: 300_000 }, async () => {
    const office = await openOffice({ from: grown.dir })
    const { leg } = await drafted(office)
    const step = { leg, place }
    const foreign = [await office.ticket('周阅', 'circulation.handOut', step)]
    await office.as('李保')
    foreign.push(
      await office.ticket('周阅', 'circulation.sign', { leg }),
      await office.ticket('周阅', 'circulation.handOut', { leg: leg + 1, place }),
    )
    const store = await openStore(office.dir)
    const before = store.business()
    const tried = fc.oneof(fc.constantFrom(...foreign), fc.stringMatching(/^[A-Za-z0-9_-]{22}$/))
    await fc.assert(
      fc.asyncProperty(tried, async (ticket) => {
        expect(await office.no('circulation.handOut', { ...step, ticket })).toMatchObject({ code: 'session.ticket', field: 'ticket' })
      }),
      { numRuns: cases / 10, seed },
    )
    expect(store.business()).toBe(before)
    const ticket = await office.ticket('周阅', 'circulation.handOut', step)
    const twice = await Promise.all(new Array(100).fill(0).map(() => office.station.call('circulation.handOut', { ...step, ticket })))
    expect(twice.map(({ ok }) => ok)).toEqual([true, ...new Array(99).fill(false)])
    store.close()
    await expectWhole(office)
    await office.close()
  })

  it('set-up takes one right input in a hundred wrong ones, and only where there is no vault', { timeout: 300_000 }, async () => {
    const root = mkdtempSync(join(scratch, 'mijuan-empty-'))
    const station = openStation({ dir: join(root, 'vault'), clock: grown.clock, argon: argonFloor })
    const starts = startsOf(schemaOf('setup.create'), await baseInputs['setup.create'].inputs(grown))
    await fc.assert(
      fc.asyncProperty(wildCases(starts), async (one) => {
        const { reply, ms } = await timed(station, 'setup.create', inputOf(starts, one))
        expect(wrongWith('setup.create', reply, ms)).toEqual([])
      }),
      { numRuns: cases, seed },
    )
    await station.close()
    rmSync(root, { recursive: true, force: true })
  })
})
