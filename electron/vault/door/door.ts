import { contract, type ProcedureName } from '../../../contract/index.ts'
import type { Procedure } from '../../../contract/procedure.ts'
import type { Refusal, Reply } from '../../../contract/refusal.ts'
import { type Role, roleLabel } from '../../../contract/terms.ts'
import type { Clock } from './clock.ts'
import type { Desks } from './desks.ts'
import { faultOf } from './fault.ts'
import { type Opened, queryOf, recordRefusal, runWork } from './opened.ts'
import { parseInput } from './parse.ts'
import { Refused, refuse } from './refuse.ts'
import { stepOf } from './tickets.ts'
import type { Query, Work } from './unit.ts'
import { noTraces, type Traces } from './work.ts'

/** Open while a password must be changed. */
const WHILE_CHANGING = ['session.current', 'session.changePassword', 'session.signOut']

/** The declaration of a call; refused when the contract has no such name. */
export const declared = (name: string): Procedure => {
  if (!Object.hasOwn(contract, name)) return refuse('input.unknownCall', '没有这个步骤。')
  return contract[name as ProcedureName] as unknown as Procedure
}

/** The role under which a person may call, or a refusal. Null: anyone may, and the person has no role. */
export const roleFor = (procedure: Procedure, opened: Opened, name: string): Role | null => {
  if (opened.mustChangePassword && !WHILE_CHANGING.includes(name))
    return refuse('session.mustChangePassword', '请先更改口令，再办理其他事项。', { clause: '口令' })
  if (procedure.by === 'anyone' || procedure.by === 'nobody') return opened.roles[0] ?? null
  const { by } = procedure
  const role = opened.roles.find((held) => by.includes(held))
  const clause = procedure.clauses[0]
  return (
    role ??
    refuse(
      'session.role',
      `“${procedure.act}”由${by.map((each) => roleLabel[each]).join('、')}办理，您的账户没有这项职责。`,
      clause ? { clause } : {},
    )
  )
}

type AnyImplementation =
  | ((context: Query | Work, input: unknown) => unknown)
  | { before: (query: Query, input: unknown) => Promise<unknown>; act: (work: Work, input: unknown, prepared: unknown) => unknown }

/** Carries one call of a signed-in person through the door: role → schema → unit of work → reply. */
const carry = async (desks: Desks, opened: Opened, clock: Clock, name: string, input: unknown, traces: Traces): Promise<unknown> => {
  const procedure = declared(name)
  const role = roleFor(procedure, opened, name)
  const parsed = parseInput(procedure.input, input)
  const query = queryOf(opened, clock, role)
  const implementation = desks[name as keyof Desks] as unknown as AnyImplementation
  if (procedure.kind === 'query') return (implementation as (query: Query, input: unknown) => unknown)(query, parsed)
  const step = () => stepOf(name, parsed)
  if (typeof implementation === 'function') return runWork(opened, query, name, (work) => implementation(work, parsed), traces, step)
  const prepared = await implementation.before(query, parsed)
  return runWork(opened, query, name, (work) => implementation.act(work, parsed, prepared), traces, step)
}

/** A refusal, or what an unexpected error is said to be. */
export const refusalFrom = (error: unknown): Refusal => (error instanceof Refused ? error.refusal : faultOf(error))

/** Tells a refusal once it is on record. One that cannot be recorded is told as what stands against that: a full disk, a damaged file. */
export const recordAndRefuse = (opened: Opened, now: Date, call: string, refusal: Refusal, objects: readonly string[] = []): Reply => {
  try {
    recordRefusal(opened, now, opened.roles[0] ?? null, call, refusal, objects)
    return { ok: false, refused: refusal }
  } catch (error) {
    return { ok: false, refused: refusalFrom(error) }
  }
}

/** Serves one call of a signed-in person. Every refusal leaves its entry; every output is checked against the contract before it leaves. */
export const serve = async (desks: Desks, opened: Opened, clock: Clock, name: string, input: unknown): Promise<Reply> => {
  const traces = noTraces()
  try {
    const output = await carry(desks, opened, clock, name, input, traces)
    return { ok: true, output: declared(name).output.parse(output) }
  } catch (error) {
    return recordAndRefuse(opened, clock.now(), Object.hasOwn(contract, name) ? name : '-', refusalFrom(error), traces.objects)
  }
}
