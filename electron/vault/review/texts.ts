import { hash } from 'node:crypto'
import type { Output, Parsed } from '../../../contract/index.ts'
import { refuse } from '../door/refuse.ts'
import type { Query, Read, Work } from '../door/unit.ts'
import { canonicalJson } from '../storage/bytes.ts'
import { markedSecret } from './outcomes.ts'
import { reviewById, type ReviewRecord, type StepRecord, stepsOf, type VersionRecord, versionOf } from './records.ts'
import { applied, cutsCharacter, leakedIn, leftOf, type Redaction, type Run, runsOf } from './redaction.ts'

const sha256Hex = (text: string): string => hash('sha256', text, 'hex')

/** What a text is entered for: its document, and its 解密 where it has one; of a new version the case that it is of. */
type Entered = { document: number | null; declassification: string | null; review?: Pick<ReviewRecord, 'id'> }
type Given = Pick<Parsed<'review.draft'>, 'content' | 'redactions' | 'digest'>
/** What of a text stands in its version, under every signature. */
type Signed = Pick<VersionRecord, 'digest' | 'redactions' | 'released'>

const saidSecret = ({ act, facts }: StepRecord): boolean => act === 'opinion' && facts.checklist?.stateSecret.answer !== 'no'

/** Why a text is one for paper alone: it may be a state secret. Null: it counts as 内部 (保密法31). */
export const whySecret = (
  read: Read,
  { document, declassification, steps, version }: Omit<Entered, 'review'> & { steps: readonly StepRecord[]; version: number },
): string | null => {
  const said = steps.filter(saidSecret)
  if (said.some((step) => step.version === version)) return `第${version}版经审查属于或者不能排除属于国家秘密`
  if (declassification !== null) return null
  if (document !== null && markedSecret(read, document)) return '来源文件标有国家秘密标志，尚未解密'
  const earlier = said.find((step) => step.version < version)
  return earlier ? `第${earlier.version}版经审查属于或者不能排除属于国家秘密，现行文本没有解密文件` : null
}

/** A text is on paper, unless the unit allows it in the vault and it is of a lower level than the workstation (保密法31, domain 6 (8)). */
const refuseLevel = ({ read, settings }: Work, { review, ...entered }: Entered) => {
  const no = (message: string) => refuse('rule.forbids', message, { clause: '保密法31', field: 'content' })
  if (!settings.reviewTexts) no('审查的文本在纸上，不录入本机。本单位需要录入的，请安全保密管理员在设置中允许。')
  if (settings.level === 'internal') no('录入的文本须低于本机密级，本机密级为内部，不得录入。请以纸质文本审查。')
  const steps = review ? stepsOf(read, review.id) : []
  const why = whySecret(read, { ...entered, steps, version: Number.POSITIVE_INFINITY })
  if (why) no(`${why}，文本不得录入本机。请以纸质文本审查。`)
}

/** Each deletion lies in the text, whole characters long, apart from the others, and its words do not come together again where it was. */
const refuseRedactions = (content: string, redactions: readonly Redaction[]) => {
  const no = (message: string, field: string) => refuse('rule.forbids', message, { clause: 'B10', field: `redactions${field}` })
  const placed = redactions.map((one, place) => ({ ...one, place })).sort((a, b) => a.from - b.from || a.to - b.to)
  let end = 0
  for (const { from, to, place } of placed) {
    const nth = `第${place + 1}处涂黑删除`
    if (to > content.length) no(`${nth}超出文本，请重新选定。`, `.${place}.to`)
    if (to <= from) no(`${nth}没有选定文字，请重新选定。`, `.${place}.to`)
    if (from < end) no(`${nth}与另一处重叠，请合为一处。`, `.${place}`)
    if (cutsCharacter(content, from)) no(`${nth}的起点在一个字的中间，请重新选定。`, `.${place}.from`)
    if (cutsCharacter(content, to)) no(`${nth}的终点在一个字的中间，请重新选定。`, `.${place}.to`)
    end = to
  }
  const runs = runsOf(content, placed)
  if (runs.every(({ words, deletion }) => deletion !== null || words.trim() === ''))
    no('全文都涂黑删除了，没有可以公开的内容。应不予公开的，请按不予公开审查。', '')
  const leaked = runs[leakedIn(runs, applied(runs))]?.deletion
  const which = placed.findIndex(({ from }) => from === leaked?.from)
  if (which >= 0)
    no(`第${(placed[which]?.place ?? 0) + 1}处删除以后，前后文字连起来仍是所删的文字，请改为涂黑或者扩大范围。`, `.${placed[which]?.place}`)
}

/** What a version says of its text; refuses what may not be kept in the vault, or is not deleted as it would have to be. */
export const signedOf = (work: Work, entered: Entered, { content, redactions, digest }: Given): Signed => {
  const stray = (field: string, message: string) => refuse('input.unknownField', message, { clause: 'B10', field })
  if (content === undefined) {
    if (redactions.length > 0) stray('redactions', '文本在纸上的，涂黑删除也在纸上，不在这里标记。')
    return { digest: digest ?? null, redactions: null, released: null }
  }
  if (digest !== undefined) stray('digest', '文本录入本机的，校验值由系统计算，不填写。')
  refuseLevel(work, entered)
  refuseRedactions(content, redactions)
  const inOrder = redactions.toSorted((a, b) => a.from - b.from)
  return { digest: sha256Hex(content), redactions: canonicalJson(inOrder), released: sha256Hex(applied(runsOf(content, inOrder))) }
}

export const redactionsOf = ({ redactions }: Pick<VersionRecord, 'redactions'>): Redaction[] => JSON.parse(redactions ?? '[]') as Redaction[]

/** A text that is kept in the vault. */
export type KeptText = { row: VersionRecord; content: string; runs: Run[]; released: string }

/** The text of one version of a case; refused where there is none in the vault. */
export const keptText = (read: Read, { id, number }: Pick<ReviewRecord, 'id' | 'number'>, version: number): KeptText => {
  const row = versionOf(read, id, version) ?? refuse('input.unknownRecord', `${number}没有第${version}版，请从版次中选择。`, { field: 'version' })
  const content = read.get<{ content: string }>('SELECT content FROM review_text WHERE review = ? AND version = ?', id, version)?.content
  if (content === undefined) return refuse('rule.forbids', `第${version}版的文本在纸上，没有录入本机。`, { clause: '保密法31', field: 'version' })
  const runs = runsOf(content, redactionsOf(row))
  return { row, content, runs, released: applied(runs) }
}

/** 查看审查文本: one version with its deletions, and what stands for release. */
export const text = (query: Query, { review: id, version }: Parsed<'review.text'>): Output<'review.text'> => {
  const { row, content, runs, released } = keptText(query.read, reviewById(query, id), version)
  return {
    version,
    content,
    digest: row.digest as string,
    deletions: runs.flatMap((run) => (run.deletion === null ? [] : { ...run.deletion, left: leftOf(runs, run) })),
    released,
    releasedDigest: row.released as string,
  }
}
