import { z } from 'zod'
import { day, id, level, limits, line, minute, nextPage, optionalLine, pageOf, period, ticket } from './fields.ts'
import { outgoingRow, outgoingView } from './outgoing-views.ts'
import { procedure } from './procedure.ts'
import { OUTGOING_STATES, ROUTES } from './terms.ts'

const readers = ['officer', 'deputyLeader'] as const

export const outgoing = {
  'outgoing.draft': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(3)b', '保密法20', '保密法31', '实施条例19'],
    says: 'Enters a reply or report that goes out: to which incoming paper, level (not below its), period, addressee, numbered copies, who made it. Gap-free number 密发',
    act: '登记发文',
    input: z.strictObject({
      /** The incoming paper that it answers or reports on. */
      document: id,
      title: line(limits.title),
      symbol: optionalLine(limits.symbol),
      level,
      /** Left out: as at 登记. */
      period: period.optional(),
      madeOn: day,
      addressee: line(limits.unit),
      copies: z.int().min(1).max(limits.copies),
      /** 承办人, who made it. */
      maker: id,
    }),
    output: z.strictObject({ id, number: z.string(), copies: z.array(z.string()) }),
  }),
  'outgoing.decide': procedure({
    kind: 'mutation',
    by: ['officer', 'deputyLeader'],
    clauses: ['F1(3)b'],
    says: 'A 分管领导, neither who made it nor who keyed it in, approves or rejects that it leaves; signed in, or in place by ticket. Rejecting needs an opinion. The level is held to the parent’s again',
    act: '审批发文',
    input: z.strictObject({ outgoing: id, approve: z.boolean(), opinion: optionalLine(limits.opinion), ticket: ticket.optional() }),
    output: z.strictObject({ id, state: z.enum(OUTGOING_STATES) }),
  }),
  'outgoing.send': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(3)b', '实施条例27'],
    says: 'Signs an approved paper out: when, how (机要交通, 机要通信, 专人), by whom; 绝密 by 专人 only with two or more. Refused when the parent’s level has risen above it',
    act: '发出密件',
    input: z.strictObject({
      outgoing: id,
      route: z.enum(ROUTES),
      /** Who carries it, of 专人. */
      carriers: z.array(id).max(limits.readers).default([]),
      /** 交寄单号, of 机要交通 and 机要通信. */
      waybill: optionalLine(limits.symbol),
      sentAt: minute,
    }),
    output: z.strictObject({ id }),
  }),
  'outgoing.receipt': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['实施条例27', 'F1(3)b'],
    says: 'Enters the addressee’s 回执: its number and day',
    act: '登记回执',
    input: z.strictObject({ outgoing: id, receipt: line(limits.symbol), receivedOn: day }),
    output: z.strictObject({ id }),
  }),
  'outgoing.cancel': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(3)b'],
    says: 'Voids what has not left, with a reason; its number stays used',
    act: '作废发文',
    input: z.strictObject({ outgoing: id, reason: line(limits.note) }),
    output: z.strictObject({ id }),
  }),
  'outgoing.list': procedure({
    kind: 'query',
    by: readers,
    clauses: ['F1(3)b'],
    says: '密件发文登记, newest first, by state and part of number, title, 文号 or addressee',
    act: '查看发文登记',
    input: z.strictObject({ state: z.enum(OUTGOING_STATES).optional(), text: optionalLine(limits.search), ...pageOf }),
    output: z.strictObject({ rows: z.array(outgoingRow), next: nextPage }),
  }),
  'outgoing.get': procedure({
    kind: 'query',
    by: readers,
    clauses: ['F1(3)b'],
    says: 'One outgoing paper with its copies, who signed, history and next acts',
    act: '查看发文',
    input: z.strictObject({ outgoing: id }),
    output: outgoingView,
  }),
}
