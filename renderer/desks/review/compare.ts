/**
 * Two texts side by side: `compare(before, after)` gives their lines in rows, and in each line what the other has not. Line by line first, then
 * character by character where a line was changed. However much was changed, it ends soon: past a bound a passage simply counts as changed.
 */

/** From one place of a line up to another, in UTF-16 units. */
export type Span = readonly [from: number, to: number]
/** A line: where it begins in its text, its words, what of it is changed. */
export type Line = { at: number; words: string; changed: readonly Span[] }
/** A line of each text beside the other; null where the other has a line more. */
export type Row = { left: Line | null; right: Line | null; same: boolean }

/** So many edits are looked for between two lists of lines, and between two lines. */
const MOST_LINES = 1_000
const MOST_CHARACTERS = 400

type Pair = readonly [left: number, right: number]

/** The way back through what was reached edit by edit: the pairs that were walked over, first to last. */
const pairsBack = (reached: readonly Int32Array[], left: number, right: number): Pair[] => {
  const pairs: Pair[] = []
  let [x, y] = [left, right]
  for (let edits = reached.length - 1; edits > 0; edits -= 1) {
    const before = reached[edits - 1] as Int32Array
    const at = (diagonal: number) => before[diagonal + edits - 1] as number
    const diagonal = x - y
    const down = diagonal === -edits || (diagonal !== edits && at(diagonal - 1) < at(diagonal + 1))
    const from = down ? diagonal + 1 : diagonal - 1
    const start = at(from)
    while (x > (down ? start : start + 1)) {
      x -= 1
      y -= 1
      pairs.push([x, y])
    }
    x = start
    y = start - from
  }
  while (x > 0) {
    x -= 1
    pairs.push([x, x])
  }
  return pairs.reverse()
}

/** Myers: the shortest way from one list to another; gives what stands in both, as pairs of places. Null where that takes more than `most` edits. */
const inBoth = <T>(left: readonly T[], right: readonly T[], most: number): Pair[] | null => {
  const reached: Int32Array[] = []
  for (let edits = 0; edits <= Math.min(most, left.length + right.length); edits += 1) {
    const before = reached[edits - 1]
    const now = new Int32Array(2 * edits + 1)
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const at = (one: number) => (before as Int32Array)[one + edits - 1] as number
      const down = diagonal === -edits || (diagonal !== edits && at(diagonal - 1) < at(diagonal + 1))
      let x = edits === 0 ? 0 : down ? at(diagonal + 1) : at(diagonal - 1) + 1
      while (x < left.length && x - diagonal < right.length && x - diagonal >= 0 && left[x] === right[x - diagonal]) x += 1
      now[diagonal + edits] = x
      if (x >= left.length && x - diagonal >= right.length) return pairsBack([...reached, now], left.length, right.length)
    }
    reached.push(now)
  }
  return null
}

/** The same, once what begins and ends alike is set aside. */
const pairsOf = <T>(left: readonly T[], right: readonly T[], most: number): Pair[] | null => {
  const shorter = Math.min(left.length, right.length)
  let head = 0
  while (head < shorter && left[head] === right[head]) head += 1
  let tail = 0
  while (tail < shorter - head && left[left.length - 1 - tail] === right[right.length - 1 - tail]) tail += 1
  const middle = inBoth(left.slice(head, left.length - tail), right.slice(head, right.length - tail), most)
  if (middle === null && head + tail === 0) return null
  return [
    ...Array.from({ length: head }, (_, place): Pair => [place, place]),
    ...(middle ?? []).map(([x, y]): Pair => [x + head, y + head]),
    ...Array.from({ length: tail }, (_, place): Pair => [left.length - tail + place, right.length - tail + place]),
  ]
}

/** The runs of characters that are not among these places. */
const without = (characters: readonly string[], kept: ReadonlySet<number>): Span[] => {
  const spans: [number, number][] = []
  let unit = 0
  for (const [place, { length }] of characters.entries()) {
    const last = spans.at(-1)
    if (!kept.has(place) && last?.[1] === unit) last[1] = unit + length
    else if (!kept.has(place)) spans.push([unit, unit + length])
    unit += length
  }
  return spans
}

const all = (words: string): Span[] => (words === '' ? [] : [[0, words.length]])

/** What differs in two lines; where they have little in common, all of it. */
const changedIn = (left: string, right: string): readonly [Span[], Span[]] => {
  const [a, b] = [Array.from(left), Array.from(right)]
  const pairs = pairsOf(a, b, MOST_CHARACTERS)
  if (pairs === null || pairs.length * 2 < Math.min(a.length, b.length)) return [all(left), all(right)]
  return [without(a, new Set(pairs.map(([x]) => x))), without(b, new Set(pairs.map(([, y]) => y)))]
}

/** A text's lines, and where each begins. */
const linesOf = (text: string) => {
  let at = 0
  return text.split('\n').map((words) => {
    const line = { at, words }
    at += words.length + 1
    return line
  })
}
type Plain = ReturnType<typeof linesOf>[number]

/** Lines that stand between two that are the same: one beside the other, as far as they go. */
const changedRows = (left: readonly Plain[], right: readonly Plain[]): Row[] =>
  Array.from({ length: Math.max(left.length, right.length) }, (_, place) => {
    const [a, b] = [left[place], right[place]]
    const [inA, inB] = a && b ? changedIn(a.words, b.words) : [all(a?.words ?? ''), all(b?.words ?? '')]
    return { left: a ? { ...a, changed: inA } : null, right: b ? { ...b, changed: inB } : null, same: false }
  })

export const compare = (before: string, after: string): Row[] => {
  const [left, right] = [linesOf(before), linesOf(after)]
  const words = (lines: readonly Plain[]) => lines.map((line) => line.words)
  const rows: Row[] = []
  let [x, y] = [0, 0]
  for (const [nextX, nextY] of [...(pairsOf(words(left), words(right), MOST_LINES) ?? []), [left.length, right.length] as const]) {
    rows.push(...changedRows(left.slice(x, nextX), right.slice(y, nextY)))
    const [a, b] = [left[nextX], right[nextY]]
    if (a && b) rows.push({ left: { ...a, changed: [] }, right: { ...b, changed: [] }, same: true })
    x = nextX + 1
    y = nextY + 1
  }
  return rows
}
