import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Input, Output, ProcedureName } from '../../contract/index.ts'
import type { Reply } from '../../contract/refusal.ts'
import { startVault, type VaultProcess } from '../../tools/hosts/vault-process.ts'
import { verifyVault } from '../../tools/verify/verify.ts'
import { copyOf, removeCopies } from '../support/attack.ts'
import { baseInputs } from '../support/base-inputs.ts'
import { MORNING, type Office, openOffice, passwordOf, type SignedCall, type Unsigned } from '../support/office.ts'
import { openStore, type Store } from '../support/store.ts'

/** How many kills: a few with every run of the checks, as many as one likes by MIJUAN_CRASH_RUNS. MIJUAN_CRASH_SEED repeats a run. */
const RUNS = Number(process.env.MIJUAN_CRASH_RUNS ?? 12)
const SEED = Number(process.env.MIJUAN_CRASH_SEED ?? Date.now() % 1_000_000)

let state = SEED
/** Numbers from 0 to 1, the same for the same seed. */
const random = () => {
  state = (state * 1_103_515_245 + 12_345) % 2 ** 31
  return state / 2 ** 31
}
const oneOf = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T

let office: Office
beforeAll(async () => {
  office = await openOffice({ under: tmpdir() })
  await office.station.lock('locked')
})
afterAll(async () => {
  await office.close()
  removeCopies()
})

/** Ends a vault process as a power cut would, a random while after something was asked of it. */
const killAfter = async (vault: VaultProcess, ms: number) => {
  const until = performance.now() + ms
  if (ms > 20) await new Promise((wait) => setTimeout(wait, ms - 5))
  while (performance.now() < until);
  process.kill(vault.pid as number, 'SIGKILL')
  await vault.close()
}

/** What the parent knows of the vault: what was answered, and the one thing that was asked when it died. */
type Known = {
  password: string
  perhaps: string | null
  /** Entries of the log that must be there. */
  entries: number
  documents: number[]
  /** Legs with what the last answer made of them. */
  legs: Map<number, string>
  numbers: Map<number, string[]>
}
type Act = { call: ProcedureName; input: unknown; done: (output: never, known: Known) => unknown; begun?: () => unknown }
const act = <N extends ProcedureName>(call: N, input: Input<N>, done: (output: Output<N>, known: Known) => unknown, begun?: Act['begun']): Act => ({
  call,
  input,
  done: done as Act['done'],
  ...(begun && { begun }),
})

const register = () =>
  act('documents.register', office.incoming(), ({ id, copies }, known) => {
    known.documents.push(id)
    known.numbers.set(
      id,
      copies.map(({ number }) => number),
    )
  })

let folders = 0
/** Another each time: the last ones are not taken again. */
let passwords = 0
const freshPassword = () => {
  passwords += 1
  return `Another#2026pass${passwords}`
}

/** The next thing a 保密员 does: what a leg that is out needs, or something new. */
const nextAct = async (vault: VaultProcess, known: Known): Promise<Act> => {
  /** The step with 周阅's leave to sign it in place. */
  const signed = async <N extends SignedCall>(call: N, input: Unsigned<N>) => {
    const reply = await vault.call('session.countersign', { name: '周阅', password: passwordOf('周阅'), step: { call, input } })
    if (!reply.ok) throw new Error(`countersign: ${reply.refused.message}`)
    known.entries += 1
    return { ...input, ticket: (reply.output as { ticket: string }).ticket } as Input<N>
  }
  const to =
    (leg: number, state: string) =>
    (_output: unknown, { legs }: Known) =>
      void legs.set(leg, state)
  const [leg, at] = [...known.legs].find(([, state]) => state !== 'returned') ?? []
  if (leg !== undefined && random() < 0.6) {
    if (at === 'waiting') return act('circulation.handOut', await signed('circulation.handOut', { leg, place: '保密室' }), to(leg, 'handedOut'))
    if (at === 'handedOut') return act('circulation.sign', await signed('circulation.sign', { leg, opinion: '已阅' }), to(leg, 'signed'))
    return act('circulation.receiveBack', { leg, numbers: known.numbers.get(-leg) ?? [] }, to(leg, 'returned'))
  }
  const document = known.documents.at(-1)
  const which = document === undefined ? 'register' : oneOf(['register', 'register', 'draft', 'correct', 'password'])
  if (which === 'draft' && leg === undefined) {
    const numbers = known.numbers.get(document as number) ?? []
    const reply = await vault.call('documents.get', { document })
    const copies = reply.ok ? (reply.output as Output<'documents.get'>).copyList.map(({ id }) => id) : []
    folders += 1
    return act('circulation.draft', { folder: `夹${folders}`, copies, readers: [office.id('周阅')] }, ({ legs: [made] }, known) => {
      known.legs.set(made?.id as number, 'waiting')
      known.numbers.set(-(made?.id as number), numbers)
      known.documents.pop()
    })
  }
  if (which === 'correct') {
    const remarks = `更正${Math.floor(random() * 1e6)}`
    return act('documents.correct', { document: document as number, reason: '补记', changes: { remarks } }, () => undefined)
  }
  if (which === 'password') {
    const next = freshPassword()
    const begun = () => Object.assign(known, { perhaps: next })
    return act('session.changePassword', { current: known.password, next }, () => Object.assign(known, { password: next }), begun)
  }
  return register()
}

