import { z } from 'zod'
import { disclosureRow, disclosureView, heardRow } from './disclosure-views.ts'
import { day, id, limits, line, nextPage, optionalLine, optionalParagraphs, pageOf, paragraphs, ticket } from './fields.ts'
import { procedure } from './procedure.ts'
import {
  APPLICANT_KINDS,
  APPLICATION_CHANNELS,
  ASKED,
  CONSULT_ANSWERS,
  DELIVERIES,
  DISCLOSURE_STATES,
  EVIDENCES,
  FREE_LETTERS,
  HEARD_KINDS,
  ITEM_STATES,
  LACKS,
  OBTAINED_BY,
  PROVIDED_AS,
  REPLY_KINDS,
} from './terms.ts'

/** Who sees applications: a 科室 those with an item in its hands; the others all. The three officers see none: there are names and contents. */
const readers = ['section', 'reviewer', 'deputyLeader', 'groupLeader', 'officeHead'] as const

const applicant = z.strictObject({
  kind: z.enum(APPLICANT_KINDS),
  /** As on the evidence of identity: any script, signs and spaces within; up to 200 characters. */
  name: line(limits.applicant),
  evidence: z.enum(EVIDENCES).optional(),
  evidenceNo: optionalLine(limits.identity),
  /** Who acts for it: a 法人's person, or an 代理人. */
  agent: optionalLine(limits.applicant),
  telephone: optionalLine(limits.symbol),
  address: optionalLine(limits.note),
  email: optionalLine(limits.note),
})

/** 答复 as it is drafted: its kind rests on an article; what is made public or withheld rests on a decided review. */
const reply = {
  kind: z.enum(REPLY_KINDS),
  /** 理由, printed in the letter; needed of whatever is not 予以公开. */
  reason: optionalParagraphs(limits.content),
  /** Which text or paper is given, or where and how it is found; needed of 予以公开, 部分公开, 告知途径 and 公开出版物. */
  given: optionalLine(limits.note),
  /** Which organ it belongs to, with how to reach it; needed of 不属于本机关. */
  organ: optionalLine(limits.note),
}

const stands = z.strictObject({ id, state: z.enum(DISCLOSURE_STATES) })
const itemStands = z.strictObject({ item: id, state: z.enum(ITEM_STATES) })
/** A step that wrote a letter says its number. */
const written = { letter: z.strictObject({ id, number: z.string() }).nullable() }

