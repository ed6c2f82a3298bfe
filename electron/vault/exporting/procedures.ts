import type { exporting, ExportFilter } from '../../../contract/exporting.ts'
import { EXPORT_APPROVING_ROLES, exportLabel, roleLabel } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Desk, Query, Signer, Work } from '../door/unit.ts'
import { withoutBrackets } from '../paper/frame.ts'
import { hasDuty } from '../people/duties.ts'
import { isSamePerson } from '../people/identity.ts'
import type { Exported } from './listing.ts'
import { filterInWords, withoutText } from './made.ts'
import type { Exports } from './making.ts'

/** 严格控制份数: what leaves in one file without a leader's word (F1(5)b, domain 4). */
const isAbove = (query: Query, list: Exported, filter: ExportFilter, free: number): boolean => {
  let rows = 0
  for (const page of list.pages(query, filter)) {
    rows += page.length
    if (rows > free) return true
  }
  return false
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

/** The procedure of 导出. The file itself is made when the shell asks for it (making.ts). */
export const exportDesk = (exports: Exports): Desk<typeof exporting> => ({
  'export.list': (work, { list, filter, ticket }) => {
    const exported = exports.lists[list]
    if (!work.asking.roles.some((role) => exported.by.includes(role)))
      refuse('session.role', `${exportLabel[list]}由${exported.by.map((role) => roleLabel[role]).join('、')}导出，您的账户没有这项职责。`, {
        clause: '三员',
        field: 'list',
      })
    const free = work.settings.exportRows
    const above = isAbove(work, exported, filter, free)
    if (above && ticket === undefined)
      refuse('rule.forbids', `超过${free}行的导出须经分管领导批准。请分管领导当场签字，或缩小筛选范围。`, { clause: 'F1(5)a', field: 'ticket' })
    const signer = ticket === undefined ? null : approver(work, ticket)
    const number = work.number('export')
    const recorded = withoutText(filter)
    const at = work.now.toISOString()
    const id = work.insert('export', {
      number,
      list,
      filter: JSON.stringify(recorded),
      by_person: work.asking.person.id,
      at,
      free,
      approved_by: signer?.person.id ?? null,
      approve_signature: signer && work.sign(signer, 'approval', { export: number, list, filter: recorded, asking: work.asking.person.id }),
    })
    work.about(number)
    work.note({ list: exportLabel[list], ...(Object.keys(recorded).length > 0 ? { filter: filterInWords(recorded) } : {}) })
    const fileName = `${exportLabel[list]}-${withoutBrackets(number)}.xlsx`
    const given = work.shellTicket({ kind: 'file', fileName, about: number })
    exports.order(given, { id, number, list, filter, at: work.wall, by: work.asking.person.name })
    return { number, fileName, ticket: given }
  },
})
