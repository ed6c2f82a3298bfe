import { type CopyState, KEPT_STATES } from '../../../contract/terms.ts'
import type { Read, Work } from '../door/unit.ts'

/** Where a copy stands in the office's keeping. */
export type Standing = { id: number; number: string; state: CopyState; box: number | null }

/** 清点 that goes on: the boxes it is of (none: the whole keeping), and the last copy that there was when it began. */
export type Counting = { id: number; boxes: readonly number[]; lastCopy: number }

/** Where copies stand now. */
export const standing = (read: Read, copies: readonly { id: number }[]): Standing[] =>
  copies.flatMap(({ id }) => read.get<Standing>('SELECT id, number, state, box FROM copy WHERE id = ?', id) ?? [])

/** Whether a copy lies where a stock-taking counts. */
export const liesIn = ({ boxes }: Pick<Counting, 'boxes'>, { state, box }: Pick<Standing, 'state' | 'box'>): boolean =>
  KEPT_STATES.some((kept) => kept === state) && (boxes.length === 0 || (box !== null && boxes.includes(box)))

/** What is being counted now; never two that share a box. */
export const countings = (read: Read): Counting[] =>
  read
    .all<{ id: number; boxes: string; lastCopy: number }>(
      "SELECT id, boxes, last_copy AS lastCopy FROM stock_taking WHERE state = 'counting' ORDER BY id",
    )
    .map((row) => ({ ...row, boxes: JSON.parse(row.boxes) as number[] }))

/** One copy that moved into, out of or within what is being counted: kept with the act, so that it becomes no false difference. */
const noteMoved = (work: Work, counting: Counting, was: Standing, is: Standing) => {
  const inside = liesIn(counting, was)
  if (!inside && !liesIn(counting, is)) return
  const item = work.read.get<{ id: number; counted_at: string | null }>(
    'SELECT id, counted_at FROM stock_item WHERE stock_taking = ? AND copy = ?',
    counting.id,
    was.id,
  )
  const moved = { moved_at: work.now.toISOString(), moved: work.call }
  if (item?.counted_at != null) return
  if (item) return work.change('stock_item', item.id, moved)
  const expected = inside && was.id <= counting.lastCopy ? 1 : 0
  work.insert('stock_item', { stock_taking: counting.id, copy: was.id, expected, ledger: was.state, box: was.box, ...moved })
}

/** Told of every move, with where the copies stood before it: what is being counted meanwhile keeps it (F1(6)). */
export const watch = (work: Work, before: readonly Standing[]): void => {
  const now = countings(work.read)
  if (now.length === 0) return
  for (const was of before) {
    const [is] = standing(work.read, [was])
    if (is) for (const counting of now) noteMoved(work, counting, was, is)
  }
}
