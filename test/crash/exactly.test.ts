import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Input, Output } from '../../contract/index.ts'
import { saltOf } from '../../electron/vault/storage/rewriting.ts'
import { readKeyFile } from '../../tools/verify/keys.ts'
import { copyOf, removeCopies } from '../support/attack.ts'
import { baseInputs } from '../support/base-inputs.ts'
import { runUntil } from '../support/exactly.ts'
import { expectWholeOrNot, isTried, type KilledAct } from '../support/exactly-killed.ts'
import { anyStep, initialPasswordOf, type Office, openOffice, passwordOf } from '../support/office.ts'
import { THE_LEAVE } from '../support/the-leave.ts'
import { completes, expectWhole, LAST, NEXT, onePassword, recoveredBy, restart, signIn } from '../support/restarted.ts'

const initial = initialPasswordOf('许新')

let office: Office
let xu: number
/** The office in the states that the acts begin from. */
let withXu: string
let withAccount: string
let wrongThrice: string
let lockedOut: string

beforeAll(async () => {
  office = await openOffice({ under: tmpdir() })
  const saved = async () => {
    await office.station.lock('locked')
    return copyOf(office.dir)
  }
  const knock = async (times: number) => {
    for (let n = 0; n < times; n += 1) await office.no('session.signIn', { name: '周阅', password: 'wrong#password1' })
  }
  await office.as('钱安')
  xu = (await office.ok('people.add', { name: '许新', identity: 'QH-0012', department: '业务二科', roles: ['reader'] })).id
  withXu = await saved()
  await office.as('郑系')
  await office.ok('people.openAccount', { person: xu, initialPassword: initial })
  withAccount = await saved()
  await knock(3)
  wrongThrice = await saved()
  await knock(2)
  lockedOut = await saved()
})

afterAll(async () => {
  await office.close()
  removeCopies()
})

const newSheets = { call: 'keys.newSheets' as const, input: { reason: '启封使用过' } }

const wordsOf = ({ sheets }: Output<'keys.newSheets'>) => sheets.map(({ words }) => words)

