/** What 主动公开 prints. */
import { z } from 'zod'
import { bookYear } from './fields.ts'
import { paperFrame } from './paper-frame.ts'
import { procedure } from './procedure.ts'
import { publicationRow } from './publication-views.ts'
import { PUBLICATION_CLASSES } from './terms.ts'

/** 公开目录 of a year, by its numbers: void entries too, or what is public alone; of one heading where asked. */
export const publicationsPaper = z.strictObject({
  frame: paperFrame,
  year: z.int(),
  class: z.enum(PUBLICATION_CLASSES).nullable(),
  onlyPublic: z.boolean(),
  rows: z.array(publicationRow),
})
export type PublicationsPaper = z.infer<typeof publicationsPaper>

export const publicationPapers = {
  'paper.publications': procedure({
    kind: 'mutation',
    by: ['officer', 'section', 'officeHead'],
    clauses: ['A3(1)', 'A3(3)'],
    says: 'The 公开目录 of a year as a book to print, whole, of one heading, or of what is public now, for the public itself: what was listed, when it was made, by which ways, under which review and when it was made public, and how it stands. Of the entries that `publication.list` shows to the person',
    act: '打印公开目录',
    input: z.strictObject({
      year: bookYear,
      class: z.enum(PUBLICATION_CLASSES).optional(),
      /** Only what is public now: nobody else learns what was not made so. */
      onlyPublic: z.boolean().default(false),
    }),
    output: publicationsPaper,
  }),
}
