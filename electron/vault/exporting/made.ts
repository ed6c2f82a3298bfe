import type { ExportFilter } from '../../../contract/exporting.ts'
import type { ExportList, Level } from '../../../contract/terms.ts'
import { daysAfter, instantOf } from '../door/clock.ts'
import type { Query } from '../door/unit.ts'
import { filterInWords } from './filter-words.ts'
import { knownIn } from './listing.ts'

/** An export as the 导出登记簿 has it. */
export type Made = {
  number: string
  list: ExportList
  filter: string
  by: string
  at: string
  rows: number | null
  level: Level | null
  approvedBy: string | null
  digest: string | null
}

/** A filter as it may stand in a record that the three officers read: that something was searched for, not what. */
export const withoutText = (filter: ExportFilter): Record<string, string | number | boolean> =>
  Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, name === 'text' ? true : value] as const])),
  )

/** The exports of these days, in their order; of all when none are named. */
export const exportsMade = ({ read }: Query, asked: ExportFilter): Made[] => {
  const { from, to } = knownIn(asked, ['from', 'to']) as { from?: string; to?: string }
  return read
    .all<Made>(
      `SELECT export.number, list, filter, maker.name AS by, at, rows, level, approver.name AS approvedBy, digest FROM export
       JOIN person AS maker ON maker.id = by_person LEFT JOIN person AS approver ON approver.id = approved_by WHERE at >= ? AND at < ? ORDER BY export.id`,
      from === undefined ? '' : instantOf(`${from}T00:00`).toISOString(),
      to === undefined ? '9999' : instantOf(`${daysAfter(to, 1)}T00:00`).toISOString(),
    )
    .map((row) => ({ ...row, filter: filterInWords(read, row.list, JSON.parse(row.filter)) }))
}
