import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Input, Output, ProcedureName } from '../../contract/index.ts'
import type { Refusal } from '../../contract/refusal.ts'
import type { Level, Role } from '../../contract/terms.ts'
import { settableClock } from '../../electron/vault/door/clock.ts'
import { openStation, type Station } from '../../electron/vault/station.ts'
import { argonFloor } from '../../electron/vault/storage/key-wrap.ts'
import { counter } from './numbering.ts'
import { onceInRun } from './run.ts'
import { scratch } from './scratch.ts'

/** The fictional office: nobody in it exists. */
export const staff: readonly { name: string; department: string; roles: readonly Role[] }[] = [
  { name: '李保', department: '综合办公室', roles: ['officer'] },
  { name: '王管', department: '中心领导', roles: ['deputyLeader'] },
  { name: '赵组', department: '中心领导', roles: ['groupLeader'] },
  { name: '孙审', department: '保密审查小组', roles: ['reviewer'] },
  { name: '陈科', department: '业务一科', roles: ['section'] },
  { name: '周阅', department: '业务一科', roles: ['reader'] },
  { name: '吴阅', department: '业务二科', roles: ['reader'] },
  { name: '韩综', department: '综合办公室', roles: ['officeHead'] },
]
const officers = { systemAdmin: '郑系', securityAdmin: '钱安', auditor: '冯审' } as const

/** Where a vault's life begins in the tests: a Tuesday morning of the 2026 calendar. */
export const MORNING = '2026-03-10T09:00:00+08:00'

export const initialPasswordOf = (name: string) => `initial#${[...name].map((each) => each.codePointAt(0)).join('')}`
export const passwordOf = (name: string) => `Mijuan#${[...name].map((each) => each.codePointAt(0)).join('')}`

