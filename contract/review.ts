import { z } from 'zod'
import { bookYear, day, id, levelNotice, limits, line, nextPage, optionalLine, pageOf, paragraphs, ticket } from './fields.ts'
import { procedure } from './procedure.ts'
import { reviewRow, reviewSummary, reviewText, reviewView } from './review-views.ts'
import {
  ATTRIBUTES,
  CARRIERS,
  CHANNELS,
  CHECK_ANSWERS,
  CONSULT_ANSWERS,
  REDACTION_REASONS,
  REDACTION_WAYS,
  REVIEW_BASES,
  REVIEW_CONCLUSIONS,
  REVIEW_DECISIONS,
  REVIEW_ENDINGS,
  REVIEW_OUTCOMES,
  REVIEW_STATES,
  SECRET_LEVELS,
} from './terms.ts'

/** Who sees cases: a 科室 those of its own department; the others all. The three officers see none: there are titles. */
const readers = ['officer', 'section', 'reviewer', 'groupLeader'] as const

/** One passage that is not given out: the UTF-16 units from `from` up to, not with, `to`. No half of a character, no two that overlap. */
const redaction = z.strictObject({
  from: z.int().min(0).max(limits.reviewText),
  to: z.int().min(1).max(limits.reviewText),
  how: z.enum(REDACTION_WAYS),
  reason: z.enum(REDACTION_REASONS),
})

/** What a version of the text says of itself. All of it is under every signature. */
const text = {
  title: line(limits.title),
  /** Either the 文号 or, where there is none, a 内容摘要 (B9). */
  symbol: optionalLine(limits.symbol),
  summary: optionalLine(limits.opinion),
  /** 公开属性, of a 公文 (B8). */
  attribute: z.enum(ATTRIBUTES).optional(),
  /** The day of this very text, and how many pages it has. */
  madeOn: day,
  pages: z.int().min(1).max(1000),
  /** SHA-256 of the file that the text is printed from, where the unit wants one, and the text itself stays on paper. */
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** The text itself, where the unit allows it (domain 6 (8)); its SHA-256 is the digest then. Left out: on paper, as ever. */
  content: paragraphs(limits.reviewText).optional(),
  /** What of it is not given out (涂黑、删除). */
  redactions: z.array(redaction).max(limits.redactions).default([]),
  /** 拟公开方式、时间、范围; none where it is not to be made public. */
  channels: z.array(z.enum(CHANNELS)).max(8).default([]),
  /** Which, of 其他. */
  channelNote: optionalLine(limits.place),
  plannedOn: day.optional(),
  audience: optionalLine(limits.unit),
  /** 已移交档案馆 (B15). */
  transferred: z.boolean().default(false),
}

const answer = { answer: z.enum(CHECK_ANSWERS), note: optionalLine(limits.note) }
const item = z.strictObject(answer).optional()
/** The seven items; one that is left out is an empty one, and blocks the opinion (B2). */
const checklist = z.strictObject({
  /** `level`: 拟定密级, of what is a state secret or may be one (实施条例25 先行拟定密级). */
  stateSecret: z.strictObject({ ...answer, level: z.enum(SECRET_LEVELS).optional() }).optional(),
  tradeSecret: item,
  privacy: item,
  nationalSecurity: item,
  publicSafety: item,
  economicSecurity: item,
  socialStability: item,
})

/** The case, and the version that the act is about: refused when that one was replaced meanwhile. */
const about = { review: id, version: z.int().min(1).max(1000) }
const grounds = {
  /** 依据, of 不予公开 and 依申请公开. */
  basis: z.array(z.enum(REVIEW_BASES)).max(9).default([]),
  /** 公共利益: why a trade secret or privacy is made public though its holder did not agree (B4). */
  interest: optionalLine(limits.opinion),
}
const stands = z.strictObject({ id, state: z.enum(REVIEW_STATES) })

