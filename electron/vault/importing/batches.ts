import type { ImportedFrom, ImportRow } from '../../../contract/importing.ts'
import type { Output, Parsed } from '../../../contract/index.ts'
import type { LedgerKind } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Query, Read } from '../door/unit.ts'
import { containing } from '../storage/search.ts'
import { nextOf } from '../storage/paging.ts'

type Line = {
  id: number
  number: string
  kind: LedgerKind
  file_name: string
  digest: string
  bytes: number
  sheet: string | null
  rows: number
  entered: number
  known: number
  gone: number
  faulty: number
  documents: number
  copies: number
  at: string
  by: string
  first: string
  last: string
}

const rowOf = ({ file_name: fileName, entered, known, gone, faulty, ...line }: Line): ImportRow => ({
  ...line,
  fileName,
  fates: { register: entered, known, gone, faulty },
})

const END = (order: 'ASC' | 'DESC') =>
  `(SELECT document.number FROM import_document JOIN document ON document.id = import_document.document WHERE import_document.import = import.id ORDER BY import_document.document ${order} LIMIT 1)`

/** The imports, newest first, a page at a time. */
export const imports = ({ read }: Query, { text, after, limit }: Parsed<'importing.list'>): Output<'importing.list'> => {
  const rows = read.all<Line>(
    `SELECT import.id, import.number, kind, file_name, digest, bytes, sheet, rows, entered, known, gone, faulty, documents, copies, at, person.name AS by,
     ${END('ASC')} AS first, ${END('DESC')} AS last FROM import JOIN person ON person.id = by_person
     WHERE import.id < ? AND import.number LIKE ? ESCAPE '\\' ORDER BY import.id DESC LIMIT ?`,
    after ?? Number.MAX_SAFE_INTEGER,
    containing(text),
    limit,
  )
  return { rows: rows.map(rowOf), next: nextOf(rows, limit) }
}

type Source = {
  id: number
  number: string
  old_number: string | null
  file_name: string
  digest: string
  sheet: string | null
  lines: string
  received_on: string | null
  by: string
  at: string
}

/** What the record of a document says of its 补录; null of what was registered when it came in. */
export const importedOf = (read: Read, document: number): ImportedFrom | null => {
  const row = read.get<Source>(
    `SELECT import.id, import.number, old_number, file_name, digest, sheet, lines, received_on, person.name AS by, at
     FROM import_document JOIN import ON import.id = import JOIN person ON person.id = by_person WHERE document = ?`,
    document,
  )
  if (!row) return null
  const { id, number, old_number: oldNumber, file_name: fileName, lines, received_on: receivedOn, ...more } = row
  return { import: { id, number }, oldNumber, fileName, lines: JSON.parse(lines), receivedOn, ...more }
}

/** Refuses the id of an import that there is not. */
export const refuseNoImport = (read: Read, id: number): void => {
  if (!read.get('SELECT 1 FROM import WHERE id = ?', id))
    refuse('input.unknownRecord', '没有这一批旧账，请从旧账导入的清单中选择。', { field: 'import' })
}

/** 原收文号 of a document that was entered from an old ledger. */
export const oldNumberOf = (read: Read, document: number): string | null =>
  read.get<{ old_number: string | null }>('SELECT old_number FROM import_document WHERE document = ?', document)?.old_number ?? null
