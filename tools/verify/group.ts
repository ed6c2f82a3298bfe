import type Database from 'better-sqlite3'
import { sha256 } from './canonical.ts'
import { checkStep, isOneOf, type Signed } from './said-by.ts'

type Term = {
  id: number
  person: number
  seat: string
  from_day: string
  until_day: string | null
  paper: string
  by_person: number
  signature: number
  ended_on: string | null
  reason: string | null
  ended_by: number | null
  end_signature: number | null
}

const EVER = '9999-12-31'
const digestOf = (words: string) => sha256(Buffer.from(words)).toString('base64')
const lastDayOf = ({ until_day, ended_on }: Pick<Term, 'until_day' | 'ended_on'>) => ended_on ?? until_day ?? EVER
const overlaps = (one: Term, other: Term) => one.from_day <= lastDayOf(other) && other.from_day <= lastDayOf(one)

const termsOf = (database: Database.Database) => database.prepare('SELECT * FROM group_term ORDER BY id').all() as Term[]

/** 领导小组: each term was entered and ended by a 安全保密管理员 who signed for it; one 组长 at a time, nobody in it twice at once (B5, B6). */
export const checkGroup = (database: Database.Database, means: Signed): void => {
  const terms = termsOf(database)
  for (const term of terms) {
    const where = `group_term ${term.id}`
    const breaks = (why: string) => means.findings.breaks('领导小组', where, why)
    const base = { subject: term.person, seat: term.seat, from: term.from_day }
    const by = { duty: ['securityAdmin'], never: [term.person], neverSaid: '就是任职的本人' }
    checkStep(means, where, {
      ...{ step: '登记任期', signature: term.signature, by: term.by_person, ...by },
      said: { ...base, until: term.until_day, appointment: digestOf(term.paper) },
    })
    checkStep(means, where, {
      ...{ step: '登记任期结束', signature: term.end_signature, by: term.ended_by, ...by },
      said: { ...base, endedOn: term.ended_on, reason: digestOf(term.reason ?? '') },
    })
    const last = term.ended_on ?? term.from_day
    if (last < term.from_day || last > (term.until_day ?? EVER)) breaks('任期的结束日不在任期以内')
    const at = term.signature
    for (const other of terms.slice(0, terms.indexOf(term))) {
      if (!overlaps(term, other)) continue
      if (term.seat === 'leader' && other.seat === 'leader') breaks(`与 group_term ${other.id} 同时任组长（B6）`)
      if (isOneOf(means, term.person, at, [other.person])) breaks(`与 group_term ${other.id} 是同一人，任期重叠（B6）`)
    }
  }
  const stoodOn = new Set(terms.flatMap(({ signature, end_signature }) => [signature, end_signature]))
  for (const [id, { purpose }] of means.held)
    if (purpose.startsWith('group.') && !stoodOn.has(id)) means.findings.breaks('签名', `signature ${id}`, '没有一行以它为据，所据的一行被去掉了')
}

/** The day of an instant on the office's wall clock (UTC+8). */
const wallDay = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)

const SEATS: Record<string, string> = { examine: 'member', decide: 'leader' }

/**
 * What stands against a 小组审核 or 组长确定 by the 领导小组 as the record had it when it was signed: once a term was entered, the signer holds that
 * seat on that day, on whichever account, and the step says so (B5, B6).
 */
export const seatFault = (database: Database.Database, means: Signed) => {
  const terms = termsOf(database)
  const order = (signature: number | null) => means.orders.signature.get(signature ?? 0)?.made ?? Number.POSITIVE_INFINITY
  return (
    { act, at, by_person, signature }: { act: string; at: string; by_person: number; signature: number },
    seat: string | undefined,
  ): string | null => {
    const needs = SEATS[act]
    if (needs === undefined) return null
    const signed = order(signature)
    const known = terms.filter((term) => order(term.signature) < signed)
    if (known.length === 0) return seat === undefined ? null : '写明了小组职务，而当时没有登记领导小组（B5、B6）'
    if (seat !== needs) return '没有写明签名人的小组职务（B5、B6）'
    const day = wallDay(at)
    const holds = known
      .filter((one) => one.seat === needs && one.from_day <= day)
      .filter((one) => day <= lastDayOf(order(one.end_signature) < signed ? one : { ...one, ended_on: null }))
    return isOneOf(
      means,
      by_person,
      signature,
      holds.map(({ person }) => person),
    )
      ? null
      : '签名人当天不在领导小组任期内（B5、B6）'
  }
}
