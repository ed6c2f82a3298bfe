/** The fictional office whose archive is measured: nobody in it exists, and it acts through the door alone. */
import type { Input, Output, ProcedureName } from '../../contract/index.ts'
import type { Role } from '../../contract/terms.ts'
import { settableClock } from '../../electron/vault/door/clock.ts'
import { openStation, type Station } from '../../electron/vault/station.ts'
import { argonFloor } from '../../electron/vault/storage/key-wrap.ts'

/** The first day of the archive and the day on which it is measured: both are working mornings. */
export const FIRST_DAY = '2022-01-04T08:30:00+08:00'
export const TODAY = '2026-03-10T09:00:00+08:00'

export const officers = { systemAdmin: '郑系', securityAdmin: '钱安', auditor: '冯审' } as const
/** Those with an account; their ids follow the three officers'. */
export const staff: readonly { name: string; department: string; roles: readonly Role[] }[] = [
  { name: '李保', department: '综合办公室', roles: ['officer'] },
  { name: '王管', department: '中心领导', roles: ['deputyLeader'] },
  { name: '周阅', department: '业务一科', roles: ['reader'] },
  { name: '陈科', department: '业务二科', roles: ['section'] },
  { name: '韩综', department: '综合办公室', roles: ['officeHead'] },
]
/** Everybody else, entered without an account: the list of people has more than a page. */
export const COLLEAGUES = 240

export const idOf = (name: string): number => staff.findIndex((person) => person.name === name) + 4
export const passwordOf = (name: string, age = 'now') => `Mijuan#${age}#${[...name].map((each) => each.codePointAt(0)).join('')}`

/** A call that must succeed. */
export const must = async <N extends ProcedureName>(station: Station, name: N, input: Input<N>): Promise<Output<N>> => {
  const reply = await station.call(name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.refused.code} ${reply.refused.message} ${reply.refused.field ?? ''}`)
  return reply.output as Output<N>
}

type Step = Input<'session.countersign'>['step']
type SignedCall = Step['call']
type Unsigned<N extends SignedCall> = Omit<Input<N>, 'ticket'>

/** Opens a vault folder at a standing clock, with somebody to act as. A new vault takes the least password cost, or with `calibrated` what a real one takes. */
export const openBenchOffice = (dir: string, { at = TODAY, calibrated = false }: { at?: string; calibrated?: boolean } = {}) => {
  const clock = settableClock(at)
  const station = openStation({ dir, clock, ...(calibrated ? {} : { argon: argonFloor }) })
  /** This person's leave for one step in place. */
  const ticket = async <N extends SignedCall>(name: string, call: N, input: Unsigned<N>) =>
    (await must(station, 'session.countersign', { name, password: passwordOf(name), step: { call, input } as unknown as Step })).ticket
  return {
    dir,
    clock,
    station,
    ok: <N extends ProcedureName>(name: N, input: Input<N>) => must(station, name, input),
    /** Signs out whoever is in and signs this person in. */
    as: async (name: string, password = passwordOf(name)) => {
      await station.lock('locked')
      return must(station, 'session.signIn', { name, password })
    },
    /** Moves the clock while somebody sits there: the idle lock does not fall. */
    goOn: (instant: Date) => {
      clock.set(instant.toISOString())
      station.active()
    },
    ticket,
    /** A step signed in place by this person. */
    signed: async <N extends SignedCall>(name: string, call: N, input: Unsigned<N>): Promise<Output<N>> =>
      must(station, call, { ...input, ticket: await ticket(name, call, input) } as Input<N>),
    close: () => station.close(),
  }
}
export type BenchOffice = ReturnType<typeof openBenchOffice>
