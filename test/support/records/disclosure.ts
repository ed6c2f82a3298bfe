import type { Input, Output } from '../../../contract/index.ts'
import type { ReplyKind } from '../../../contract/terms.ts'
import type { Office } from '../office.ts'
import { be, fresh } from './acting.ts'
import { person } from './people.ts'
import { checklist, opinion } from './review.ts'

type Receiving = Partial<Omit<Input<'disclosure.receive'>, 'applicant'>> & { applicant?: Partial<Input<'disclosure.receive'>['applicant']> }

/** Somebody who does not exist, with all that an application must say. */
export const applicant = (over: Receiving['applicant'] = {}): Input<'disclosure.receive'>['applicant'] => ({
  kind: 'person',
  name: '申请人甲',
  evidence: 'identityCard',
  telephone: '0000-0000000',
  address: '青禾市示范路1号',
  ...over,
})

/** An application that lacks nothing, handed in this morning. */
export const application = ({ applicant: over, ...rest }: Receiving = {}): Input<'disclosure.receive'> => ({
  channel: 'inPerson',
  arrivedOn: '2026-03-10',
  applicant: applicant(over),
  content: fresh('示范中心接种点名单之'),
  providedAs: 'paper',
  obtainedBy: 'collected',
  ...rest,
})

/** Taken in by 韩综. */
export const disclosureReceived = async (office: Office, over: Receiving = {}) => {
  await be(office, '韩综')
  const { id: disclosure, number, receivedOn, replyDue } = await office.ok('disclosure.receive', application(over))
  return { disclosure, number, receivedOn, replyDue }
}

type Asking = Partial<Omit<Input<'disclosure.askSupplement'>, 'disclosure'>>
export const asking = (over: Asking = {}) => ({ lacks: ['content' as const], days: 10, toldOn: '2026-03-10', ...over })

/** 补正 asked for. */
export const disclosureSupplementing = async (office: Office, over: Receiving = {}, told: Asking = {}) => {
  const received = await disclosureReceived(office, over)
  await office.ok('disclosure.askSupplement', { disclosure: received.disclosure, ...asking(told) })
  return received
}

/** Registered, each of its things in the hands of 陈科; `item` is the first. */
export const disclosureRegistered = async (office: Office, over: Receiving = {}, contents: readonly string[] = ['接种点名单']) => {
  const received = await disclosureReceived(office, over)
  const things = contents.map((content) => ({ content, handler: office.id('陈科') }))
  const { items } = await office.ok('disclosure.register', { disclosure: received.disclosure, items: things })
  return { ...received, items: items.map(({ item }) => item), item: items[0]?.item as number }
}

export const sentTo = (over: object = {}) =>
  ({ kind: 'sent', whom: 'thirdParty', to: '青禾示范公司', about: '供货合同', sentOn: '2026-03-10', ...over }) as const
export const answeredBy = (consult: number, over: object = {}) =>
  ({ kind: 'answered', consult, answer: 'agrees', answeredOn: '2026-03-10', ...over }) as const

/** A third party is asked by 陈科. */
export const disclosureConsulting = async (office: Office, over: Receiving = {}) => {
  const registered = await disclosureRegistered(office, over)
  await be(office, '陈科')
  const { step: consult } = await office.ok('disclosure.consult', { item: registered.item, step: sentTo() })
  return { ...registered, consult }
}

/** 陈科 asks for more days. */
export const extensionAsked = async (office: Office, over: Receiving = {}) => {
  const registered = await disclosureRegistered(office, over)
  await be(office, '陈科')
  await office.ok('disclosure.extend', { item: registered.item, step: { kind: 'requested', days: 20, reason: '涉及多个科室' } })
  return registered
}

/** The text that answers an item, put under review by 陈科. */
export const itemText = (item: number) => ({
  carrier: 'other' as const,
  unit: '业务一科',
  item,
  title: fresh('接种点名单之'),
  summary: '名单',
  madeOn: '2026-03-10',
  pages: 1,
})

export const disclosureInReview = async (office: Office, over: Receiving = {}) => {
  const registered = await disclosureRegistered(office, over)
  await be(office, '陈科')
  const { id: review } = await office.ok('review.draft', itemText(registered.item))
  return { ...registered, review }
}

