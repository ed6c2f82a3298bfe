import type {
  Attribute,
  Carrier,
  Channel,
  CheckAnswer,
  CheckItem,
  ReviewAct,
  ReviewBasis,
  ReviewState,
  ReviewStep,
  Seat,
  SecretLevel,
  SignaturePurpose,
} from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Query, Read, Signer, Work } from '../door/unit.ts'
import { canonicalJson, digestOfWords } from '../storage/bytes.ts'

export type ReviewRecord = {
  id: number
  number: string
  carrier: Carrier
  unit: string
  department: string
  /** 承办人 as it was filed, and now. */
  handler: number
  handling: number
  document: number | null
  documentNumber: string | null
  /** Of an application, that it is to answer. */
  item: number | null
  entered_by: number
  state: ReviewState
  version: number
}

/** A version as its row has it. */
export type VersionRecord = {
  version: number
  by_person: number
  at: string
  title: string
  symbol: string | null
  summary: string | null
  attribute: Attribute | null
  made_on: string
  pages: number
  /** Of the text that is kept in the vault (`review_text`), or as it was typed. */
  digest: string | null
  redactions: string | null
  released: string | null
  channels: string
  channel_note: string | null
  planned_on: string | null
  audience: string | null
  transferred: 0 | 1
  changes: string | null
  declassification: string | null
}

/** `level`: 拟定密级, of 国家秘密 that is not 否. */
export type Answers = Record<CheckItem, { answer: CheckAnswer; note: string | null; level?: SecretLevel }>
/** What a step says beside its outcome and words; each act fills its own. */
export type Facts = {
  checklist?: Answers
  basis?: ReviewBasis[]
  interest?: string | null
  letter?: string | null
  sentOn?: string
  days?: number
  consult?: number
  answeredOn?: string
  text?: string
  cause?: string
  others?: string[]
  number?: string
  repliedOn?: string
  releasedOn?: string
  seat?: Seat
  /** To whom it was handed on. */
  to?: number
}
export type StepRecord = {
  id: number
  version: number
  act: ReviewAct
  outcome: string | null
  words: string | null
  facts: Facts
  by_person: number
  at: string
  signature: number
}

/** Who sees every case; a 科室 sees those of its own department (domain 4). */
export const seesAll = ({ asking: { roles } }: Pick<Query, 'asking'>): boolean =>
  (['officer', 'reviewer', 'groupLeader'] as const).some((role) => roles.includes(role))

/** A case, whoever sees it. */
export const reviewRecord = (read: Read, id: number): ReviewRecord | undefined =>
  read.get<ReviewRecord>(
    `SELECT review.id, review.number, carrier, unit, department, handler, handling, document, document.number AS documentNumber, item, entered_by, review.state, version
     FROM review LEFT JOIN document ON document.id = document WHERE review.id = ?`,
    id,
  )

/** One case that this person sees; to anybody else there is none. */
export const reviewById = (query: Pick<Query, 'read' | 'asking'>, id: number): ReviewRecord => {
  const row = reviewRecord(query.read, id)
  if (!row || !(seesAll(query) || row.department === query.asking.person.department))
    return refuse('input.unknownRecord', '没有这件审查，请从列表中选择。', { field: 'review' })
  return row
}

/** Whether it is of this person's own 科室, which alone changes its text, makes it public and files it (B3 谁主管、谁负责；谁公开、谁审查). */
export const isOwnSection = ({ asking }: Pick<Query, 'asking'>, { department }: Pick<ReviewRecord, 'department'>): boolean =>
  department === asking.person.department

/** The same for such an act: an account with a further duty sees the cases of other 科室, and leaves them alone. */
export const ownReview = (work: Work, id: number): ReviewRecord => {
  const review = reviewById(work, id)
  work.about(review.number)
  if (!isOwnSection(work, review)) refuse('rule.forbids', `${review.number}由承办科室${review.department}办理。`, { clause: 'B3', field: 'review' })
  return review
}

const VERSION = `version, by_person, at, title, symbol, summary, attribute, made_on, pages, digest, redactions, released, channels, channel_note, planned_on, audience, transferred,
  changes, declassification FROM review_version`

