import {
  type Expiry,
  type ExportList,
  exportFilterLabel,
  expiryLabel,
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
  type Register,
  registerLabel,
} from '../../../contract/terms.ts'
import { lives } from '../door/lives.ts'
import type { Read } from '../door/unit.ts'

/** What the records of a list are, by their table: for their states and their numbers. */
const TABLE_OF: Partial<Record<ExportList, string>> = {
  register: 'document',
  sheets: 'sheet',
  reproductions: 'reproduction',
  loans: 'loan',
  visits: 'visit',
  handovers: 'handover',
  handover: 'handover',
  kept: 'copy',
  stockTakings: 'stock_taking',
  stockTaking: 'stock_taking',
  outgoing: 'outgoing',
  reviews: 'review',
  disclosures: 'disclosure',
  publications: 'publication',
  returns: 'return_list',
  returnList: 'return_list',
  destructions: 'destruction',
  destruction: 'destruction',
  breaches: 'breach',
  media: 'medium',
}

const words: Partial<Record<string, (value: string) => string>> = {
  level: (level) => levelLabel[level as Level],
  kind: (kind) => mediumKindLabel[kind as MediumKind],
  class: (heading) => publicationClassLabel[heading as PublicationClass],
  standing: (standing) => publicationStandingLabel[standing as PublicationStanding],
  late: (late) => lateLabel[late as LateKind],
  register: (register) => registerLabel[register as Register],
  expiry: (expiry) => expiryLabel[expiry as Expiry],
}

/** The name or the number of what a filter means by its id. */
const named = (read: Read, list: ExportList, name: string, id: unknown): string | undefined => {
  const number = (table: string | undefined) => table && read.get<{ number: string }>(`SELECT number FROM ${table} WHERE id = ?`, Number(id))?.number
  if (name === 'person') return read.get<{ name: string }>('SELECT name FROM person WHERE id = ?', Number(id))?.name
  if (name === 'document' || name === 'import') return number(name)
  return name === 'record' ? number(TABLE_OF[list]) : undefined
}

const stateIn = (list: ExportList, state: string): string | undefined => lives.find(({ table }) => table === TABLE_OF[list])?.stateLabel[state]

/** A filter of a list in words: 年度 2026；密级 机密；状态 在办；人员 李保. A filter that was withheld (`true`) is named alone. */
export const filterInWords = (read: Read, list: ExportList, filter: Record<string, unknown>): string =>
  Object.entries(filter)
    .map(([name, value]) => {
      const label = exportFilterLabel[name as keyof typeof exportFilterLabel]
      if (value === true) return label
      const said = (name === 'state' ? stateIn(list, String(value)) : words[name]?.(String(value))) ?? named(read, list, name, value)
      return `${label} ${said ?? String(value)}`
    })
    .join('；')
