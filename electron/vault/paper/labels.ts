import type { Parsed } from '../../../contract/index.ts'
import { limits } from '../../../contract/fields.ts'
import type { Label, labelPapers } from '../../../contract/paper.ts'
import {
  type CopyKind,
  type CopyState,
  copyStateLabel,
  GONE_STATES,
  type Level,
  levelLabel,
  type MediumKind,
  type MediumState,
  mediumStateLabel,
  type Register,
} from '../../../contract/terms.ts'
import { type CopyMeant, copyMeant, labelCode, vaultOf } from '../custody/labels.ts'
import { documentById } from '../documents/document.ts'
import { highestMark, levelAlone, type Marked } from '../documents/marking.ts'
import { refuse } from '../door/refuse.ts'
import type { Desk, Read, Value, Work } from '../door/unit.ts'
import { reproductionById } from '../reproduction/records.ts'
import { frame } from './frame.ts'
import { marksOf } from './marks.ts'

type Line = {
  id: number
  number: string
  copyNo: string | null
  kind: CopyKind
  state: CopyState
  document: number
  documentNumber: string
  level: Level
  mark: string
}
type What = Parsed<'paper.labels'>['what']

const clause = '实施条例27'

/** Copies in the order in which they lie: by document, then by copy. One more than may be printed is read, to tell that there are too many. */
const linesWhere = (read: Read, condition: string, ...params: Value[]): Line[] =>
  read.all<Line>(
    `SELECT copy.id, copy.number, copy.copy_no AS copyNo, copy.kind, copy.state, document.id AS document, document.number AS documentNumber, p.level, p.mark
     FROM document JOIN copy ON copy.document = document.id JOIN particulars AS p ON p.id = document.current
     WHERE ${condition} ORDER BY document.id, copy.id LIMIT ${limits.copies + 1}`,
    ...params,
  )

const isGone = ({ state }: { state: CopyState }): boolean => (GONE_STATES as readonly CopyState[]).includes(state)

const refuseGone = (copy: CopyMeant, field: string) => {
  if (isGone(copy)) refuse('state.forbids', `${copy.number}现为“${copyStateLabel[copy.state]}”，已不在本单位，不再打印标签。`, { clause, field })
}

const thoseNamed = (read: Read, numbers: readonly string[]): Line[] => {
  const copies = numbers.map((number, index) => {
    const field = `what.numbers.${index}`
    const copy = copyMeant(read, number, { clause, field })
    refuseGone(copy, field)
    return copy.id
  })
  if (new Set(copies).size < copies.length) refuse('input.duplicate', '同一份列了两次，请核对。', { clause, field: 'what.numbers' })
  const lines = linesWhere(read, 'copy.id IN (SELECT value FROM json_each(?))', JSON.stringify(copies))
  return lines.toSorted((one, other) => copies.indexOf(one.id) - copies.indexOf(other.id))
}

const registerOf = (read: Read, document: number): Register | undefined =>
  read.get<{ register: Register }>('SELECT register FROM document WHERE id = ?', document)?.register

const thoseBetween = (read: Read, { from: first, to: last }: Extract<What, { of: 'range' }>): Line[] => {
  const from = copyMeant(read, first, { clause, field: 'what.from' })
  const to = copyMeant(read, last, { clause, field: 'what.to' })
  const register = registerOf(read, from.document)
  if (register !== registerOf(read, to.document))
    refuse('rule.forbids', '起止编号不在同一本登记簿，请分两次打印。', { clause: 'F1(1)b', field: 'what.to' })
  if (from.document > to.document || (from.document === to.document && from.id > to.id))
    refuse('input.range', '止号在起号之前，请调换。', { clause, field: 'what.to' })
  return linesWhere(
    read,
    `document.register = '${register}' AND document.id BETWEEN ? AND ? AND (document.id > ? OR copy.id >= ?) AND (document.id < ? OR copy.id <= ?)`,
    ...[from.document, to.document, from.document, from.id, to.document, to.id],
  )
}

