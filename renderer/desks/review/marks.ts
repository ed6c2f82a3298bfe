/** Marking what of a text is not given out: the marks stand in order and apart, and stay with their words while the text is typed on. */
import type { RedactionReason, RedactionWay } from '../../../contract/terms.ts'

/** From one UTF-16 unit of the text up to another. */
export type Mark = { from: number; to: number; how: RedactionWay; reason: RedactionReason }

const splits = (text: string, at: number) => /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at))

/** With one more mark, over whole characters. Marks that it meets become part of it. */
export const withMark = (text: string, marks: readonly Mark[], { from, to, how, reason }: Mark): Mark[] => {
  const start = splits(text, from) ? from - 1 : from
  const end = splits(text, to) ? to + 1 : to
  if (start >= end) return [...marks]
  const met = marks.filter((one) => one.from < end && one.to > start)
  const whole = { from: Math.min(start, ...met.map((one) => one.from)), to: Math.max(end, ...met.map((one) => one.to)), how, reason }
  return [...marks.filter((one) => !met.includes(one)), whole].sort((a, b) => a.from - b.from)
}

/** Where the words of a mark stand elsewhere, unmarked. */
export const sameElsewhere = (text: string, marks: readonly Mark[], { from, to }: Mark): number[] => {
  const words = text.slice(from, to)
  const found: number[] = []
  if (words.trim() === '') return found
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    if (!marks.some((one) => one.from < at + words.length && one.to > at)) found.push(at)
  return found
}

/** The same mark on the same words wherever they stand. */
export const withSame = (text: string, marks: readonly Mark[], mark: Mark): Mark[] =>
  sameElsewhere(text, marks, mark).reduce((all, at) => withMark(text, all, { ...mark, from: at, to: at + mark.to - mark.from }), [...marks])

/** The marks after the text was typed in: those behind move along, and one whose own words were changed is gone. */
export const afterTyping = (before: string, after: string, marks: readonly Mark[]): Mark[] => {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  const grown = after.length - before.length
  return marks.flatMap((mark) => {
    if (mark.to <= head) return mark
    return mark.from >= before.length - tail ? { ...mark, from: mark.from + grown, to: mark.to + grown } : []
  })
}

/** A text in pieces, marked and not. */
export const piecesOf = (text: string, marks: readonly Mark[]): { words: string; mark: Mark | null }[] => {
  const edges = marks.flatMap((mark) => [
    { at: mark.from, mark },
    { at: mark.to, mark: null },
  ])
  return [{ at: 0, mark: null }, ...edges]
    .map(({ at, mark }, place) => ({ words: text.slice(at, edges[place]?.at ?? text.length), mark }))
    .filter(({ words }) => words !== '')
}
