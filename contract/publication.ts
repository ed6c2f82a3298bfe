import { z } from 'zod'
import { bookYear, day, id, limits, line, nextPage, optionalLine, pageOf } from './fields.ts'
import { procedure } from './procedure.ts'
import { publicationRow, publicationView } from './publication-views.ts'
import { CHANNELS, PUBLICATION_CLASSES, PUBLICATION_STANDINGS, PUBLICATION_STATES, WITHDRAWAL_CAUSES } from './terms.ts'

/** Who sees the catalogue: a 科室 its own entries; the others all. The three officers see none: there are titles. */
const readers = ['officer', 'section', 'reviewer', 'groupLeader', 'officeHead'] as const

const stands = z.strictObject({ id, number: z.string(), state: z.enum(PUBLICATION_STATES) })

export const publication = {
  'publication.enter': procedure({
    kind: 'mutation',
    by: ['section'],
    clauses: ['A1', 'A3(1)', 'A3(2)', 'A3(3)', '条例20', '条例26'],
    says: 'Lists in the 公开目录 what the 科室 is to make public of its own accord: name, heading, day it was made, by which ways, its review if there is one. Gap-free number 公开. Its last day to be made public begins to run',
    act: '列入公开目录',
    input: z.strictObject({
      class: z.enum(PUBLICATION_CLASSES),
      title: line(limits.title),
      /** 产生日期: the working days run from it, itself not counted. */
      madeOn: day,
      channels: z.array(z.enum(CHANNELS)).min(1).max(8),
      /** Which, of 其他. */
      channelNote: optionalLine(limits.place),
      review: id.optional(),
    }),
    output: stands,
  }),
  'publication.link': procedure({
    kind: 'mutation',
    by: ['section'],
    clauses: ['B1', 'B3', 'A2'],
    says: 'Says which review of the same 科室 decides on the text of an entry that is not public yet; in the place of another one too. What was released under it already makes the entry public',
    act: '关联保密审查',
    input: z.strictObject({ publication: id, review: id }),
    output: stands,
  }),
  'publication.end': procedure({
    kind: 'mutation',
    by: ['section', 'officeHead'],
    clauses: ['A1', 'A2', 'A3(3)', 'C6(2)', '实施条例61'],
    says: 'Ends an entry, signed: taken off the 网站 after its year, with where it can be read; withdrawn, with cause and reason; not made public, as its review decided; or void. The same text is not released again after it',
    act: '目录信息办结',
    input: z.strictObject({
      publication: id,
      ending: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('takenDown'), on: day, /** 在哪里查阅. */ words: line(limits.note) }),
        z.strictObject({ kind: z.literal('withdrawn'), on: day, cause: z.enum(WITHDRAWAL_CAUSES), words: line(limits.note) }),
        z.strictObject({ kind: z.literal('withheld'), words: line(limits.note) }),
        z.strictObject({ kind: z.literal('cancelled'), words: line(limits.note) }),
      ]),
    }),
    output: stands,
  }),
  'publication.list': procedure({
    kind: 'query',
    by: readers,
    clauses: ['A3(1)', 'A3(3)'],
    says: 'The 公开目录 as this person sees it, newest first, by standing, heading, year of its number, past its last day, about to leave the 网站 and part of number, name or 科室; `waiting` leaves those that wait for them',
    act: '查看公开目录',
    input: z.strictObject({
      standing: z.enum(PUBLICATION_STANDINGS).optional(),
      class: z.enum(PUBLICATION_CLASSES).optional(),
      year: bookYear.optional(),
      /** Not public, and past its last day. */
      overdue: z.boolean().optional(),
      /** On the 网站 for thirty more days or less. */
      toTakeDown: z.boolean().optional(),
      waiting: z.boolean().optional(),
      text: optionalLine(limits.search),
      ...pageOf,
    }),
    output: z.strictObject({ rows: z.array(publicationRow), next: nextPage }),
  }),
  'publication.get': procedure({
    kind: 'query',
    by: readers,
    clauses: ['A3(1)', 'A3(3)', 'B1'],
    says: 'One entry: how it stands, its review, every release and signed ending, history and next acts. Only one that `publication.list` shows to the person',
    act: '查看公开目录',
    input: z.strictObject({ publication: id }),
    output: publicationView,
  }),
}
