import type { Parsed } from '../../../contract/index.ts'
import { limits } from '../../../contract/fields.ts'
import type { Label, labelPapers } from '../../../contract/paper.ts'
import { type CopyKind, type CopyState, copyStateLabel, GONE_STATES, type Level, type Register } from '../../../contract/terms.ts'
import { type CopyMeant, copyMeant, labelCode, vaultOf } from '../custody/labels.ts'
import { documentById } from '../documents/document.ts'
import { highestMark } from '../documents/marking.ts'
import { refuse } from '../door/refuse.ts'
import type { Desk, Read, Value } from '../door/unit.ts'
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

const linesOf = (read: Read, what: What): Line[] => {
  if (what.of === 'numbers') return thoseNamed(read, what.numbers)
  if (what.of === 'range') return thoseBetween(read, what)
  if (what.of === 'document') return linesWhere(read, 'document.id = ?', documentById(read, what.document, 'what.document').id)
  return linesWhere(read, 'copy.reproduction = ?', reproductionById(read, what.reproduction, 'what.reproduction').id)
}

/** What 打印标签 prints. */
export const labelPapersDesk: Desk<typeof labelPapers> = {
  'paper.labels': (work, { what, sheet }) => {
    if (sheet.used >= sheet.columns * sheet.rows)
      refuse('input.range', `一张标签纸只有${sheet.columns * sheet.rows}枚，已用的不能这么多。`, { field: 'sheet.used' })
    const lines = linesOf(work.read, what).filter((line) => !isGone(line))
    work.about(...new Set(lines.map(({ documentNumber }) => documentNumber)))
    if (lines.length === 0) refuse('rule.forbids', '没有在本单位的份，不必打印标签。', { clause, field: 'what' })
    if (lines.length > limits.copies) refuse('input.range', `一次最多打印${limits.copies}枚标签，请分几次打印。`, { clause, field: 'what' })
    const marks = highestMark(
      marksOf(
        work.read,
        lines.map(({ document }) => document),
      ),
    )
    const vault = vaultOf(work.read)
    return {
      frame: frame(work, { form: 'labels', about: `标签${lines.length}枚`, fileStem: `标签${lines.length}枚`, ...marks }),
      ...sheet,
      labels: lines.map(
        ({ id, number, copyNo, kind, level, mark }): Label => ({ copy: id, number, copyNo, kind, level, mark, code: labelCode(vault, id) }),
      ),
    }
  },
}
