/** How the text of a letter is broken into lines: each line is a row of its own, so that a page may end after any of them. */
import { widthOf } from './wording.ts'

const NOT_FIRST = '，。、；：？！）》〉】」』”’…％%)]}'
const NOT_LAST = '（《〈【「『“‘([{'

/** What is not broken: figures and letters that belong together, and every other character by itself. */
const unitsOf = (text: string, perLine: number): string[] =>
  [...text.matchAll(/[A-Za-z0-9][A-Za-z0-9.,:/@_+-]*|\P{M}\p{M}*|\p{M}/gsu)].flatMap(([unit]) =>
    lengthOf(unit) > perLine ? Array.from(unit) : [unit],
  )
const lengthOf = (text: string): number => Array.from(text).reduce((sum, character) => sum + widthOf(character), 0)

/** What of a full line goes to the next one, so that no line begins or ends with a sign that must not stand there. */
const takenAlong = (line: readonly string[], next: string): number => {
  let kept = line.length
  for (let first = next; kept > 1; kept -= 1) {
    const last = line[kept - 1] as string
    if (!NOT_FIRST.includes(first) && !NOT_LAST.includes(last)) break
    first = last
  }
  return kept > 1 ? kept : line.length
}

/** One paragraph as lines of at most `perLine` Chinese characters. */
export const linesOf = (text: string, perLine: number): string[] => {
  const lines: string[] = []
  let line: string[] = []
  let used = 0
  for (const unit of unitsOf(text, perLine)) {
    const width = lengthOf(unit)
    if (used + width > perLine && line.length > 0) {
      const along = line.splice(takenAlong(line, unit))
      lines.push(line.join(''))
      line = along
      used = lengthOf(along.join(''))
    }
    line.push(unit)
    used += width
  }
  return [...lines, line.join('')]
}
