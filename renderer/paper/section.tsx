import type { ReactNode } from 'react'

/** First and last page of a section, by its key. */
export type PagesOf = (key: string) => { first: number; last: number } | undefined

/** One table of a form: a head that is repeated on each page, and rows that are distributed onto pages. */
export type Section = {
  key: string
  /** Column widths in millimetres; they share the full width of the page in this proportion. */
  columns: readonly number[]
  /** `<tr>`s of the head. */
  head?: ReactNode
  /** Each a `<tr>`, with a key. */
  rows: readonly ReactNode[]
  /** An empty row (`<tr>`); `ordinal` counts the rows of the section from 1. */
  blank?: (ordinal: number) => ReactNode
  /** Sign-off: never on a page by itself. */
  closing?: boolean
  /** It begins a page. */
  opens?: boolean
  /** Its rows once every page stands, as many and as high as `rows`: a list of contents. `pagesOf` gives the first and the last page of a section. */
  listing?: (pagesOf: PagesOf) => readonly ReactNode[]
}

/** A section's table with some of its rows. */
export const SectionTable = ({ section, children }: { section: Section; children: ReactNode }) => {
  const whole = section.columns.reduce((sum, width) => sum + width, 0)
  return (
    <table className="paper-table">
      <colgroup>
        {section.columns.map((width, column) => (
          <col key={column} style={{ width: `${(100 * width) / whole}%` }} />
        ))}
      </colgroup>
      {section.head ? <thead>{section.head}</thead> : null}
      <tbody>{children}</tbody>
    </table>
  )
}
