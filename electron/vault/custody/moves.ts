import { type CopyState, OUT_STATES } from '../../../contract/terms.ts'
import { copyLifecycle } from '../documents/lifecycle.ts'
import type { Row, Work } from '../door/unit.ts'
import { settle } from './settling.ts'
import { standing, watch } from './watching.ts'

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
  const before = standing(work.read, copies)
  for (const [document, its] of Map.groupBy(copies, (copy) => copy.document)) {
    const from = its.map(({ id }) => work.read.get<{ state: CopyState }>('SELECT state FROM copy WHERE id = ?', id)?.state as CopyState)
    for (const { id } of its) work.move(copyLifecycle, id, to, columns)
    shiftOut(work, document, from.filter((state) => isOut(to) && !isOut(state)).length - from.filter((state) => isOut(state) && !isOut(to)).length)
    settle(work, document)
  }
  watch(work, before)
}

/** Copies leave the box for one pair of hands. */
export const takeOut = (work: Work, copies: readonly Moved[], to: 'circulating' | 'lent', columns: Row): void => moveTo(work, copies, to, columns)

const isArchived = (work: Work, { id }: Moved): boolean =>
  work.read.get('SELECT 1 FROM copy WHERE id = ? AND archiving IS NOT NULL', id) !== undefined

/** Copies go back to where they belong: into their box, or into the archive once they were archived (F1(7)a). */
export const putBack = (work: Work, copies: readonly Moved[]): void => {
  const columns = { holder: null, sheet: null, since: work.now.toISOString() }
  const back = Map.groupBy(copies, (copy) => (isArchived(work, copy) ? 'archived' : 'inBox'))
  for (const [to, its] of back) moveTo(work, its, to, columns)
}

/** Copies in the box are put into this one of the boxes, and come back to it from then on (F1(6)). */
export const putInto = (work: Work, copies: readonly Pick<Moved, 'id'>[], box: number): void => {
  const before = standing(work.read, copies)
  for (const { id } of copies) work.change('copy', id, { box, since: work.now.toISOString() })
  watch(work, before)
}

/** Copies are put away: archived, listed for destruction, returned to the issuer, destroyed, lost. Nobody holds them; only what is listed stays in its box. */
export const putAway = (
  work: Work,
  copies: readonly Moved[],
  to: Exclude<CopyState, 'inBox' | (typeof OUT_STATES)[number]>,
  columns: Row = {},
): void =>
  moveTo(work, copies, to, { ...(to !== 'toDestroy' && { box: null }), ...columns, holder: null, sheet: null, since: work.now.toISOString() })
