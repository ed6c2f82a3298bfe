import type Database from 'better-sqlite3'
import { canonicalJson, sha256 } from './canonical.ts'
import { seatFault } from './group.ts'
import { faultsOf, stateAfter, stateRevised, type Step, type Version } from './review-rules.ts'
import { textsOf, type TextVersion } from './review-texts.ts'
import { checkStep, type Signed } from './said-by.ts'

type Review = {
  id: number
  number: string
  carrier: string
  unit: string
  handler: number
  handling: number
  documentNumber: string | null
  item: number | null
  entered_by: number
  state: string
  version: number
}
type VersionRow = Version & TextVersion & Record<string, string | number | null> & { id: number; review: number; by_person: number; at: string }
type StepRow = Omit<Step, 'facts'> & { facts: string; by_person: number; signature: number }

const digestOf = (words: string) => sha256(Buffer.from(words)).toString('base64')

/** What stands for a version under every signature. */
const textDigest = ({ carrier, unit, handler, documentNumber, item }: Review, row: VersionRow | undefined): string | null => {
  if (!row) return null
  const { id: _id, review: _review, by_person: _by, at: _at, ...said } = row
  return digestOf(canonicalJson({ carrier, unit, handler, document: documentNumber, ...(item !== null && { item }), ...said }))
}

const THREE: Record<string, readonly string[]> = { opinion: ['section'], examine: ['reviewer'], decide: ['groupLeader'] }
const dutyOf = (act: string): readonly string[] =>
  THREE[act] ?? (['consult', 'consulted', 'refer', 'reply'].includes(act) ? ['section', 'reviewer'] : ['section'])

/** Everybody to whom a case was handed on, oldest first. */
const handedTo = (steps: readonly StepRow[]): number[] =>
  steps.filter(({ act }) => act === 'handedOn').map(({ facts }) => (JSON.parse(facts) as { to: number }).to)

/** Every signature under a case: over its very text, by somebody who had the duty, three persons for the three steps, none of them the proposer of what they judge (B7). */
const checkSigned = (means: Signed, where: string, review: Review, versions: readonly VersionRow[], steps: readonly StepRow[]): void => {
  const proposers = [review.handler, review.entered_by, ...versions.map(({ by_person }) => by_person), ...handedTo(steps)]
  for (const [at, { act, version, outcome, words, facts, by_person, signature }] of steps.entries()) {
    const others = THREE[act] ? steps.slice(0, at).filter((step) => THREE[step.act] && step.act !== act) : []
    const never = others.map((step) => step.by_person)
    checkStep(means, where, {
      step: act,
      signature,
      said: {
        review: review.number,
        version,
        text: textDigest(
          review,
          versions.find((row) => row.version === version),
        ),
        act,
        outcome,
        words: words === null ? null : digestOf(words),
        facts: digestOf(facts),
      },
      by: by_person,
      duty: dutyOf(act),
      never: act === 'examine' || act === 'decide' ? [...never, ...proposers] : never,
      neverSaid: '已办过本件的另一步骤，或是承办人、录入人（B7）',
    })
  }
}

/** Goes through a case from its draft, act by act: where each leaves it, and what stands against it. */
const follow = (versions: readonly VersionRow[], steps: readonly Step[], last: number): { state: string; faults: string[] } => {
  const faults: string[] = []
  let state = 'drafted'
  let version = 1
  const goTo = (next: number) => {
    for (; version < next; version += 1) {
      const row = versions.find((one) => one.version === version + 1)
      if (state === 'toDeclassify' && row?.declassification === null) faults.push('解密后公开的新文本没有解密文件（B10）')
      state = stateRevised(state)
      if (state === '') faults.push('更换文本不合规定（C六）')
    }
  }
  for (const [at, step] of steps.entries()) {
    if (step.version < version) faults.push(`${step.act}的文本已被更换（C六）`)
    goTo(step.version)
    const past = steps.slice(0, at)
    faults.push(
      ...faultsOf(
        step,
        past,
        state,
        versions.find((row) => row.version === step.version),
      ),
    )
    state = stateAfter(state, step)
    if (state === '') return { state, faults: [...faults, `${step.act}的次序不合规定（B7）`] }
  }
  goTo(last)
  return { state, faults }
}

/** What is to be made public was reviewed as the rules have it, in that very version, and stands where its signed steps leave it (B1, B7). */
export const checkReviews = (database: Database.Database, means: Signed): void => {
  const stoodOn = new Set<number>()
  const seated = seatFault(database, means)
  const faultsOfTexts = textsOf(database)
  const versionsOf = database.prepare('SELECT * FROM review_version WHERE review = ? ORDER BY version')
  const stepsOf = database.prepare('SELECT * FROM review_step WHERE review = ? ORDER BY id')
  const reviews = database.prepare('SELECT r.*, d.number AS documentNumber FROM review r LEFT JOIN document d ON d.id = r.document ORDER BY r.id')
  for (const review of reviews.all() as Review[]) {
    const where = `review ${review.id}（${review.number}）`
    const breaks = (why: string) => means.findings.breaks('保密审查', where, why)
    const versions = versionsOf.all(review.id) as VersionRow[]
    const rows = stepsOf.all(review.id) as StepRow[]
    if (versions.some(({ version }, at) => version !== at + 1) || versions.length !== review.version) breaks('文本的版次不连续，或与现行版次不符')
    if (review.handling !== (handedTo(rows).at(-1) ?? review.handler)) breaks('现在的承办人与更换的不符（B6）')
    for (const { signature } of rows) stoodOn.add(signature)
    checkSigned(means, where, review, versions, rows)
    const steps = rows.map((row) => ({ ...row, facts: JSON.parse(row.facts) as Step['facts'] }))
    for (const fault of faultsOfTexts(review.id, versions, steps)) breaks(fault)
    for (const [at, row] of rows.entries()) {
      const fault = seated(row, steps[at]?.facts.seat)
      if (fault) breaks(`${row.act}的${fault}`)
    }
    const { state, faults } = follow(versions, steps, review.version)
    for (const fault of faults) breaks(fault)
    if (state !== review.state) breaks('状态与所签的各步骤不符')
  }
  for (const [id, { purpose }] of means.held)
    if (purpose.startsWith('review.') && !stoodOn.has(id)) means.findings.breaks('签名', `signature ${id}`, '没有一行以它为据，所据的一行被去掉了')
}