const acts: readonly KilledAct[] = [
  {
    what: '口令 a new password',
    from: () => withXu,
    script: () => [signIn('李保'), { call: 'session.changePassword', input: { current: passwordOf('李保'), next: NEXT } }],
    after: async (vault, answered) => {
      const password = await onePassword(vault, '李保', [passwordOf('李保'), NEXT], answered)
      await vault.as('李保', password)
      await vault.ok('documents.register', office.incoming())
    },
  },
  {
    what: '口令 the first password, with the signing key',
    from: () => withAccount,
    script: () => [signIn('许新', initial), { call: 'session.changePassword', input: { current: initial, next: NEXT } }],
    after: async (vault, answered) => completes(vault, '许新', await onePassword(vault, '许新', [initial, NEXT], answered)),
  },
  {
    what: '口令 the first password, in place at a countersignature',
    from: () => withAccount,
    script: () => [signIn('李保'), { call: 'session.countersign', input: { name: '许新', password: initial, next: NEXT, step: anyStep } }],
    after: async (vault, answered) => completes(vault, '许新', await onePassword(vault, '许新', [initial, NEXT], answered)),
  },
  {
    what: '实施条例34 an account opened',
    from: () => withXu,
    script: () => [signIn('郑系'), { call: 'people.openAccount', input: { person: xu, initialPassword: initial } }],
    after: async (vault, answered) => {
      await vault.as('郑系')
      const again = await vault.station.call('people.openAccount', { person: xu, initialPassword: initial })
      if (!again.ok) expect(again.refused.code).toBe('state.forbids')
      if (answered?.ok) expect(again.ok).toBe(false)
      await completes(vault, '许新', initial)
    },
  },
  {
    what: '口令 a password reset',
    from: () => withXu,
    script: () => [signIn('郑系'), { call: 'people.resetPassword', input: { person: office.id('周阅'), initialPassword: NEXT } }],
    after: async (vault, answered) => {
      const password = await onePassword(vault, '周阅', [passwordOf('周阅'), NEXT], answered)
      await completes(vault, '周阅', password)
      await vault.as('郑系')
      await vault.ok('people.resetPassword', { person: office.id('周阅'), initialPassword: initialPasswordOf('周阅') })
      await completes(vault, '周阅', initialPasswordOf('周阅'))
    },
  },
  {
    what: 'F1(8) an account closed',
    from: () => withXu,
    script: () => [signIn('郑系'), { call: 'people.disableAccount', input: { person: office.id('吴阅'), reason: '调离' } }],
    after: async (vault, answered) => {
      const open = await vault.whichOpens('吴阅', [passwordOf('吴阅')])
      if (answered?.ok) expect(open).toEqual([])
      await vault.as('郑系')
      const account = (await vault.ok('people.list', { text: '吴阅' })).rows[0]?.account
      // In or out, but one of the two: whoever is out has no key either, once anybody has signed in
      expect(account).toBe(open.length === 1 ? 'active' : 'disabled')
      expect(vault.slots().includes('吴阅')).toBe(open.length === 1)
      if (account === 'active') await vault.ok('people.disableAccount', { person: office.id('吴阅'), reason: '调离' })
      expect(vault.slots()).not.toContain('吴阅')
      expect(await vault.signIn('吴阅', passwordOf('吴阅'))).toMatchObject({ ok: false })
    },
  },
  {
    what: '锁定 an account unlocked',
    from: () => lockedOut,
    script: () => [signIn('钱安'), { call: 'people.unlock', input: { person: office.id('周阅') } }],
    after: async (vault, answered) => {
      const open = await vault.whichOpens('周阅', [passwordOf('周阅')])
      if (answered?.ok) expect(open).toHaveLength(1)
      await vault.as('冯审')
      const { rows } = await vault.ok('audit.list', { call: 'people.unlock', outcome: 'done' })
      // Nobody is unlocked without a record of it
      if (open.length === 1) expect(rows).toHaveLength(1)
      await vault.as('钱安')
      if (open.length === 0) await vault.ok('people.unlock', { person: office.id('周阅') })
      await vault.as('周阅')
    },
  },
  {
    what: '审计 the refusals of the closed time handed to the log',
    from: () => wrongThrice,
    script: () => [signIn('李保')],
    after: async (vault) => {
      await vault.as('冯审')
      const { rows } = await vault.ok('audit.list', { actor: '周阅', outcome: 'refused' })
      expect(rows.map(({ call }) => call)).toEqual(['session.signIn', 'session.signIn', 'session.signIn'])
    },
  },
  {
    what: '锁定 the third wrong password in a row, and one more',
    from: () => withAccount,
    script: () => [0, 1, 2, 3].map(() => signIn('周阅', 'wrong#password1')),
    after: async (vault) => {
      const reply = await vault.signIn('周阅', 'wrong#password1')
      expect(reply.ok ? '' : reply.refused.message).toMatch(/再错[01]次|已锁定/)
    },
  },
  {
    what: '口令 another data key: the old vault whole or the new one whole, before any password, and everybody’s password opens it',
    from: () => withAccount,
    script: () => [signIn('郑系'), { call: 'keys.renew', input: {} }],
    after: async (vault, answered, dir) => {
      const before = readKeyFile(withAccount).database
      // The keys that the verifier takes are those of the database in place, whatever the crash left beside them
      expect(readKeyFile(dir).database).toBe(saltOf(join(dir, 'vault.db')))
      await vault.as('冯审')
      expect(readdirSync(dir).filter((name) => name.startsWith('renewed'))).toEqual([])
      const renewed = readKeyFile(dir).database !== before
      if (answered?.ok) expect(renewed).toBe(true)
      const { rows } = await vault.ok('audit.list', { call: 'keys.renew', outcome: 'done' })
      expect(rows).toHaveLength(renewed ? 1 : 0)
      await completes(vault, '许新', initial)
      await vault.as('郑系')
      await vault.ok('keys.renew', {})
      await vault.as('李保')
      await vault.ok('documents.register', office.incoming())
    },
  },
  {
    what: '口令 new recovery sheets: the old set is in force or the new one, never both and never neither',
    from: () => withAccount,
    script: () => [
      signIn('郑系'),
      { call: 'session.countersign', input: { name: '冯审', password: passwordOf('冯审'), step: newSheets } },
      { call: 'keys.newSheets', input: { ...newSheets.input, ticket: THE_LEAVE } },
    ],
    after: async (vault, answered, dir) => {
      const old = await recoveredBy(dir, office.sheets)
      const fresh = answered?.ok ? await recoveredBy(dir, wordsOf(answered.output as Output<'keys.newSheets'>)) : null
      await vault.as('冯审')
      const { rows } = await vault.ok('audit.list', { call: 'keys.newSheets', outcome: 'done' })
      expect(rows).toHaveLength(old ? 0 : 1)
      if (fresh !== null) expect([old, fresh]).toEqual([false, true])
      await completes(vault, '许新', initial)
      await vault.as('郑系')
      // Whatever was told to nobody is made once more
      const { ticket } = await vault.ok('session.countersign', { name: '冯审', password: passwordOf('冯审'), step: newSheets })
      const next = wordsOf(await vault.ok('keys.newSheets', { ...newSheets.input, ticket }))
      await vault.station.lock('locked')
      expect([await recoveredBy(dir, office.sheets), await recoveredBy(dir, next)]).toEqual([false, true])
    },
  },
  {
    what: '口令 an officer brought back by two sheets',
    from: () => lockedOut,
    script: () => {
      const [first, second] = office.sheets
      return [{ call: 'setup.recover', input: { name: '郑系', first, second, password: NEXT } }]
    },
    after: async (vault, answered) => {
      const password = await onePassword(vault, '郑系', [passwordOf('郑系'), NEXT], answered)
      await vault.as('郑系', password)
      const { mustChangePassword } = await vault.ok('session.current', {})
      expect(mustChangePassword).toBe(password === NEXT)
      if (mustChangePassword) await vault.ok('session.changePassword', { current: password, next: LAST })
      await vault.ok('people.resetPassword', { person: office.id('吴阅'), initialPassword: initialPasswordOf('吴阅') })
    },
  },
  {
    what: '锁定 leaving',
    from: () => withXu,
    script: () => [signIn('李保'), { call: 'session.signOut', input: {} }],
    after: (vault) => vault.as('李保'),
  },
]

describe('审计 killed at one exact step of an act: it is whole or it is not, and everybody can go on', () => {
  it.each(acts)('$what', expectWholeOrNot, 600_000)

  it('三员 the set-up itself: no vault, or a whole one, and never half of one', async () => {
    const [input] = await baseInputs['setup.create'].inputs(office)
    const script = [{ call: 'setup.create', input }]
    const fresh = () => join(copyOf(withXu), 'new')
    const { steps } = await runUntil(fresh(), script, Number.POSITIVE_INFINITY)
    for (const [index, step] of steps.entries()) {
      if (!isTried(step)) continue
      const dir = fresh()
      expect(await runUntil(dir, script, index + 1)).toMatchObject({ died: step })
      const vault = restart(dir)
      const { vault: state } = await vault.ok('setup.status', {})
      expect(['absent', 'locked']).toContain(state)
      if (state === 'absent') await vault.ok('setup.create', input as Input<'setup.create'>)
      for (const name of ['甲', '乙', '丙']) await vault.as(name)
      await vault.station.close()
      await expectWhole(dir, '丙')
    }
  }, 600_000)
})
