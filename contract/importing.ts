/** 旧账导入: an Excel or CSV ledger that was kept before, entered as 补录 with its source, after a dry run that shows every row's fate. */
import { z } from 'zod'
import { day, id, instant, limits, line, nextPage, pageOf } from './fields.ts'
import { procedure } from './procedure.ts'
import { LEDGER_COLUMNS, LEDGER_KINDS, type LedgerColumn, ROW_FATES } from './terms.ts'

/** The most rows of one ledger, its columns, and the characters of a cell that are read. */
export const LEDGER_LIMITS = { rows: 20_000, columns: 60, cell: 2000, sheets: 20, bytes: 20 * 1024 * 1024 } as const

/** The file that was chosen last, by its SHA-256 in hexadecimal. */
const file = z.string().regex(/^[0-9a-f]{64}$/)
const place = z
  .int()
  .min(0)
  .max(LEDGER_LIMITS.columns - 1)
  .optional()

/** Which column of the file says what, by its place from 0. */
export const ledgerColumns = z.strictObject({
  oldNumber: place,
  receivedOn: place,
  sender: place,
  symbol: place,
  title: place,
  copies: place,
  copyNo: place,
  mark: place,
  period: place,
  urgency: place,
  madeOn: place,
  addressee: place,
  handledBy: place,
  attachments: place,
  returnBy: place,
  result: place,
  whereabouts: place,
  box: place,
  remarks: place,
} satisfies Record<LedgerColumn, typeof place>)
export type LedgerColumns = z.output<typeof ledgerColumns>

/** One sheet of a file; a CSV file is one. */
export const ledgerSheet = z.strictObject({
  name: z.string(),
  /** The heads of the columns. */
  heads: z.array(z.string()),
  rows: z.int(),
  /** The first rows, to see what stands in a column. */
  sample: z.array(z.array(z.string())),
  kind: z.enum(LEDGER_KINDS),
  columns: ledgerColumns,
  /** The columns are those that were set for the same heads the last time. */
  remembered: z.boolean(),
})
export type LedgerSheet = z.infer<typeof ledgerSheet>

export const ledgerRow = z.strictObject({
  /** The row's number in the sheet, as Excel counts. */
  line: z.int(),
  cells: z.array(z.string()),
  fate: z.enum(ROW_FATES),
  why: z.string().nullable(),
  clause: z.string().nullable(),
  /** What the reason is about. */
  column: z.enum(LEDGER_COLUMNS).nullable(),
  /** The document that it is in the register as. */
  known: z.strictObject({ id, number: z.string() }).nullable(),
})
export type LedgerRow = z.infer<typeof ledgerRow>

/** How many rows have each fate. */
const fates = z.strictObject({ register: z.int(), known: z.int(), gone: z.int(), faulty: z.int() })

/** One import, as it is on record. */
export const importRow = z.strictObject({
  id,
  number: z.string(),
  kind: z.enum(LEDGER_KINDS),
  /** As the file was called; and what it was, by SHA-256 and bytes. */
  fileName: z.string(),
  digest: z.string(),
  bytes: z.int(),
  /** The sheet of a workbook; null of a CSV file. */
  sheet: z.string().nullable(),
  /** Rows that were read, and what became of them. */
  rows: z.int(),
  fates,
  documents: z.int(),
  copies: z.int(),
  first: z.string(),
  last: z.string(),
  by: z.string(),
  at: instant,
})
export type ImportRow = z.infer<typeof importRow>

/** What a document's record says of its 补录. */
export const importedFrom = z.strictObject({
  import: z.strictObject({ id, number: z.string() }),
  /** 原收文号 of the old ledger. */
  oldNumber: z.string().nullable(),
  fileName: z.string(),
  digest: z.string(),
  sheet: z.string().nullable(),
  /** The rows of the sheet that tell of it. */
  lines: z.array(z.int()),
  /** 收文日期 by the old ledger; null: it gave none, and the day of making stands in its place. */
  receivedOn: day.nullable(),
  by: z.string(),
  at: instant,
})
export type ImportedFrom = z.infer<typeof importedFrom>

export const importing = {
  'importing.file': procedure({
    kind: 'query',
    by: ['officer'],
    clauses: ['F1(1)a'],
    says: 'The ledger that the shell’s dialog chose last: its sheets, each with its heads, first rows and columns as suggested or remembered; null when there is none',
    act: '查看所选台账',
    input: z.strictObject({}),
    output: z.strictObject({
      ledger: z
        .strictObject({
          file,
          fileName: z.string(),
          bytes: z.int(),
          sheets: z.array(ledgerSheet),
          /** What the dry run that goes on, or has ended, is of: a sheet by its place from 0. */
          trying: z.strictObject({ sheet: z.int(), kind: z.enum(LEDGER_KINDS), columns: ledgerColumns }).nullable(),
        })
        .nullable(),
    }),
  }),
  'importing.try': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(1)b', 'F1(3)a', 'F1(3)c', '保密法20', '保密法22', '保密法31', '实施条例19'],
    says: 'Remembers which column says what, for files with the same heads, and begins the dry run: each row is judged by the rules of registration. It goes on beside other acts; nothing is registered',
    act: '核对旧账',
    input: z.strictObject({
      file,
      sheet: z
        .int()
        .min(0)
        .max(LEDGER_LIMITS.sheets - 1),
      kind: z.enum(LEDGER_KINDS),
      columns: ledgerColumns,
    }),
    output: z.strictObject({ rows: z.int() }),
  }),
  'importing.rows': procedure({
    kind: 'query',
    by: ['officer'],
    clauses: ['F1(1)b'],
    says: 'How far the dry run is, how many rows have each fate, and the rows themselves in their order, with the reason, its clause and its column; by fate',
    act: '查看核对结果',
    input: z.strictObject({ file, fate: z.enum(ROW_FATES).optional(), ...pageOf }),
    output: z.strictObject({
      total: z.int(),
      judged: z.int(),
      done: z.boolean(),
      fates,
      /** What would be registered. */
      documents: z.int(),
      copies: z.int(),
      rows: z.array(ledgerRow),
      next: nextPage,
    }),
  }),
  'importing.leave': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(1)a'],
    says: 'Stops the dry run and forgets the file; nothing was registered',
    act: '放弃导入',
    input: z.strictObject({ file }),
    output: z.strictObject({}),
  }),
  'importing.commit': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(1)a', 'F1(1)b', '实施条例27', '审计'],
    says: 'Registers all rows that the dry run found right, at once or not at all, as 补录 (密补〔2026〕0001) under one signature with their source. Refused while a row is faulty unless `faultless` says that only the others are wanted, and when the register changed since the dry run',
    act: '导入旧账',
    input: z.strictObject({ file, faultless: z.boolean().default(false) }),
    output: z.strictObject({ id, number: z.string(), documents: z.int(), copies: z.int(), first: z.string(), last: z.string() }),
  }),
  'importing.list': procedure({
    kind: 'query',
    by: ['officer'],
    clauses: ['F1(1)b', '审计'],
    says: 'The imports, newest first, by part of number: source, counts, who and when',
    act: '查看导入记录',
    input: z.strictObject({ text: line(limits.search).optional(), ...pageOf }),
    output: z.strictObject({ rows: z.array(importRow), next: nextPage }),
  }),
}
