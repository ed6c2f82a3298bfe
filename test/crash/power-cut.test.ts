import { tmpdir } from 'node:os'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Output } from '../../contract/index.ts'
import { copyOf, removeCopies } from '../support/attack.ts'
import type { Scripted } from '../support/exactly.ts'
import { chanceOf } from '../support/killing/chance.ts'
import { initialPasswordOf, type Office, openOffice, passwordOf } from '../support/office.ts'
import { cutAt, record } from '../support/power-cut.ts'
import { expectWhole, NEXT, restart, signIn } from '../support/restarted.ts'

/** How often the power is cut: some thirty times, or by MIJUAN_CRASH_RUNS. MIJUAN_CRASH_SEED repeats a run. */
const CUTS = Number(process.env.MIJUAN_CRASH_RUNS ?? 30)
/** After so many cuts the standalone verifier goes through the whole vault. */
const VERIFIED_EACH = 3
const SEED = Number(process.env.MIJUAN_CRASH_SEED ?? Date.now() % 1_000_000)

let office: Office
beforeAll(async () => {
  office = await openOffice({ under: tmpdir() })
  await office.station.lock('locked')
})
afterAll(async () => {
  await office.close()
  removeCopies()
})

const out: Scripted = { call: 'session.signOut', input: {} }
const register = (): Scripted => ({ call: 'documents.register', input: office.incoming() })
/** A day with everything that is written beside the database as well: the key file, the gate, 末条登记, a database under another key. */
const day = (): Scripted[] => [
  signIn('李保'),
  register(),
  register(),
  { call: 'session.changePassword', input: { current: passwordOf('李保'), next: NEXT } },
  register(),
  { call: 'today.closeDay', input: {} },
  out,
  signIn('李保', 'wrong#password1'),
  signIn('李保', NEXT),
  register(),
  out,
  signIn('郑系'),
  { call: 'people.resetPassword', input: { person: office.id('吴阅'), initialPassword: initialPasswordOf('吴阅') } },
  { call: 'keys.renew', input: {} },
  out,
  signIn('李保', NEXT),
  register(),
  out,
]

it(`审计 the power is cut ${CUTS} times, and what was not synced is lost (seed ${SEED}): what was answered is there, everybody comes in, the record holds`, async ({
  skip,
}) => {
  const dir = copyOf(office.dir)
  const recording = await record(dir, day())
  if (!recording) return skip('there is no strace here')
  expect(recording.answers.map(({ reply }) => reply.ok)).toEqual(day().map(({ input }) => JSON.stringify(input).includes('wrong#') === false))
  // What never waits for the disk cannot lose by it
  expect(recording.calls.filter(({ kind }) => kind === 'sync').length).toBeGreaterThan(50)
  let cuts = 0
  await cutAt(recording, { from: office.dir, dir, cuts: CUTS, chance: chanceOf(SEED) }, async (left, answered) => {
    const last = answered.at(-1)?.call
    const said = (call: string) => answered.filter((each) => each.call === call && each.reply.ok)
    const vault = restart(left)
    await vault.as('冯审')
    expect(await vault.ok('audit.heads', {}), `after ${last}`).toMatchObject({ putBack: null })
    const numbers = said('documents.register').map(({ reply }) => reply.ok && (reply.output as Output<'documents.register'>).number)
    const changed = said('session.changePassword').length === 1
    const [first, second] = changed ? [NEXT, null] : [passwordOf('李保'), NEXT]
    await vault.station.lock('locked')
    const reply = await vault.signIn('李保', first)
    if (!reply.ok) {
      // The one thing that was asked when the power went may have been done
      expect(second).toBe(NEXT)
      await vault.as('李保', NEXT)
    }
    const { rows } = await vault.ok('documents.list', {})
    const there = rows.map(({ number }) => number).sort()
    expect(there.slice(0, numbers.length), `after ${last}`).toEqual(numbers)
    expect(there.length).toBeLessThanOrEqual(numbers.length + 1)
    const next = await vault.ok('documents.register', office.incoming())
    expect(next.number).toBe(`密收〔2026〕000${there.length + 1}`)
    await vault.station.close()
    cuts += 1
    if (cuts % VERIFIED_EACH === 0) await expectWhole(left)
  })
}, 600_000)
