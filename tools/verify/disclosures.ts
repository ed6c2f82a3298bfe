import type Database from 'better-sqlite3'
import { canonicalJson, sha256 } from './canonical.ts'
import {
  type Clock,
  clockFaults,
  faultsOf,
  type Item,
  type Letter,
  letterFaults,
  type Review,
  stateOf,
  stateOfItem,
  type Step,
} from './disclosure-rules.ts'
import { checkStep, type Signed } from './said-by.ts'

type Disclosure = {
  id: number
  number: string
  channel: string
  arrived_on: string
  confirmed_on: string | null
  received_on: string
  state: string
  version: number
}
type Version = Record<string, string | number | null> & {
  id: number
  disclosure: number
  version: number
  by_person: number
  at: string
  received_on: string
}
type StepRow = Omit<Step, 'facts'> & { facts: string }

const digestOf = (words: string) => sha256(Buffer.from(words)).toString('base64')
const CONFIRMED = ['plainMail', 'online', 'fax', 'telephone']

const applicationDigest = (row: Version | undefined): string | null => {
  if (!row) return null
  const { id: _id, disclosure: _disclosure, by_person: _by, at: _at, ...said } = row
  return digestOf(canonicalJson(said))
}

const OF_SECTION = ['consult', 'consulted', 'letter', 'deliver']
const DUTY: Record<string, readonly string[]> = {
  requestExtension: ['section'],
  extend: ['deputyLeader', 'groupLeader'],
  refuseExtension: ['deputyLeader', 'groupLeader'],
  approve: ['groupLeader'],
  giveBack: ['groupLeader'],
}
const dutyOf = ({ act, outcome }: StepRow): readonly string[] => {
  if (act === 'reply') return outcome === 'alreadyPublic' ? ['section', 'officeHead'] : ['section']
  return DUTY[act] ?? (OF_SECTION.includes(act) ? ['section', 'officeHead'] : ['officeHead'])
}

/** Whoever asked or drafted what this step decides on: nobody decides on their own (条例33, B7). */
const judged = (step: Step, steps: readonly Step[]): number[] => {
  const of = step.facts.requested ?? (step.act === 'approve' || step.act === 'giveBack' ? step.facts.reply : undefined)
  return steps.filter(({ id }) => id === of).map(({ by_person }) => by_person)
}

type Case = { disclosure: Disclosure; versions: readonly Version[]; items: readonly Item[]; rows: readonly StepRow[]; steps: readonly Step[] }

/** Every signature under an application: over its very version, by somebody who had the duty, and who did not ask for what they decide. */
const checkSigned = (means: Signed, where: string, { disclosure, versions, items, rows, steps }: Case): void => {
  let version = 1
  for (const [at, row] of rows.entries()) {
    const { item, act, outcome, words, facts, by_person, signature } = row
    if (act === 'supplement') version += 1
    checkStep(means, where, {
      step: act,
      signature,
      said: {
        disclosure: disclosure.number,
        version,
        application: applicationDigest(versions.find((one) => one.version === version)),
        item: items.find(({ id }) => id === item)?.ordinal ?? null,
        act,
        outcome,
        words: words === null ? null : digestOf(words),
        facts: digestOf(facts),
      },
      by: by_person,
      duty: dutyOf(row),
      never: judged(steps[at] as Step, steps),
      neverSaid: '是所审批事项的申请人或者拟稿人',
    })
  }
}

/** The day of receipt is the one that the channel makes, and each 补正 made one version (条例31, 30). */
const receiptFaults = ({ disclosure, versions, steps }: Case): string[] => {
  const { channel, arrived_on, confirmed_on, received_on } = disclosure
  const day = CONFIRMED.includes(channel) ? confirmed_on : arrived_on
  const came = steps.filter(({ act }) => act === 'supplement')
  return [
    ...(day === received_on && (confirmed_on === null || confirmed_on >= arrived_on) ? [] : ['收到申请之日与收到的方式不符（条例31）']),
    ...(versions[0]?.received_on === received_on ? [] : ['第一版的收到日期不是收到申请之日（条例31）']),
    ...(versions.some(({ version }, at) => version !== at + 1) || versions.length !== disclosure.version || versions.length !== came.length + 1
      ? ['申请的版次不连续，或与补正不符（条例30）']
      : []),
    ...came.flatMap(({ facts }, at) => (versions[at + 1]?.received_on === facts.receivedOn ? [] : ['补正版的收到日期与所登记的不同（条例30）'])),
  ]
}

