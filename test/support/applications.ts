/**
 * Applications of several years, written row by row as the desk 依申请公开 leaves them, from a seed: what came of each is told beside, so that
 * a recount needs none of the program's own counting.
 */
import { APPLICANT_KINDS, type ApplicantKind, lineOfReply, REPLY_KINDS, type ReplyKind, type ResultLine } from '../../contract/terms.ts'
import type { Row, Work } from '../../electron/vault/door/unit.ts'

/** One that counts: how it ended, and on which day. */
export type Told = { item: number | null; ended: { on: string; line: ResultLine; replied: boolean; late: boolean | null } | null }
export type Application = {
  id: number
  number: string
  kind: ApplicantKind
  receivedOn: string
  startedOn: string
  supplemented: boolean
  /** On which days an item was extended. */
  extended: string[]
  told: Told[]
}

export type Random = () => number
/** The same figures for the same seed (mulberry32). */
export const seeded = (seed: number): Random => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
export const oneOf = <T>(random: Random, values: readonly T[]): T => values[Math.floor(random() * values.length)] as T
const dayAfter = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
const noon = (day: string) => `${day}T04:00:00.000Z`

/** What is to be written of one application. `splits`: into how many; 0: it is not registered. */
export type Plan = {
  receivedOn: string
  kind: ApplicantKind
  /** Received again after a 补正, by a class that may have been mistaken at first. */
  supplementedOn?: string
  splits: number
  replies: ({ kind: ReplyKind; on: string; late: boolean | null } | null)[]
  /** 视为放弃 before it was registered, 撤回 of whatever is open. */
  closed?: { how: 'abandoned' | 'withdrawn'; on: string }
  extended?: boolean
}

const signed = (work: Work, about: Row, at: string): Row => ({
  ...about,
  by_person: work.asking.person.id,
  at,
  signature: work.sign(work.me(), 'disclosure.act', { disclosure: 'model' }),
})

const stepOf = (work: Work, disclosure: number, item: number | null, act: string, on: string, outcome: string | null, facts: object): number =>
  work.insert('disclosure_step', signed(work, { disclosure, item, act, outcome, words: null, facts: JSON.stringify(facts) }, noon(on)))

const versionOf = (work: Work, disclosure: number, version: number, on: string, kind: ApplicantKind) =>
  work.insert('application', {
    disclosure,
    version,
    by_person: work.asking.person.id,
    at: noon(on),
    received_on: on,
    kind,
    name: '示范申请人',
    evidence: null,
    evidence_no: null,
    agent: null,
    telephone: null,
    address: null,
    email: null,
    content: '示范内容',
    provided_as: null,
    obtained_by: null,
  })

/** 送达 of the letter that a reply brought. */
const give = (work: Work, disclosure: number, item: number, step: number, on: string) => {
  const letter = {
    number: work.number('letter'),
    disclosure,
    item,
    step,
    kind: 'reply',
    addressee: '示范申请人',
    written_on: on,
    wording: on,
    text: '{}',
  }
  const signature = work.sign(work.me(), 'disclosure.act', { disclosure: 'model' })
  const kept = work.insert('disclosure_letter', { ...letter, at: noon(on), signature })
  stepOf(work, disclosure, item, 'deliver', on, 'collected', { letter: kept, deliveredOn: on })
}

type Reply = NonNullable<Plan['replies'][number]>
/** 拟答复 and 批准答复 of an item; given out to every other. */
const replyTo = (work: Work, disclosure: number, item: number, { kind, on, late }: Reply, review: object | null, isGiven: boolean): Told => {
  const reply = stepOf(work, disclosure, item, 'reply', on, kind, { given: null, organ: null, review })
  const step = stepOf(work, disclosure, item, 'approve', on, kind, { reply, repliedOn: on, due: null, late })
  if (isGiven) give(work, disclosure, item, step, on)
  return { item, ended: { on, line: lineOfReply[kind], replied: true, late } }
}

const headOf = (work: Work, plan: Plan, version: number): { id: number; number: string } => {
  const number = work.number('disclosure')
  const begun = { channel: 'inPerson', arrived_on: plan.receivedOn, confirmed_on: null, labelled: null, received_on: plan.receivedOn }
  const entered = { entered_by: work.asking.person.id, entered_at: noon(plan.receivedOn), since: noon(plan.receivedOn) }
  return { id: work.insert('disclosure', { number, ...begun, ...entered, state: 'received', version }), number }
}

