import type { Output, Parsed } from '../../../contract/index.ts'
import type { Query } from '../door/unit.ts'
import { canonicalJson } from '../storage/bytes.ts'
import { daysOf, figuresOf } from './figures.ts'
import { evaluationOf, evaluationRows, reportBefore } from './records.ts'

/** A year, or a half, as the record has it now, and what of it was recorded. */
export const report = ({ read, wall }: Pick<Query, 'read' | 'wall'>, input: Parsed<'disclosure.annualReport'>): Output<'disclosure.annualReport'> => {
  const { year, half = null } = input
  const days = daysOf(year, half)
  const figures = figuresOf(read, days, half === null ? (reportBefore(read, year)?.table ?? null) : null)
  const record = evaluationOf(read, year, half)
  return {
    year,
    half,
    over: wall.slice(0, 10) > days.to,
    figures,
    record,
    changed: record !== null && canonicalJson(record.figures.lines) !== canonicalJson(figures.lines),
  }
}

export const evaluations = ({ read }: Query): Output<'disclosure.evaluations'> => ({ records: evaluationRows(read) })