/** What is proposed and decided. */
const leads = {
  open: { proposal: 'onApplication', basis: ['law27'], reason: '依申请提供', checklist: checklist() },
  withheld: { proposal: 'withheld', basis: ['law16internal'], reason: '内部事务', checklist: checklist() },
} as const

/** Its review taken through the three steps, by 陈科, 孙审 and 赵组. */
export const reviewThrough = async (office: Office, review: number, to: keyof typeof leads = 'open', version = 1) => {
  const { proposal, basis, ...rest } = leads[to]
  await be(office, '陈科')
  await office.ok('review.opine', { review, version, ...opinion({ proposal, basis: [...basis], ...rest }) })
  await be(office, '孙审')
  await office.ok('review.examine', { review, version, agree: true })
  await be(office, '赵组')
  await office.ok('review.decide', { review, version, outcome: proposal, reason: rest.reason, basis: [...basis] })
}

export const disclosureReviewed = async (office: Office, to: keyof typeof leads = 'open', over: Receiving = {}) => {
  const begun = await disclosureInReview(office, over)
  await reviewThrough(office, begun.review, to)
  return begun
}

type Replying = Partial<Omit<Input<'disclosure.reply'>, 'item' | 'kind'>>
/** What a reply of each kind says. */
export const replyOfKind = (kind: ReplyKind, over: Replying = {}): Omit<Input<'disclosure.reply'>, 'item'> => ({
  kind,
  ...(kind === 'provided' || kind === 'alreadyPublic' ? {} : { reason: '经检索没有制作、获取' }),
  ...(['alreadyPublic', 'provided', 'partly', 'publications'].includes(kind) && { given: '接种点名单一份' }),
  ...(kind === 'notOurs' && { organ: '青禾市示范局' }),
  ...over,
})

/** 陈科 drafts a reply; of 公开 and 不予公开 on a decided review. */
export const replyDrafted = async (office: Office, kind: ReplyKind = 'notHeld', over: Receiving = {}) => {
  const reviewed = kind === 'provided' || kind === 'internal'
  const { review, ...begun } = reviewed
    ? await disclosureReviewed(office, kind === 'provided' ? 'open' : 'withheld', over)
    : { ...(await disclosureRegistered(office, over)), review: undefined }
  await be(office, '陈科')
  const { step: reply } = await office.ok('disclosure.reply', { item: begun.item, ...replyOfKind(kind) })
  return { ...begun, reply, ...(review !== undefined && { review }) }
}

/** Approved by 赵组: `letter` is the 答复书. */
export const disclosureAnswered = async (office: Office, kind: ReplyKind = 'notHeld', over: Receiving = {}) => {
  const drafted = await replyDrafted(office, kind, over)
  await be(office, '赵组')
  const { letter } = await office.ok('disclosure.approve', { item: drafted.item, reply: drafted.reply, agree: true, repliedOn: '2026-03-10' })
  return { ...drafted, letter: letter?.id as number }
}

/** Given out by 韩综. */
export const disclosureDelivered = async (office: Office, kind: ReplyKind = 'notHeld') => {
  const answered = await disclosureAnswered(office, kind)
  await be(office, '韩综')
  await office.ok('disclosure.deliver', { letter: answered.letter, how: 'collected', deliveredOn: '2026-03-10' })
  return answered
}

export const disclosureFiled = async (office: Office) => {
  const delivered = await disclosureDelivered(office)
  await office.ok('disclosure.close', { disclosure: delivered.disclosure, how: 'filed', on: '2026-03-10', words: '2026-公开-1卷' })
  return delivered
}

const others = new WeakMap<Office, number>()
/** Another 科室's person, who takes an item over. */
export const otherSection = async (office: Office): Promise<number> => {
  const known = others.get(office)
  if (known !== undefined) return known
  const { id } = await person(office, ['section'])
  others.set(office, id)
  return id
}

export const disclosureOf = (office: Office, disclosure: number): Promise<Output<'disclosure.get'>> => office.ok('disclosure.get', { disclosure })
