/** 培训登记 (G5, G7) and 流程改进会议 (G6): what was held, when, who was there. It is kept under 本单位. */
import { z } from 'zod'
import { bookYear, day, id, limits, line, nextPage, optionalLine, pageOf, personRef, signatureMark } from './fields.ts'
import { procedure } from './procedure.ts'
import { TRAINING_KINDS } from './terms.ts'

const said = {
  kind: z.enum(TRAINING_KINDS),
  heldOn: day,
  /** 学时, whole hours. */
  hours: z.int().min(1).max(80),
  subject: line(limits.title),
}

export const trainingRow = z.strictObject({
  id,
  number: z.string(),
  ...said,
  /** 教材; what was proposed at a meeting. */
  material: z.string().nullable(),
  present: z.array(personRef),
  recorded: signatureMark,
})
export type TrainingRow = z.infer<typeof trainingRow>

export const training = {
  'office.recordTraining': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['G5', 'G6', 'G7'],
    says: 'Enters, signed, a training or a meeting on how the procedure may be bettered: day, hours, subject, material or what was proposed, everybody who was there. Gap-free number 培训; never edited',
    act: '登记培训',
    input: z.strictObject({ ...said, material: optionalLine(limits.opinion), present: z.array(id).min(1).max(limits.readers) }),
    output: z.strictObject({ id, number: z.string() }),
  }),
  'office.trainings': procedure({
    kind: 'query',
    by: ['officer', 'deputyLeader', 'groupLeader', 'officeHead'],
    clauses: ['G5', 'G6', 'G7'],
    says: 'The log of trainings and meetings, newest first, by year and part of number or subject; and everybody in the unit with the day of their last training',
    act: '查看培训登记',
    input: z.strictObject({ year: bookYear.optional(), text: optionalLine(limits.search), ...pageOf }),
    output: z.strictObject({
      rows: z.array(trainingRow),
      next: nextPage,
      people: z.array(personRef.extend({ last: day.nullable() })),
    }),
  }),
}
