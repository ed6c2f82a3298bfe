import type { Output } from '../../../contract/index.ts'
import type { IncidentState } from '../../../contract/terms.ts'
import type { Read, Value } from '../door/unit.ts'

type IncidentView = Output<'circulation.get'>['incidents'][number]

type IncidentRow = {
  id: number
  number: string
  missing: string
  note: string
  opened_at: string
  openedBy: string
  state: IncidentState
  settled_at: string | null
  settled_note: string | null
  sheet: number
  sheetNumber: string
  folder: string
  reader: number
  name: string
  department: string
}

/** Short returns by a condition on `incident`, newest first. */
export const incidentsOf = (read: Read, condition: string, ...params: Value[]): IncidentView[] =>
  read
    .all<IncidentRow>(
      `SELECT incident.*, opener.name AS openedBy, sheet.number AS sheetNumber, sheet.folder, leg.reader, reader.name, reader.department
       FROM incident JOIN sheet ON sheet.id = incident.sheet JOIN leg ON leg.id = incident.leg JOIN person AS reader ON reader.id = leg.reader
       JOIN person AS opener ON opener.id = incident.opened_by WHERE ${condition} ORDER BY incident.id DESC LIMIT 200`,
      ...params,
    )
    .map((row) => ({
      id: row.id,
      number: row.number,
      sheet: { id: row.sheet, number: row.sheetNumber, folder: row.folder },
      reader: { id: row.reader, name: row.name, department: row.department },
      missing: (JSON.parse(row.missing) as number[]).map((id) => ({
        id,
        number: read.get<{ number: string }>('SELECT number FROM copy WHERE id = ?', id)?.number ?? '',
      })),
      note: row.note,
      openedAt: row.opened_at,
      openedBy: row.openedBy,
      state: row.state,
      settledAt: row.settled_at,
      settledNote: row.settled_note,
    }))
