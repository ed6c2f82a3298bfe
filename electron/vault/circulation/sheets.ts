import type { Period } from '../../../contract/fields.ts'
import type { Output, Parsed } from '../../../contract/index.ts'
import { sheetStateLabel } from '../../../contract/terms.ts'
import { refuseNotReader } from '../documents/scope.ts'
import { plain } from '../documents/numbers.ts'
import { highestMark } from '../documents/marking.ts'
import { refuse } from '../door/refuse.ts'
import type { Read, Work } from '../door/unit.ts'
import { nameOf } from '../people/names.ts'
import { sheetLifecycle } from './lifecycle.ts'
import { copiesIn, copiesOn, openIncident, refuseOutsideScope, type SheetCopy, sheetById } from './records.ts'

type Draft = Parsed<'circulation.draft'>
type Candidate = SheetCopy & { period: string | null; madeOn: string; declassified: number; sheetNumber: string | null }

const candidate = (read: Read, id: number, index: number): Candidate => {
  const field = `copies.${index}`
  const copy =
    read.get<Candidate>(
      `SELECT copy.id, copy.number, copy.document, document.number AS documentNumber, copy.state, document.state AS documentState, p.level, p.period, p.made_on AS madeOn, p.declassified,
       (SELECT sheet.number FROM sheet_copy JOIN sheet ON sheet.id = sheet_copy.sheet WHERE sheet_copy.copy = copy.id AND sheet.state NOT IN ('finished','cancelled')) AS sheetNumber
       FROM copy JOIN document ON document.id = copy.document JOIN particulars AS p ON p.id = document.current WHERE copy.id = ?`,
      id,
    ) ?? refuse('input.unknownRecord', '没有这一份，请从在箱的份中选择。', { field })
  if (copy.sheetNumber) refuse('state.conflict', `${copy.number}已列入${copy.sheetNumber}，一份不能同时在两个夹里。`, { clause: 'F1(2)b', field })
  if (copy.state === 'archived')
    refuse('state.forbids', `${copy.number}已经归档，不再传阅。需要使用的，请办理查阅、借用。`, { clause: 'F1(7)a', field })
  if (copy.state !== 'inBox') refuse('state.forbids', `${copy.number}不在箱，不能列入传阅夹。`, { clause: 'F1(2)b', field })
  if (copy.documentState === 'finished') refuse('state.forbids', `${copy.number}所属文件已办结，不能再传阅。`, { clause: 'F1(6)', field })
  return copy
}

const refuseBadReaders = (work: Work, readers: readonly number[], copies: readonly SheetCopy[]) => {
  for (const [index, id] of readers.entries()) refuseNotReader(work.read, id, `readers.${index}`)
  if (new Set(readers).size < readers.length) refuse('input.duplicate', '阅文人有重复，请核对顺序。', { clause: 'F1(2)b', field: 'readers' })
  for (const [index, id] of readers.entries()) refuseOutsideScope(work.read, { id, name: nameOf(work.read, id) }, copies, `readers.${index}`)
}

/** Makes a sheet for a folder: 份数 and every number fixed, readers in order within the scope (F1(2)b, F1(4)a). */
export const draft = (work: Work, input: Draft): Output<'circulation.draft'> => {
  const folder = plain(input.folder)
  const open = work.read.get<{ number: string }>("SELECT number FROM sheet WHERE folder = ? AND state NOT IN ('finished','cancelled')", folder)
  if (open) refuse('state.conflict', `${folder}正用于${open.number}，一夹一单。请换一个夹，或先办结该传阅单。`, { clause: 'F1(2)b', field: 'folder' })
  if (new Set(input.copies).size < input.copies.length) refuse('input.duplicate', '同一份列了两次，请核对。', { clause: 'F1(2)b', field: 'copies' })
  const copies = input.copies.map((id, index) => candidate(work.read, id, index))
  refuseBadReaders(work, input.readers, copies)
  const number = work.number('sheet')
  const { level, mark } = highestMark(copies.map((copy) => ({ ...copy, period: copy.period ? (JSON.parse(copy.period) as Period) : null })))
  const id = work.insert('sheet', {
    number,
    folder,
    state: 'draft',
    level,
    mark,
    copies: copies.length,
    proposal: input.proposal ?? null,
    instruction: input.instruction ?? null,
    created_by: work.asking.person.id,
    created_at: work.now.toISOString(),
  })
  for (const copy of copies) work.insert('sheet_copy', { sheet: id, copy: copy.id })
  const legs = input.readers.map((reader, index) => ({
    id: work.insert('leg', { sheet: id, ord: index + 1, reader, state: 'waiting' }),
    order: index + 1,
    reader,
  }))
  if (input.confirm) work.move(sheetLifecycle, id, 'confirmed')
  work.about(number, ...copies.map((copy) => copy.number))
  return { id, number, legs }
}

