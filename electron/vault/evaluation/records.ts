import type {
  AppealFigures,
  EvaluationRow,
  EvaluationView,
  EvaluationWords,
  ProactiveFigures,
  ReportFigures,
} from '../../../contract/evaluation-views.ts'
import type { SignatureMark } from '../../../contract/fields.ts'
import type { Read } from '../door/unit.ts'
import { signatureMark } from '../people/marks.ts'
import { type Table, tableOfLines } from './table.ts'

export type Typed = { proactive: ProactiveFigures; appeals: AppealFigures; explanation: string | null }
type EvaluationRecord = { id: number; number: string; figures: string; typed: string | null; words: string; signature: number }

/** What stands for a year, or a half: the last that was recorded. */
const standing = (read: Read, year: number, half: number | null): EvaluationRecord | undefined =>
  read.get<EvaluationRecord>(
    'SELECT id, number, figures, typed, words, signature FROM evaluation WHERE year = ? AND half IS ? ORDER BY id DESC LIMIT 1',
    year,
    half,
  )

export const evaluationOf = (read: Read, year: number, half: number | null): EvaluationView | null => {
  const row = standing(read, year, half)
  if (!row) return null
  return {
    id: row.id,
    number: row.number,
    figures: JSON.parse(row.figures) as ReportFigures,
    typed: row.typed === null ? null : (JSON.parse(row.typed) as Typed),
    words: JSON.parse(row.words) as EvaluationWords,
    signature: signatureMark(read, row.signature) as SignatureMark,
  }
}

/** Whether one was recorded. */
export const isRecorded = (read: Read, year: number, half: number | null): boolean => standing(read, year, half) !== undefined

/** The report of the year before as it was recorded: its table, and the figures that were typed. */
export const reportBefore = (read: Read, year: number): { table: Table; typed: Typed } | null => {
  const row = standing(read, year - 1, null)
  if (!row) return null
  return { table: tableOfLines((JSON.parse(row.figures) as ReportFigures).lines), typed: JSON.parse(row.typed as string) as Typed }
}

/** Every one that was recorded, newest first. */
export const evaluationRows = (read: Read): EvaluationRow[] =>
  read
    .all<{ id: number; number: string; year: number; half: number | null; signature: number; stands: number }>(
      `SELECT id, number, year, half, signature, NOT EXISTS (SELECT 1 FROM evaluation AS later WHERE later.year = evaluation.year
         AND later.half IS evaluation.half AND later.id > evaluation.id) AS stands FROM evaluation ORDER BY id DESC`,
    )
    .map(({ signature, stands, ...row }) => ({ ...row, signature: signatureMark(read, signature) as SignatureMark, stands: stands === 1 }))
