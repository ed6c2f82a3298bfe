import type { CopyView, DocumentView, ParticularsView } from '../../../contract/documents-views.ts'
import type { Output, Parsed } from '../../../contract/index.ts'
import type { CopyKind, CopyState, Level } from '../../../contract/terms.ts'
import { balanceOf } from '../custody/balance.ts'
import { refuse } from '../door/refuse.ts'
import type { Query, Read } from '../door/unit.ts'
import { importedOf } from '../importing/batches.ts'
import { compiledFrom, compiledOf } from './compilations.ts'
import { actsOn, historyOf } from './history.ts'
import { matching } from './matching.ts'
import { expiryOn } from './expiry.ts'
import { type Judged, readsAll, ROW } from './list.ts'
import { copyNamed } from './numbers.ts'
import { reviewsOf } from './reviews.ts'
import { isInScope, wasScoped } from './scope.ts'
import { versionsOf } from './versions.ts'

type CopyRow = {
  id: number
  number: string
  kind: CopyKind
  reproduction: number | null
  asked: string | null
  copy_no: string | null
  state: CopyState
  since: string
  holder: number | null
  name: string
  department: string
  sheet: number | null
  sheet_number: string
  box: number | null
  box_number: string
  volume: string | null
  folder: string
}

/** The copies of a document, each with its holder and the sheet it is out on. */
export const copiesOf = (read: Read, document: number): CopyView[] =>
  read
    .all<CopyRow>(
      `SELECT copy.id, copy.number, copy.kind, copy.reproduction, reproduction.number AS asked, copy.copy_no, copy.state, copy.since, copy.holder, person.name, person.department,
       copy.sheet, sheet.number AS sheet_number, sheet.folder, copy.box, box.number AS box_number, archiving.volume
       FROM copy LEFT JOIN person ON person.id = copy.holder LEFT JOIN sheet ON sheet.id = copy.sheet
       LEFT JOIN box ON box.id = copy.box LEFT JOIN archiving ON archiving.id = copy.archiving
       LEFT JOIN reproduction ON reproduction.id = copy.reproduction WHERE copy.document = ? ORDER BY copy.id`,
      document,
    )
    .map((row) => ({
      id: row.id,
      number: row.number,
      kind: row.kind,
      copyNo: row.copy_no,
      state: row.state,
      since: row.since,
      holder: row.holder === null ? null : { id: row.holder, name: row.name, department: row.department },
      sheet: row.sheet === null ? null : { id: row.sheet, number: row.sheet_number, folder: row.folder },
      box: row.box === null ? null : { id: row.box, number: row.box_number },
      volume: row.volume,
      reproduction: row.reproduction === null ? null : { id: row.reproduction, number: row.asked ?? '' },
    }))

type Whole = Judged & {
  listed: number
  counted: number
  discrepancyNote: string | null
  request: number | null
  requestNumber: string
  envelopeId: number | null
  envelopeNumber: string
  envelopeNo: string
  receivedBy: string
  openedBy: string
  openedAt: string
  sealIntact: number
  sealNote: string | null
}

const WHOLE = ROW.replace(
  'document.out, p.declassified, p.expires_on AS expiresOn\n',
  `document.out, p.declassified, p.expires_on AS expiresOn, document.listed, document.counted, document.discrepancy_note AS discrepancyNote, request.id AS request, request.number AS requestNumber, envelope.id AS envelopeId,
  envelope.number AS envelopeNumber, envelope.envelope_no AS envelopeNo, receiver.name AS receivedBy, opener.name AS openedBy, envelope.opened_at AS openedAt,
  envelope.seal_intact AS sealIntact, envelope.seal_note AS sealNote\n`,
).concat(
  ' LEFT JOIN person AS receiver ON receiver.id = envelope.received_by LEFT JOIN person AS opener ON opener.id = envelope.opened_by LEFT JOIN reproduction AS request ON request.id = document.reproduction',
)

