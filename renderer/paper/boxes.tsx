import { Fragment, type ReactNode } from 'react'
import { continued, headOf, signOff, widthsOf } from './rows.tsx'
import type { Section } from './section.tsx'
import { rowWithContinuation } from './wording.ts'

/** Stands in a box that nobody may fill any more, or that this paper does not need. */
export const STRUCK = '／'
/** What stands on each of the two copies of a list that both sides keep. */
export const IN_DUPLICATE = ['第一份（一式两份）', '第二份（一式两份）']
export const DAY_BY_HAND = '　　　　年　　月　　日'

const PAIR_COLUMNS = [24, 70, 24, 70]

type NamedBox = readonly [name: string, text: ReactNode]

/** Two boxes beside each other, each with its name before it. */
export const pair = (key: string, boxes: readonly [NamedBox, NamedBox], className?: string): ReactNode => (
  <tr key={key} className={className}>
    {boxes.map(([name, text], place) => (
      <Fragment key={place}>
        <th scope="row">{name}</th>
        <td>{text}</td>
      </Fragment>
    ))}
  </tr>
)

export const pairs = (key: string, ...rows: readonly ReactNode[]): Section => ({ key, columns: PAIR_COLUMNS, rows })

/** Boxes over the full width (`namedRows`). */
export const named = (key: string, ...rows: readonly ReactNode[][]): Section => ({ key, columns: [24, 164], rows: rows.flat() })

/** A column of a book: its name (over two lines), its width in mm, how many Chinese characters a line of it takes. */
export type Column = { head: string; width: number; perLine: number; centred?: boolean }

/** A book: its lines, and at the end who kept it and who answers for it. */
export const book = (columns: readonly Column[], rows: Section['rows']): Section[] => [
  { key: 'lines', columns: widthsOf(columns), head: headOf(columns), rows },
  { key: 'sign-off', columns: [140.5, 140.5], rows: [signOff], closing: true },
]

/** One line of a book, with the rows below it that go on with what a box had no room for. `name` says there which line it is. */
export const bookRows = (key: string, name: string, columns: readonly Column[], texts: readonly string[], fullLine: number): ReactNode[] => {
  const boxes = columns.map(({ head, perLine }, place) => ({ name: head.replace('\n', ''), text: texts[place] ?? '', perLine }))
  const { shown, below } = rowWithContinuation(boxes, fullLine)
  return [
    <tr key={key} className="register-row">
      {shown.map((text, place) => (
        <td key={place} className={columns[place]?.centred ? 'paper-centred' : undefined}>
          {text}
        </td>
      ))}
    </tr>,
    ...below.map((rest, part) => continued(`${key}-${part}`, columns.length, `${name} ${rest.name}（续）：`, rest.text)),
  ]
}
