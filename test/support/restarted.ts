import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Input, Output, ProcedureName } from '../../contract/index.ts'
import type { Reply } from '../../contract/refusal.ts'
import { settableClock } from '../../electron/vault/door/clock.ts'
import { openStation } from '../../electron/vault/station.ts'
import { argonFloor } from '../../electron/vault/storage/key-wrap.ts'
import { verifyVault } from '../../tools/verify/verify.ts'
import { copyOf } from './attack.ts'
import type { Scripted } from './exactly.ts'
import { anyStep, MORNING, passwordOf } from './office.ts'

export const NEXT = 'Another#2026pass'
export const LAST = 'AndAnother#2026'

/** The vault started again after a crash, in this process. */
export const restart = (dir: string) => {
  const station = openStation({ dir, clock: settableClock(MORNING), argon: argonFloor })
  const signIn = async (name: string, password: string) => {
    await station.lock('locked')
    return station.call('session.signIn', { name, password })
  }
  return {
    station,
    signIn,
    as: async (name: string, password = passwordOf(name)) => expect(await signIn(name, password)).toMatchObject({ ok: true }),
    ok: async <N extends ProcedureName>(name: N, input: Input<N>): Promise<Output<N>> => {
      const reply = await station.call(name, input)
      expect(reply.ok ? 'ok' : `${reply.refused.code} ${reply.refused.message}`).toBe('ok')
      return (reply as { output: Output<N> }).output
    },
    /** Which of some passwords let a person in, each tried on a copy of the folder as the crash left it. */
    whichOpens: async (name: string, passwords: readonly string[]) => {
      const open: string[] = []
      for (const password of passwords) {
        const alone = restart(copyOf(dir))
        const reply = await alone.signIn(name, password)
        if (reply.ok) open.push(password)
        await alone.station.close()
      }
      return open
    },
    slots: () => (JSON.parse(readFileSync(join(dir, 'keys.json'), 'utf8')) as { slots: { name: string }[] }).slots.map(({ name }) => name),
  }
}
export type Restarted = ReturnType<typeof restart>

const KNOWN = ['gate.json', 'heads.log', 'in-use.lock', 'keys.json', 'vault.db', 'vault.db-shm', 'vault.db-wal']

/** Nothing lies about that a whole vault has not, and the record holds for those who trust nobody. */
export const expectWhole = async (dir: string, person = '冯审') => {
  expect(readdirSync(dir).filter((name) => !KNOWN.includes(name) && name !== 'gate.json.new')).toEqual([])
  const verdict = await verifyVault({ dir, person, password: passwordOf(person) })
  expect(verdict.broken).toEqual([])
  expect(verdict.ok).toBe(true)
}

export const signIn = (name: string, password = passwordOf(name)): Scripted => ({ call: 'session.signIn', input: { name, password } })

/** A person's password after a crash of its change: one of the two opens, the new one if the change was answered. */
export const onePassword = async (vault: Restarted, name: string, [before, after]: [string, string], answered: Reply | null) => {
  const open = await vault.whichOpens(name, [before, after])
  expect(open).toHaveLength(1)
  if (answered?.ok) expect(open).toEqual([after])
  return open[0] as string
}

/** Ends with a password and a signing key of one's own, whatever the crash left undone. */
export const completes = async (vault: Restarted, name: string, password: string) => {
  await vault.as(name, password)
  const { mustChangePassword } = await vault.ok('session.current', {})
  if (mustChangePassword) await vault.ok('session.changePassword', { current: password, next: LAST })
  await vault.as('李保')
  await vault.ok('session.countersign', { name, password: mustChangePassword ? LAST : password, step: anyStep })
}

/** Whether two of these sheets bring an officer back, tried on a copy of the folder as it is. */
export const recoveredBy = async (dir: string, [first = '', second = '']: readonly string[]) => {
  const alone = restart(copyOf(dir))
  const reply = await alone.station.call('setup.recover', { name: '郑系', first, second, password: NEXT })
  await alone.station.close()
  if (!reply.ok) expect(reply.refused.message).toContain('不是本登记库现用的密钥恢复单')
  return reply.ok
}
