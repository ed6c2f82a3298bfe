import type Database from 'better-sqlite3'
import { canonicalJson } from './canonical.ts'
import type { Duties } from './duties.ts'
import type { Findings } from './report.ts'
import type { Orders } from './rows.ts'
import type { Held } from './signatures.ts'

type Request = {
  id: number
  number: string
  kind: string
  state: string
  sourceNumber: string
  applicant: number
  entered_by: number
  asked: number
  recipients: string
  place: string
  consent: string | null
  section_by: number | null
  section_opinion: string | null
  section_signature: number | null
  decided_by: number | null
  opinion: string | null
  approved: number | null
  valid_until: string | null
  signature: number | null
  copier: string | null
  make_signature: number | null
}
type Holding = {
  id: number
  copyNumber: string
  request: string | null
  person: number
  give_signature: number
  take_signature: number
  give_back_signature: number | null
  take_back_signature: number | null
}
type Means = { duties: Duties; held: ReadonlyMap<number, Held>; orders: Orders; breaks(where: string, why: string): void }

/** What a signed record says beside who, when, where and for what purpose it was signed. */
const saidIn = ({ record: { at: _at, person: _person, purpose: _purpose, vault: _vault, signer: _signer, signedAt: _signedAt, ...said } }: Held) =>
  said

/** Whether the person had one of these duties when the signature was made, by the record. */
const hadDuty = ({ duties, orders }: Means, person: number, signature: number, any: readonly string[]) => {
  const roles = duties.rolesBefore(person, orders.signature.get(signature)?.made ?? 0)
  return any.some((role) => roles.includes(role))
}

/** Whether one of the others is this person, on whichever account, as it was known when the signature was made. */
const isOneOf = ({ duties, orders }: Means, person: number, signature: number, others: readonly (number | null)[]) => {
  const entry = orders.signature.get(signature)?.made ?? 0
  const identity = duties.identityBefore(person, entry)
  return others.some((other) => other !== null && (other === person || duties.identityBefore(other, entry) === identity))
}

const askedIn = (row: Request) => ({
  reproduction: row.number,
  kind: row.kind,
  source: row.sourceNumber,
  applicant: row.applicant,
  asked: row.asked,
  recipients: JSON.parse(row.recipients) as number[],
  place: row.place,
  consent: row.consent === null ? null : (JSON.parse(row.consent) as unknown),
})

/** 部门意见, 审批 and 复制登记 say what the request says, by who had the duty, and nobody opines or decides on what is their own, nor twice (F1(5)a, b). */
const checkRequest = (means: Means, row: Request, numbers: readonly string[]) => {
  const where = `reproduction ${row.id}（${row.number}）`
  const asked = askedIn(row)
  const own = [row.applicant, row.entered_by]
  const is = (
    what: string,
    signature: number | null,
    said: Record<string, unknown>,
    by: number | null,
    duty: readonly string[],
    never: (number | null)[],
  ) => {
    const signed = means.held.get(signature ?? 0)
    if (signature === null || !signed) return
    const person = by ?? signed.person
    if (canonicalJson(saidIn(signed)) !== canonicalJson(said)) means.breaks(where, `${what}所写的与所签的不同`)
    if (!hadDuty(means, person, signature, duty)) means.breaks(where, `${what}的签名人当时没有这项职责`)
    if (isOneOf(means, person, signature, never)) means.breaks(where, `${what}的签名人是申请人、代录人，或已签过前一步`)
  }
  const agree = row.state !== 'rejected' || row.signature !== null
  is('部门意见', row.section_signature, { ...asked, agree, opinion: row.section_opinion }, row.section_by, ['section', 'officeHead'], own)
  const decision = {
    decision: row.state === 'rejected' ? 'rejected' : 'approved',
    approved: row.approved,
    validUntil: row.valid_until,
    opinion: row.opinion,
  }
  is('审批', row.signature, { ...asked, ...decision }, row.decided_by, ['deputyLeader'], [...own, row.section_by])
  is('复制登记', row.make_signature, { ...asked, numbers, copier: row.copier, stamped: true }, null, ['officer'], [])
}

const HANDS = [
  { column: 'give_signature', said: '发放', officer: true },
  { column: 'take_signature', said: '领取', officer: false },
  { column: 'give_back_signature', said: '归还', officer: false },
  { column: 'take_back_signature', said: '收回', officer: true },
] as const

/** Each hand signed for the very numbers that went through it, and no officer is their own other hand (F1(5)d). */
const checkHoldings = (means: Means, holdings: readonly Holding[]) => {
  for (const { column, said, officer } of HANDS) {
    const bySignature = new Map<number, Holding[]>()
    for (const holding of holdings) {
      const signature = holding[column]
      if (signature !== null) bySignature.set(signature, [...(bySignature.get(signature) ?? []), holding])
    }
    for (const [signature, rows] of bySignature) {
      const signed = means.held.get(signature)
      const [first] = rows as [Holding, ...Holding[]]
      const where = `holding ${first.id}（${first.copyNumber}）`
      if (!signed) continue
      const found = { reproduction: first.request, numbers: rows.map(({ copyNumber }) => copyNumber), holder: first.person }
      if (canonicalJson(saidIn(signed)) !== canonicalJson(found)) means.breaks(where, `${said}登记的与所签的不同`)
      if (!officer) continue
      if (!hadDuty(means, signed.person, signature, ['officer'])) means.breaks(where, `${said}的签名人当时不是保密员`)
      if (isOneOf(means, signed.person, signature, [first.person])) means.breaks(where, `${said}的保密员就是领取人（F1(4)a 不得自发自收）`)
    }
  }
}

/** What these signatures are for stands on a row; one that no row stands on tells of a row that was taken out. */
const ONLY_FOR = new Set([
  'section.opinion',
  'paper.opinion',
  'make',
  'issue.give',
  'issue.take',
  'paper.issue',
  'giveBack',
  'paper.giveBack',
  'takeBack',
])

/** What requests to copy and holdings say is what was signed, by who might sign it then. */
export const checkReproductions = (
  database: Database.Database,
  duties: Duties,
  held: ReadonlyMap<number, Held>,
  orders: Orders,
  findings: Findings,
): void => {
  const means = { duties, held, orders, breaks: (where: string, why: string) => findings.breaks('签名', where, why) }
  const made = database.prepare('SELECT number FROM copy WHERE reproduction = ? ORDER BY id').pluck()
  const requests = database.prepare('SELECT r.*, copy.number AS sourceNumber FROM reproduction r LEFT JOIN copy ON copy.id = r.source ORDER BY r.id')
  const stoodOn = new Set<number | null>()
  for (const row of requests.all() as Request[]) {
    for (const signature of [row.section_signature, row.make_signature]) stoodOn.add(signature)
    checkRequest(means, row, made.all(row.id) as string[])
  }
  const holdings = database
    .prepare(
      `SELECT h.*, copy.number AS copyNumber, r.number AS request FROM holding h LEFT JOIN copy ON copy.id = h.copy LEFT JOIN reproduction r ON r.id = h.reproduction ORDER BY h.id`,
    )
    .all() as Holding[]
  for (const holding of holdings) for (const { column } of HANDS) stoodOn.add(holding[column])
  checkHoldings(
    means,
    holdings.filter(({ request }) => request !== null),
  )
  for (const [id, { purpose }] of held)
    if (ONLY_FOR.has(purpose) && !stoodOn.has(id)) findings.breaks('签名', `signature ${id}`, '没有一行以它为据，所据的一行被去掉了')
}
