import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProcedureName } from '../../contract/index.ts'
import { openStation } from '../../electron/vault/station.ts'
import { argonFloor } from '../../electron/vault/storage/key-wrap.ts'
import { baseInputs } from '../support/base-inputs.ts'
import { openOffice } from '../support/office.ts'
import { drafted, place } from '../support/records.ts'
import { scratch } from '../support/scratch.ts'
import { openStore } from '../support/store.ts'
import { cases, declared, expectWhole, grown, growOffice, long, names, schemaOf, seed, timed, wrongWith } from '../support/under-fire.ts'
import { inputOf, PLANTED_PASSWORD, startsOf, wildCases } from '../support/wild-inputs.ts'

growOffice()

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
