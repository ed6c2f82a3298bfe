import type {
  ApplicantKind,
  ApplicationChannel,
  Asked,
  ConsultAnswer,
  DisclosureAct,
  DisclosureState,
  Evidence,
  ItemState,
  Lack,
  ObtainedBy,
  ProvidedAs,
  SignaturePurpose,
} from '../../../contract/terms.ts'
import { CLOCK_BACK_MS } from '../audit/append.ts'
import { refuse } from '../door/refuse.ts'
import type { Query, Read, Signer, Work } from '../door/unit.ts'
import { canonicalJson, digestOfWords } from '../storage/bytes.ts'

export type DisclosureRecord = {
  id: number
  number: string
  channel: ApplicationChannel
  labelled: 0 | 1 | null
  received_on: string
  state: DisclosureState
  version: number
}
export type ApplicationRecord = {
  version: number
  by_person: number
  at: string
  received_on: string
  kind: ApplicantKind
  name: string
  evidence: Evidence | null
  evidence_no: string | null
  agent: string | null
  telephone: string | null
  address: string | null
  email: string | null
  content: string
  provided_as: ProvidedAs | null
  obtained_by: ObtainedBy | null
}
export type ItemRecord = { id: number; disclosure: number; ordinal: number; content: string; handler: number; department: string; state: ItemState }

/** What a step says beside its outcome and words; each act fills its own. `letter` of an act that wrote one: the digest of its text; of 送达: which letter. */
export type Facts = {
  lacks?: Lack[]
  items?: { ordinal: number; handler: number }[]
  from?: number
  to?: number | string
  about?: string
  days?: number
  toldOn?: string
  sentOn?: string
  receivedOn?: string
  consult?: number
  answeredOn?: string
  /** Until when the time of an asking is left out of the clock of the reply. */
  until?: string
  requested?: number
  given?: string | null
  organ?: string | null
  review?: { id: number; number: string; version: number } | null
  reply?: number
  repliedOn?: string
  due?: string | null
  late?: boolean | null
  amount?: number
  writtenOn?: string
  deliveredOn?: string
  on?: string
  letter?: string | number
}
export type StepRecord = {
  id: number
  item: number | null
  act: DisclosureAct
  outcome: string | null
  words: string | null
  facts: Facts
  by_person: number
  at: string
  signature: number
}

/** Who sees every application; a 科室 sees those of which it has an item in its hands (domain 4). */
export const seesAll = ({ asking: { roles } }: Pick<Query, 'asking'>): boolean =>
  (['reviewer', 'deputyLeader', 'groupLeader', 'officeHead'] as const).some((role) => roles.includes(role))

const COLUMNS = 'id, number, channel, labelled, received_on, state, version'

const hasItem = ({ read, asking }: Pick<Query, 'read' | 'asking'>, id: number): boolean =>
  read.get('SELECT 1 FROM disclosure_item WHERE department = ? AND disclosure = ?', asking.person.department, id) !== undefined

/** One application that this person sees; to anybody else there is none. */
export const disclosureById = (query: Pick<Query, 'read' | 'asking'>, id: number, field = 'disclosure'): DisclosureRecord => {
  const row = query.read.get<DisclosureRecord>(`SELECT ${COLUMNS} FROM disclosure WHERE id = ?`, id)
  if (!row || !(seesAll(query) || hasItem(query, id)))
    return refuse('input.unknownRecord', '没有这件申请，请从列表中选择。', { clause: 'A4(1)3', field })
  return row
}

/** The application of a procedure, whose number its entry bears. */
export const begun = (work: Work, id: number): { disclosure: DisclosureRecord; steps: StepRecord[] } => {
  const disclosure = disclosureById(work, id)
  work.about(disclosure.number)
  return { disclosure, steps: stepsOf(work.read, id) }
}

const ITEM = 'id, disclosure, ordinal, content, handler, department, state FROM disclosure_item'

export const itemsOf = (read: Read, disclosure: number): ItemRecord[] =>
  read.all<ItemRecord>(`SELECT ${ITEM} WHERE disclosure = ? ORDER BY ordinal`, disclosure)

export const itemRecord = (read: Read, id: number): ItemRecord | undefined => read.get<ItemRecord>(`SELECT ${ITEM} WHERE id = ?`, id)

/** One item of an application that this person sees, with its own steps. */
export const begunItem = (work: Work, id: number): { disclosure: DisclosureRecord; item: ItemRecord; steps: StepRecord[] } => {
  const none = () => refuse('input.unknownRecord', '没有这项申请，请从列表中选择。', { clause: 'A4(1)4', field: 'item' })
  const item = itemRecord(work.read, id) ?? none()
  const disclosure = disclosureById(work, item.disclosure, 'item')
  work.about(disclosure.number)
  return { disclosure, item, steps: ofItem(stepsOf(work.read, disclosure.id), id) }
}

