/** 导出 Excel: a list as a file. Each export is an act with its own number. */
import { z } from 'zod'
import { bookYear, day, id, level, limits, line, optionalLine, ticket } from './fields.ts'
import { procedure } from './procedure.ts'
import { EXPIRIES, EXPORT_LISTS, LATE_KINDS, MEDIUM_KINDS, PUBLICATION_CLASSES, PUBLICATION_STANDINGS, REGISTERS } from './terms.ts'

/** What the lists are filtered by, as their own queries take it. A list refuses what it does not know. */
const filter = z.strictObject({
  text: optionalLine(limits.search),
  register: z.enum(REGISTERS).optional(),
  year: bookYear.optional(),
  month: z.int().min(1).max(12).optional(),
  level: level.optional(),
  /** A state of that list's own records. */
  state: line(20).optional(),
  expiry: z.enum(EXPIRIES).optional(),
  out: z.boolean().optional(),
  open: z.boolean().optional(),
  overdue: z.boolean().optional(),
  toReturn: z.boolean().optional(),
  waiting: z.boolean().optional(),
  loose: z.boolean().optional(),
  archived: z.boolean().optional(),
  /** Of 载体设备. */
  kind: z.enum(MEDIUM_KINDS).optional(),
  /** Of the 公开目录. */
  class: z.enum(PUBLICATION_CLASSES).optional(),
  standing: z.enum(PUBLICATION_STANDINGS).optional(),
  toTakeDown: z.boolean().optional(),
  document: id.optional(),
  import: id.optional(),
  late: z.enum(LATE_KINDS).optional(),
  person: id.optional(),
  /** The one list, batch or 清点 whose lines are asked for. */
  record: id.optional(),
  from: day.optional(),
  to: day.optional(),
})
export type ExportFilter = z.output<typeof filter>

/** A list that is to leave, filtered as it is shown; `ticket`: a 分管领导's leave where it is above the set size. */
export const listAsked = z.strictObject({ list: z.enum(EXPORT_LISTS), filter: filter.default({}), ticket: ticket.optional() })

export const exporting = {
  'export.list': procedure({
    kind: 'mutation',
    by: ['officer', 'officeHead', 'auditor'],
    clauses: ['F1(5)a', 'F1(5)b', '审计'],
    says: 'A list as an .xlsx file, filtered as it is shown: a recorded act with its number (导出〔2026〕0001), marked with the highest mark in it. Above the set number of rows a 分管领导 approves it in place by ticket. The 安全审计员 exports the record and the exports alone, the 综办负责人 依申请公开, the 保密员 the other desks’ lists',
    act: '导出Excel',
    input: listAsked,
    output: z.strictObject({
      number: z.string(),
      /** File name that the save dialog proposes: numbers, never a title. */
      fileName: z.string(),
      /** One-time leave for the shell to have the file made and saved. */
      ticket: z.string(),
    }),
  }),
}
