import { z } from 'zod'
import { day, id, level, limits, line, nextPage, optionalLine, pageOf, ticket } from './fields.ts'
import { mediumRow, mediumView } from './media-views.ts'
import { procedure } from './procedure.ts'
import { MEDIUM_KINDS, MEDIUM_STATES, MEDIUM_USE_STATES, OUTSIDE_APPROVING_ROLES, REPAIR_PLACES } from './terms.ts'

/** Who reads the ledger; the 系统管理员 maintains what is on it (domain 1: F2). */
const readers = ['officer', 'deputyLeader', 'groupLeader', 'officeHead', 'systemAdmin'] as const

const use = { person: id, place: line(limits.place), purpose: line(limits.note), until: day }

export const media = {
  'media.register': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F2(2)', '保密法31'],
    says: 'Enters a carrier or device: kind, its own number (never twice), level, 责任人, 使用部门, place; signed. Refused above the workstation level, and for a computer or printer that is not confirmed to be isolated',
    act: '登记载体设备',
    input: z.strictObject({
      kind: z.enum(MEDIUM_KINDS),
      ownNumber: line(limits.symbol),
      level,
      keeper: id,
      department: line(limits.department),
      place: line(limits.place),
      /** 未连接互联网、物理隔离: of what could be connected. */
      isolated: z.boolean().optional(),
      inUseOn: day,
      model: optionalLine(limits.symbol),
      remarks: optionalLine(limits.note),
    }),
    output: z.strictObject({ id, number: z.string() }),
  }),
  'media.change': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F2(2)'],
    says: 'Changes the 责任人, the 使用部门, the place or the remarks, with a reason; signed, and what it said before stays. The level, the kind and the number of a carrier never change',
    act: '变更载体设备',
    input: z.strictObject({
      medium: id,
      reason: line(limits.note),
      keeper: id.optional(),
      department: optionalLine(limits.department),
      place: optionalLine(limits.place),
      remarks: optionalLine(limits.note),
    }),
    output: z.strictObject({ id, version: z.int() }),
  }),
  'media.requestOutside': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(4)d'],
    says: 'Asks for a person that a movable carrier may be taken out of the unit until a day (携带外出), for a 分管领导 to decide',
    act: '申请携带外出',
    input: z.strictObject({ medium: id, ...use }),
    output: z.strictObject({ id, number: z.string() }),
  }),
  'media.decideOutside': procedure({
    kind: 'mutation',
    by: OUTSIDE_APPROVING_ROLES,
    clauses: ['F1(4)d'],
    says: 'A 分管领导 approves or refuses that a carrier is taken out of the unit, signed; nobody decides what they asked for, keyed in or would carry',
    act: '审批携带外出',
    input: z.strictObject({ use: id, approve: z.boolean(), opinion: optionalLine(limits.opinion) }),
    output: z.strictObject({ id, state: z.enum(MEDIUM_USE_STATES) }),
  }),
  'media.give': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F2(2)', 'F1(4)a', 'F1(4)d'],
    says: 'Hands a movable carrier to a person, who signs on the spot by ticket: for use at a listed place until a day, or outside under an approved request. Refused while it is not in store, while the person has an overdue one, and to whoever hands it out',
    act: '领用登记',
    input: z.strictObject({
      medium: id,
      to: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('inside'), ...use }),
        /** 携带外出 as it was approved. */
        z.strictObject({ kind: z.literal('outside'), use: id }),
      ]),
      ticket,
    }),
    output: z.strictObject({ id, number: z.string() }),
  }),
  'media.takeBack': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F2(2)', 'F1(4)a'],
    says: 'Takes a carrier back by its number from the very person who holds it, who signs by ticket: whether it is intact, and what was checked on it',
    act: '归还载体',
    input: z.strictObject({
      medium: id,
      number: line(limits.symbol),
      intact: z.boolean(),
      condition: optionalLine(limits.note),
      check: line(limits.note),
      ticket,
    }),
    output: z.strictObject({ id }),
  }),
  'media.repair': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F2(2)', 'F2(3)'],
    says: '维修登记, signed: out, by whom and for what, with the storage taken out of it or somebody of the unit beside it all the time, else refused; and back, with what was done',
    act: '维修登记',
    input: z.strictObject({
      medium: id,
      step: z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('out'),
          where: z.enum(REPAIR_PLACES),
          firm: line(limits.unit),
          fault: line(limits.note),
          storageRemoved: z.boolean(),
          /** 全程旁站 by whom. */
          supervisor: id.optional(),
        }),
        z.strictObject({ kind: z.literal('back'), result: line(limits.note) }),
      ]),
    }),
    output: z.strictObject({ id, number: z.string() }),
  }),
  'media.maintain': procedure({
    kind: 'mutation',
    by: ['systemAdmin'],
    clauses: ['F2(2)', 'F2(3)'],
    says: '维护记录 of the 系统管理员, who alone maintains: what was done, now, signed; never changed',
    act: '维护记录',
    input: z.strictObject({ medium: id, done: line(limits.note) }),
    output: z.strictObject({ id }),
  }),
  'media.retire': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F2(2)', '实施条例28'],
    says: 'Takes a carrier out of use for good, with a reason, signed: it waits for destruction. Also one that was lost and is found again, which is not used any more',
    act: '停用',
    input: z.strictObject({ medium: id, reason: line(limits.note) }),
    output: z.strictObject({ id }),
  }),
  'media.lose': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F2(2)', '实施条例61'],
    says: 'Enters that a carrier is lost, wherever it was, with the number of the incident that was reported; signed. It can be in no other place any more, and whoever held it no longer holds it',
    act: '登记遗失',
    input: z.strictObject({ medium: id, incident: line(limits.symbol), note: line(limits.note) }),
    output: z.strictObject({ id }),
  }),
  'media.list': procedure({
    kind: 'query',
    by: readers,
    clauses: ['F2(2)'],
    says: 'The ledger of carriers and devices, newest first; `overdue` leaves what should be back',
    act: '查看载体设备',
    input: z.strictObject({
      kind: z.enum(MEDIUM_KINDS).optional(),
      state: z.enum(MEDIUM_STATES).optional(),
      overdue: z.boolean().optional(),
      text: optionalLine(limits.search),
      ...pageOf,
    }),
    output: z.strictObject({ rows: z.array(mediumRow), next: nextPage }),
  }),
  'media.get': procedure({
    kind: 'query',
    by: readers,
    clauses: ['F2(2)'],
    says: 'One carrier with its 领用, repairs, maintenance and the next acts; what it was used for and the remarks are not shown to the 系统管理员',
    act: '查看载体设备',
    input: z.strictObject({ medium: id }),
    output: mediumView,
  }),
}
