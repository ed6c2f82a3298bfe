/** 整库导出: every row of the record in an open, documented format (docs/archive-format.md). */
import { z } from 'zod'
import { id, instant, level, nextPage, pageOf, ticket } from './fields.ts'
import { procedure } from './procedure.ts'
import { ARCHIVE_OUTCOMES, ARCHIVE_STAGES } from './terms.ts'

/** An export of the whole as the record has it. `outcome` is null while it is under way, or where nobody chose a folder. Names of folders, never titles. */
export const archiveRow = z.strictObject({
  id,
  number: z.string(),
  at: instant,
  by: z.string(),
  approvedBy: z.string(),
  endedAt: instant.nullable(),
  outcome: z.enum(ARCHIVE_OUTCOMES).nullable(),
  name: z.string().nullable(),
  /** The highest level that any row names. */
  level: level.nullable(),
  /** Entries of the record in it, and their RFC 6962 root. */
  entries: z.int().nullable(),
  root: z.string().nullable(),
  files: z.int().nullable(),
  lines: z.int().nullable(),
  /** SHA-256 of its manifest.json, in hex: whoever has this knows every file. */
  digest: z.string().nullable(),
  /** Why it came to nothing. */
  why: z.string().nullable(),
})
export type ArchiveRow = z.infer<typeof archiveRow>

export const archive = {
  'archive.begin': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(5)a', 'F1(5)b', '审计'],
    says: 'The whole record as open files, its contents in the clear: a recorded act with its number (整库〔2026〕0001), approved in place by a 分管领导 by ticket. Gives the ticket with which the shell asks for a folder of a medium. Nothing is written before. Refused while one, or a backup, is under way',
    act: '开始整库导出',
    input: z.strictObject({ ticket }),
    output: z.strictObject({
      number: z.string(),
      /** One-time leave for the shell to have it written into a folder. */
      ticket: z.string(),
    }),
  }),
  'archive.progress': procedure({
    kind: 'query',
    by: ['officer'],
    clauses: ['F1(5)b'],
    says: 'How far the export under way is; null when none is',
    act: '查看整库导出进度',
    input: z.strictObject({}),
    output: z.strictObject({
      running: z.strictObject({ number: z.string(), stage: z.enum(ARCHIVE_STAGES), done: z.int(), total: z.int() }).nullable(),
    }),
  }),
  'archive.cancel': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(5)b'],
    says: 'Stops the export under way; nothing of it stays. Refused when none is',
    act: '停止整库导出',
    input: z.strictObject({}),
    output: z.strictObject({}),
  }),
  'archive.list': procedure({
    kind: 'query',
    by: ['officer', 'auditor'],
    clauses: ['F1(5)b', '审计'],
    says: 'Exports of the whole, newest first, each with who approved it, how it ended and the digest of its manifest',
    act: '查看整库导出记录',
    input: z.strictObject({ ...pageOf }),
    output: z.strictObject({ rows: z.array(archiveRow), next: nextPage }),
  }),
}
