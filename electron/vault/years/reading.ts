import type { ClosedYear, YearCounts } from '../../../contract/documents-years.ts'
import type { SignatureMark } from '../../../contract/fields.ts'
import type { Output, Parsed } from '../../../contract/index.ts'
import { refuse } from '../door/refuse.ts'
import type { Query, Read } from '../door/unit.ts'
import { signatureMark } from '../people/marks.ts'
import { nameOf } from '../people/names.ts'
import { against, waitingYears } from './closing.ts'
import { countYear, totalsOf } from './counting.ts'

type Row = {
  id: number
  year: number
  counts: string
  size: number
  root: string
  at: string
  by_person: number
  approved_by: number
  signature: number
  approve_signature: number
}

/** A closed year as it was signed; undefined while it is not closed. */
export const closedYearOf = (read: Read, year: number): ClosedYear | undefined => {
  const row = read.get<Row>('SELECT * FROM year_close WHERE year = ?', year)
  return (
    row && {
      id: row.id,
      year: row.year,
      at: row.at,
      counts: JSON.parse(row.counts) as YearCounts,
      size: row.size,
      root: row.root,
      closed: signatureMark(read, row.signature) as SignatureMark,
      approved: signatureMark(read, row.approve_signature) as SignatureMark,
    }
  )
}

export const closedYear = ({ read }: Query, { year }: Parsed<'documents.closedYear'>): ClosedYear =>
  closedYearOf(read, year) ?? refuse('input.unknownRecord', `${year}年度还没有关账。`, { clause: 'F1(1)b', field: 'year' })

/** Closed years, newest first, and those that wait. */
export const closedYears = (query: Query): Output<'documents.closedYears'> => ({
  rows: query.read.all<Row>('SELECT * FROM year_close ORDER BY year DESC').map(({ id, year, at, counts, ...row }) => ({
    id,
    year,
    at,
    by: nameOf(query.read, row.by_person),
    approvedBy: nameOf(query.read, row.approved_by),
    ...totalsOf(JSON.parse(counts) as YearCounts),
  })),
  waiting: waitingYears(query),
})

/** What a year would be closed with now. */
export const yearAhead = (query: Query, { year }: Parsed<'documents.countYear'>): Output<'documents.countYear'> => ({
  counts: countYear(query.read, year),
  against: against(query, year),
})