export const disclosure = {
  'disclosure.receive': procedure({
    kind: 'mutation',
    by: ['officeHead'],
    clauses: ['A4(1)1', 'G3.1', '条例29', '条例31'],
    says: 'Takes an application in: channel, the day of receipt that the channel makes, applicant with evidence, content, in what form it is wanted. Gap-free number 申请; the clocks start. 电话 is refused unless the unit takes it: it is heard as 咨询',
    act: '收到申请',
    input: z.strictObject({
      channel: z.enum(APPLICATION_CHANNELS),
      /** 提交、签收 or 到达 day. */
      arrivedOn: day,
      /** Of a channel that is confirmed: the day on which it was; left out: not confirmed yet, and refused. */
      confirmedOn: day.optional(),
      /** Whether “政府信息公开申请” stands on envelope or fax. */
      labelled: z.boolean().optional(),
      applicant,
      content: paragraphs(limits.content),
      providedAs: z.enum(PROVIDED_AS).optional(),
      obtainedBy: z.enum(OBTAINED_BY).optional(),
    }),
    output: z.strictObject({ id, number: z.string(), receivedOn: day, replyDue: day.nullable() }),
  }),
  'disclosure.askSupplement': procedure({
    kind: 'mutation',
    by: ['officeHead'],
    clauses: ['A4(1)2', '条例30'],
    says: '补正告知, signed, once: what is lacking and by when, within the working days that the rules give. The clock of the reply is void until the 补正 comes. Writes the letter',
    act: '补正告知',
    input: z.strictObject({
      disclosure: id,
      lacks: z.array(z.enum(LACKS)).min(1).max(5),
      words: optionalLine(limits.opinion),
      /** 合理的补正期限, in working days. */
      days: z.int().min(1).max(60),
      toldOn: day,
    }),
    output: stands.extend(written),
  }),
  'disclosure.supplement': procedure({
    kind: 'mutation',
    by: ['officeHead'],
    clauses: ['条例30'],
    says: 'The 补正 came: what it brings, and the day. The clock of the reply starts again on that day',
    act: '收到补正',
    input: z.strictObject({
      disclosure: id,
      receivedOn: day,
      applicant: applicant.optional(),
      content: paragraphs(limits.content).optional(),
      providedAs: z.enum(PROVIDED_AS).optional(),
      obtainedBy: z.enum(OBTAINED_BY).optional(),
    }),
    output: stands.extend({ replyDue: day.nullable() }),
  }),
  'disclosure.register': procedure({
    kind: 'mutation',
    by: ['officeHead'],
    clauses: ['A4(1)2', 'A4(1)3', 'A4(1)4', 'G3.1', 'G3.2', '条例37'],
    says: '登记 after the form check, signed: complete and with evidence of identity. Says who is to handle it; one that asks for several things is split into items, each with its own 科室, clock and reply',
    act: '登记',
    input: z.strictObject({
      disclosure: id,
      items: z
        .array(z.strictObject({ content: paragraphs(limits.content), handler: id }))
        .min(1)
        .max(20),
    }),
    output: stands.extend({ items: z.array(z.strictObject({ item: id, ordinal: z.int(), replyDue: day.nullable() })) }),
  }),
  'disclosure.assign': procedure({
    kind: 'mutation',
    by: ['officeHead'],
    clauses: ['G3.2'],
    says: '转承办: gives an item that is not answered yet to somebody else of a 科室, with a reason',
    act: '转承办',
    input: z.strictObject({ item: id, handler: id, reason: line(limits.note) }),
    output: itemStands,
  }),
  'disclosure.consult': procedure({
    kind: 'mutation',
    by: ['section', 'officeHead'],
    clauses: ['条例32', '条例33', 'A4(1)4', 'B4'],
    says: '征求第三方 or 共同制作机关 意见 on an item: sent, with its letter and clock, while the clock of the reply stands still; then what was answered, or, once the clock is out, that nothing was: a co-maker that is silent agrees, a third party leaves it to the unit',
    act: '征求意见',
    input: z.strictObject({
      item: id,
      step: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('sent'), whom: z.enum(ASKED), to: line(limits.unit), about: line(limits.opinion), sentOn: day }),
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
    output: itemStands.extend({ step: id, ...written }),
  }),
  'disclosure.extend': procedure({
    kind: 'mutation',
    by: ['section', 'deputyLeader', 'groupLeader'],
    clauses: ['A4(1)4', '条例33'],
    says: '延期, once for an item, before its time is out: the 科室 asks with a reason and days within the rules, a leader other than who asked approves or not, signed. Approved, it writes the notice to the applicant and moves the day',
    act: '延期',
    input: z.strictObject({
      item: id,
      step: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('requested'), days: z.int().min(1).max(60), reason: line(limits.opinion) }),
        z.strictObject({ kind: z.literal('decided'), agree: z.boolean(), opinion: optionalLine(limits.opinion) }),
      ]),
      /** Of the decision alone: the leader signs in place, at the desk of the 科室. */
      ticket: ticket.optional(),
    }),
    output: itemStands.extend({ replyDue: day.nullable(), ...written }),
  }),
  'disclosure.reply': procedure({
    kind: 'mutation',
    by: ['section', 'officeHead'],
    clauses: ['A4(1)3', 'A4(1)4', 'G3.3', 'B1', '条例14', '条例15', '条例16', '条例36'],
    says: '拟答复 of an item, signed by the 科室 that handles it, 告知已主动公开 also by the 综合办公室负责人: one of the kinds that the law knows, with its reason. 公开 needs a review decided so that still stands, 不予公开 one decided so; a right of others needs their opinion first',
    act: '拟答复',
    input: z.strictObject({ item: id, ...reply, ticket: ticket.optional() }),
    output: itemStands.extend({ step: id }),
  }),
  'disclosure.approve': procedure({
    kind: 'mutation',
    by: ['section', 'groupLeader', 'officeHead'],
    clauses: ['G3.3', 'B1', 'B7', '条例36', '行政复议法23'],
    says: 'The 组长 approves the drafted reply as it stands, signed in or in place, and its letter is written, numbered, with the way to appeal that is right on its day; or gives it back with a reason. Refused when its review was voided meanwhile, or to whoever drafted it',
    act: '批准答复',
    input: z.strictObject({
      item: id,
      /** Which draft, by the id of its step. */
      reply: id,
      agree: z.boolean(),
      opinion: optionalLine(limits.opinion),
      repliedOn: day,
      ticket: ticket.optional(),
    }),
    output: itemStands.extend(written),
  }),
  'disclosure.deliver': procedure({
    kind: 'mutation',
    by: ['section', 'officeHead'],
    clauses: ['G3.3', 'B1'],
    says: '送达 of a letter, signed: how, on which day, and the receipt. A reply whose review does not stand any more is not given out',
    act: '送达登记',
    input: z.strictObject({ letter: id, how: z.enum(DELIVERIES), deliveredOn: day, receipt: optionalLine(limits.note) }),
    output: stands.extend({ letter: id }),
  }),
  'disclosure.letter': procedure({
    kind: 'mutation',
    by: ['section', 'officeHead'],
    clauses: ['G3.3', '条例32', '条例34'],
    says: 'Writes a letter that no act brings with it, numbered and signed: 登记回执, 说明理由, 告知第三方, 协办函, 收费通知',
    act: '发函',
    input: z.strictObject({
      disclosure: id,
      item: id.optional(),
      kind: z.enum(FREE_LETTERS),
      /** To whom; left out: the applicant. */
      to: optionalLine(limits.applicant),
      words: optionalParagraphs(limits.content),
      /** 收费: in fen. */
      amount: z.int().min(1).max(100_000_000).optional(),
      writtenOn: day,
    }),
    output: stands.extend({ letter: z.strictObject({ id, number: z.string() }) }),
  }),
  'disclosure.close': procedure({
    kind: 'mutation',
    by: ['officeHead'],
    clauses: ['条例30', 'G4'],
    says: 'Ends an application, signed: 视为放弃 once the time for the 补正 is out, 撤回 by the applicant before it is answered, 归档 with its volume once every reply is delivered',
    act: '申请办结',
    input: z.strictObject({
      disclosure: id,
      how: z.enum(['abandoned', 'withdrawn', 'filed']),
      /** The day on which it was withdrawn or found abandoned; of 归档 the day of filing. */
      on: day,
      /** 归入卷号; the applicant’s words. */
      words: line(limits.note),
    }),
    output: stands,
  }),
  'disclosure.hear': procedure({
    kind: 'mutation',
    by: ['officeHead', 'section'],
    clauses: ['A4(1)1', 'G3.4', 'G6'],
    says: '咨询 and 反馈: what somebody asked, or said of what was made public or answered, and what was answered or mended. Gap-free number 听取. One by telephone that wants to apply is told how',
    act: '登记咨询反馈',
    input: z.strictObject({
      kind: z.enum(HEARD_KINDS),
      channel: z.enum(APPLICATION_CHANNELS),
      heardOn: day,
      from: optionalLine(limits.applicant),
      content: paragraphs(limits.content),
      /** The application or the review that it is about. */
      disclosure: id.optional(),
      review: id.optional(),
      /** 答复 or 改进措施 (G三.4). */
      answer: optionalLine(limits.opinion),
      improvement: optionalLine(limits.opinion),
    }),
    output: z.strictObject({ id, number: z.string() }),
  }),
  'disclosure.heard': procedure({
    kind: 'query',
    by: ['section', 'reviewer', 'deputyLeader', 'groupLeader', 'officeHead'],
    clauses: ['G3.4'],
    says: '咨询 and 反馈, newest first, by kind and by what they are about',
    act: '查看咨询、反馈',
    input: z.strictObject({ kind: z.enum(HEARD_KINDS).optional(), disclosure: id.optional(), text: optionalLine(limits.search), ...pageOf }),
    output: z.strictObject({ rows: z.array(heardRow), next: nextPage }),
  }),
  'disclosure.list': procedure({
    kind: 'query',
    by: readers,
    clauses: ['A4(1)3', 'G4'],
    says: 'Applications that this person sees, newest first, by state, what is due, and part of number, applicant or content; `waiting` leaves those that wait for them',
    act: '查看依申请公开',
    input: z.strictObject({
      state: z.enum(DISCLOSURE_STATES).optional(),
      waiting: z.boolean().optional(),
      /** Those with an open limit on or before this day. */
      dueBy: day.optional(),
      text: optionalLine(limits.search),
      ...pageOf,
    }),
    output: z.strictObject({ rows: z.array(disclosureRow), next: nextPage }),
  }),
  'disclosure.get': procedure({
    kind: 'query',
    by: readers,
    clauses: ['G4'],
    says: 'One application: applicant, versions of its content, items with their clocks day by day, reviews, askings, extension, replies, letters, deliveries, feedback, history and next acts. Only one that `disclosure.list` shows to the person',
    act: '查看依申请公开',
    input: z.strictObject({ disclosure: id }),
    output: disclosureView,
  }),
}
