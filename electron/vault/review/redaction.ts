import { BLACKENED, type RedactionReason, type RedactionWay } from '../../../contract/terms.ts'

/** 涂黑, 删除: a passage of a text that is not given out, from one UTF-16 unit up to another. */
export type Redaction = { from: number; to: number; how: RedactionWay; reason: RedactionReason }
/** A run of a text: kept, or under a deletion. */
export type Run = { words: string; deletion: Redaction | null }

/** A text in its runs, first to last. Its deletions stand in order, and apart. */
export const runsOf = (content: string, redactions: readonly Redaction[]): Run[] => {
  const runs: Run[] = []
  let at = 0
  for (const deletion of redactions) {
    if (deletion.from > at) runs.push({ words: content.slice(at, deletion.from), deletion: null })
    runs.push({ words: content.slice(deletion.from, deletion.to), deletion })
    at = deletion.to
  }
  if (at < content.length) runs.push({ words: content.slice(at), deletion: null })
  return runs
}

/** What is given out: the kept runs, and in place of what is 涂黑 a mark that is the same for every length. */
export const applied = (runs: readonly Run[]): string =>
  runs.map(({ words, deletion }) => (deletion === null ? words : deletion.how === 'blacken' ? BLACKENED : '')).join('')

const keptIn = (runs: readonly Run[]): string[] => runs.filter(({ deletion }) => deletion === null).map(({ words }) => words)

/** The lines of a deletion that say something: of one character alone nobody can tell where it came from. */
const passagesOf = (words: string): string[] =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => Array.from(line).length > 1)

/** The first run whose deleted words stand in an output all the same, though no kept run holds them; -1 where there is none. */
export const leakedIn = (runs: readonly Run[], output: string): number => {
  const kept = keptIn(runs)
  return runs.findIndex(
    ({ words, deletion }) =>
      deletion !== null && passagesOf(words).some((passage) => output.includes(passage) && !kept.some((run) => run.includes(passage))),
  )
}

const timesIn = (text: string, words: string): number => text.split(words).length - 1

/** How often the words of a deleted run stand in what is kept: the same name, not marked there. */
export const leftOf = (runs: readonly Run[], { words }: Run): number => {
  const said = words.trim()
  return said === '' ? 0 : keptIn(runs).reduce((sum, kept) => sum + timesIn(kept, said), 0)
}

/** Whether a cut at this place goes through a character of two units. */
export const cutsCharacter = (content: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(content.charAt(at - 1)) && /[\udc00-\udfff]/.test(content.charAt(at))
