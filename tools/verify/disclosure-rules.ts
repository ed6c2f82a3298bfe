/** What the rules of 依申请公开 say of an application, told from its rows alone (A四, 条例29–40). */

export type Facts = {
  lacks?: string[]
  items?: { ordinal: number; handler: number }[]
  days?: number
  toldOn?: string
  sentOn?: string
  receivedOn?: string
  consult?: number
  answeredOn?: string
  until?: string
  requested?: number
  review?: { id: number; number: string; version: number } | null
  reply?: number
  repliedOn?: string
  due?: string | null
  late?: boolean | null
  deliveredOn?: string
  on?: string
  letter?: string | number
}
export type Step = {
  id: number
  item: number | null
  act: string
  outcome: string | null
  words: string | null
  facts: Facts
  by_person: number
  at: string
  signature: number
}
export type Item = { id: number; ordinal: number; state: string }
export type Letter = {
  id: number
  number: string
  item: number | null
  step: number
  kind: string
  text: string
  signature: number
  written_on: string
}
/** A review of an item: its state, its version, and each decision with its version. */
export type Review = {
  id: number
  item: number
  state: string
  version: number
  versions: string[]
  decided: { version: number; outcome: string; signature: number }[]
}
export type Clock = {
  of_table: string
  record: number
  kind: string
  from_day: string
  days: number
  extension: number
  pauses: string
  due: string | null
  open: number
}

const STANDING = ['open', 'onApplication', 'withheld', 'released', 'filed']
const UNDECIDED = ['drafted', 'pending', 'opined', 'examined', 'toChange', 'toDeclassify', 'toRefer', 'referred', 'answered']
const OPEN_REPLIES = ['provided', 'partly']
const WITHHELD_REPLIES = ['stateSecret', 'forbidden', 'safety', 'thirdParty', 'internal', 'process', 'files']
export const OPEN_ITEM = ['inHand', 'consulting', 'inReview', 'drafted']

export const ofItem = (steps: readonly Step[], item: number): Step[] => steps.filter((step) => step.item === item)
const last = (steps: readonly Step[], ...acts: string[]) => steps.findLast(({ act }) => acts.includes(act))

const standsStill = (reply: Step, reviews: readonly Review[]): boolean => {
  const rests = reply.facts.review
  if (!rests) return true
  const now = reviews.find(({ id }) => id === rests.id)
  return now !== undefined && now.version === rests.version && STANDING.includes(now.state)
}

const isOut = (steps: readonly Step[]) =>
  steps.some(({ act, id }) => act === 'consult' && !steps.some((reply) => reply.act === 'consulted' && reply.facts.consult === id))

/** Where its signed steps and its reviews leave an item. */
export const stateOfItem = (item: Item, all: readonly Step[], reviews: readonly Review[], letters: readonly Letter[]): string => {
  const steps = ofItem(all, item.id)
  const [reply, approve] = [last(steps, 'reply'), last(steps, 'approve')]
  const letter = letters.find(({ step }) => step === approve?.id)
  if (letter && steps.some(({ act, facts }) => act === 'deliver' && facts.letter === letter.id)) return 'delivered'
  if (last(all, 'withdrawn')) return 'ended'
  if (reply && standsStill(reply, reviews)) {
    if (approve?.facts.reply === reply.id) return 'answered'
    if (last(steps, 'reply', 'giveBack') === reply) return 'drafted'
  }
  if (isOut(steps)) return 'consulting'
  return reviews.some(({ item: of, state }) => of === item.id && UNDECIDED.includes(state)) ? 'inReview' : 'inHand'
}

const ENDS: Record<string, string> = { file: 'filed', abandoned: 'abandoned', withdrawn: 'withdrawn' }

/** Where its steps and its items leave an application. */
export const stateOf = (steps: readonly Step[], items: readonly Item[]): string => {
  const end = last(steps, ...Object.keys(ENDS))
  if (end) return ENDS[end.act] as string
  if (items.length === 0) return last(steps, 'askSupplement', 'supplement')?.act === 'askSupplement' ? 'supplementing' : 'received'
  if (items.every(({ state }) => state === 'delivered')) return 'delivered'
  return items.every(({ state }) => state === 'answered' || state === 'delivered') ? 'answered' : 'registered'
}

const onlyOne = (steps: readonly Step[], act: string, why: string): string[] => (steps.filter((step) => step.act === act).length > 1 ? [why] : [])

