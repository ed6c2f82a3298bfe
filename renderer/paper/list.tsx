import type { ReactNode } from 'react'
import type { ListPaper } from '../../contract/paper.ts'
import { exportLabel } from '../../contract/terms.ts'
import { continued, ending } from './rows.tsx'
import type { Form } from './pages.tsx'
import { dayOfInstant, rowWithContinuation } from './wording.ts'

/** Width of the page in millimetres, and of a Chinese character on it: two figures of the font. */
const ROOM = 281
const CHARACTER = 3
/** What the lines and the margins of a box take of its width. */
const EDGES = 2
/** Figures that stand beside each other over the full width: what is wider is folded into bands. */
const FIGURES = (2 * ROOM) / CHARACTER
/** Chinese characters on a line over the full width. */
const FULL_LINE = 80
/** The page is divided into so many parts, of which a box takes some: so the boxes of the bands stand in one table. */
const PARTS = 120

type Column = ListPaper['columns'][number]
/** A column in its band: how many parts of the page it takes, and how many Chinese characters a line of it. */
type Box = { head: string; place: number; parts: number; perLine: number }

/** Columns in bands that each fit the page, about equally wide. */
const bandsOf = (columns: readonly Column[]): Box[][] => {
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  const share = whole / Math.ceil(whole / FIGURES)
  const bands: { column: Column; place: number }[][] = []
  let before = 0
  for (const [place, column] of columns.entries()) {
    const band = Math.min(Math.floor((before + column.width / 2) / share), Math.ceil(whole / FIGURES) - 1)
    bands[band] = [...(bands[band] ?? []), { column, place }]
    before += column.width
  }
  return bands.filter(Boolean).map((band) => {
    const width = band.reduce((sum, { column }) => sum + column.width, 0)
    let used = 0
    let taken = 0
    return band.map(({ column, place }) => {
      used += column.width
      const parts = Math.round((PARTS * used) / width) - taken
      taken += parts
      return { head: column.head, place, parts, perLine: Math.max(1, ((ROOM * parts) / PARTS - EDGES) / CHARACTER) }
    })
  })
}

const bandHead = (band: readonly Box[], key: number): ReactNode => (
  <tr key={key} className="paper-columns">
    {band.map(({ head, parts }) => (
      <th key={head} colSpan={parts}>
        {head}
      </th>
    ))}
  </tr>
)

/** One line of the list: a row for each band, what a box has no room for going on below it. */
const lineRows = (cells: ListPaper['rows'][number], ordinal: number, bands: readonly Box[][]): ReactNode[] =>
  bands.flatMap((band, at) => {
    const boxes = band.map(({ head, place, perLine }) => ({ name: head, text: String(cells[place] ?? ''), perLine }))
    const { shown, below } = rowWithContinuation(boxes, FULL_LINE)
    const opens = at === 0 && bands.length > 1
    return [
      <tr key={`${ordinal} ${at}`} className={opens ? 'list-line' : undefined}>
        {shown.map((text, box) => (
          <td key={box} colSpan={band[box]?.parts} className={typeof cells[band[box]?.place ?? 0] === 'number' ? 'paper-centred' : undefined}>
            {text}
          </td>
        ))}
      </tr>,
      ...below.map((rest, part) => continued(`${ordinal} ${at} ${part}`, PARTS, `${String(cells[0] ?? '')} ${rest.name}（续）：`, rest.text)),
    ]
  })

/** Any list that leaves as a file, on A4 landscape: its columns as declared, folded into bands where they are wider than the page. */
export const listForm = ({ frame, list, filter, columns, rows }: ListPaper): Form => {
  const bands = bandsOf(columns)
  return {
    frame,
    landscape: true,
    title: `${exportLabel[list]}（打印清单）`,
    about: (
      <>
        <span>截至：{dayOfInstant(frame.printedAt)}</span>
        {filter && <span>条件：{filter}</span>}
        <span>共 {rows.length} 行</span>
      </>
    ),
    sections: [
      {
        key: 'lines',
        columns: Array.from({ length: PARTS }, () => 1),
        head: bands.map(bandHead),
        rows: [...rows.flatMap((cells, at) => lineRows(cells, at, bands)), ending(PARTS, rows.length === 0 ? '（没有符合条件的）' : undefined)],
      },
    ],
  }
}