/** 核定范围: checks again what was drafted, then it stands. */
export const confirm = (work: Work, input: Parsed<'circulation.confirm'>): Output<'circulation.confirm'> => {
  const sheet = sheetById(work.read, input.sheet)
  work.about(sheet.number)
  if (sheet.state !== 'draft')
    refuse('state.forbids', `传阅单现为“${sheetStateLabel[sheet.state]}”，只有拟制的传阅单可以核定。`, { clause: 'F1(2)b', field: 'sheet' })
  const readers = work.read.all<{ reader: number }>('SELECT reader FROM leg WHERE sheet = ? ORDER BY ord', sheet.id).map(({ reader }) => reader)
  refuseBadReaders(work, readers, copiesOn(work.read, sheet.id))
  work.move(sheetLifecycle, sheet.id, 'confirmed')
  return { id: sheet.id }
}

/** 作废, only while nothing was signed. */
export const cancel = (work: Work, input: Parsed<'circulation.cancel'>): Output<'circulation.cancel'> => {
  const sheet = sheetById(work.read, input.sheet)
  work.about(sheet.number)
  if (work.read.get("SELECT 1 FROM leg WHERE sheet = ? AND state <> 'waiting'", sheet.id))
    refuse('state.forbids', '传阅单已有送阅记录，不能作废，只能办结。', { clause: 'F1(2)b', field: 'sheet' })
  work.move(sheetLifecycle, sheet.id, 'cancelled', { result: input.reason, closed_at: work.now.toISOString() })
  return { id: sheet.id }
}

/** 办结. × close with a number missing or a leg out. */
export const close = (work: Work, input: Parsed<'circulation.close'>): Output<'circulation.close'> => {
  const sheet = sheetById(work.read, input.sheet)
  work.about(sheet.number)
  const incident = openIncident(work.read, sheet.id)
  if (incident) refuse('rule.forbids', `${incident.number}尚未查清，传阅单不能办结。`, { clause: 'F1(2)b', field: 'sheet' })
  const out = copiesIn(work.read, sheet.id).filter((copy) => copy.state !== 'inBox')
  if (out.length > 0) refuse('rule.forbids', `缺 ${out.map((copy) => copy.number).join('、')}，不能办结。`, { clause: 'F1(2)b', field: 'sheet' })
  work.move(sheetLifecycle, sheet.id, 'finished', { result: input.result, closed_at: work.now.toISOString() })
  return { id: sheet.id }
}

/** Adds a reader at the end of an open sheet, within the 知悉范围 as it stands now (F1(4)c). */
export const addReader = (work: Work, input: Parsed<'circulation.addReader'>): Output<'circulation.addReader'> => {
  const sheet = sheetById(work.read, input.sheet)
  work.about(sheet.number)
  if (sheet.state === 'finished' || sheet.state === 'cancelled')
    refuse('state.forbids', '传阅单已结束，不能增加阅文人。', { clause: 'F1(2)b', field: 'sheet' })
  refuseNotReader(work.read, input.reader, 'reader')
  refuseOutsideScope(work.read, { id: input.reader, name: nameOf(work.read, input.reader) }, copiesOn(work.read, sheet.id), 'reader')
  if (work.read.get("SELECT 1 FROM leg WHERE sheet = ? AND reader = ? AND state IN ('waiting','handedOut','signed')", sheet.id, input.reader))
    refuse('input.duplicate', '此人已在本单阅文人中，尚未阅毕。', { clause: 'F1(2)b', field: 'reader' })
  const last = work.read.get<{ ord: number }>('SELECT max(ord) AS ord FROM leg WHERE sheet = ?', sheet.id)?.ord ?? 0
  work.insert('leg', { sheet: sheet.id, ord: last + 1, reader: input.reader, state: 'waiting' })
  if (sheet.state === 'allReturned') work.move(sheetLifecycle, sheet.id, 'confirmed')
  return { id: sheet.id }
}
