import type { CopyState } from '../../../contract/terms.ts'
import { copyLifecycle } from '../documents/lifecycle.ts'
import type { Row, Work } from '../door/unit.ts'

/** A copy as a move names it. */
export type Moved = { id: number; document: number }

/** Keeps each document's count of copies that are not in the box. */
const shiftOut = (work: Work, copies: readonly Moved[], by: 1 | -1) => {
  for (const document of new Set(copies.map((copy) => copy.document))) {
    const n = copies.filter((copy) => copy.document === document).length
    const out = work.read.get<{ out: number }>('SELECT out FROM document WHERE id = ?', document)?.out ?? 0
    work.change('document', document, { out: out + by * n })
  }
}

/** Copies leave the box for one place and one pair of hands; refused by the table of 份 when one is not in the box. */
export const takeOut = (work: Work, copies: readonly Moved[], to: CopyState, columns: Row): void => {
  for (const copy of copies) work.move(copyLifecycle, copy.id, to, columns)
  shiftOut(work, copies, 1)
}

/** Copies go back into the box. */
export const putBack = (work: Work, copies: readonly Moved[]): void => {
  const since = work.now.toISOString()
  for (const copy of copies) work.move(copyLifecycle, copy.id, 'inBox', { holder: null, sheet: null, since })
  shiftOut(work, copies, -1)
}