export const versionsOf = (read: Read, review: number): VersionRecord[] =>
  read.all<VersionRecord>(`SELECT ${VERSION} WHERE review = ? ORDER BY version`, review)

export const versionOf = (read: Read, review: number, version: number): VersionRecord | undefined =>
  read.get<VersionRecord>(`SELECT ${VERSION} WHERE review = ? AND version = ?`, review, version)

/** The text that stands. */
export const currentOf = (read: Read, { id, version }: Pick<ReviewRecord, 'id' | 'version'>): VersionRecord =>
  versionOf(read, id, version) as VersionRecord

export const channelsOf = ({ channels }: Pick<VersionRecord, 'channels'>): Channel[] => JSON.parse(channels) as Channel[]

/** Every signed step of a case, oldest first (G4): none is ever changed or taken away. */
export const stepsOf = (read: Read, review: number): StepRecord[] =>
  read
    .all<Omit<StepRecord, 'facts'> & { facts: string }>(
      'SELECT id, version, act, outcome, words, facts, by_person, at, signature FROM review_step WHERE review = ? ORDER BY id',
      review,
    )
    .map((step) => ({ ...step, facts: JSON.parse(step.facts) as Facts }))

/** Of them those that stand: on the text that stands, since it was last given back. Askings stand for their text whoever gave it back. */
export const standing = (steps: readonly StepRecord[], version: number): StepRecord[] => {
  const own = steps.filter((step) => step.version === version)
  const back = own.findLastIndex(({ outcome }) => outcome === 'return')
  return own.filter(({ act }, at) => at > back || act === 'consult' || act === 'consulted')
}

/** What the holders of a right answered to the askings on a version of a case; null of one that did not yet. */
export const holdersAnswers = (read: Read, review: number, version: number): (string | null)[] => {
  const own = stepsOf(read, review).filter((step) => step.version === version)
  const asked = own.filter(({ act }) => act === 'consult')
  return asked.map(({ id }) => own.find(({ act, facts }) => act === 'consulted' && facts.consult === id)?.outcome ?? null)
}

/** The last step of a kind among these. */
export const lastOf = (steps: readonly StepRecord[], act: ReviewAct): StepRecord | undefined => steps.findLast((step) => step.act === act)

/** What stands for a version under every signature: all that the case and the version say, by one digest. */
export const textDigest = ({ carrier, unit, handler, documentNumber, item }: ReviewRecord, version: VersionRecord): string => {
  const { by_person: _by, at: _at, ...said } = version
  return digestOfWords(canonicalJson({ carrier, unit, handler, document: documentNumber, ...(item !== null && { item }), ...said }))
}

const PURPOSE: Record<ReviewStep, SignaturePurpose> = { opinion: 'review.opinion', examine: 'review.examine', decide: 'review.decide' }
const purposeOf = (act: ReviewAct): SignaturePurpose => PURPOSE[act as ReviewStep] ?? 'review.act'

type Said = { outcome?: string | null; words?: string | null; facts?: Facts }

/** Signs one act of a case over its very version, and keeps it. Sentences are signed by their digest alone. */
export const signStep = (
  work: Work,
  review: ReviewRecord,
  signer: Signer,
  act: ReviewAct,
  { outcome = null, words = null, facts = {} }: Said,
): number => {
  const text = canonicalJson(facts)
  const { version } = review
  const signature = work.sign(signer, purposeOf(act), {
    review: review.number,
    version,
    text: textDigest(review, currentOf(work.read, review)),
    act,
    outcome,
    words: words === null ? null : digestOfWords(words),
    facts: digestOfWords(text),
  })
  const by = { by_person: signer.person.id, at: work.now.toISOString(), signature }
  return work.insert('review_step', { review: review.id, version, act, outcome, words, facts: text, ...by })
}

/** Refuses an act on a text that was replaced meanwhile: what is signed is what was read (C六). */
export const refuseReplaced = (review: ReviewRecord, version: number): void => {
  if (version !== review.version)
    refuse('state.conflict', `${review.number}的文本现为第${review.version}版，不是第${version}版。请按现行文本办理。`, {
      clause: 'C6(2)',
      field: 'version',
    })
}
