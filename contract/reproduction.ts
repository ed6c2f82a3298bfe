import { z } from 'zod'
import { day, id, limits, line, minute, nextPage, optionalLine, pageOf, ticket } from './fields.ts'
import { procedure } from './procedure.ts'
import { originConsent, reproductionRow, reproductionView, sourceView } from './reproduction-views.ts'
import { COPY_APPROVING_ROLES, REPRODUCTION_KINDS, REPRODUCTION_STATES, SECTION_OPINION_ROLES } from './terms.ts'

/** Who may ask for copies (domain 4). */
const askers = ['officer', 'section', 'reader'] as const
/** Who sees requests: the officer all, anybody else their own and those they opine or decide on. */
const readers = ['officer', 'section', 'reader', 'deputyLeader', 'officeHead'] as const

/** 分管领导审批: how many, until when; or not, and why. */
const decision = {
  reproduction: id,
  approve: z.boolean(),
  /** 批准份数, at most as many as asked; left out: as many as asked. */
  approved: z.int().min(1).max(limits.copies).optional(),
  /** 有效期; left out: as many days as the settings say. */
  validUntil: day.optional(),
  opinion: optionalLine(limits.opinion),
}

export const reproduction = {
  'reproduction.request': procedure({
    kind: 'mutation',
    by: askers,
    clauses: ['F1(5)a', 'F1(5)b', 'F1(5)c', 'F1(4)c', '保密法21', '实施条例27'],
    says: 'Asks for copies or extracts of one numbered original, or for a 汇编 of two or more. Refused for a paper marked 不得翻印复印, for a copy of a copy, for 绝密 without the consent of the 原定密机关, for a place not on the list, for recipients outside the scope of any of them. Without `submit` it stays 草稿',
    act: '申请复制',
    input: z.strictObject({
      kind: z.enum(REPRODUCTION_KINDS),
      /** The numbered original, with the consent of its 原定密机关 where it is 绝密; of a 汇编 two or more. Any for an officer, what is in their own hands for anybody else. */
      sources: z
        .array(z.strictObject({ copy: id, consent: originConsent.optional() }))
        .min(1)
        .max(limits.sources),
      /** What a 汇编 is called; needed for it alone. */
      title: optionalLine(limits.title),
      /** For whom the officer keys it in; left out: the person who is signed in. */
      applicant: id.optional(),
      /** What is extracted; needed for 摘抄 alone. */
      extent: optionalLine(limits.note),
      asked: z.int().min(1).max(limits.copies),
      purpose: line(limits.note),
      recipients: z.array(id).min(1).max(limits.readers),
      place: line(limits.place),
      submit: z.boolean().default(true),
    }),
    output: z.strictObject({ id, number: z.string() }),
  }),
  'reproduction.submit': procedure({
    kind: 'mutation',
    by: askers,
    clauses: ['F1(5)a'],
    says: 'Sends a drafted request to the department, checked again as it stands now. By the applicant or whoever keyed it in',
    act: '提交复制申请',
    input: z.strictObject({ reproduction: id }),
    output: z.strictObject({ id }),
  }),
  'reproduction.cancel': procedure({
    kind: 'mutation',
    by: askers,
    clauses: ['F1(5)a'],
    says: 'Voids a request before its decision, with a reason; its number stays used. By the applicant or whoever keyed it in',
    act: '作废复制申请',
    input: z.strictObject({ reproduction: id, reason: line(limits.note) }),
    output: z.strictObject({ id }),
  }),
  'reproduction.opine': procedure({
    kind: 'mutation',
    by: SECTION_OPINION_ROLES,
    clauses: ['F1(5)a'],
    says: '部门意见, signed: by a 科室 colleague of the applicant’s department or the 综办负责人, never by the applicant or whoever keyed it in. Disagreeing needs a reason and ends the request',
    act: '签署部门意见',
    input: z.strictObject({ reproduction: id, agree: z.boolean(), opinion: optionalLine(limits.opinion) }),
    output: z.strictObject({ id, state: z.enum(REPRODUCTION_STATES) }),
  }),
  'reproduction.decide': procedure({
    kind: 'mutation',
    by: COPY_APPROVING_ROLES,
    clauses: ['F1(5)a', 'F1(5)b'],
    says: 'The 分管领导 approves a number not above the one asked for, until a day, or rejects with a reason; signed. Nobody decides what they asked for, keyed in or gave the 部门意见 on',
    act: '审批复制',
    input: z.strictObject(decision),
    output: z.strictObject({ id, state: z.enum(REPRODUCTION_STATES) }),
  }),
  'reproduction.opineOnPaper': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(5)a'],
    says: 'Enters the 部门意见 that stands signed on the printed 复制审批单; the officer signs the entry, and whose signature it is signs for it later. Refused to the applicant and whoever keyed the request in, and for somebody who could not opine at the screen',
    act: '纸质部门意见补录',
    input: z.strictObject({ reproduction: id, person: id, agree: z.boolean(), opinion: optionalLine(limits.opinion), signedAt: minute }),
    output: z.strictObject({ id, state: z.enum(REPRODUCTION_STATES) }),
  }),
  'reproduction.decideOnPaper': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(5)a', 'F1(5)b'],
    says: 'Enters what the 分管领导 decided on the printed 复制审批单; the officer signs the entry, and the leader signs for it later. Refused as reproduction.decide is, and to the applicant and whoever keyed the request in',
    act: '纸质审批复制补录',
    input: z.strictObject({ ...decision, approver: id, signedAt: minute }),
    output: z.strictObject({ id, state: z.enum(REPRODUCTION_STATES) }),
  }),
  'reproduction.make': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(5)b', 'F1(5)c', 'F1(5)d', '实施条例27'],
    says: 'Records that the copies were made, stamped, at the approved place: each becomes a numbered custody item of the same document; those of a 汇编 are the copies of a document of its own, marked with the highest level and the longest period of its sources, for those who are in the 知悉范围 of all of them. Refused past the 有效期, above 批准份数, while an original is not in the box',
    act: '复制登记',
    input: z.strictObject({
      reproduction: id,
      count: z.int().min(1).max(limits.copies),
      /** 复制人. */
      copier: line(limits.name),
      /** 加盖戳记. */
      stamped: z.boolean(),
    }),
    /** `document`: of which the items are copies; of a 汇编 the document that it is from now on. */
    output: z.strictObject({ id, document: id, copies: z.array(z.strictObject({ id, number: z.string() })) }),
  }),
  'reproduction.issue': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(5)d', 'F1(4)a', '保密法21'],
    says: 'Issues made items to one of the 分发对象, who signs on the spot by ticket. Refused outside the scope, for what is not in the box, and to oneself',
    act: '发放复制件',
    input: z.strictObject({ reproduction: id, person: id, copies: z.array(id).min(1).max(limits.copies), ticket }),
    output: z.strictObject({ id }),
  }),
  'reproduction.issueOnPaper': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(5)d', 'F1(4)a', '保密法21'],
    says: 'Issues made items to one of the 分发对象, who signed for them on paper at `signedAt`; the officer signs the entry, and the recipient signs for it later. Refused as reproduction.issue is',
    act: '纸质领取补录',
    input: z.strictObject({ reproduction: id, person: id, copies: z.array(id).min(1).max(limits.copies), signedAt: minute }),
    output: z.strictObject({ id }),
  }),
  'reproduction.takeBack': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(5)d'],
    says: 'Takes issued items back by their numbers from the person who holds them, who signs by ticket. A number that this person does not hold is refused',
    act: '收回复制件',
    input: z.strictObject({ reproduction: id, person: id, numbers: z.array(line(limits.symbol)).min(1).max(limits.copies), ticket }),
    output: z.strictObject({ id, out: z.int() }),
  }),
  'reproduction.takeBackOnPaper': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(5)d'],
    says: 'Takes issued items back from the person who holds them, who signed on paper at `signedAt` that they gave them back; entered by the officer, signed for by the person later',
    act: '纸质归还补录',
    input: z.strictObject({ reproduction: id, person: id, numbers: z.array(line(limits.symbol)).min(1).max(limits.copies), signedAt: minute }),
    output: z.strictObject({ id, out: z.int() }),
  }),
  'reproduction.close': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(5)d'],
    says: 'Closes a request when every item that was made is back in the box; refused with the numbers that are out',
    act: '复制件全部收回',
    input: z.strictObject({ reproduction: id }),
    output: z.strictObject({ id }),
  }),
  'reproduction.list': procedure({
    kind: 'query',
    by: readers,
    clauses: ['F1(5)a'],
    says: 'Requests, newest first: an officer all; anybody else their own and those that wait for, or had, their opinion or decision. `waiting` leaves those that wait for the person who asks',
    act: '查看复制申请',
    input: z.strictObject({
      state: z.enum(REPRODUCTION_STATES).optional(),
      waiting: z.boolean().optional(),
      text: optionalLine(limits.search),
      ...pageOf,
    }),
    output: z.strictObject({ rows: z.array(reproductionRow), next: nextPage }),
  }),
  'reproduction.get': procedure({
    kind: 'query',
    by: readers,
    clauses: ['F1(5)a', '保密法21'],
    says: 'One request with its opinions, what was made, who holds it, and the next acts; only one that `reproduction.list` shows to the person',
    act: '查看复制申请',
    input: z.strictObject({ reproduction: id }),
    output: reproductionView,
  }),
  'reproduction.sources': procedure({
    kind: 'query',
    by: askers,
    clauses: ['F1(5)a', 'F1(2)a'],
    says: 'Originals that a request may name, found by part of number, title or symbol: an officer any; anybody else what they hold themselves',
    act: '选择复制原件',
    input: z.strictObject({ text: optionalLine(limits.search), limit: z.int().min(1).max(50).default(20) }),
    output: z.strictObject({
      rows: z.array(sourceView.extend({ scope: z.array(z.strictObject({ id, name: z.string(), department: z.string() })) })),
    }),
  }),
}