export const review = {
  'review.draft': procedure({
    kind: 'mutation',
    by: ['section'],
    clauses: ['B1', 'B3', 'B8', 'B9', 'B10', 'B15', 'G3.2', '实施条例42', '保密法31'],
    says: 'Files what a 科室 wants to make public, as version 1 of its text: title, 文号 or summary, 公文 with its attribute, channels, day, scope, who handles it. Gap-free number 审查. The text stays on paper; where the unit allows it and it is below the workstation level, it may come with its deletions',
    act: '提交审查',
    input: z.strictObject({
      carrier: z.enum(CARRIERS),
      /** 拟公开单位. */
      unit: line(limits.unit),
      /** 承办人, of the same department; left out: whoever files it. */
      handler: id.optional(),
      /** A registered document that it is or comes from. */
      document: id.optional(),
      /** An item of an application that it is to answer, in the hands of the filer's own 科室 (G三.2): how it would be made public need not be said. */
      item: id.optional(),
      ...text,
    }),
    output: z.strictObject({ id, number: z.string(), version: z.int() }),
  }),
  'review.revise': procedure({
    kind: 'mutation',
    by: ['section'],
    clauses: ['B1', 'C6(2)', 'B10', '保密法31'],
    says: 'Enters a new version of the text, with what changed. Every opinion and decision on the one before is void: all three steps again. Of 解密后公开 it needs the 解密 document',
    act: '更换文本',
    input: z.strictObject({ ...about, ...text, changes: line(limits.note), declassification: levelNotice.optional() }),
    output: z.strictObject({ id, state: z.enum(REVIEW_STATES), version: z.int() }),
  }),
  'review.opine': procedure({
    kind: 'mutation',
    by: ['officer', 'section'],
    clauses: ['B2', 'B4', 'B7', 'B8', 'B9', 'B10', 'B11', 'B12', '条例14', '条例15', '条例16', '条例27', '实施条例25', '保密法31'],
    says: '科室意见, signed by the 科室 that handles it, signed in or in place by ticket: the seven items one by one, what it proposes and why, on what basis. An empty item, 是 or 不确定 without a note, or 国家秘密 not 否 without its 拟定密级, is refused',
    act: '签署科室审查意见',
    input: z.strictObject({
      ...about,
      checklist,
      proposal: z.enum(REVIEW_OUTCOMES),
      reason: line(limits.opinion),
      ...grounds,
      ticket: ticket.optional(),
    }),
    output: stands,
  }),
  'review.examine': procedure({
    kind: 'mutation',
    by: ['officer', 'reviewer'],
    clauses: ['B5', 'B6', 'B7', 'B4'],
    says: '小组审核, signed by a 审查人员 who took no other step of the case: agrees with the proposal, or gives it back with a reason',
    act: '小组审核',
    input: z.strictObject({ ...about, agree: z.boolean(), opinion: optionalLine(limits.opinion), ticket: ticket.optional() }),
    output: stands,
  }),
  'review.decide': procedure({
    kind: 'mutation',
    by: ['officer', 'groupLeader'],
    clauses: ['B7', 'B4', 'B9', 'B10', 'B11', 'B12', 'B13'],
    says: '组长确定, signed, after the 小组审核 and by a third person: one of the outcomes, or back to the 科室 with a reason. After a 批复 it follows what that concludes',
    act: '组长确定',
    input: z.strictObject({
      ...about,
      outcome: z.enum(REVIEW_DECISIONS),
      reason: optionalLine(limits.opinion),
      ...grounds,
      ticket: ticket.optional(),
    }),
    output: stands,
  }),
  'review.consult': procedure({
    kind: 'mutation',
    by: ['section', 'reviewer'],
    clauses: ['B4', '条例32', '条例15'],
    says: '征求权利人意见 before the decision: to whom and when it was sent, with its clock of working days; then what was answered, or, once the clock is out, that nothing was',
    act: '征求权利人意见',
    input: z.strictObject({
      ...about,
      step: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('sent'), to: line(limits.unit), letter: optionalLine(limits.symbol), sentOn: day }),
        z.strictObject({
          kind: z.literal('answered'),
          /** Which asking, by the id of its step. */
          consult: id,
          answer: z.enum(CONSULT_ANSWERS),
          answeredOn: day,
          words: optionalLine(limits.opinion),
        }),
      ]),
    }),
    output: z.strictObject({ id, step: id }),
  }),
  'review.refer': procedure({
    kind: 'mutation',
    by: ['section', 'reviewer'],
    clauses: ['B12', 'B13', 'B14', '实施条例25'],
    says: '报请确定 that the 组长 decided on: letter, organ, the text and the paper that says why it cannot be decided, each with its reference; then the 批复 with number, day and conclusion. Nothing is made public meanwhile',
    act: '报请确定',
    input: z.strictObject({
      ...about,
      step: z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('sent'),
          letter: line(limits.symbol),
          organ: line(limits.unit),
          sentOn: day,
          /** ① 信息文本 and ② 说明不能确定原因的公文: where each is, as its tick (B14). */
          text: optionalLine(limits.note),
          cause: optionalLine(limits.note),
          /** ③ 其他材料. */
          others: z.array(line(limits.unit)).max(20).default([]),
        }),
        z.strictObject({
          kind: z.literal('reply'),
          number: line(limits.symbol),
          repliedOn: day,
          conclusion: z.enum(REVIEW_CONCLUSIONS),
          words: optionalLine(limits.opinion),
        }),
      ]),
    }),
    output: stands,
  }),
  'review.release': procedure({
    kind: 'mutation',
    by: ['section'],
    clauses: ['B1', 'B3', 'C6(2)', '实施条例42'],
    says: '发布登记, signed: that this very version, decided 可公开, was made public by one of its approved channels, where and when. Refused for anything else',
    act: '发布登记',
    input: z.strictObject({ ...about, channel: z.enum(CHANNELS), where: line(limits.note), releasedOn: day }),
    output: stands,
  }),
  'review.handOn': procedure({
    kind: 'mutation',
    by: ['section'],
    clauses: ['B3', 'B6', 'B7', 'F1(8)'],
    says: '更换承办人, signed, of a case that is not ended: to somebody of the same 科室 who took neither 小组审核 nor 组长确定 of it, with a reason. Whoever handled it stays a proposer. Nobody leaves with a case in their hands',
    act: '更换承办人',
    input: z.strictObject({ ...about, to: id, reason: line(limits.note) }),
    output: stands,
  }),
  'review.close': procedure({
    kind: 'mutation',
    by: ['section'],
    clauses: ['B9', 'B15', 'G4'],
    says: 'Ends a case, signed: 归档 of what was decided or made public, with its volume; 依档案规定 of what was given to the archives; 作废 of what was not made public, with a reason. Its number stays used',
    act: '审查归档或作废',
    input: z.strictObject({
      ...about,
      how: z.enum(REVIEW_ENDINGS),
      /** 归入卷号; what the archives’ rules say; the reason. */
      words: line(limits.note),
    }),
    output: stands,
  }),
  'review.list': procedure({
    kind: 'query',
    by: readers,
    clauses: ['B9'],
    says: 'Cases that this person sees, newest first, by state and part of number, title, 文号 or unit; `waiting` leaves those that wait for them',
    act: '查看保密审查',
    input: z.strictObject({
      state: z.enum(REVIEW_STATES).optional(),
      waiting: z.boolean().optional(),
      text: optionalLine(limits.search),
      ...pageOf,
    }),
    output: z.strictObject({ rows: z.array(reviewRow), next: nextPage }),
  }),
  'review.get': procedure({
    kind: 'query',
    by: readers,
    clauses: ['B9'],
    says: 'One case: its versions, every signed step with its checklist, askings, referral, releases, history and next acts. Only one that `review.list` shows to the person',
    act: '查看保密审查',
    input: z.strictObject({ review: id }),
    output: reviewView,
  }),
  'review.text': procedure({
    kind: 'query',
    by: readers,
    clauses: ['B9', 'B10', 'C6(2)'],
    says: 'The text of one version that is kept in the vault, its deletions with their reasons, and what it is with them applied. Refused where it lies on paper. Only of a case that `review.get` shows to the person',
    act: '查看审查文本',
    input: z.strictObject(about),
    output: reviewText,
  }),
  'review.summary': procedure({
    kind: 'query',
    by: readers,
    clauses: ['B9', 'B5'],
    says: '审查汇总表 of a month: what was decided and how often, what was filed, released, referred, and what is open; a month without any is a nil return. Of the cases that this person sees',
    act: '查看审查汇总',
    input: z.strictObject({ year: bookYear, month: z.int().min(1).max(12) }),
    output: reviewSummary,
  }),
}
