import type { Input } from '../../../contract/index.ts'
import type { SignedCall, Unsigned } from '../office.ts'
import {
  be,
  letterUp,
  opinion,
  replyOf,
  reviewAnswered,
  reviewDecided,
  reviewDrafted,
  reviewExamined,
  reviewOpined,
  reviewReferred,
  reviewReleased,
  text,
} from '../records.ts'
import { type About, attempt, type Attempt, type Scene, world, type World } from './scene.ts'

const of =
  (make: (office: Scene['office']) => Promise<{ review: number }>) =>
  async ({ office }: Scene): Promise<About> => ({ review: (await make(office)).review })

/** Given back by the 小组: the text is the same, nothing that was said on it stands. */
const givenBack = async (office: Scene['office']) => {
  const opined = await reviewOpined(office)
  await be(office, '李保')
  await office.signed('孙审', 'review.examine', { review: opined.review, version: 1, agree: false, opinion: '请补充' })
  return opined
}

const ended = (how: 'filed' | 'byArchives' | 'cancelled') => async (office: Scene['office']) => {
  const begun = how === 'filed' ? await reviewReleased(office) : await reviewDrafted(office, { transferred: how === 'byArchives' })
  await office.ok('review.close', { review: begun.review, version: 1, how, words: '1卷' })
  return begun
}

/** 保密审查 in each state. */
export const reviewWorlds: readonly World[] = [
  world({ review: 'drafted' }, '更换文本 科室意见 征求意见 作废审查', of(reviewDrafted)),
  world(
    { review: 'drafted' },
    '更换文本 征求意见 依档案办结 作废审查',
    of((office) => reviewDrafted(office, { transferred: true })),
  ),
  world({ review: 'pending' }, '更换文本 科室意见 征求意见 作废审查', of(givenBack)),
  world({ review: 'opined' }, '更换文本 征求意见 作废审查 小组同意 小组退回', of(reviewOpined)),
  world({ review: 'examined' }, '更换文本 征求意见 作废审查 确定公开 确定不公开 组长退回', of(reviewExamined)),
  world({ review: 'open' }, '更换文本 发布登记 作废审查', of(reviewDecided)),
  ...(['onApplication', 'withheld'] as const).map((outcome) =>
    world(
      { review: outcome },
      '更换文本 审查归档',
      of((office) => reviewDecided(office, outcome)),
    ),
  ),
  world(
    { review: 'toChange' },
    '更换文本 作废审查',
    of((office) => reviewDecided(office, 'change')),
  ),
  world(
    { review: 'toDeclassify' },
    '更换文本 作废审查',
    of((office) => reviewDecided(office, 'declassify')),
  ),
  world(
    { review: 'toRefer' },
    '更换文本 报请确定 作废审查',
    of((office) => reviewDecided(office, 'refer')),
  ),
  world({ review: 'referred' }, '登记批复 作废审查', of(reviewReferred)),
  world({ review: 'answered' }, '征求意见 作废审查 确定公开', of(reviewAnswered)),
  world({ review: 'released' }, '更换文本 审查归档', of(reviewReleased)),
  ...(['filed', 'byArchives', 'cancelled'] as const).map((how) => world({ review: how }, '', of(ended(how)))),
]

const declassification = { issuer: '青禾市人民政府办公室', symbol: '青政办解〔2026〕1号', date: '2026-03-09' }
const sent = { kind: 'sent', to: '青禾示范公司', sentOn: '2026-03-10' } as const

type Said<N extends SignedCall> = (about: Required<About>) => Unsigned<N>
/** 孙审 and 赵组 sign at the desk of the 保密员. */
const inPlace = <N extends 'review.examine' | 'review.decide'>(as: string, call: N, name: string, said: Said<N>): Attempt =>
  attempt(
    as,
    call,
    'review',
    async (about, { office }) => ({ ...said(about), ticket: await office.ticket(name, call, said(about)) }) as unknown as Input<N>,
  )
const examining = (as: string, said: Said<'review.examine'>) => inPlace(as, 'review.examine', '孙审', said)
const deciding = (as: string, said: Said<'review.decide'>) => inPlace(as, 'review.decide', '赵组', said)

export const reviewAttempts: readonly Attempt[] = [
  attempt('更换文本', 'review.revise', 'review', ({ review }) => ({ review, version: 1, ...text(), changes: '改', declassification }), '陈科'),
  attempt('科室意见', 'review.opine', 'review', ({ review }) => ({ review, version: 1, ...opinion() }), '陈科'),
  attempt('征求意见', 'review.consult', 'review', ({ review }) => ({ review, version: 1, step: sent }), '陈科'),
  attempt('报请确定', 'review.refer', 'review', ({ review }) => ({ review, version: 1, step: letterUp }), '陈科'),
  attempt('登记批复', 'review.refer', 'review', ({ review }) => ({ review, version: 1, step: replyOf('open') }), '陈科'),
  attempt(
    '发布登记',
    'review.release',
    'review',
    ({ review }) => ({ review, version: 1, channel: 'site', where: '网站', releasedOn: '2026-03-10' }),
    '陈科',
  ),
  attempt('审查归档', 'review.close', 'review', ({ review }) => ({ review, version: 1, how: 'filed', words: '1卷' }), '陈科'),
  attempt('依档案办结', 'review.close', 'review', ({ review }) => ({ review, version: 1, how: 'byArchives', words: '青禾市档案馆' }), '陈科'),
  attempt('作废审查', 'review.close', 'review', ({ review }) => ({ review, version: 1, how: 'cancelled', words: '不再公开' }), '陈科'),
  examining('小组同意', ({ review }) => ({ review, version: 1, agree: true })),
  examining('小组退回', ({ review }) => ({ review, version: 1, agree: false, opinion: '再想' })),
  deciding('确定公开', ({ review }) => ({ review, version: 1, outcome: 'open', reason: '同意' })),
  deciding('确定不公开', ({ review }) => ({ review, version: 1, outcome: 'withheld', reason: '内部事务', basis: ['law16internal'] })),
  deciding('组长退回', ({ review }) => ({ review, version: 1, outcome: 'return', reason: '再议' })),
]