/** Where a document is from: out of its envelope, or out of the request under which it was compiled. */
const originOf = (read: Read, whole: Whole) => {
  const {
    request,
    requestNumber,
    envelopeId,
    envelopeNumber,
    envelopeNo,
    receivedBy,
    openedBy,
    openedAt,
    sealIntact,
    sealNote,
    declassified,
    ...row
  } = whole
  const about = { envelopeNo, receivedBy, openedBy, openedAt, sealIntact: sealIntact === 1, sealNote }
  const sources = compiledFrom(read, row.id).map(({ copy, document, number, title, mark }) => ({
    copy,
    document: { id: document, number, title, mark },
  }))
  return {
    row,
    declassified,
    envelope: envelopeId === null ? null : { id: envelopeId, number: envelopeNumber, ...about },
    compiled: request === null ? null : { reproduction: request, number: requestNumber, sources },
  }
}

/** One document, whole. */
export const get = (query: Query, { document: id }: Parsed<'documents.get'>): DocumentView => {
  const whole =
    query.read.get<Whole>(`${WHOLE} WHERE document.id = ?`, id) ??
    refuse('input.unknownRecord', '没有这份文件，请从登记簿中选择。', { field: 'document' })
  if (!readsAll(query) && !isInScope(query.read, id, query.asking.person.id))
    refuse('session.role', '本人不在该文件的知悉范围内，不能查看。', { clause: '保密法21', field: 'document' })
  const { row, declassified, envelope, compiled } = originOf(query.read, whole)
  const versions = versionsOf(query.read, id)
  const today = query.wall.slice(0, 10)
  const scope = query.read.all<{ id: number; name: string; department: string }>(
    'SELECT person.id, person.name, person.department FROM in_scope AS scope JOIN person ON person.id = scope.person WHERE scope.document = ? ORDER BY scope.id',
    id,
  )
  const copyList = copiesOf(query.read, id)
  const particulars = versions.at(-1) as ParticularsView
  const imported = importedOf(query.read, id)
  const inBox = copyList.filter(({ state }) => state === 'inBox').length
  const originals = copyList.filter(({ kind, state }) => kind === 'original' && state !== 'missing' && state !== 'lost').length
  return {
    ...row,
    expiry: expiryOn({ ...row, declassified }, today),
    envelope: imported ? null : envelope,
    compiled,
    imported,
    compilations: compiledOf(query.read, id),
    particulars,
    versions,
    reviews: reviewsOf(query.read, id),
    scope,
    copyList,
    balance: balanceOf(copyList),
    history: [...(imported ? historyOf(query.read, imported.import.number) : []), ...historyOf(query.read, row.number)],
    acts: actsOn(query, { ...row, scope: scope.length, scoped: wasScoped(query.read, row.id), inBox, originals, today, particulars }),
  }
}

/** Where a copy is, by any part of title, number, 份号 or 文号, or by its label. */
export const whereIs = (query: Query, { text, limit }: Parsed<'documents.whereIs'>): Output<'documents.whereIs'> => {
  const meant = matching(query.read, text)
  if (!meant) return { rows: [] }
  const found = query.read.all<{ id: number; number: string; title: string; symbol: string | null; mark: string; level: Level }>(
    `SELECT document.id, document.number, p.title, p.symbol, p.mark, p.level
     FROM (SELECT id FROM (${meant.sql}) ${readsAll(query) ? '' : 'WHERE id IN (SELECT document FROM in_scope WHERE person = ?)'} ORDER BY id DESC LIMIT ?) AS hit
     JOIN document ON document.id = hit.id JOIN particulars AS p ON p.id = document.current ORDER BY document.id DESC`,
    ...[...meant.params, ...(readsAll(query) ? [] : [query.asking.person.id]), limit],
  )
  const named = copyNamed(text)
  return { rows: found.map((document) => ({ document, copies: copiesMeant(copiesOf(query.read, document.id), meant.copy, named?.copy) })) }
}

/** The one copy whose label was scanned or whose number was typed; else all of them. */
const copiesMeant = (copies: CopyView[], labelled: number | undefined, number: string | undefined) => {
  const one = copies.filter((copy) => copy.id === labelled || (number !== undefined && copy.number.endsWith(number)))
  return one.length > 0 ? one : copies
}
