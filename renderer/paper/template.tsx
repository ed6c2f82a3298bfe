/** The boxes of a form as the unit's template has them printed: which, in what order, and the unit's own to fill by hand. */
import type { ReactNode } from 'react'
import { type BoxOf, declaredOf, type FormKind } from '../../contract/forms.ts'
import type { PrintedTemplate } from '../../contract/templates.ts'
import type { Column } from './boxes.tsx'
import { headOf, namedRows, signOffBy, widthsOf } from './rows.tsx'
import type { Section } from './section.tsx'

/** What stands in a box that takes half the width. */
type Half = { half: ReactNode; className?: string }
/** What stands in a box over the full width; `foot` under it. */
type Whole = { text: string | null; className: string; foot?: ReactNode }
/** null: this paper has no such box. */
export type Content = Half | Whole | Section | null
export type Contents = Record<string, Content>

export const half = (text: ReactNode, className?: string): Half => ({ half: text, ...(className && { className }) })
export const whole = (text: string | null, className = 'sheet-scope', foot?: ReactNode): Whole => ({ text, className, foot })

const LINE = 7
/** Width of a portrait page in millimetres, and half of it. */
const FULL = 188
const HALF = 94

const name = (key: string, label: string) => (
  <th key={key} scope="row">
    {label}
  </th>
)

/** Sections being filled: rows of one kind that follow each other stand in one table. */
const tables = (nameWidth: number) => {
  const made: (Section & { rows: ReactNode[] })[] = []
  let waiting: { box: string; label: string; content: Half } | null = null
  const into = (key: string, kind: 'pairs' | 'named', rows: ReactNode[]) => {
    const columns = kind === 'pairs' ? [nameWidth, HALF - nameWidth, nameWidth, HALF - nameWidth] : [nameWidth, FULL - nameWidth]
    const last = made.at(-1)
    if (last && !last.head && last.columns.length === columns.length) last.rows.push(...rows)
    else made.push({ key, columns, rows })
  }
  const row = (first: NonNullable<typeof waiting>, second: typeof waiting) => (
    <tr key={first.box} className={first.content.className ?? second?.content.className}>
      {name(`${first.box}:`, first.label)}
      <td colSpan={second ? 1 : 3}>{first.content.half}</td>
      {second && name(`${second.box}:`, second.label)}
      {second && <td>{second.content.half}</td>}
    </tr>
  )
  /** A half that nothing stands beside has the whole width. */
  const settle = () => {
    if (waiting) into(waiting.box, 'pairs', [row(waiting, null)])
    waiting = null
  }
  const add = (box: string, label: string, content: NonNullable<Content>) => {
    if ('half' in content) {
      if (waiting) {
        into(waiting.box, 'pairs', [row(waiting, { box, label, content })])
        waiting = null
      } else waiting = { box, label, content }
      return
    }
    settle()
    if ('rows' in content) made.push({ ...content, rows: [...content.rows] })
    else into(box, 'named', namedRows(label, content.text, content.className, content.foot))
  }
  const own = (label: string, lines: number) => {
    settle()
    into(label, 'named', [
      <tr key={label} style={{ height: `${lines * LINE}mm` }}>
        {name(label, label)}
        <td />
      </tr>,
    ])
  }
  return { made, add, own, settle }
}

/** A sheet: its boxes by the template, each with what stands in it on this paper. The last one closes it. */
export const boxesOn = <F extends FormKind>(template: PrintedTemplate, contents: Record<BoxOf<F>, Content>, nameWidth = 24): Section[] => {
  const declared = declaredOf(template.form).boxes
  const shown = template.boxes.filter((box) => (contents as Contents)[box])
  const { made, add, own, settle } = tables(nameWidth)
  const put = (box: string) => add(box, declared[box]?.label ?? '', (contents as Contents)[box] as NonNullable<Content>)
  const last = shown.at(-1)
  for (const box of shown.slice(0, -1)) put(box)
  for (const { label, size } of template.own) own(label, size)
  settle()
  const before = made.splice(0)
  if (last) put(last)
  settle()
  return [...before, ...made.map((section, place) => (place === made.length - 1 ? { ...section, closing: true } : section))]
}

/** How a column of a book takes its text. */
export type Look = Pick<Column, 'perLine' | 'centred'>
export type NamedColumn = Column & { key: string }

/** A book: its columns by the template, then the unit's own. They share the width of the page. */
export const columnsOn = <F extends FormKind>(template: PrintedTemplate, looks: Record<BoxOf<F>, Look>): NamedColumn[] => {
  const declared = declaredOf(template.form).boxes
  return [
    ...template.boxes.map((box) => ({
      key: box,
      head: declared[box]?.label ?? '',
      width: declared[box]?.width ?? 0,
      ...(looks as Record<string, Look>)[box],
      perLine: (looks as Record<string, Look>)[box]?.perLine ?? 1,
    })),
    ...template.own.map(({ label, size }) => ({ key: label, head: label, width: size, perLine: 1 })),
  ]
}

/** The texts of a line in the order of its columns; what has none is filled by hand. */
export const textsOn = (columns: readonly NamedColumn[], texts: Readonly<Record<string, string>>): string[] =>
  columns.map(({ key }) => texts[key] ?? '')

/** The end of a book: who signs it, as the unit calls them. */
export const signOffOn = ({ form, signers }: PrintedTemplate): Section => {
  const who = Object.keys(declaredOf(form).signers).map((signer) => signers[signer] ?? '')
  return { key: 'sign-off', columns: who.map(() => 1), rows: [signOffBy(who)], closing: true }
}

/** A book: its lines under the heads of its columns, and at the end who signs it. */
export const bookOn = (template: PrintedTemplate, columns: readonly NamedColumn[], rows: Section['rows']): Section[] => [
  { key: 'lines', columns: widthsOf(columns), head: headOf(columns), rows },
  signOffOn(template),
]
