import type { ParticularsView } from '../../../contract/documents-views.ts'
import { copyBanLabel, type Level, type Particular, PARTICULARS, type Urgency, urgencyLabel } from '../../../contract/terms.ts'
import type { Read } from '../door/unit.ts'

type ParticularsRow = Record<string, string | null> & { version: number; by: string; level: Level; urgency: Urgency; cause: ParticularsView['cause'] }

const particularsView = (row: ParticularsRow): Omit<ParticularsView, 'changes'> => ({
  version: row.version,
  cause: row.cause,
  reason: row.reason ?? null,
  notice: row.notice ? JSON.parse(row.notice) : null,
  review: row.review ?? null,
  by: row.by,
  at: row.at ?? '',
  title: row.title ?? '',
  symbol: row.symbol ?? null,
  sender: row.sender ?? '',
  attachments: row.attachments ?? null,
  urgency: row.urgency,
  madeOn: row.made_on ?? '',
  addressee: row.addressee ?? null,
  handledBy: row.handled_by ?? null,
  returnBy: row.return_by ?? null,
  copyBan: Number(row.copy_ban) === 1,
  remarks: row.remarks ?? null,
  level: row.level,
  period: row.period ? JSON.parse(row.period) : null,
  mark: row.mark ?? '',
  declassified: Number(row.declassified) === 1,
  expiresOn: row.expires_on ?? null,
})

type Version = Omit<ParticularsView, 'changes'>

const shown = (version: Version, field: Particular): string | null => {
  if (field === 'urgency') return urgencyLabel[version.urgency]
  if (field === 'copyBan') return version.copyBan ? copyBanLabel : null
  return version[field]
}

const changesBetween = (before: Version | undefined, after: Version): ParticularsView['changes'] =>
  before === undefined
    ? []
    : PARTICULARS.flatMap((field) => {
        const change = { field, before: shown(before, field), after: shown(after, field) }
        return change.before === change.after ? [] : [change]
      })

/** Every version of what the paper was registered as, oldest first, each with what it says otherwise than the one before it. */
export const versionsOf = (read: Read, document: number): ParticularsView[] =>
  read
    .all<ParticularsRow>(
      `SELECT particulars.*, person.name AS by,
       (SELECT number FROM expiry_review WHERE after = particulars.id AND outcome = 'declassified') AS review
       FROM particulars JOIN person ON person.id = by_person WHERE document = ? ORDER BY version`,
      document,
    )
    .map(particularsView)
    .map((version, index, all) => ({ ...version, changes: changesBetween(all[index - 1], version) }))
