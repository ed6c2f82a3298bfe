/** What the paginator knows of a section: measured heights, in one unit. */
export type SectionHeights = {
  /** Height of the head that stands again on each page the section reaches; 0 when it has none. */
  head: number
  rows: readonly number[]
  /** Height of an empty row; with it, the room left under the section is filled with empty rows as on a paper form. */
  blank?: number
  /** A closing block (sign-off): when it must open a page, the row before it comes along, so that nobody signs an empty page. */
  closing?: boolean
  /** It begins a page. */
  opens?: boolean
}

/** Rows `from`…`to` (not included) of a section on one page, then so many empty rows. */
export type Slice = { section: number; from: number; to: number; blanks: number }
export type Leaf = { slices: Slice[]; used: number }

const newLeaf = (): Leaf => ({ slices: [], used: 0 })

/** A next page that begins with the last row of this one, if both stay whole: this keeps a row, the next has `spare` height for it. */
const takeLastRow = (leaf: Leaf, sections: readonly SectionHeights[], spare: number): Leaf => {
  const last = leaf.slices.at(-1)
  const next = newLeaf()
  if (!last || last.to - last.from < 2 || last.blanks > 0) return next
  const { head, rows } = sections[last.section] as SectionHeights
  const row = rows[last.to - 1] as number
  if (head + row > spare) return next
  last.to -= 1
  leaf.used -= row
  next.slices.push({ section: last.section, from: last.to, to: last.to + 1, blanks: 0 })
  next.used = head + row
  return next
}

/** The section's last page is filled with empty rows, as far as what still follows it leaves room. */
const fillWithBlanks = (leaf: Leaf, sections: readonly SectionHeights[], section: number, room: number): void => {
  const { blank } = sections[section] as SectionHeights
  const slice = leaf.slices.at(-1)
  if (!blank || slice?.section !== section) return
  const following = sections.slice(section + 1)
  const upTo = following.findIndex(({ opens }) => opens)
  const after = following.slice(0, upTo < 0 ? undefined : upTo).reduce((sum, next) => sum + next.head + next.rows.reduce((a, b) => a + b, 0), 0)
  slice.blanks = Math.max(0, Math.floor((room - leaf.used - after) / blank))
  leaf.used += slice.blanks * blank
}

/**
 * Distributes rows onto pages of `room` height, in order. A section's head stands on every page that holds a row of it and never alone;
 * a row that is higher than a page gets a page of its own.
 */
export const paginate = (sections: readonly SectionHeights[], room: number): Leaf[] => {
  const leaves: Leaf[] = [newLeaf()]
  sections.forEach(({ head, rows, closing, opens: begins }, section) => {
    rows.forEach((height, row) => {
      let leaf = leaves.at(-1) as Leaf
      let slice = leaf.slices.at(-1)
      const opens = () => slice?.section !== section
      if (leaf.used > 0 && ((begins && row === 0) || leaf.used + (opens() ? head : 0) + height > room)) {
        leaf = closing && row === 0 ? takeLastRow(leaf, sections, room - head - height) : newLeaf()
        leaves.push(leaf)
        slice = leaf.slices.at(-1)
      }
      if (!slice || opens()) {
        slice = { section, from: row, to: row, blanks: 0 }
        leaf.slices.push(slice)
        leaf.used += head
      }
      slice.to = row + 1
      leaf.used += height
    })
    fillWithBlanks(leaves.at(-1) as Leaf, sections, section, room)
  })
  return leaves
}
