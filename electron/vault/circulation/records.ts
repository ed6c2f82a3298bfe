import type { LegState, Level, SheetState } from '../../../contract/terms.ts'
import { isInScope } from '../documents/scope.ts'
import { refuse } from '../door/refuse.ts'
import type { Read } from '../door/unit.ts'

export type SheetRecord = { id: number; number: string; folder: string; state: SheetState; copies: number }
export type LegRecord = { id: number; sheet: number; ord: number; reader: number; name: string; state: LegState }
export type SheetCopy = {
  id: number
  number: string
  document: number
  documentNumber: string
  state: string
  documentState: string
  level: Level
}

export const sheetById = (read: Read, id: number): SheetRecord =>
  read.get<SheetRecord>('SELECT id, number, folder, state, copies FROM sheet WHERE id = ?', id) ??
  refuse('input.unknownRecord', '没有这张传阅单，请从列表中选择。', { field: 'sheet' })

export const legById = (read: Read, id: number): LegRecord =>
  read.get<LegRecord>('SELECT leg.id, sheet, ord, reader, person.name, state FROM leg JOIN person ON person.id = reader WHERE leg.id = ?', id) ??
  refuse('input.unknownRecord', '传阅单上没有这次送阅，请从传阅单中选择。', { field: 'leg' })

/** The numbered copies a sheet was fixed to, in order. */
export const copiesOn = (read: Read, sheet: number): SheetCopy[] =>
  read.all<SheetCopy>(
    `SELECT copy.id, copy.number, copy.document, document.number AS documentNumber, copy.state, document.state AS documentState, document.level
     FROM sheet_copy JOIN copy ON copy.id = sheet_copy.copy JOIN document ON document.id = copy.document WHERE sheet_copy.sheet = ? ORDER BY sheet_copy.id`,
    sheet,
  )

/** Of them those that are in the folder: what is 遗失损毁 is not, and the folder goes on without it. */
export const copiesIn = (read: Read, sheet: number): SheetCopy[] => copiesOn(read, sheet).filter(({ state }) => state !== 'lost')

/** Refuses a reader outside the 知悉范围 of any of the documents, naming reader and number (F1(4)a). */
export const refuseOutsideScope = (
  read: Read,
  reader: { id: number; name: string },
  copies: readonly Pick<SheetCopy, 'document' | 'documentNumber'>[],
  field: string,
): void => {
  for (const { document, documentNumber } of copies)
    if (!isInScope(read, document, reader.id))
      refuse('rule.forbids', `${reader.name}不在${documentNumber}的知悉范围内。需要其阅知的，请先申请扩大知悉范围。`, { clause: 'F1(4)a', field })
}

/** An open short return of a sheet. */
export const openIncident = (read: Read, sheet: number): { id: number; number: string } | undefined =>
  read.get<{ id: number; number: string }>("SELECT id, number FROM incident WHERE sheet = ? AND state = 'open'", sheet)

/** How what comes back of a folder is counted (F1(2)b). */
export const FOLDER = { of: '本夹', clause: 'F1(2)b' } as const
