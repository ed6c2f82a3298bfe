import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { type Leaf, paginate, type SectionHeights } from '../../renderer/paper/paginate.ts'

const slicesOf = (leaves: Leaf[]) => leaves.map(({ slices }) => slices.map(({ section, from, to, blanks }) => [section, from, to, blanks]))

describe('rows on pages by their measured heights', () => {
  it('fills a page, then begins the next with the head again', () => {
    const leaves = paginate([{ head: 10, rows: [30, 30, 30, 30] }], 100)
    expect(slicesOf(leaves)).toEqual([[[0, 0, 3, 0]], [[0, 3, 4, 0]]])
    expect(leaves.map(({ used }) => used)).toEqual([100, 40])
  })

  it('a form without rows is one page', () => {
    expect(paginate([{ head: 10, rows: [] }], 100)).toHaveLength(1)
  })

  it('a head never stands alone at the foot of a page', () => {
    const leaves = paginate(
      [
        { head: 0, rows: [80] },
        { head: 15, rows: [10] },
      ],
      100,
    )
    expect(slicesOf(leaves)).toEqual([[[0, 0, 1, 0]], [[1, 0, 1, 0]]])
  })

  it('a row higher than a page gets a page of its own and the others go on', () => {
    expect(slicesOf(paginate([{ head: 10, rows: [20, 300, 20] }], 100))).toEqual([[[0, 0, 1, 0]], [[0, 1, 2, 0]], [[0, 2, 3, 0]]])
  })

  it('nobody signs an empty page: the last row comes along with the sign-off', () => {
    const leaves = paginate(
      [
        { head: 10, rows: [30, 30, 30] },
        { head: 0, rows: [20], closing: true },
      ],
      100,
    )
    expect(slicesOf(leaves)).toEqual([
      [[0, 0, 2, 0]],
      [
        [0, 2, 3, 0],
        [1, 0, 1, 0],
      ],
    ])
  })

  it('fills the last page of the readers with empty rows and leaves room for the foot', () => {
    const leaves = paginate(
      [
        { head: 5, rows: [10, 10], blank: 12 },
        { head: 0, rows: [20], closing: true },
      ],
      100,
    )
    expect(slicesOf(leaves)).toEqual([
      [
        [0, 0, 2, 4],
        [1, 0, 1, 0],
      ],
    ])
    expect(leaves[0]?.used).toBeLessThanOrEqual(100)
  })

  it('F1(1)b: of any form, each row stands exactly once, in order, and no page of several rows is overfull', () => {
    const section = fc.record({
      head: fc.integer({ min: 0, max: 30 }),
      rows: fc.array(fc.integer({ min: 1, max: 140 }), { minLength: 1, maxLength: 40 }),
      blank: fc.option(fc.integer({ min: 5, max: 20 }), { nil: undefined }),
      closing: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(section, { minLength: 1, maxLength: 5 }), (sections: SectionHeights[]) => {
        const leaves = paginate(sections, 150)
        const seen = leaves.flatMap(({ slices }) =>
          slices.flatMap(({ section: at, from, to }) => Array.from({ length: to - from }, (_, step) => `${at}:${from + step}`)),
        )
        expect(seen).toEqual(sections.flatMap(({ rows }, at) => rows.map((_, row) => `${at}:${row}`)))
        for (const { slices } of leaves) {
          const rows = slices.reduce((sum, { from, to }) => sum + to - from, 0)
          const height = slices.reduce((sum, { section: at, from, to, blanks }) => {
            const { head, rows: heights, blank } = sections[at] as SectionHeights
            return sum + head + heights.slice(from, to).reduce((a, b) => a + b, 0) + blanks * (blank ?? 0)
          }, 0)
          if (rows > 1) expect(height).toBeLessThanOrEqual(150)
        }
      }),
    )
  })
})

it('G4 案卷: a part that begins a page does so; empty rows never take the room of what does not follow on the page', () => {
  const leaves = paginate(
    [
      { head: 0, rows: [10], blank: 10 },
      { head: 5, rows: [10, 10], opens: true },
      { head: 5, rows: [10] },
    ],
    50,
  )
  expect(leaves.map(({ slices }) => slices.map(({ section, blanks }) => [section, blanks]))).toEqual([
    [[0, 4]],
    [
      [1, 0],
      [2, 0],
    ],
  ])
})
