/** Two texts beside each other, line by line: what differs is told, deletions stand struck out, and what is the same may be folded. */
import { Button } from 'antd'
import { memo, useMemo, useState } from 'react'
import { compare, type Line, type Row } from './compare.ts'
import { type Mark, piecesOf } from './marks.ts'

/** One side: its words, and the deletions that are shown in them. */
export type Side = { words: string; marks: readonly Mark[] }

/** Lines that are the same around a change, and rows that are drawn at once. */
const AROUND = 2
const AT_ONCE = 300

/** The part of a mark or a change that lies in a line, counted from its beginning. */
const within = <T extends { from: number; to: number }>({ at, words }: Line, all: readonly T[]): T[] =>
  all
    .filter(({ from, to }) => from < at + words.length && to > at)
    .map((one) => ({ ...one, from: Math.max(0, one.from - at), to: Math.min(words.length, one.to - at) }))

/** A line in pieces, each all changed or all not. */
const LineWords = ({ of: line, marks, added }: { of: Line; marks: readonly Mark[]; added: boolean }) => {
  const changed = line.changed.map(([from, to]) => ({ from, to }))
  const Changed = added ? 'ins' : 'del'
  let at = 0
  return piecesOf(line.words, within(line, marks)).map(({ words, mark }) => {
    const from = at
    at += words.length
    const inner = piecesOf(words, within({ at: from, words, changed: [] }, changed) as Mark[]).map((piece, place) =>
      piece.mark ? (
        <Changed key={place} className="review-changed">
          {piece.words}
        </Changed>
      ) : (
        piece.words
      ),
    )
    return mark ? (
      <mark key={from} className={`review-mark-${mark.how}`}>
        {inner}
      </mark>
    ) : (
      <span key={from}>{inner}</span>
    )
  })
}

const Cell = ({ of: line, marks, added }: { of: Line | null; marks: readonly Mark[]; added: boolean }) =>
  line === null ? <td className="review-no-line" /> : <td>{line.words === '' ? '\u00a0' : <LineWords of={line} marks={marks} added={added} />}</td>

const Pair = memo(({ row, left, right }: { row: Row; left: readonly Mark[]; right: readonly Mark[] }) => (
  <tr data-changed={row.same ? undefined : ''}>
    <Cell of={row.left} marks={left} added={false} />
    <Cell of={row.right} marks={right} added />
  </tr>
))

/** What is shown: rows, and in place of longer runs of lines that are the same how many there are. */
const folded = (rows: readonly Row[]): (Row | number)[] => {
  const near = new Set<number>()
  for (const [place, { same }] of rows.entries()) if (!same) for (let by = -AROUND; by <= AROUND; by += 1) near.add(place + by)
  const shown: (Row | number)[] = []
  for (const [place, row] of rows.entries()) {
    const last = shown.at(-1)
    if (near.has(place)) shown.push(row)
    else if (typeof last === 'number') shown[shown.length - 1] = last + 1
    else shown.push(1)
  }
  return shown
}

type Props = { left: Side; right: Side; names: readonly [string, string]; changesOnly: boolean }

export const SideBySide = ({ left, right, names, changesOnly }: Props) => {
  const rows = useMemo(() => compare(left.words, right.words), [left.words, right.words])
  const shown = useMemo(() => (changesOnly ? folded(rows) : rows), [rows, changesOnly])
  const [drawn, setDrawn] = useState(AT_ONCE)
  return (
    <>
      <table className="review-compare">
        <thead>
          <tr>
            {names.map((name, place) => (
              <th key={place} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.slice(0, drawn).map((row, place) =>
            typeof row === 'number' ? (
              <tr key={place} className="review-folded">
                <td colSpan={2}>相同的 {row} 行</td>
              </tr>
            ) : (
              <Pair key={place} row={row} left={left.marks} right={right.marks} />
            ),
          )}
        </tbody>
      </table>
      {shown.length > drawn && <Button onClick={() => setDrawn(drawn + AT_ONCE)}>继续显示，还有 {shown.length - drawn} 行</Button>}
    </>
  )
}
