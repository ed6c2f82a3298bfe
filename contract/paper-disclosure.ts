/** What 依申请公开 prints. */
import { z } from 'zod'
import { deadlineView } from './deadlines.ts'
import { disclosureItem, disclosureLetter, disclosureView } from './disclosure-views.ts'
import { bookYear, day, id } from './fields.ts'
import { letterText } from './letters.ts'
import { paperFrame } from './paper-frame.ts'
import { reviewOnPaper } from './paper-review.ts'
import { procedure } from './procedure.ts'
import { printedTemplate } from './templates.ts'
import { APPLICANT_KINDS, APPLICATION_CHANNELS, ASKED, CONSULT_ANSWERS, DISCLOSURE_STATES, ITEM_STATES, REPLY_KINDS } from './terms.ts'

/** Who prints is who sees it. */
const by = ['section', 'reviewer', 'deputyLeader', 'groupLeader', 'officeHead'] as const

/** An application on paper: all of it but what may be done next. */
const onPaper = disclosureView.omit({ acts: true, items: true }).extend({ items: z.array(disclosureItem.omit({ acts: true })) })

/** 登记表 of one application, as it stands. */
export const disclosurePaper = z.strictObject({ frame: paperFrame, disclosure: onPaper })
export type DisclosurePaper = z.infer<typeof disclosurePaper>

/** A letter with its words. */
const written = disclosureLetter.extend({ text: letterText })
export type WrittenLetter = z.infer<typeof written>

/** One letter, to be sealed and sent: it leaves the house, so no mark and no rule of the house stands on it. */
export const letterPaper = z.strictObject({ frame: paperFrame, letter: written })
export type LetterPaper = z.infer<typeof letterPaper>

/** One thing asked for in the 台账: an application that is not registered yet is one line without handler. */
export const disclosureLine = z.strictObject({
  id,
  number: z.string(),
  state: z.enum(DISCLOSURE_STATES),
  receivedOn: day,
  channel: z.enum(APPLICATION_CHANNELS),
  applicant: z.string(),
  applicantKind: z.enum(APPLICANT_KINDS),
  /** null: not registered. `of`: into how many the application was split. */
  item: z
    .strictObject({
      ordinal: z.int(),
      of: z.int(),
      state: z.enum(ITEM_STATES),
      department: z.string(),
      handler: z.string(),
      due: day.nullable(),
      /** Working days by which it was extended. */
      extension: z.int().nullable(),
      consults: z.array(z.strictObject({ whom: z.enum(ASKED), answer: z.enum(CONSULT_ANSWERS).nullable() })),
      reply: z.strictObject({ kind: z.enum(REPLY_KINDS), letter: z.string(), writtenOn: day, deliveredOn: day.nullable() }).nullable(),
    })
    .nullable(),
  content: z.string(),
})
export type DisclosureLine = z.infer<typeof disclosureLine>

/** 台账 of the applications received in a year. */
export const disclosuresPaper = z.strictObject({ frame: paperFrame, year: z.int(), lines: z.array(disclosureLine) })
export type DisclosuresPaper = z.infer<typeof disclosuresPaper>

/** 案卷: all there is of an application, each part beginning a page. `templates`: how the unit has its parts printed. */
export const caseFilePaper = z.strictObject({
  frame: paperFrame,
  templates: z.strictObject({ disclosure: printedTemplate, review: printedTemplate }),
  disclosure: onPaper,
  letters: z.array(written),
  /** The reviews behind its items, each with all of its versions. */
  reviews: z.array(reviewOnPaper),
  /** Every clock with what it is of, `第1项`. */
  clocks: z.array(z.strictObject({ of: z.string(), clock: deadlineView })),
})
export type CaseFilePaper = z.infer<typeof caseFilePaper>

export const disclosurePapers = {
  'paper.disclosure': procedure({
    kind: 'mutation',
    by,
    clauses: ['A4(1)3', 'G3.1', '条例29'],
    says: 'The 登记表 of an application as a sheet to print: who applies, for what, how it is to be had, 补正, items with handler, limit and reply, askings, extension, delivery, filing; what is not signed yet is a box to sign by hand. Of an application that `disclosure.get` shows to the person',
    act: '打印申请登记表',
    input: z.strictObject({ disclosure: id }),
    output: disclosurePaper,
  }),
  'paper.letter': procedure({
    kind: 'mutation',
    by,
    clauses: ['G3.3', 'B1', '行政复议法23'],
    says: 'One letter as a sheet to print and seal, in the words in which it was written. Refused of a reply that is not delivered and whose review does not stand any more',
    act: '打印文书',
    input: z.strictObject({ letter: id }),
    output: letterPaper,
  }),
  'paper.disclosures': procedure({
    kind: 'mutation',
    by,
    clauses: ['A4(1)3', 'G4'],
    says: 'The 依申请公开台账 of the applications received in a year, that `disclosure.list` shows to the person, as a sheet to print',
    act: '打印依申请公开台账',
    input: z.strictObject({ year: bookYear }),
    output: disclosuresPaper,
  }),
  'paper.caseFile': procedure({
    kind: 'mutation',
    by,
    clauses: ['G4', '保密法14'],
    says: 'The 案卷 of an application as one paper: cover with the highest mark and the list of contents, application, 登记表, steps, clocks day by day, reviews of every version, askings, letters, deliveries, release and feedback. Of an application that `disclosure.get` shows to the person',
    act: '打印案卷',
    input: z.strictObject({ disclosure: id }),
    output: caseFilePaper,
  }),
}
