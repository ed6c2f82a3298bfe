/** What the desk 载体设备 prints. */
import { z } from 'zod'
import { bookYear, id } from './fields.ts'
import { mediumRow, mediumUse, mediumView } from './media-views.ts'
import { paperFrame } from './paper-frame.ts'
import { procedure } from './procedure.ts'

/** 涉密载体与设备台账 as it stands, to be checked piece by piece; or the 领用登记 of a year. */
export const mediaPaper = z.discriminatedUnion('sheet', [
  z.strictObject({ sheet: z.literal('ledger'), frame: paperFrame, lines: z.array(mediumRow) }),
  z.strictObject({ sheet: z.literal('uses'), frame: paperFrame, year: z.int(), lines: z.array(mediumUse.omit({ acts: true })) }),
])
export type MediaPaper = z.infer<typeof mediaPaper>

/** 维修维护登记 of one device. */
export const mediumRecordPaper = z.strictObject({ frame: paperFrame, medium: mediumView.omit({ uses: true, history: true, acts: true }) })
export type MediumRecordPaper = z.infer<typeof mediumRecordPaper>

export const mediaPapers = {
  'paper.media': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F2(2)'],
    says: 'The 涉密载体与设备台账 as a sheet to print, with a box to tick for each piece (台账核对); or the 载体领用登记 of a year; the print is recorded with its number and the audit head',
    act: '打印载体台账',
    input: z.strictObject({
      of: z.discriminatedUnion('sheet', [
        z.strictObject({ sheet: z.literal('ledger') }),
        z.strictObject({ sheet: z.literal('uses'), year: bookYear }),
      ]),
    }),
    output: mediaPaper,
  }),
  'paper.mediumRecord': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F2(2)', 'F2(3)'],
    says: 'The 维修维护登记 of one carrier or device as a sheet to print: each repair out and back, each maintenance, who signed',
    act: '打印维修维护登记',
    input: z.strictObject({ medium: id }),
    output: mediumRecordPaper,
  }),
}
