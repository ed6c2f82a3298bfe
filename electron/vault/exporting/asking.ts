import { EXPORT_APPROVING_ROLES, type ExportList, exportLabel, roleLabel } from '../../../contract/terms.ts'
import type { ExportFilter } from '../../../contract/exporting.ts'
import { instantsOf, spanOf } from '../audit/span.ts'
import { refuse } from '../door/refuse.ts'
import type { Query, Signer, Work } from '../door/unit.ts'
import { hasDuty } from '../people/duties.ts'
import { isSamePerson } from '../people/identity.ts'
import type { Exported } from './listing.ts'

/** How many rows a list has; once they are more than `enough` they are not counted to the end. */
const countRows = (query: Query, list: Exported, filter: ExportFilter, enough: number): number => {
  let rows = 0
  for (const page of list.pages(query, filter)) {
    rows += page.length
    if (rows > enough) break
  }
  return rows
}

/** A sheet of Excel has 1,048,576 rows, and the record outgrows it. */
const MOST_IN_EXCEL = 1_000_000

/** Refuses to export more entries of the record than one sheet holds. */
export const refuseBeyondExcel = ({ read }: Pick<Query, 'read'>, list: ExportList, filter: ExportFilter): void => {
  if (list !== 'audit') return
  const { low, high } = spanOf(read, instantsOf(filter))
  if (high - low > MOST_IN_EXCEL)
    refuse('input.range', `审计记录超过${MOST_IN_EXCEL}行，一张 Excel 表放不下。请按日期分段导出；全部记录用整库导出。`, {
      clause: '审计',
      field: 'filter',
    })
}

/** The leader who approves is none of those who export, on whichever account (F1(5)a). */
const approver = (work: Work, ticket: string): Signer => {
  const signer = work.signer(ticket)
  if (!hasDuty(work.read, signer.person.id, EXPORT_APPROVING_ROLES))
    refuse('rule.forbids', `批准导出的应为${EXPORT_APPROVING_ROLES.map((role) => roleLabel[role]).join('、')}。`, {
      clause: 'F1(5)a',
      field: 'ticket',
    })
  if (isSamePerson(work.read, signer.person.id, work.asking.person.id))
    refuse('rule.forbids', '不得批准本人的导出。', { clause: 'F1(5)a', field: 'ticket' })
  return signer
}

type Asked = { exported: Exported; list: ExportList; filter: ExportFilter; ticket?: string | undefined }

/**
 * Whether a list may leave now, whatever it leaves as: whose it is (三员), and by whose leave above the set number of rows (F1(5)a, F1(5)b).
 * `free`: rows that go without. `most`: more are not printed at all.
 */
export const allowed = (work: Work, { exported, list, filter, ticket }: Asked, most?: number): { free: number; signer: Signer | null } => {
  const what = most === undefined ? '导出' : '打印'
  if (!work.asking.roles.some((role) => exported.by.includes(role)))
    refuse('session.role', `${exportLabel[list]}由${exported.by.map((role) => roleLabel[role]).join('、')}${what}，您的账户没有这项职责。`, {
      clause: '三员',
      field: 'list',
    })
  if (most === undefined) refuseBeyondExcel(work, list, filter)
  const free = work.settings.exportRows
  const rows = countRows(work, exported, filter, Math.max(free, most ?? 0))
  if (most !== undefined && rows > most)
    refuse('input.range', `超过${most}行的清单不打印。请缩小筛选范围，或导出Excel。`, { clause: 'F1(5)b', field: 'filter' })
  if (rows > free && ticket === undefined)
    refuse('rule.forbids', `超过${free}行的${what}须经分管领导批准。请分管领导当场签字，或缩小筛选范围。`, { clause: 'F1(5)a', field: 'ticket' })
  return { free, signer: ticket === undefined ? null : approver(work, ticket) }
}