const ownClockFaults = ({ disclosure: { state } }: Case, clocks: readonly Clock[]): string[] => {
  const open = (kind: string) => clocks.some((clock) => clock.kind === kind && clock.open === 1)
  const runs = { reply: state === 'received', supplement: state === 'supplementing' }
  return Object.entries(runs).flatMap(([kind, is]) => (open(kind) === is ? [] : [`${kind}期限的起止与状态不符（条例30）`]))
}

/** Reads all that belongs to an application. */
const reader = (database: Database.Database) => {
  const all = <T>(sql: string) => {
    const statement = database.prepare(sql)
    return (...params: number[]) => statement.all(...params) as T[]
  }
  const reviewsOf = all<Omit<Review, 'versions' | 'decided'>>(
    'SELECT r.id, r.item, r.state, r.version FROM review r JOIN disclosure_item i ON i.id = r.item WHERE i.disclosure = ? ORDER BY r.id',
  )
  const versionsOf = all<{ at: string }>('SELECT at FROM review_version WHERE review = ? ORDER BY version')
  const decidedOf = all<Review['decided'][number]>(
    "SELECT version, outcome, signature FROM review_step WHERE review = ? AND act = 'decide' ORDER BY id",
  )
  return {
    versions: all<Version>('SELECT * FROM application WHERE disclosure = ? ORDER BY version'),
    items: all<Item>('SELECT id, ordinal, state FROM disclosure_item WHERE disclosure = ? ORDER BY ordinal'),
    steps: all<StepRow>(
      'SELECT id, item, act, outcome, words, facts, by_person, at, signature FROM disclosure_step WHERE disclosure = ? ORDER BY id',
    ),
    letters: all<Letter>('SELECT id, number, item, step, kind, text, signature, written_on FROM disclosure_letter WHERE disclosure = ? ORDER BY id'),
    clocks: all<Clock>("SELECT * FROM deadline WHERE of_table = 'disclosure' AND record = ?"),
    itemClock: all<Clock>("SELECT * FROM deadline WHERE of_table = 'disclosure_item' AND record = ? AND kind = 'reply'"),
    reviews: (id: number): Review[] =>
      reviewsOf(id).map((review) => ({ ...review, versions: versionsOf(review.id).map(({ at }) => at), decided: decidedOf(review.id) })),
  }
}

/** What is asked for is received, asked about, answered and given out as the rules have it, and stands where its signed steps leave it (A四, 条例29–40). */
export const checkDisclosures = (database: Database.Database, means: Signed): void => {
  const stoodOn = new Set<number>()
  const read = reader(database)
  for (const disclosure of database.prepare('SELECT * FROM disclosure ORDER BY id').all() as Disclosure[]) {
    const { id, number } = disclosure
    const where = `disclosure ${id}（${number}）`
    const [versions, items, rows, letters, clocks, reviews] = [
      read.versions(id),
      read.items(id),
      read.steps(id),
      read.letters(id),
      read.clocks(id),
      read.reviews(id),
    ]
    for (const { signature } of rows) stoodOn.add(signature)
    const steps = rows.map((row) => ({ ...row, facts: JSON.parse(row.facts) as Step['facts'] }))
    const about = { disclosure, versions, items, rows, steps }
    checkSigned(means, where, about)
    const faults = [
      ...receiptFaults(about),
      ...faultsOf(steps, items, reviews, clocks),
      ...letterFaults(steps, letters, digestOf),
      ...ownClockFaults(about, clocks),
      ...items.flatMap((item) => clockFaults(item, steps, read.itemClock(item.id)[0], versions.at(-1)?.received_on ?? '')),
      ...items.flatMap((item) => (item.state === stateOfItem(item, steps, reviews, letters) ? [] : [`第${item.ordinal}项的状态与所签的各步骤不符`])),
      ...(disclosure.state === stateOf(steps, items) ? [] : ['状态与所签的各步骤不符']),
    ]
    for (const fault of faults) means.findings.breaks('依申请公开', where, fault)
  }
  for (const [id, { purpose }] of means.held)
    if (purpose.startsWith('disclosure.') && !stoodOn.has(id))
      means.findings.breaks('签名', `signature ${id}`, '没有一行以它为据，所据的一行被去掉了')
}
