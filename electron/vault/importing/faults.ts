import { LEVELS, type Level } from '../../../contract/terms.ts'
import { levelAlone, type Marked } from '../documents/marking.ts'
import { refuse } from '../door/refuse.ts'
import { settingsIn } from '../door/opened.ts'
import type { Query, Read } from '../door/unit.ts'
import { type Cell, type Exported, knownIn } from '../exporting/listing.ts'
import { markIn } from './cells.ts'
import type { Imports } from './chosen.ts'
import { said } from './columns.ts'
import type { TableRow } from './table.ts'

const WIDTH = { own: 16, line: 6, why: 48, clause: 12 }

/** What a row was judged under: a level that stands in it counts, one that cannot be read as the workstation's own, the highest that may lie here. */
const levelOf = (text: string, station: Level): Level => {
  try {
    return markIn(text, '').level
  } catch {
    return station
  }
}

/** The faulty rows of the dry run as they stand in the ledger, with the reason and its clause behind them; they are mended in the file and the file is chosen anew. */
export const faultsList = (imports: Imports): Exported => {
  const current = () => {
    const ledger = imports.ledger()
    if (!ledger?.trying) return refuse('state.conflict', '没有核对过的旧账。请先在“旧账导入”选择文件并核对。', { clause: 'F1(1)b', field: 'list' })
    const { sheet, judging } = ledger.trying
    const { heads, rows } = ledger.sheets[sheet] ?? { heads: [], rows: [] }
    return { heads, rows, judging }
  }
  return {
    by: ['officer'],
    newestFirst: false,
    get columns() {
      const own = current().heads.map((head, place) => ({ head: head || `第${place + 1}栏`, width: WIDTH.own }))
      return [{ head: '行', width: WIDTH.line }, ...own, { head: '有误原因', width: WIDTH.why }, { head: '依据', width: WIDTH.clause }]
    },
    *pages(_query: Query, asked) {
      knownIn(asked, [])
      const { rows, judging } = current()
      yield rows.filter(({ line }) => judging.fates.get(line)?.fate === 'faulty')
    },
    cells: (_query: Query, row: TableRow): Cell[] => {
      const { heads, judging } = current()
      const fate = judging.fates.get(row.line)
      return [row.line, ...heads.map((_, place) => row.cells[place] ?? null), fate?.why ?? null, fate?.clause ?? null]
    },
    marks: (read: Read, rows: readonly TableRow[]): readonly Marked[] => {
      const { judging } = current()
      const station = settingsIn(read).level
      const found = new Set(rows.map((row) => levelOf(said(row, judging.reading.columns, 'mark'), station)))
      return LEVELS.filter((level) => found.has(level)).map(levelAlone)
    },
  }
}
