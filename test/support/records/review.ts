import type { Input, Output } from '../../../contract/index.ts'
import {
  CHECK_ITEMS,
  type CheckAnswer,
  type CheckItem,
  type ReviewConclusion,
  type ReviewOutcome,
  type Role,
  type Seat,
} from '../../../contract/terms.ts'
import { identityOf, type Office } from '../office.ts'
import { be, fresh } from './acting.ts'

type Drafting = Partial<Input<'review.draft'>>
type Checklist = Input<'review.opine'>['checklist']

/** What a version says, to be made public on the site and the board. */
export const text = (over: Drafting = {}) => ({
  title: fresh('关于示范中心接种安排的公告之'),
  symbol: fresh('青疾控公〔2026〕'),
  attribute: 'proactive' as const,
  madeOn: '2026-03-10',
  pages: 2,
  channels: ['site', 'board'] as ('site' | 'board')[],
  plannedOn: '2026-03-20',
  audience: '社会公众',
  ...over,
})

const answered = (item: CheckItem, answer: CheckAnswer) => ({
  answer,
  ...(answer !== 'no' && { note: '见第一页' }),
  ...(answer !== 'no' && item === 'stateSecret' && { level: 'secret' as const }),
})

/** All seven items 否, but for those that are told. */
export const checklist = (over: Partial<Record<CheckItem, CheckAnswer>> = {}): Checklist =>
  Object.fromEntries(CHECK_ITEMS.map((item) => [item, { ...answered(item, over[item] ?? 'no') }]))

/** All seven 不确定, each with its note. */
export const noted: Checklist = Object.fromEntries(CHECK_ITEMS.map((item) => [item, answered(item, 'unsure')]))

/** 陈科 files a text. */
export const reviewDrafted = async (office: Office, over: Drafting = {}) => {
  await be(office, '陈科')
  const { id: review, number, version } = await office.ok('review.draft', { carrier: 'official', unit: '业务一科', ...text(), ...over })
  return { review, number, version }
}

type Opinion = Partial<Omit<Input<'review.opine'>, 'review' | 'version'>>
export const opinion = (over: Opinion = {}) => ({ checklist: checklist(), proposal: 'open' as const, reason: '不涉密，公众应当知晓', ...over })

/** With the 科室意见 of 陈科. */
export const reviewOpined = async (office: Office, over: Opinion = {}, drafting: Drafting = {}) => {
  const drafted = await reviewDrafted(office, drafting)
  await office.ok('review.opine', { review: drafted.review, version: 1, ...opinion(over) })
  return drafted
}

/** Examined by 孙审, in place; 李保 stays signed in. */
export const reviewExamined = async (office: Office, over: Opinion = {}, drafting: Drafting = {}) => {
  const opined = await reviewOpined(office, over, drafting)
  await be(office, '李保')
  await office.signed('孙审', 'review.examine', { review: opined.review, version: 1, agree: true, opinion: '同意' })
  return opined
}

/** What is proposed and decided so that an outcome may stand. */
export const leadingTo: Record<ReviewOutcome, { opinion: Opinion; drafting: Drafting; basis?: Input<'review.decide'>['basis'] }> = {
  open: { opinion: {}, drafting: {} },
  onApplication: {
    opinion: { proposal: 'onApplication', basis: ['law27'], reason: '依申请提供' },
    drafting: { attribute: 'onApplication' },
    basis: ['law27'],
  },
  withheld: {
    opinion: { proposal: 'withheld', basis: ['unit1', 'law14'], reason: '属于国家秘密', checklist: checklist({ stateSecret: 'yes' }) },
    drafting: { attribute: 'withheld' },
    basis: ['unit1', 'law14'],
  },
  change: { opinion: { proposal: 'change', reason: '删去联系电话' }, drafting: {} },
  declassify: { opinion: { proposal: 'declassify', reason: '部分内容涉密', checklist: checklist({ stateSecret: 'yes' }) }, drafting: {} },
  refer: { opinion: { proposal: 'refer', reason: '不能确定', checklist: checklist({ stateSecret: 'unsure' }) }, drafting: {} },
}

/** Decided by 赵组, in place: one case for each outcome. */
export const reviewDecided = async (office: Office, outcome: ReviewOutcome = 'open', drafting: Drafting = {}) => {
  const way = leadingTo[outcome]
  const examined = await reviewExamined(office, way.opinion, { ...way.drafting, ...drafting })
  const said = { review: examined.review, version: 1, outcome, reason: '同意', ...(way.basis && { basis: way.basis }) }
  await office.signed('赵组', 'review.decide', said)
  return examined
}

export const letterUp = {
  kind: 'sent',
  letter: '青疾控保〔2026〕3号',
  organ: '青禾市保密工作部门',
  sentOn: '2026-03-10',
  text: '第1版，2页',
  cause: '青疾控保〔2026〕2号',
} as const
export const replyOf = (conclusion: ReviewConclusion) =>
  ({ kind: 'reply', number: '青保复〔2026〕1号', repliedOn: '2026-03-10', conclusion }) as const

/** Referred upward, with both papers. */
export const reviewReferred = async (office: Office) => {
  const decided = await reviewDecided(office, 'refer')
  await be(office, '陈科')
  await office.ok('review.refer', { review: decided.review, version: 1, step: letterUp })
  return decided
}

/** And answered. */
export const reviewAnswered = async (office: Office, conclusion: ReviewConclusion = 'open') => {
  const referred = await reviewReferred(office)
  await office.ok('review.refer', { review: referred.review, version: 1, step: replyOf(conclusion) })
  return referred
}

/** Made public on the site by 陈科. */
export const reviewReleased = async (office: Office) => {
  const decided = await reviewDecided(office)
  await be(office, '陈科')
  const release = { review: decided.review, version: 1, channel: 'site', where: '本单位网站“公告”栏', releasedOn: '2026-03-10' } as const
  await office.ok('review.release', release)
  return decided
}

export const reviewOf = (office: Office, review: number): Promise<Output<'review.get'>> => office.ok('review.get', { review })

/** Somebody else of 业务一科 who may handle its cases. */
export const colleague = async (office: Office, roles: Role[] = ['section']) => {
  await be(office, '钱安')
  const name = fresh('同科')
  const { id } = await office.ok('people.add', { name, identity: identityOf(name), department: '业务一科', roles })
  return { id, name }
}

/** The 领导小组 as its paper appoints it: 赵组 组长, 孙审 组员, since the year before (publicationYearOld), unless it is entered already; 钱安 is signed in. */
export const groupStands = async (office: Office) => {
  await be(office, '钱安')
  const { terms } = await office.ok('people.group', {})
  const seated = async (name: '赵组' | '孙审', seat: Seat) => {
    const known = terms.find(({ person, standing }) => person.name === name && standing === 'inOffice')
    if (known) return known.id
    const term = { person: office.id(name), seat, from: '2025-01-01', until: '2026-12-31', paper: '青疾控发〔2026〕1号' }
    return (await office.ok('people.seat', { step: { kind: 'begins', ...term } })).id
  }
  return { leader: await seated('赵组', 'leader'), member: await seated('孙审', 'member') }
}
