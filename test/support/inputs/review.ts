import {
  be,
  checklist,
  disclosureRegistered,
  colleague,
  content,
  letterUp,
  noted,
  opinion,
  redactions,
  registered,
  replyOf,
  reviewDecided,
  reviewDrafted,
  reviewExamined,
  reviewOpined,
  reviewReleased,
  reviewTyped,
  text,
  textsAllowed,
} from '../records.ts'
import { plain, type Inputs } from './base.ts'

/** Every box of a version. */
const whole = {
  summary: '接种点和时间',
  digest: 'a'.repeat(64),
  channels: ['site', 'elsewhere'] as ('site' | 'elsewhere')[],
  channelNote: '社区宣传栏',
  transferred: false,
}

/** The desk 保密审查. */
export const reviewInputs: Inputs<'review'> = {
  'review.draft': {
    by: '陈科',
    inputs: async (office) => {
      const { id: document } = await registered(office, { scope: [office.id('陈科')] })
      await textsAllowed(office)
      const { item } = await disclosureRegistered(office)
      await be(office, '陈科')
      const { digest: _computed, ...typed } = whole
      return [
        { carrier: 'official', unit: '业务一科', handler: office.id('陈科'), document, item, ...text(whole) },
        { carrier: 'official', unit: '业务一科', ...text({ ...typed, content, redactions }) },
      ]
    },
  },
  'review.revise': {
    by: '陈科',
    inputs: async (office) => {
      await textsAllowed(office)
      const [{ review }, other] = [await reviewDrafted(office), await reviewDrafted(office)]
      const declassification = { issuer: '青禾市人民政府办公室', symbol: '青政办解〔2026〕1号', date: '2026-03-09' }
      const { digest: _computed, ...typed } = whole
      return [
        { review, version: 1, ...text(whole), changes: '删去第二段', declassification },
        { review: other.review, version: 1, ...text({ ...typed, content, redactions }), changes: '录入文本' },
      ]
    },
  },
  'review.opine': {
    by: '李保',
    inputs: async (office) => {
      const [one, other, third] = [await reviewDrafted(office), await reviewDrafted(office, { attribute: 'withheld' }), await reviewDrafted(office)]
      await be(office, '李保')
      const privacy = checklist({ privacy: 'yes' })
      const steps = [
        { review: one.review, version: 1, ...opinion(), proposal: 'refer' as const, checklist: noted },
        { review: other.review, version: 1, ...opinion(), proposal: 'withheld' as const, checklist: privacy, basis: ['unit3' as const] },
        { review: third.review, version: 1, ...opinion(), checklist: privacy, interest: '公共利益需要' },
      ]
      return Promise.all(steps.map(async (step) => ({ ...step, ticket: await office.ticket('陈科', 'review.opine', step) })))
    },
  },
  'review.examine': {
    by: '李保',
    inputs: async (office) => {
      const { review } = await reviewOpined(office)
      await be(office, '李保')
      const step = { review, version: 1, agree: true, opinion: '同意' }
      return [{ ...step, ticket: await office.ticket('孙审', 'review.examine', step) }]
    },
  },
  'review.decide': {
    by: '李保',
    inputs: async (office) => {
      const { review } = await reviewExamined(office, { checklist: checklist({ privacy: 'yes' }), interest: '公共利益需要' })
      const kept = await reviewExamined(office, { checklist: checklist({ privacy: 'yes' }), interest: '公共利益需要' })
      await be(office, '李保')
      const open = { review, version: 1, outcome: 'open' as const, reason: '同意', interest: '公共利益需要' }
      const withheld = { review: kept.review, version: 1, outcome: 'withheld' as const, reason: '个人隐私', basis: ['unit3' as const] }
      return [
        { ...open, ticket: await office.ticket('赵组', 'review.decide', open) },
        { ...withheld, ticket: await office.ticket('赵组', 'review.decide', withheld) },
      ]
    },
  },
  'review.consult': {
    by: '陈科',
    inputs: async (office) => {
      const { review } = await reviewOpined(office)
      const sent = { kind: 'sent', to: '青禾示范公司', letter: '青疾控函〔2026〕9号', sentOn: '2026-03-10' } as const
      const { step: consult } = await office.ok('review.consult', { review, version: 1, step: sent })
      const answered = { kind: 'answered', consult, answer: 'agrees', answeredOn: '2026-03-10', words: '同意公开' } as const
      return [
        { review, version: 1, step: sent },
        { review, version: 1, step: answered },
      ]
    },
  },
  'review.refer': {
    by: '陈科',
    inputs: async (office) => {
      const { review } = await reviewDecided(office, 'refer')
      await be(office, '陈科')
      return [
        { review, version: 1, step: { ...letterUp, others: ['有关规定摘录'] } },
        { review, version: 1, step: { ...replyOf('open'), words: '可以公开' } },
      ]
    },
  },
  'review.release': {
    by: '陈科',
    inputs: async (office) => {
      const { review } = await reviewDecided(office)
      await be(office, '陈科')
      return [{ review, version: 1, channel: 'site', where: '本单位网站“公告”栏', releasedOn: '2026-03-10' }]
    },
  },
  'review.handOn': {
    by: '陈科',
    inputs: async (office) => {
      const { id: to } = await colleague(office)
      const { review } = await reviewDrafted(office)
      return [{ review, version: 1, to, reason: '调离' }]
    },
  },
  'review.close': {
    by: '陈科',
    inputs: async (office) => [{ review: (await reviewReleased(office)).review, version: 1, how: 'filed', words: '2026-信息公开-1卷' }],
  },
  'review.list': plain('孙审', { state: 'opined', waiting: true, text: '公告', after: 100, limit: 10 }),
  'review.get': {
    by: '赵组',
    inputs: async (office) => {
      const { review } = await reviewOpined(office)
      await be(office, '赵组')
      return [{ review }]
    },
  },
  'review.text': {
    by: '赵组',
    inputs: async (office) => {
      const { review } = await reviewTyped(office)
      await be(office, '赵组')
      return [{ review, version: 1 }]
    },
  },
  'review.summary': plain('孙审', { year: 2026, month: 3 }),
}
