import { canonicalJson } from './canonical.ts'
import type { Duties } from './duties.ts'
import type { Findings } from './report.ts'
import type { Orders } from './rows.ts'
import type { Held } from './signatures.ts'

/** What was signed and who had which duty when, for rows that repeat it. */
export type Signed = { duties: Duties; held: ReadonlyMap<number, Held>; orders: Orders; findings: Findings }

/** What a signed record says beside who, when, where and for what purpose it was signed. */
const saidIn = ({ record }: Held) => {
  const { at: _at, person: _person, purpose: _purpose, vault: _vault, signer: _signer, signedAt: _signedAt, paper: _paper, ...said } = record
  return said
}

/** The text of what is said: numbers may have been counted in any order. */
const textOf = (said: Record<string, unknown>) =>
  canonicalJson(Array.isArray(said.numbers) ? { ...said, numbers: [...(said.numbers as string[])].sort() } : said)

/** Whether the person had one of these duties when the signature was made, by the record. */
export const hadDuty = ({ duties, orders }: Signed, person: number, signature: number, any: readonly string[]) => {
  const roles = duties.rolesBefore(person, orders.signature.get(signature)?.made ?? 0)
  return any.some((role) => roles.includes(role))
}

/** Whether one of the others is this person, on whichever account, as it was known when the signature was made. */
export const isOneOf = ({ duties, orders }: Signed, person: number, signature: number, others: readonly (number | null)[]) => {
  const entry = orders.signature.get(signature)?.made ?? 0
  const identity = duties.identityBefore(person, entry)
  return others.some((other) => other !== null && (other === person || duties.identityBefore(other, entry) === identity))
}

/**
 * One signature under a row: `step` is its name, `said` what the row says of it, `by` whose it is (null: whoever signed), `duty` what they had
 * to be, `never` who they must not be on any account, and `neverSaid` why.
 */
type Step = {
  step: string
  signature: number | null
  said: Record<string, unknown>
  by: number | null
  duty: readonly string[] | null
  never: readonly (number | null)[]
  neverSaid: string
}

/** The row says what was signed, by somebody who had the duty then and was none of those who must not be. A signature that does not hold is told of elsewhere. */
export const checkStep = (means: Signed, where: string, { step, signature, said, by, duty, never, neverSaid }: Step): void => {
  const signed = means.held.get(signature ?? 0)
  if (signature === null || !signed) return
  const person = by ?? signed.person
  const breaks = (why: string) => means.findings.breaks('签名', where, `${step}${why}`)
  if (textOf(saidIn(signed)) !== textOf(said)) breaks('所写的与所签的不同')
  if (duty && !hadDuty(means, person, signature, duty)) breaks('的签名人当时没有这项职责')
  if (isOneOf(means, person, signature, never)) breaks(`的签名人${neverSaid}`)
}
