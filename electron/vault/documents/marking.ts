import type { Period } from '../../../contract/fields.ts'
import { LEVELS, type Level, levelLabel, longestPeriodYears } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'

const chineseYears: Record<number, string> = { 10: '十', 20: '二十', 30: '三十' }

export const rankOf = (level: Level): number => LEVELS.indexOf(level)

/** 本机密级 gate: nothing above the workstation's level is entered (保密法31). */
export const refuseAboveStation = (level: Level, station: Level): void => {
  if (rankOf(level) > rankOf(station))
    refuse('rule.forbids', `超过本机密级：本机为${levelLabel[station]}级，不得登记${levelLabel[level]}级文件。请在相应密级的设备上办理。`, {
      clause: '保密法31',
      field: 'level',
    })
}

/** A day N years later; 29 February becomes the 28th where there is none. */
export const addYears = (day: string, years: number): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate()
  return `${String(year + years).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(Math.min(date, last)).padStart(2, '0')}`
}

const addMonths = (day: string, months: number): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return `${first.toISOString().slice(0, 8)}${String(Math.min(date, last)).padStart(2, '0')}`
}

const hasBasis = (period: Period) => 'basis' in period && period.basis !== undefined

/** The period as the record keeps it: a state secret whose paper gives none is 未标明 and counts as the longest (domain 3.1). */
export const periodMarked = (level: Level, period: Period | undefined): Period | undefined =>
  period ?? (level === 'internal' ? undefined : { kind: 'unmarked' })

/**
 * Holds the 保密期限 against the law: 绝密 ≤ 30, 机密 ≤ 20, 秘密 ≤ 10 years unless a basis is given (保密法20);
 * what is no state secret carries no period (保密法22).
 */
export const refuseBadPeriod = (level: Level, period: Period | undefined, madeOn: string): void => {
  if (level === 'internal') {
    if (period) refuse('rule.forbids', '内部事项不属于国家秘密，不得标注保密期限。', { clause: '保密法22', field: 'period' })
    return
  }
  if (!period) return
  const longest = longestPeriodYears[level]
  const tooLong = () =>
    refuse('rule.forbids', `${levelLabel[level]}级不超过${chineseYears[longest]}年。确有法定依据的，请填写依据。`, {
      clause: '保密法20',
      field: 'period.basis',
    })
  if (period.kind === 'years' && period.years > longest && !hasBasis(period)) tooLong()
  if (period.kind === 'until') {
    if (period.until <= madeOn) refuse('input.range', '解密时间应在成文日期之后。', { clause: '实施条例19', field: 'period.until' })
    if (period.until > addYears(madeOn, longest) && !hasBasis(period)) tooLong()
  }
}

/** The last day of the period, counted from the day of making (实施条例19). An unmarked one counts as the longest; null when it ends on a condition. */
export const expiryOf = (level: Level, period: Period | undefined, madeOn: string): string | null => {
  if (level === 'internal' || !period || period.kind === 'condition') return null
  if (period.kind === 'until') return period.until
  if (period.kind === 'months') return addMonths(madeOn, period.months)
  return addYears(madeOn, period.kind === 'years' ? period.years : longestPeriodYears[level])
}

const chineseDay = (day: string) => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return `${year}年${month}月${date}日`
}

/** The mark as it stands on the paper: `机密★5年`, `秘密（未标明期限）`, `内部` without ★ (保密法22). */
export const markOf = (level: Level, period: Period | null | undefined): string => {
  const word = levelLabel[level]
  if (level === 'internal' || !period) return word
  switch (period.kind) {
    case 'years':
      return `${word}★${period.years}年`
    case 'months':
      return `${word}★${period.months}个月`
    case 'until':
      return `${word}★${chineseDay(period.until)}`
    case 'condition':
      return `${word}★${period.condition}`
    case 'unmarked':
      return `${word}（未标明期限）`
  }
}

/** The mark of a paper that is no longer a state secret: the old one stands in it, struck (保密法24). */
export const declassifiedMark = (mark: string): string => `已解密（原${mark}）`

/** What a mark is made of: the level, the period as marked, the day it runs from; `declassified`: 1 or true where it is 已解密. */
export type Marked = { level: Level; period: Period | null; madeOn: string; declassified?: number | boolean }

/** What counts by its level alone, and has no period: a carrier. */
export const levelAlone = (level: Level): Marked => ({ level, period: null, madeOn: '' })

/** What a paper counts as on a sheet that names it: one that is 已解密 bears no state secret any more, and is 内部 at least (保密法22). */
const counted = (marked: Marked): Marked => (marked.declassified ? { ...marked, level: 'internal', period: null } : marked)

const YEAR_MS = 365.25 * 86_400_000

/** How long a period is, in years. An unmarked one counts as the longest of its level, one that ends on a condition as endless (domain 3.1). */
const lengthOf = ({ level, period, madeOn }: Marked): number => {
  if (level === 'internal' || !period) return 0
  switch (period.kind) {
    case 'years':
      return period.years
    case 'months':
      return period.months / 12
    case 'until':
      return (Date.parse(period.until) - Date.parse(madeOn)) / YEAR_MS
    case 'condition':
      return Number.POSITIVE_INFINITY
    case 'unmarked':
      return longestPeriodYears[level]
  }
}

/** When a period would end that ran from a day; one that ends on a condition after all others. */
const lastDayOf = ({ level, period }: Marked, from: string): string => expiryOf(level, period ?? undefined, from) ?? '9999-12-31'

/** The period of the longest item as it stands under another level: an unmarked one is written out, since the higher level's would be longer. */
const carriedOver = ({ level, period }: Marked, to: Level): Period | null =>
  period?.kind === 'unmarked' && level !== to && level !== 'internal' ? { kind: 'years', years: longestPeriodYears[level] } : period

/**
 * What a 汇编 made on a day has from its sources: their highest level, and of their periods, each running from that day, the one that ends last, so
 * that none of them ends after it (实施条例27, domain 3.1).
 */
export const inherited = (sources: readonly Marked[], madeOn: string): { level: Level; period: Period | null } => {
  const items = sources.map(counted)
  const level = items.map((item) => item.level).reduce((highest, one) => (rankOf(one) > rankOf(highest) ? one : highest), 'internal')
  const [longest] = items
    .filter((item) => item.period !== null && item.level !== 'internal')
    .toSorted((a, b) => lastDayOf(b, madeOn).localeCompare(lastDayOf(a, madeOn)))
  return { level, period: longest ? carriedOver(longest, level) : null }
}

/** The mark of a folder or a print: the highest level in it and the longest period in it, whichever items they come from (domain 3.1). */
export const highestMark = (papers: readonly Marked[]): { level: Level; mark: string } => {
  const items = papers.map(counted)
  const [highest] = items.toSorted((a, b) => rankOf(b.level) - rankOf(a.level))
  if (!highest) return { level: 'internal', mark: levelLabel.internal }
  const { level } = highest
  const explicit = ({ period }: Marked) => (period?.kind === 'unmarked' ? 1 : 0)
  const [longest] = items.toSorted((a, b) => lengthOf(b) - lengthOf(a) || explicit(a) - explicit(b))
  return { level, mark: markOf(level, longest && carriedOver(longest, level)) }
}
