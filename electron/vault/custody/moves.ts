import { type CopyState, OUT_STATES } from '../../../contract/terms.ts'
import { copyLifecycle } from '../documents/lifecycle.ts'
import type { Row, Work } from '../door/unit.ts'
import { settle } from './settling.ts'

/** A copy as a move names it. */
export type Moved = { id: number; document: number }

const isOut = (state: CopyState): boolean => (OUT_STATES as readonly CopyState[]).includes(state)

/** Keeps each document's count of copies that are out. */
const shiftOut = (work: Work, document: number, by: number) => {
  if (by === 0) return
  const out = work.read.get<{ out: number }>('SELECT out FROM document WHERE id = ?', document)?.out ?? 0
  work.change('document', document, { out: out + by })
}

/**
 * Copies go to one place; refused by the table of 份 when one of them has no way there. Keeps what each document has out, and moves a document
 * on when with this no copy of it is left to work with, or back when there is one again. `columns` change in the same step.
 */
export const moveTo = (work: Work, copies: readonly Moved[], to: CopyState, columns: Row): void => {
  for (const [document, its] of Map.groupBy(copies, (copy) => copy.document)) {
    const from = its.map(({ id }) => work.read.get<{ state: CopyState }>('SELECT state FROM copy WHERE id = ?', id)?.state as CopyState)
    for (const { id } of its) work.move(copyLifecycle, id, to, columns)
    shiftOut(work, document, from.filter((state) => isOut(to) && !isOut(state)).length - from.filter((state) => isOut(state) && !isOut(to)).length)
    settle(work, document)
  }
}

/** Copies leave the box for one pair of hands. */
export const takeOut = (work: Work, copies: readonly Moved[], to: 'circulating' | 'lent', columns: Row): void => moveTo(work, copies, to, columns)

/** Copies go back into the box. */
export const putBack = (work: Work, copies: readonly Moved[]): void =>
  moveTo(work, copies, 'inBox', { holder: null, sheet: null, since: work.now.toISOString() })

/** Copies are put away: archived, listed for destruction, returned to the issuer, destroyed, lost. Nobody holds them. */
export const putAway = (
  work: Work,
  copies: readonly Moved[],
  to: Exclude<CopyState, 'inBox' | (typeof OUT_STATES)[number]>,
  columns: Row = {},
): void => moveTo(work, copies, to, { ...columns, holder: null, sheet: null, since: work.now.toISOString() })
