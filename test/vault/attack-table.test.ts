import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { settableClock } from '../../electron/vault/door/clock.ts'
import { openStation } from '../../electron/vault/station.ts'
import { argonFloor } from '../../electron/vault/storage/key-wrap.ts'
import type { Verdict } from '../../tools/verify/report.ts'
import { verifyVault } from '../../tools/verify/verify.ts'
import { copyOf, livedInVault, removeCopies } from '../support/attack.ts'
import { attacks } from '../support/attack-list.ts'
import { type Attack, FINDERS, type Finder, finderOf } from '../support/attacks/means.ts'
import { openOffice, passwordOf } from '../support/office.ts'

let lived: Awaited<ReturnType<typeof livedInVault>>
let outside: (typeof lived)['outside']
beforeAll(async () => {
  lived = await livedInVault()
  outside = lived.outside
}, 180_000)
afterAll(async () => {
  await lived.close()
  removeCopies()
})

const verified = (dir: string, checkpoint?: string) =>
  verifyVault({ dir, person: '冯审', password: passwordOf('冯审'), ...(checkpoint && { checkpoint }) })

/** Everything that tells of what was done, in the order of the table. */
const findersIn = ({ broken, unopened }: Verdict): Finder[] => {
  expect(unopened).toBeNull()
  const told = broken.map(({ what }) => finderOf[what] ?? what)
  expect(told.filter((each) => !FINDERS.some((finder) => finder === each))).toEqual([])
  return FINDERS.filter((finder) => told.includes(finder))
}

/** Whether somebody who works with documents comes in. */
const comesIn = async (dir: string): Promise<string> => {
  const station = openStation({ dir, clock: settableClock('2026-03-10T12:00:00+08:00'), argon: argonFloor })
  const reply = await station.call('session.signIn', { name: '李保', password: passwordOf('李保') })
  await station.close()
  return reply.ok ? 'ok' : reply.refused.code
}

const sorted = (found: readonly Finder[]) => FINDERS.filter((finder) => found.includes(finder))

describe('审计 the owner of the machine with the key in hand', () => {
  it.each(attacks)('审计 $name: $does', async ({ found, atSignIn, act }) => {
    const dir = await act(lived)
    const signedIn = copyOf(dir)
    expect({ found: findersIn(await verified(dir)), atSignIn: (await comesIn(signedIn)) !== 'ok' }).toEqual({ found: sorted(found), atSignIn })
    if (found.length > 0) return
    // Nothing in the folder tells: what is kept outside does
    const { broken } = await verified(dir, outside.checkpoint)
    expect(broken).toMatchObject([{ what: '检查点', where: 'checkpoint.txt', why: expect.stringMatching(/重写过|换回了旧文件/) }])
  })

  it('审计 an old witness replayed fits what was rewritten after it: only one from after that tells', async () => {
    const dir = await (attacks.find(({ name }) => name === 'replay an old checkpoint') as Attack).act(lived)
    expect((await verified(dir, outside.witness)).broken).toEqual([])
    expect((await verified(dir, outside.checkpoint)).ok).toBe(false)
  })

  it('审计 set the clock back: the entry that notices it says so, in the program and to the verifier', async () => {
    const office = await openOffice()
    await office.later('2026-03-09T09:00:00+08:00', '冯审')
    expect((await office.ok('audit.summary', {})).clockBack).toBe(1)
    await office.station.lock('locked')
    const { ok, notes } = await verified(office.dir)
    expect(ok).toBe(true)
    expect(notes.join()).toContain('时钟曾被拨回')
    await office.close()
  })
})

const path = join(import.meta.dirname, '../../SECURITY.md')
const BEGIN = '<!-- attacks: written by test/vault/attack-table.test.ts -->\n'
const END = '<!-- end of attacks -->\n'

const lineOf = ({ name, does, found, atSignIn }: Attack) => {
  const by = found.length > 0 ? sorted(found).join(', ') : '**not detectable without an outside checkpoint**; with one: the checkpoint'
  return `| ${name} | ${does} | ${by} | ${atSignIn ? 'stopped' : 'not noticed'} |`
}
const table = [
  '| attack | what is done | found by the verifier through | at sign-in |',
  '|---|---|---|---|',
  ...attacks.map(lineOf),
  '| set the clock back | entries go on under an earlier time | the record: the entry that notices it says so, and the auditor is reminded | not stopped |',
].join('\n')

it('审计 the table of SECURITY.md is that of the attacks that were played (written anew with MIJUAN_ATTACK_TABLE=write)', () => {
  const text = readFileSync(path, 'utf8')
  const [before, rest] = text.split(BEGIN)
  const after = rest?.split(END)[1]
  expect(after, 'the markers').toBeDefined()
  const whole = `${before}${BEGIN}${table}\n${END}${after}`
  if (process.env.MIJUAN_ATTACK_TABLE === 'write') writeFileSync(path, whole)
  else expect(text).toBe(whole)
})