/** Writes one application as it was planned. `review`: upon which review its replies rest. */
export const lay = (work: Work, plan: Plan, review: object | null = null): Application => {
  const { receivedOn, kind, supplementedOn, splits, replies, closed } = plan
  const { id, number } = headOf(work, plan, supplementedOn ? 2 : 1)
  stepOf(work, id, null, 'receive', receivedOn, 'inPerson', { receivedOn })
  versionOf(work, id, 1, receivedOn, supplementedOn ? 'other' : kind)
  if (supplementedOn) {
    stepOf(work, id, null, 'askSupplement', receivedOn, null, { lacks: ['content'], toldOn: receivedOn, days: 10 })
    versionOf(work, id, 2, supplementedOn, kind)
    stepOf(work, id, null, 'supplement', supplementedOn, null, { receivedOn: supplementedOn })
  }
  const startedOn = supplementedOn ?? receivedOn
  const extended: string[] = []
  const told: Told[] = splits === 0 ? [{ item: null, ended: null }] : []
  if (splits > 0) stepOf(work, id, null, 'register', startedOn, null, { items: [] })
  for (let ordinal = 1; ordinal <= splits; ordinal += 1) {
    const reply = replies[ordinal - 1] ?? null
    const state = reply ? (ordinal % 2 ? 'answered' : 'delivered') : closed ? 'ended' : 'inHand'
    const row = {
      disclosure: id,
      ordinal,
      content: '示范事项',
      handler: work.asking.person.id,
      department: '业务一科',
      state,
      since: noon(startedOn),
    }
    const item = work.insert('disclosure_item', row)
    if (reply && plan.extended) extended.push(startedOn)
    if (reply && plan.extended) stepOf(work, id, item, 'extend', startedOn, null, { days: 20 })
    told.push(reply ? replyTo(work, id, item, reply, review, state === 'delivered') : { item, ended: null })
  }
  const open = told.filter(({ ended }) => ended === null)
  if (closed) {
    stepOf(work, id, null, closed.how, closed.on, null, { on: closed.on })
    const line = closed.how === 'abandoned' ? 'abandoned' : 'otherwise'
    for (const one of open) one.ended = { on: closed.on, line, replied: false, late: null }
  }
  const state = splits === 0 ? (closed?.how ?? 'received') : closed ? closed.how : open.length > 0 ? 'registered' : 'answered'
  if (state !== 'received') work.change('disclosure', id, { state })
  return { id, number, kind, receivedOn, startedOn, supplemented: supplementedOn !== undefined, extended, told }
}

/** Anything that may become of an application of these years, each way often enough. */
export const planned = (random: Random, years: readonly number[]): Plan => {
  const receivedOn = dayAfter(`${oneOf(random, years)}-01-01`, Math.floor(random() * 365))
  const kind = oneOf(random, APPLICANT_KINDS)
  const later = (day: string, most: number) => dayAfter(day, Math.floor(random() * most))
  const base: Plan = { receivedOn, kind, splits: 0, replies: [] }
  if (random() < 0.25) base.supplementedOn = later(receivedOn, 20)
  const start = base.supplementedOn ?? receivedOn
  const fate = random()
  if (fate < 0.08) return base
  if (fate < 0.14) return { ...base, closed: { how: 'abandoned', on: later(start, 60) } }
  if (fate < 0.2) return { ...base, closed: { how: 'withdrawn', on: later(start, 30) } }
  const splits = 1 + Math.floor(random() * random() * 5)
  const open = fate < 0.26
  const replies = Array.from({ length: splits }, () =>
    open
      ? null
      : random() < 0.85
        ? { kind: oneOf(random, REPLY_KINDS), on: later(start, 90), late: oneOf(random, [true, false, false, null]) }
        : null,
  )
  const whole: Plan = { ...base, splits, replies, extended: random() < 0.2 }
  return open && random() < 0.5 ? { ...whole, closed: { how: 'withdrawn', on: later(start, 40) } } : whole
}

/** A review with a decided text, that replies may rest on; none of its own steps. */
export const layReview = (work: Work): { id: number; number: string; version: number } => {
  const number = work.number('review')
  const by = work.asking.person.id
  const at = work.now.toISOString()
  const head = { carrier: 'other', unit: '业务一科', department: '业务一科', handler: by, handling: by, document: null, item: null }
  const id = work.insert('review', { number, ...head, entered_by: by, entered_at: at, state: 'open', version: 1, since: at })
  layText(work, id, 1)
  return { id, number, version: 1 }
}
const layText = (work: Work, review: number, version: number) =>
  work.insert('review_version', {
    review,
    version,
    by_person: work.asking.person.id,
    at: work.now.toISOString(),
    title: '示范信息',
    symbol: null,
    summary: '示范摘要',
    attribute: null,
    made_on: '2026-03-01',
    pages: 1,
    digest: null,
    channels: '["site"]',
    channel_note: null,
    planned_on: null,
    audience: null,
    transferred: 0,
    changes: version === 1 ? null : '改',
    declassification: null,
  })

/** A new text of the review takes back what was answered on it and not given out. */
export const takeBack = (work: Work, review: number, applications: readonly Application[]): void => {
  work.change('review', review, { version: 2, state: 'pending' })
  layText(work, review, 2)
  for (const { id, told } of applications)
    for (const one of told) {
      const state = work.read.get<{ state: string }>('SELECT state FROM disclosure_item WHERE id = ?', one.item)?.state
      if (state !== 'answered') continue
      work.change('disclosure_item', one.item as number, { state: 'inReview' })
      work.change('disclosure', id, { state: 'registered' })
      one.ended = null
    }
}
