import type Database from 'better-sqlite3'
import { canonicalJson, sha256 } from './canonical.ts'
import type { Step } from './review-rules.ts'

type Deletion = { from: number; to: number; how: string; reason: string }
export type TextVersion = {
  version: number
  declassification: string | null
  digest: string | null
  redactions: string | null
  released: string | null
}

const BLACKENED = '■■■'
const WAYS = ['blacken', 'delete']

const hexOf = (text: string) => sha256(Buffer.from(text)).toString('hex')
const splits = (text: string, at: number) => at > 0 && at < text.length && (text.codePointAt(at - 1) as number) > 0xffff

/** The text cut up at its deletions: kept, deleted, kept, … and what is left of it when they are applied. */
const cut = (content: string, deletions: readonly Deletion[]) => {
  const edges = deletions.flatMap(({ from, to }) => [from, to])
  const pieces = [0, ...edges].map((from, place) => content.slice(from, edges[place] ?? content.length))
  const kept = pieces.filter((_, place) => place % 2 === 0)
  const gone = pieces.filter((_, place) => place % 2 === 1)
  const released = pieces.map((piece, place) => (place % 2 === 0 ? piece : deletions[(place - 1) / 2]?.how === 'blacken' ? BLACKENED : '')).join('')
  return { kept, gone, released }
}

/** What stands against a text that is kept in the vault with these deletions (B10). */
const textFaults = (content: string, { digest, redactions, released }: TextVersion): string[] => {
  const deletions = JSON.parse(redactions ?? '[]') as Deletion[]
  const inOrder = deletions.every(({ from, to }, place) => from >= (deletions[place - 1]?.to ?? 0) && to > from && to <= content.length)
  if (!inOrder || deletions.some(({ from, to, how }) => splits(content, from) || splits(content, to) || !WAYS.includes(how)))
    return ['涂黑删除的范围不合规定（B10）']
  const { kept, gone, released: recomputed } = cut(content, deletions)
  const passages = gone.flatMap((words) => words.split('\n').map((line) => line.trim())).filter((line) => Array.from(line).length > 1)
  return [
    ...(digest === hexOf(content) ? [] : ['文本与它的校验值不符']),
    ...(redactions === canonicalJson(deletions) && released === hexOf(recomputed) ? [] : ['公开文本不是文本去掉涂黑删除的内容所得（B10）']),
    ...(passages.some((passage) => recomputed.includes(passage) && !kept.some((piece) => piece.includes(passage)))
      ? ['公开文本中仍有涂黑删除的文字（B10）']
      : []),
  ]
}

/** Texts that may be state secrets are on paper alone, and so is every text of a workstation that holds nothing above 内部 (保密法31). */
const levelFaults = (lowest: boolean, versions: readonly TextVersion[], steps: readonly Step[]): string[] => {
  const secret = steps.filter(({ act, facts }) => act === 'opinion' && facts.checklist?.stateSecret?.answer !== 'no')
  const kept = versions.filter(({ released }) => released !== null)
  const late = kept.some(({ version, declassification }) => declassification === null && secret.some((step) => step.version < version))
  return [
    ...(lowest && kept.length > 0 ? ['本机密级为内部而录入了文本（保密法31）'] : []),
    ...(late ? ['审查属于或不能排除国家秘密以后又录入了文本（保密法31）'] : []),
  ]
}

/** Reads the texts of a case that are kept in the vault, and says what stands against each of its versions. */
export const textsOf = (database: Database.Database) => {
  const contents = database.prepare('SELECT version, content FROM review_text WHERE review = ?')
  const lowest = (database.prepare('SELECT level FROM office').get() as { level: string } | undefined)?.level === 'internal'
  return (review: number, versions: readonly TextVersion[], steps: readonly Step[]): string[] => {
    const rows = contents.all(review) as { version: number; content: string }[]
    const stray = rows.some(({ version }) => versions.find((one) => one.version === version)?.released == null)
    return [
      ...levelFaults(lowest, versions, steps),
      ...(stray ? ['有文本而没有版次以它为据'] : []),
      ...versions.flatMap((version) => {
        if (version.released === null) return []
        const row = rows.find((one) => one.version === version.version)
        return row ? textFaults(row.content, version) : ['文本被去掉了']
      }),
    ]
  }
}