/** Whether it is in the hands of this person's own 科室. */
export const isOwnItem = ({ asking }: Pick<Query, 'asking'>, { department }: Pick<ItemRecord, 'department'>): boolean =>
  asking.roles.includes('section') && department === asking.person.department

/** `申请〔2026〕0001第2项`. */
export const nameOfItem = ({ number }: Pick<DisclosureRecord, 'number'>, { ordinal }: Pick<ItemRecord, 'ordinal'>): string =>
  `${number}第${ordinal}项`

const VERSION = `version, by_person, at, received_on, kind, name, evidence, evidence_no, agent, telephone, address, email, content, provided_as, obtained_by
  FROM application`

export const applicationsOf = (read: Read, disclosure: number): ApplicationRecord[] =>
  read.all<ApplicationRecord>(`SELECT ${VERSION} WHERE disclosure = ? ORDER BY version`, disclosure)

/** What is asked for, as it stands. */
export const applicationOf = (read: Read, { id, version }: Pick<DisclosureRecord, 'id' | 'version'>): ApplicationRecord =>
  read.get<ApplicationRecord>(`SELECT ${VERSION} WHERE disclosure = ? AND version = ?`, id, version) as ApplicationRecord

/** Every signed step of an application, oldest first (G4): none is ever changed or taken away. */
export const stepsOf = (read: Read, disclosure: number): StepRecord[] =>
  read
    .all<Omit<StepRecord, 'facts'> & { facts: string }>(
      'SELECT id, item, act, outcome, words, facts, by_person, at, signature FROM disclosure_step WHERE disclosure = ? ORDER BY id',
      disclosure,
    )
    .map((step) => ({ ...step, facts: JSON.parse(step.facts) as Facts }))

export const ofItem = (steps: readonly StepRecord[], item: number): StepRecord[] => steps.filter((step) => step.item === item)

/** The last step of these kinds. */
export const lastOf = (steps: readonly StepRecord[], ...acts: DisclosureAct[]): StepRecord | undefined =>
  steps.findLast(({ act }) => acts.includes(act))

/** An asking of an item, and what was answered. */
export type Consult = { asked: StepRecord; whom: Asked; reply: StepRecord | undefined; answer: ConsultAnswer | null }
export const consultsOf = (steps: readonly StepRecord[]): Consult[] =>
  steps
    .filter(({ act }) => act === 'consult')
    .map((asked) => {
      const reply = steps.find(({ act, facts }) => act === 'consulted' && facts.consult === asked.id)
      return { asked, whom: asked.outcome as Asked, reply, answer: (reply?.outcome ?? null) as ConsultAnswer | null }
    })

/** What stands for an application under every signature: all that it says, and who is behind it, by one digest. */
export const applicationDigest = ({ by_person: _by, at: _at, ...said }: ApplicationRecord): string => digestOfWords(canonicalJson(said))

const PURPOSE: Partial<Record<DisclosureAct, SignaturePurpose>> = {
  reply: 'disclosure.reply',
  approve: 'disclosure.approval',
  giveBack: 'disclosure.approval',
}

/** Nothing is done before what was done already: a clock that was set back would keep a limit that is out. */
const refuseSetBack = (work: Work, { id, number }: DisclosureRecord) => {
  const last = work.read.get<{ at: string }>('SELECT at FROM disclosure_step WHERE disclosure = ? ORDER BY id DESC LIMIT 1', id)
  if (last && Date.parse(last.at) - work.now.getTime() > CLOCK_BACK_MS)
    refuse('rule.forbids', `本机时间早于${number}的上一步，时钟可能被回拨。请校正时钟后再办理。`, { clause: '审计' })
}

export type Said = { item?: ItemRecord; outcome?: string | null; words?: string | null; facts?: Facts }

/** Signs one act of an application over its version, and keeps it. Whatever was said, of whom and by whom, is signed by its digest alone. Refused when the clock stands before the step before it. */
export const signStep = (
  work: Work,
  disclosure: DisclosureRecord,
  signer: Signer,
  act: DisclosureAct,
  { item, outcome = null, words = null, facts = {} }: Said = {},
): { step: number; signature: number } => {
  refuseSetBack(work, disclosure)
  const text = canonicalJson(facts)
  const signature = work.sign(signer, PURPOSE[act] ?? 'disclosure.act', {
    disclosure: disclosure.number,
    version: disclosure.version,
    application: applicationDigest(applicationOf(work.read, disclosure)),
    item: item?.ordinal ?? null,
    act,
    outcome,
    words: words === null ? null : digestOfWords(words),
    facts: digestOfWords(text),
  })
  const said = { act, outcome, words, facts: text, by_person: signer.person.id, at: work.now.toISOString(), signature }
  return { step: work.insert('disclosure_step', { disclosure: disclosure.id, item: item?.id ?? null, ...said }), signature }
}

export const today = ({ wall }: Pick<Query, 'wall'>): string => wall.slice(0, 10)
export const since = ({ now }: Pick<Query, 'now'>): { since: string } => ({ since: now.toISOString() })
