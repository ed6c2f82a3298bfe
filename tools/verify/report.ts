/** When it was broken, as far as the record tells: not before `after`, when it was still whole, and at the latest by `by`; null: by this check. UTC instants. */
export type Since = { after: string; by: string | null }

/** One thing that does not hold: what it is, where it stands (entry, row, file), why it is said to be broken, and since when where that is known. */
export type Broken = { what: string; where: string; why: string; since: Since | null }

/** Why the vault could not even be opened: the verifier then says nothing about what is inside. */
export type Unopened = {
  code: 'absent' | 'person' | 'password' | 'sheets' | 'keys' | 'database' | 'newer' | 'checkpoint' | 'archive'
  message: string
}

export type Verdict = {
  ok: boolean
  vault: string | null
  /** Entries and chain head at the end of the record. */
  head: { size: number; root: string; head: string } | null
  checked: { entries: number; rows: number; signatures: number; checkpoints: number }
  broken: Broken[]
  /** Breaks beyond those listed. */
  more: number
  /** Facts worth knowing that break nothing: a clock set back, say. */
  notes: string[]
  unopened: Unopened | null
}

/** Where the checks write down what they find. `since` is asked only for what is listed. */
export type Findings = {
  breaks(what: string, where: string, why: string, since?: () => Since): void
  note(text: string): void
  checked: Verdict['checked']
}

const LISTED = 200

/** An empty verdict and the findings that fill it. */
export const beginVerdict = () => {
  const verdict: Verdict = {
    ok: false,
    vault: null,
    head: null,
    checked: { entries: 0, rows: 0, signatures: 0, checkpoints: 0 },
    broken: [],
    more: 0,
    notes: [],
    unopened: null,
  }
  const findings: Findings = {
    breaks: (what, where, why, since) => {
      if (verdict.broken.length < LISTED) verdict.broken.push({ what, where, why, since: since?.() ?? null })
      else verdict.more += 1
    },
    note: (text) => {
      if (verdict.notes.length < LISTED) verdict.notes.push(text)
    },
    checked: verdict.checked,
  }
  return { verdict, findings }
}

/** Thrown where the vault cannot be opened. */
export class CannotOpen extends Error {
  readonly unopened: Unopened
  constructor(code: Unopened['code'], message: string) {
    super(message)
    this.unopened = { code, message }
  }
}

/** 0 everything holds, 1 broken, 2 cannot be opened. */
export const exitCodeOf = (verdict: Verdict) => (verdict.unopened ? 2 : verdict.ok ? 0 : 1)

/** An instant as the office's wall clock (UTC+8) has it, to the minute. */
const minuteOf = (at: string) => {
  const wall = Date.parse(at) + 8 * 3_600_000
  return Number.isNaN(wall) ? at.slice(0, 40) : new Date(wall).toISOString().slice(0, 16).replace('T', ' ')
}

const sinceWords = ({ after, by }: Since) => `（${minuteOf(after)}之后，最迟${by === null ? '本次校验时' : minuteOf(by)}）`

/** The verdict as a person reads it. */
export const inChinese = (verdict: Verdict) => {
  if (verdict.unopened) return `无法校验：${verdict.unopened.message}\n`
  const { entries, rows, signatures, checkpoints } = verdict.checked
  const lines = [`已校验：审计记录 ${entries} 条，数据 ${rows} 行，签名 ${signatures} 个，检查点和记录校验码 ${checkpoints} 个。`]
  for (const note of verdict.notes) lines.push(`说明：${note}`)
  for (const { what, where, why, since } of verdict.broken) lines.push(`不符：${what}　位置：${where}　${why}${since ? sinceWords(since) : ''}`)
  if (verdict.more > 0) lines.push(`另有 ${verdict.more} 处不符，未逐一列出。`)
  if (verdict.head) lines.push(`记录共 ${verdict.head.size} 条，末条是第 ${verdict.head.size - 1} 条，根 ${verdict.head.root}`)
  lines.push(verdict.ok ? '结论：全部相符。' : `结论：不相符，第一处在 ${verdict.broken[0]?.where}。`)
  return `${lines.join('\n')}\n`
}