const linesOf = (read: Read, what: Exclude<What, { of: 'media' }>): Line[] => {
  if (what.of === 'numbers') return thoseNamed(read, what.numbers)
  if (what.of === 'range') return thoseBetween(read, what)
  if (what.of === 'document') return linesWhere(read, 'document.id = ?', documentById(read, what.document, 'what.document').id)
  return linesWhere(read, 'copy.reproduction = ?', reproductionById(read, what.reproduction, 'what.reproduction').id)
}

const MANY = `一次最多打印${limits.copies}枚标签，请分几次打印。`

/** What stands on a sheet, what the record says that it is about, and the marks in it. */
type Labelled = { labels: Label[]; about: string[]; marks: Marked[] }

const ofCopies = (work: Work, what: Exclude<What, { of: 'media' }>): Labelled => {
  const lines = linesOf(work.read, what).filter((line) => !isGone(line))
  const vault = vaultOf(work.read)
  return {
    labels: lines.map(({ id, number, copyNo, kind, level, mark }) => ({ copy: id, number, copyNo, kind, level, mark, code: labelCode(vault, id) })),
    about: lines.map(({ documentNumber }) => documentNumber),
    marks: marksOf(
      work.read,
      lines.map(({ document }) => document),
    ),
  }
}

const GONE_MEDIA = ['destroyed', 'lost'] as const

/** The carriers that are named, in the order of the ledger; those that are no longer there are refused by name, and left out of the whole ledger. */
const ofMedia = (work: Work, { media }: Extract<What, { of: 'media' }>): Labelled => {
  const named = media?.map((id, index) => {
    const field = `what.media.${index}`
    const medium =
      work.read.get<{ number: string; state: MediumState }>('SELECT number, state FROM medium WHERE id = ?', id) ??
      refuse('input.unknownRecord', '没有这件载体设备，请从台账中选择。', { field })
    if (GONE_MEDIA.some((gone) => gone === medium.state))
      refuse('state.forbids', `${medium.number}现为“${mediumStateLabel[medium.state]}”，已不在本单位，不再打印标签。`, { clause, field })
    return id
  })
  if (named && new Set(named).size < named.length) refuse('input.duplicate', '同一件列了两次，请核对。', { clause, field: 'what.media' })
  const [which, ...params]: [string, ...Value[]] = named ? ['id IN (SELECT value FROM json_each(?))', JSON.stringify(named)] : ['1']
  const lines = work.read.all<{ id: number; number: string; ownNumber: string; kind: MediumKind; level: Level }>(
    `SELECT id, number, own_number AS ownNumber, kind, level FROM medium WHERE state NOT IN ('destroyed','lost') AND ${which} ORDER BY id LIMIT ${limits.copies + 1}`,
    ...params,
  )
  const vault = vaultOf(work.read)
  return {
    labels: lines.map(({ id, level, ...said }) => ({ medium: id, ...said, level, mark: levelLabel[level], code: labelCode(vault, id, 'medium') })),
    about: lines.map(({ number }) => number),
    marks: lines.map(({ level }) => levelAlone(level)),
  }
}

/** What 打印标签 prints. */
export const labelPapersDesk: Desk<typeof labelPapers> = {
  'paper.labels': (work, { what, sheet }) => {
    if (sheet.used >= sheet.columns * sheet.rows)
      refuse('input.range', `一张标签纸只有${sheet.columns * sheet.rows}枚，已用的不能这么多。`, { field: 'sheet.used' })
    const { labels, about, marks } = what.of === 'media' ? ofMedia(work, what) : ofCopies(work, what)
    work.about(...new Set(about))
    if (labels.length === 0) refuse('rule.forbids', '没有在本单位的份和载体，不必打印标签。', { clause, field: 'what' })
    if (labels.length > limits.copies) refuse('input.range', MANY, { clause, field: 'what' })
    const said = `标签${labels.length}枚`
    return { frame: frame(work, { form: 'labels', about: said, fileStem: said, ...highestMark(marks) }), ...sheet, labels }
  },
}
