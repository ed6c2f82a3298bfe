import type { ExportFilter } from '../../../contract/exporting.ts'
import {
  type ExportList,
  exportFilterLabel,
  type LateKind,
  lateLabel,
  type Level,
  levelLabel,
  type MediumKind,
  mediumKindLabel,
  type PublicationClass,
  publicationClassLabel,
  type PublicationStanding,
  publicationStandingLabel,
  REGISTERS,
  registerLabel,
} from '../../../contract/terms.ts'
import { daysAfter, instantOf } from '../door/clock.ts'
import type { Query } from '../door/unit.ts'
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

const words: Partial<Record<string, (value: string) => string>> = {
  level: (level) => levelLabel[level as Level],
  kind: (kind) => mediumKindLabel[kind as MediumKind],
  class: (heading) => publicationClassLabel[heading as PublicationClass],
  standing: (standing) => publicationStandingLabel[standing as PublicationStanding],
  late: (late) => lateLabel[late as LateKind],
  register: (register) => registerLabel[REGISTERS.find((each) => each === register) ?? 'classified'],
}

/** A filter in words, but for what was searched for: 年度 2026；密级 机密. */
export const filterInWords = (filter: Record<string, unknown>): string =>
  Object.entries(filter)
    .map(([name, value]) => {
      const label = exportFilterLabel[name as keyof typeof exportFilterLabel]
      return value === true ? label : `${label} ${words[name]?.(String(value)) ?? String(value)}`
    })
    .join('；')

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
    .map((row) => ({ ...row, filter: filterInWords(JSON.parse(row.filter)) }))
}