/** What was done once, and in its order. */
const orderFaults = (steps: readonly Step[], clocks: readonly Clock[]): string[] => {
  const at = (act: string) => steps.findIndex((step) => step.act === act)
  const [asked, came, registered] = [at('askSupplement'), at('supplement'), at('register')]
  const ends = steps.findIndex(({ act }) => act in ENDS)
  const notice = clocks.find(({ kind }) => kind === 'supplementNotice')?.due ?? null
  const own = clocks.find(({ kind }) => kind === 'supplement')?.due ?? null
  const told = steps[asked]?.facts.toldOn ?? ''
  const abandoned = last(steps, 'abandoned')
  return [
    ...(at('receive') === 0 ? [] : ['第一步不是收到申请']),
    ...onlyOne(steps, 'receive', '收到申请不止一次'),
    ...onlyOne(steps, 'askSupplement', '补正告知不止一次（条例30）'),
    ...onlyOne(steps, 'supplement', '补正不止一次（条例30）'),
    ...onlyOne(steps, 'register', '登记不止一次（A四(一)3）'),
    ...(came >= 0 && (asked < 0 || came < asked) ? ['没有告知补正就有补正（条例30）'] : []),
    ...(registered >= 0 && asked > registered ? ['登记以后告知补正（条例30）'] : []),
    ...(registered >= 0 && asked >= 0 && (came < 0 || registered < came) ? ['补正没有收到就登记（条例30）'] : []),
    ...(asked >= 0 && notice !== null && told > notice ? ['补正告知逾期（条例30）'] : []),
    ...(steps.some(({ item }, index) => item !== null && (registered < 0 || index < registered)) ? ['登记以前办理事项（A四(一)3）'] : []),
    ...(abandoned && (registered >= 0 || own === null || (abandoned.facts.on ?? '') <= own) ? ['补正期限未满就视为放弃（条例30）'] : []),
    ...(ends >= 0 && steps.slice(ends + 1).some(({ act }) => act !== 'deliver') ? ['办结以后还有步骤'] : []),
  ]
}

const extensionFaults = (steps: readonly Step[]): string[] => [
  ...onlyOne(steps, 'extend', '延期不止一次（条例33）'),
  ...steps.flatMap(({ act, facts }) => {
    if (act !== 'extend' && act !== 'refuseExtension') return []
    const asked = steps.find(({ id, act: of }) => id === facts.requested && of === 'requestExtension')
    return asked && (act === 'refuseExtension' || asked.facts.days === facts.days) ? [] : ['延期没有申请，或与申请的天数不同（条例33）']
  }),
]

const consultFaults = (steps: readonly Step[]): string[] => {
  const answers = steps.filter(({ act }) => act === 'consulted')
  const asked = new Set(answers.map(({ facts }) => facts.consult))
  return [
    ...(asked.size < answers.length ? ['一次征求意见登记了两次意见（条例32）'] : []),
    ...(answers.every(({ facts }) => steps.some(({ id, act }) => id === facts.consult && act === 'consult')) ? [] : ['没有征求就有意见（条例32）']),
    ...(answers.some(({ outcome, facts }) => outcome === 'none' && (facts.answeredOn ?? '') <= (facts.until ?? ''))
      ? ['期限未满就登记为逾期未答复（条例32）']
      : []),
  ]
}

/** Whether a review bore an answer when it was approved: decided so, in that version, which nothing had replaced by then (B1). */
const bore = (reviews: readonly Review[], item: number, reply: Step, approve: Step): boolean => {
  const needed = OPEN_REPLIES.includes(reply.outcome ?? '')
    ? ['open', 'onApplication']
    : WITHHELD_REPLIES.includes(reply.outcome ?? '')
      ? ['withheld']
      : null
  if (!needed) return true
  const rests = reply.facts.review
  const review = reviews.find((one) => one.id === rests?.id && one.item === item)
  if (!rests || !review) return false
  const decided = review.decided.findLast(({ version, signature }) => version === rests.version && signature < approve.signature)
  const replaced = review.versions[rests.version]
  return decided !== undefined && needed.includes(decided.outcome) && (replaced === undefined || replaced >= approve.at)
}