/** A 人员编号 made of a name: nobody's. */
export const identityOf = (name: string) =>
  [...name].map((each) => (each.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')).join('')

const must = async <N extends ProcedureName>(station: Station, name: N, input: Input<N>): Promise<Output<N>> => {
  const reply = await station.call(name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.refused.code} ${reply.refused.message} ${reply.refused.field ?? ''}`)
  return reply.output as Output<N>
}

/** Everybody's number, and what is printed on the three recovery sheets. */
type Prepared = { ids: Record<string, number>; sheets: string[] }

/** Makes the real vault of the fictional office: set-up, people, accounts, everyone's own password; beside it what is known of it. */
const establish = async (folder: string, level: Level): Promise<void> => {
  const dir = join(folder, 'vault')
  const station = openStation({ dir, clock: settableClock(MORNING), argon: argonFloor })
  const officer = (name: string) => ({ name, password: passwordOf(name) })
  const founder = (name: string) => ({ ...officer(name), identity: identityOf(name) })
  const { sheets } = await must(station, 'setup.create', {
    unit: '青禾市疾控示范中心',
    level,
    calendarYears: [2026],
    officers: { systemAdmin: founder(officers.systemAdmin), securityAdmin: founder(officers.securityAdmin), auditor: founder(officers.auditor) },
  })
  await must(station, 'session.signIn', officer(officers.securityAdmin))
  const ids: Record<string, number> = {}
  for (const { name, department, roles } of staff)
    ids[name] = (await must(station, 'people.add', { name, identity: identityOf(name), department, roles: [...roles] })).id
  await must(station, 'session.signOut', {})
  await must(station, 'session.signIn', officer(officers.systemAdmin))
  for (const { name } of staff) await must(station, 'people.openAccount', { person: ids[name] as number, initialPassword: initialPasswordOf(name) })
  await must(station, 'session.signOut', {})
  for (const { name } of staff) {
    await must(station, 'session.signIn', { name, password: initialPasswordOf(name) })
    await must(station, 'session.changePassword', { current: initialPasswordOf(name), next: passwordOf(name) })
    await must(station, 'session.signOut', {})
  }
  await station.close()
  const known: Prepared = {
    ids: { ...ids, [officers.systemAdmin]: 1, [officers.securityAdmin]: 2, [officers.auditor]: 3 },
    sheets: sheets.map(({ words }) => words),
  }
  writeFileSync(join(folder, 'known.json'), JSON.stringify(known))
}

/** The calls another person signs in place, and what is sent with them but for the ticket. */
export type Step = Input<'session.countersign'>['step']
export type SignedCall = Step['call']
export type Unsigned<N extends SignedCall> = Omit<Input<N>, 'ticket' | 'tickets'>
/** A step that stands for any, where only the password matters. */
export const anyStep: Step = { call: 'circulation.sign', input: { leg: 1, opinion: '已阅' } }

const nextEnvelope = counter()

// Copies of a vault are the owner's alone, like the vault itself.
process.umask(0o077)

/** A copy of the prepared office, with somebody to act as. `from`: a vault that grew out of it, to be copied in its place; `under`: where the copy lies, in memory if left out. */
export const openOffice = async ({
  level = 'confidential',
  at = MORNING,
  from,
  under = scratch,
}: {
  level?: Level
  at?: string
  from?: string
  under?: string
} = {}) => {
  const known = { ...(await preparedOffice(level)), level }
  const dir = join(mkdtempSync(join(under, 'mijuan-office-')), 'vault')
  cpSync(from ?? known.origin, dir, { recursive: true })
  const clock = settableClock(at)
  return officeOver(openStation({ dir, clock, argon: argonFloor }), { ...known, dir, clock })
}
const PATIENCE_MS = 30_000

/** The vault of the prepared office, made once in a run and copied for each test, and what is known of it. */
const preparedOffice = async (level: Level): Promise<Prepared & { origin: string }> => {
  const folder = await onceInRun(level, PATIENCE_MS, (making) => establish(making, level))
  return { origin: join(folder, 'vault'), ...(JSON.parse(readFileSync(join(folder, 'known.json'), 'utf8')) as Prepared) }
}

type Known = { dir: string; level: Level; clock: SettableClock; ids: Record<string, number>; sheets: string[] }
type SettableClock = ReturnType<typeof settableClock>

/** Somebody to act as, over the station of an office, or over what stands in its place. */
export const officeOver = (station: Station, known: Known) => {
  const { dir, level, clock, ids, sheets } = known
  const id = (name: string) => ids[name] as number
  const ticket = async <N extends SignedCall>(name: string, call: N, input: Unsigned<N>) =>
    (await must(station, 'session.countersign', { name, password: passwordOf(name), step: { call, input } as unknown as Step })).ticket
  return {
    dir,
    level,
    clock,
    station,
    /** What makes the same office over another station. */
    known,
    id,
    passwordOf,
    /** What is printed on the three recovery sheets. */
    sheets,
    /** Signs out whoever is in and signs this person in. */
    as: async (name: string) => {
      await station.lock('locked')
      return must(station, 'session.signIn', { name, password: passwordOf(name) })
    },
    /** Moves the clock and signs the person in again: ten idle minutes lock the vault. */
    later: async (iso: string, name: string) => {
      clock.set(iso)
      await station.lock('idle')
      return must(station, 'session.signIn', { name, password: passwordOf(name) })
    },
    ok: <N extends ProcedureName>(name: N, input: Input<N>) => must(station, name, input),
    no: async (name: string, input: unknown): Promise<Refusal> => {
      const reply = await station.call(name, input)
      if (reply.ok) throw new Error(`${name} was not refused`)
      return reply.refused
    },
    /** This person's leave for one step in place. */
    ticket,
    /** A step signed in place by this person, as it must succeed. */
    signed: async <N extends SignedCall>(name: string, call: N, input: Unsigned<N>): Promise<Output<N>> =>
      must(station, call, { ...input, ticket: await ticket(name, call, input) } as Input<N>),
    /** A step signed in place by this person, as it must be refused. */
    notSigned: async <N extends SignedCall>(name: string, call: N, input: Unsigned<N>): Promise<Refusal> => {
      const reply = await station.call(call, { ...input, ticket: await ticket(name, call, input) })
      if (reply.ok) throw new Error(`${call} was not refused`)
      return reply.refused
    },
    /** A document as it might come in this morning. */
    incoming: (over: Partial<Input<'documents.register'>> = {}): Input<'documents.register'> => {
      const envelope = nextEnvelope()
      return {
        envelope: {
          envelopeNo: `机要${String(envelope).padStart(3, '0')}`,
          sender: '青禾市人民政府办公室',
          receivedAt: '2026-03-10T08:55',
          sealIntact: true,
        },
        title: `关于示范工作安排的通知之${envelope}`,
        symbol: `青政办发〔2026〕${envelope}号`,
        sender: '青禾市人民政府办公室',
        madeOn: '2026-03-05',
        level: 'confidential',
        period: { kind: 'years', years: 5 },
        listed: 1,
        counted: 1,
        scope: [id('周阅'), id('吴阅')],
        ...over,
      }
    },
    close: async () => {
      await station.close()
      rmSync(join(dir, '..'), { recursive: true, force: true })
    },
  }
}
export type Office = ReturnType<typeof officeOver>