/** Starts the vault again: 李保 comes in with the password that holds, one of the two when a change of it was cut short. */
const restarted = async (dir: string, known: Known): Promise<VaultProcess> => {
  const vault = await startVault({ dir, clock: MORNING, argon: 'floor' })
  const signIn = (password: string) => vault.call('session.signIn', { name: '李保', password })
  let reply: Reply = await signIn(known.password)
  if (!reply.ok && known.perhaps !== null) {
    known.password = known.perhaps
    // The wrong one before it waits at the gate and is an entry of its own
    known.entries += 1
    reply = await signIn(known.password)
  }
  known.perhaps = null
  if (!reply.ok) throw new Error(`李保 cannot come in: ${reply.refused.code} ${reply.refused.message}`)
  known.entries += 1
  return vault
}

/** Whole numbers from 1 without gap or double in every series, as many as its counter says. */
const expectNumbers = (store: Store) => {
  const counters = store.all<{ series: string; last: number }>('SELECT series, last FROM counter')
  const tables: Record<string, string> = { classified: 'document', envelope: 'envelope', sheet: 'sheet' }
  for (const { series, last } of counters) {
    const numbers = store
      .all<{ number: string }>(`SELECT number FROM ${tables[series]} ORDER BY number`)
      .map(({ number }) => Number(number.slice(-4)))
    expect(numbers, series).toEqual(Array.from({ length: last }, (_, index) => index + 1))
  }
}

/** A sheet that was made though its answer never came: the day goes on with it. */
const takeUp = (store: Store, known: Known, leg: number) => {
  const numbers = store.all<{ number: string }>(
    'SELECT copy.number FROM leg JOIN sheet_copy ON sheet_copy.sheet = leg.sheet JOIN copy ON copy.id = copy WHERE leg.id = ? ORDER BY sheet_copy.id',
    leg,
  )
  known.numbers.set(
    -leg,
    numbers.map(({ number }) => number),
  )
  known.documents.pop()
}

/** After a crash: what was answered is there, what was asked is there whole or not at all, and nothing else. */
const expectKept = async (dir: string, known: Known, asked: Act) => {
  const verdict = await verifyVault({ dir, person: '冯审', password: passwordOf('冯审') })
  expect(verdict.broken).toEqual([])
  const store = await openStore(dir)
  const size = store.size()
  expect([known.entries, known.entries + 1]).toContain(size)
  const last = store.entriesFrom(size - 1)[0]
  if (size > known.entries) expect(last).toMatchObject({ call: asked.call, outcome: 'done' })
  known.entries = size
  for (const [id, numbers] of known.numbers)
    if (id > 0)
      expect(store.all<{ number: string }>('SELECT number FROM copy WHERE document = ? ORDER BY id', id).map(({ number }) => number)).toEqual(numbers)
  for (const { id, state } of store.all<{ id: number; state: string }>('SELECT id, state FROM leg')) {
    const before = known.legs.get(id)
    if (before === undefined) takeUp(store, known, id)
    else if (before !== state) expect(asked.input).toMatchObject({ leg: id })
    known.legs.set(id, state)
  }
  expectNumbers(store)
  store.close()
}

describe(`审计 killed at a random moment of a day's work (seed ${SEED})`, () => {
  it(
    `${RUNS} times: what was answered is there, and the day goes on`,
    async () => {
      const dir = copyOf(office.dir)
      const store = await openStore(dir)
      const known: Known = { password: passwordOf('李保'), perhaps: null, entries: store.size(), documents: [], legs: new Map(), numbers: new Map() }
      store.close()
      for (let run = 0; run < RUNS; run += 1) {
        const vault = await restarted(dir, known)
        for (let before = Math.floor(random() * 6); before > 0; before -= 1) {
          const { call, input, done } = await nextAct(vault, known)
          const reply = await vault.call(call, input)
          if (!reply.ok) throw new Error(`${call}: ${reply.refused.code} ${reply.refused.message}`)
          known.entries += 1
          done(reply.output as never, known)
        }
        const asked = await nextAct(vault, known)
        asked.begun?.()
        void vault.call(asked.call, asked.input)
        await killAfter(vault, random() * (asked.call === 'session.changePassword' ? 400 : 6))
        await expectKept(dir, known, asked)
      }
      const vault = await restarted(dir, known)
      await vault.call('session.signOut', {})
      await vault.call('session.signIn', { name: '冯审', password: passwordOf('冯审') })
      expect(await vault.call('audit.verify', {})).toMatchObject({ ok: true, output: { ok: true, next: null } })
      await vault.close()
    },
    60_000 + RUNS * 10_000,
  )

  it(
    '三员 the set-up: no vault or a whole one',
    async () => {
      const root = mkdtempSync(join(tmpdir(), 'mijuan-set-up-'))
      const [input] = await baseInputs['setup.create'].inputs(office)
      for (let run = 0; run < Math.max(3, RUNS / 10); run += 1) {
        const dir = join(root, String(run))
        const vault = await startVault({ dir, clock: MORNING, argon: 'floor' })
        void vault.call('setup.create', input)
        await killAfter(vault, 200 + random() * 800)
        const again = await startVault({ dir, clock: MORNING, argon: 'floor' })
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