const replyFaults = (steps: readonly Step[], item: number, reviews: readonly Review[]): string[] =>
  steps.flatMap((step, at) => {
    if (step.act !== 'approve' && step.act !== 'giveBack') return []
    const reply = last(steps.slice(0, at), 'reply')
    if (!reply || reply.id !== step.facts.reply) return ['批准的不是最后拟的答复（G三.3）']
    if (step.act === 'giveBack') return step.words ? [] : ['退回重拟没有理由（G三.3）']
    const { repliedOn = '', due = null, late = null } = step.facts
    return [
      ...(bore(reviews, item, reply, step) ? [] : ['批准答复时没有站得住的审查（B1）']),
      ...(late === (due === null ? null : repliedOn > due) ? [] : ['是否逾期与所记的日期不符（条例33）']),
      ...(reply.outcome === 'thirdParty' && !steps.slice(0, at).some(({ act }) => act === 'consult') && !reply.facts.review
        ? ['没有征求第三方意见（条例32）']
        : []),
    ]
  })

/** What stands against the steps of an application and of each of its items. */
export const faultsOf = (steps: readonly Step[], items: readonly Item[], reviews: readonly Review[], clocks: readonly Clock[]): string[] => [
  ...orderFaults(steps, clocks),
  ...items.flatMap(({ id, ordinal }) => {
    const own = ofItem(steps, id)
    return [...extensionFaults(own), ...consultFaults(own), ...replyFaults(own, id, reviews)].map((why) => `第${ordinal}项${why}`)
  }),
]

const WRITES: Record<string, (step: Step) => string | null> = {
  askSupplement: () => 'supplement',
  consult: ({ outcome }) => outcome,
  extend: () => 'extension',
  approve: () => 'reply',
  letter: ({ outcome }) => outcome,
}

/** Each letter is the one that its step signed, each step that writes has its letter, and a letter is given out once, a reply as it was last approved. */
export const letterFaults = (steps: readonly Step[], letters: readonly Letter[], digestOf: (text: string) => string): string[] => [
  ...letters.flatMap((letter) => {
    const step = steps.find(({ id }) => id === letter.step)
    if (!step || WRITES[step.act]?.(step) !== letter.kind || step.item !== letter.item || step.signature !== letter.signature)
      return [`${letter.number}不是它所据的步骤写的`]
    return step.facts.letter === digestOf(letter.text) ? [] : [`${letter.number}与所签的文书不同`]
  }),
  ...steps.flatMap(({ act, id }) => (WRITES[act] && letters.filter(({ step }) => step === id).length !== 1 ? [`${act}没有它的一份文书`] : [])),
  ...steps.flatMap((step, at) => {
    if (step.act !== 'deliver') return []
    const letter = letters.find(({ id }) => id === step.facts.letter)
    if (!letter || (step.facts.deliveredOn ?? '') < letter.written_on) return ['送达的文书不存在，或早于发文日期（G三.3）']
    const before = steps.slice(0, at)
    if (before.some(({ act, facts }) => act === 'deliver' && facts.letter === letter.id)) return [`${letter.number}送达了两次`]
    const approve = letter.kind === 'reply' ? last(ofItem(before, letter.item ?? 0), 'approve') : undefined
    return letter.kind === 'reply' && approve?.id !== letter.step ? [`${letter.number}已被后来的答复取代，仍作了送达（B1）`] : []
  }),
]

/** The clock of an item is what its askings and its extension make of it, and runs as long as it is not answered. */
export const clockFaults = (item: Item, steps: readonly Step[], clock: Clock | undefined, from: string): string[] => {
  if (!clock) return [`第${item.ordinal}项没有答复期限`]
  const own = ofItem(steps, item.id)
  const pauses = own
    .filter(({ act }) => act === 'consult')
    .map(({ id, facts }) => ({
      from: facts.sentOn,
      to: own.find(({ act, facts: said }) => act === 'consulted' && said.consult === id)?.facts.until ?? null,
    }))
  return [
    ...(clock.from_day === from ? [] : [`第${item.ordinal}项答复期限的起算日不是收到申请之日（条例31）`]),
    ...(clock.extension === (last(own, 'extend')?.facts.days ?? 0) ? [] : [`第${item.ordinal}项答复期限延长的天数与批准的不同（条例33）`]),
    ...(clock.pauses === JSON.stringify(pauses) ? [] : [`第${item.ordinal}项答复期限扣除的日子与征求意见的不同（条例33）`]),
    ...((clock.open === 1) === OPEN_ITEM.includes(item.state) ? [] : [`第${item.ordinal}项答复期限的起止与状态不符（条例33）`]),
  ]
}
