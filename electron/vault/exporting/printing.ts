import type { ExportFilter } from '../../../contract/exporting.ts'
import type { listPapers } from '../../../contract/paper.ts'
import { exportLabel, levelLabel } from '../../../contract/terms.ts'
import { highestMark, type Marked } from '../documents/marking.ts'
import { refuse } from '../door/refuse.ts'
import type { Desk, Query } from '../door/unit.ts'
import { frame } from '../paper/frame.ts'
import { allowed } from './asking.ts'
import type { Cell, Exported } from './listing.ts'
import { exportedLists } from './lists.ts'
import { filterInWords } from './filter-words.ts'
import { withoutText } from './made.ts'

/** The most rows that are laid out on pages: more of them take longer than one waits, and nobody leafs through so many sheets. */
export const MOST_PRINTED = 1_000

/** A list's rows in the order of a book, and the marks of all that they tell of. */
const rowsOf = (query: Query, exported: Exported, filter: ExportFilter): { rows: Cell[][]; marked: Marked[] } => {
  const rows: Cell[][] = []
  const marked: Marked[] = []
  for (const page of exported.pages(query, filter)) {
    marked.push(...exported.marks(query.read, page as never[]))
    for (const row of page) rows.push(exported.cells(query, row as never))
  }
  return { rows: exported.newestFirst ? rows.reverse() : rows, marked }
}

/** 打印清单: the lists of 导出 as sheets, by the same declarations and under the same rules. */
export const listPapersDesk: Desk<typeof listPapers> = {
  'paper.list': (work, { list, filter, ticket }) => {
    const exported =
      list === 'importFaults'
        ? refuse('input.range', '旧账中有误的行不打印。请导出Excel，改正后重新导入。', { clause: 'F1(1)b', field: 'list' })
        : exportedLists[list]
    const { free, signer } = allowed(work, { exported, list, filter, ticket }, MOST_PRINTED)
    const { rows, marked } = rowsOf(work, exported, filter)
    const marks = highestMark(marked)
    const sheet = frame(work, { form: 'list', about: exportLabel[list], fileStem: exportLabel[list], ...marks })
    const recorded = withoutText(filter)
    const print = work.read.get<{ id: number }>('SELECT id FROM print WHERE number = ?', sheet.printNumber)?.id ?? 0
    work.insert('list_print', {
      print,
      list,
      filter: JSON.stringify(recorded),
      rows: rows.length,
      free,
      approved_by: signer?.person.id ?? null,
      approve_signature: signer && work.sign(signer, 'approval', { print: sheet.printNumber, list, filter: recorded, asking: work.asking.person.id }),
    })
    work.note({ list: exportLabel[list], rows: rows.length, level: levelLabel[marks.level] })
    if (Object.keys(recorded).length > 0) work.note({ filter: filterInWords(work.read, list, recorded) })
    return { frame: sheet, list, filter: filterInWords(work.read, list, filter), columns: [...exported.columns], rows }
  },
}
