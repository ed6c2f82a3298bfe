/** 领导小组: who sits in it, from which day to which (B5, B6). It is kept on the desk 人员. */
import { z } from 'zod'
import { day, id, limits, line, personRef, signatureMark } from './fields.ts'
import { procedure } from './procedure.ts'
import { SEATS, TERM_STANDINGS } from './terms.ts'

export const groupTerm = z.strictObject({
  id,
  person: personRef,
  seat: z.enum(SEATS),
  from: day,
  /** The last day by the appointment; null where it names none. */
  until: day.nullable(),
  /** 任命文件, by its 文号. */
  paper: z.string(),
  standing: z.enum(TERM_STANDINGS),
  set: signatureMark,
  /** Ended before its day: the last day in office, and why. */
  ended: z.strictObject({ on: day, reason: z.string(), signed: signatureMark }).nullable(),
})
export type GroupTerm = z.infer<typeof groupTerm>

export const group = {
  'people.seat': procedure({
    kind: 'mutation',
    by: ['securityAdmin'],
    clauses: ['B5', 'B6'],
    says: 'Enters, signed, that somebody sits in the 领导小组 as 组长 or 组员 from a day on, by which paper; or that a term has ended. One 组长 at a time, nobody twice at once, none of the 三员. A term is ended, never edited',
    act: '登记领导小组任期',
    input: z.strictObject({
      step: z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('begins'),
          person: id,
          seat: z.enum(SEATS),
          from: day,
          until: day.optional(),
          paper: line(limits.symbol),
        }),
        z.strictObject({ kind: z.literal('ends'), term: id, endedOn: day, reason: line(limits.note) }),
      ]),
    }),
    output: z.strictObject({ id }),
  }),
  'people.group': procedure({
    kind: 'query',
    by: ['officer', 'section', 'reviewer', 'deputyLeader', 'groupLeader', 'systemAdmin', 'securityAdmin', 'auditor'],
    clauses: ['B5', 'B6'],
    says: 'The 领导小组 with every term that was ever entered, newest first. Before any is entered the duties 审查人员 and 组长 stand alone',
    act: '查看领导小组',
    input: z.strictObject({}),
    output: z.strictObject({ terms: z.array(groupTerm) }),
  }),
}
