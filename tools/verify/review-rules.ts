/** What the rules of the review before publication say of a case, told from its rows alone (B, C六). */

type Item = { answer: string; note: string | null; level?: string }
export type Step = {
  id: number
  version: number
  act: string
  outcome: string | null
  words: string | null
  at: string
  facts: {
    checklist?: Record<string, Item>
    basis?: string[]
    interest?: string | null
    consult?: number
    text?: string
    cause?: string
    releasedOn?: string
    seat?: string
  }
}
export type Version = { version: number; channels: string; declassification: string | null; transferred: number }

const ITEMS = ['stateSecret', 'tradeSecret', 'privacy', 'nationalSecurity', 'publicSafety', 'economicSecurity', 'socialStability']
const SECRET = ['secret', 'confidential', 'topSecret']
const SAFETY = ITEMS.slice(3)
const HOLDERS = ['tradeSecret', 'privacy']
const AFTER: Record<string, string> = {
  open: 'open',
  onApplication: 'onApplication',
  withheld: 'withheld',
  change: 'toChange',
  declassify: 'toDeclassify',
  refer: 'toRefer',
}
const BEFORE_OPINION = ['drafted', 'pending']
const CONCLUDED = ['released', 'onApplication', 'withheld']
const OVER = ['filed', 'byArchives', 'cancelled']

/** Where a new text leaves a case; nowhere, where it may have none. */
export const stateRevised = (state: string): string => {
  if (BEFORE_OPINION.includes(state)) return state
  return state === '' || state === 'referred' || state === 'answered' || OVER.includes(state) ? '' : 'pending'
}

/** Where a step leaves a case; nowhere, where it is not its turn. */
export const stateAfter = (state: string, { act, outcome }: Pick<Step, 'act' | 'outcome'>): string => {
  const from = (states: readonly string[], to: string) => (states.includes(state) ? to : '')
  switch (act) {
    case 'opinion':
      return from(BEFORE_OPINION, 'opined')
    case 'examine':
      return from(['opined'], outcome === 'agree' ? 'examined' : 'pending')
    case 'decide':
      return outcome === 'return' ? from(['examined'], 'pending') : from(['examined', 'answered'], AFTER[outcome ?? ''] ?? '')
    case 'consult':
    case 'consulted':
      return from([...BEFORE_OPINION, 'opined', 'examined', 'answered'], state)
    case 'refer':
      return from(['toRefer'], 'referred')
    case 'reply':
      return from(['referred'], 'answered')
    case 'release':
      return from(['open', 'released'], 'released')
    case 'handedOn':
      return OVER.includes(state) ? '' : state
    case 'filed':
      return from(CONCLUDED, 'filed')
    case 'byArchives':
      return from(BEFORE_OPINION, 'byArchives')
    case 'cancelled':
      return CONCLUDED.includes(state) || OVER.includes(state) ? '' : 'cancelled'
    default:
      return ''
  }
}

/** The steps before that still stand for a version: since the case was last given back, and every asking. */
const standing = (past: readonly Step[], version: number): Step[] => {
  const own = past.filter((step) => step.version === version)
  const back = own.findLastIndex(({ outcome }) => outcome === 'return')
  return own.filter(({ act }, at) => at > back || act === 'consult' || act === 'consulted')
}

const opinionFaults = ({ facts: { checklist } }: Step, version: Version | undefined): string[] => [
  ...(ITEMS.every((item) => checklist?.[item]) ? [] : ['审查清单有空项（B2）']),
  ...(Object.values(checklist ?? {}).some(({ answer, note }) => answer !== 'no' && !note) ? ['填“是”或“不确定”而没有写明（B2）'] : []),
  ...((checklist?.stateSecret?.answer ?? 'no') !== 'no' && !SECRET.includes(checklist?.stateSecret?.level ?? '')
    ? ['国家秘密为“是”或“不确定”而没有拟定密级（实施条例25）']
    : []),
  ...(version?.transferred === 1 ? ['已移交档案馆的作了公开审查（B15）'] : []),
]

/** Whether whose right stands against it agreed, was silent past the time, or the public interest outweighs it (B4). */
const isAsked = (own: readonly Step[], interest: string | null | undefined): boolean => {
  if (interest) return true
  const asked = own.filter(({ act }) => act === 'consult')
  const answers = asked.map(({ id }) => own.find(({ act, facts }) => act === 'consulted' && facts.consult === id)?.outcome)
  return asked.length > 0 && answers.every((answer) => answer === 'agrees' || answer === 'none')
}

const decisionFaults = ({ outcome, words, facts }: Step, own: readonly Step[], state: string): string[] => {
  if (outcome === 'return' || outcome === null) return []
  const opinion = own.findLast(({ act }) => act === 'opinion')
  const checklist = opinion?.facts.checklist ?? {}
  const any = (items: readonly string[], ...answers: string[]) => items.some((item) => answers.includes(checklist[item]?.answer ?? ''))
  const answered = state === 'answered'
  const reply = own.findLast(({ act }) => act === 'reply')?.outcome
  const open = outcome === 'open' || outcome === 'onApplication'
  const refused = outcome === 'withheld' || outcome === 'onApplication'
  return [
    ...(answered && reply !== outcome ? ['没有按批复的结论确定（B13）'] : []),
    ...(!answered && any(ITEMS, 'unsure') !== (outcome === 'refer') ? ['有“不确定”而没有报请确定，或没有而报请（B12）'] : []),
    ...(any(['stateSecret'], 'yes') && !['withheld', 'declassify', 'refer'].includes(outcome) ? ['国家秘密没有解密就确定公开（B10）'] : []),
    ...(open && any(SAFETY, 'yes') ? ['危及安全稳定的确定公开（B11）'] : []),
    ...(outcome !== 'open' && !words ? ['没有注明理由（B7）'] : []),
    ...(refused && !answered && !facts.basis?.length ? ['没有载明不公开的依据（B9）'] : []),
    ...(outcome === 'open' && any(HOLDERS, 'yes', 'unsure') && !isAsked(own, facts.interest ?? opinion?.facts.interest)
      ? ['涉及商业秘密、个人隐私的没有征求意见，也没有公共利益理由（B4）']
      : []),
  ]
}

/** The day of an instant on the office's wall clock (UTC+8). */
const wallDay = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)

const releaseFaults = ({ outcome, facts }: Step, own: readonly Step[], version: Version | undefined): string[] => {
  const decided = own.findLast(({ act }) => act === 'decide')
  const channels = JSON.parse(version?.channels ?? '[]') as string[]
  return [
    ...(decided?.outcome === 'open' ? [] : ['发布的文本没有确定为可公开（B1）']),
    ...(channels.includes(outcome ?? '') ? [] : ['发布的方式没有经过审查（B1）']),
    ...(own.some((one) => one.act === 'release' && one.outcome === outcome) ? ['同一文本以同一方式登记了两次发布（B1）'] : []),
    ...(decided && (facts.releasedOn ?? '') < wallDay(decided.at) ? ['在确定以前发布（B1）'] : []),
  ]
}

/** What stands against a step of a case that is in this state, after these steps. */
export const faultsOf = (step: Step, past: readonly Step[], state: string, version: Version | undefined): string[] => {
  const own = standing(past, step.version)
  switch (step.act) {
    case 'opinion':
      return opinionFaults(step, version)
    case 'decide':
      return decisionFaults(step, own, state)
    case 'refer':
      return step.facts.text && step.facts.cause ? [] : ['报请缺信息文本或说明不能确定原因的公文（B14）']
    case 'release':
      return releaseFaults(step, own, version)
    default:
      return []
  }
}
