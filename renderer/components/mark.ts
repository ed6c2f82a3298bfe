/** 密级★保密期限 as a clerk reads it off the paper: `机密★5年`, `秘密★6个月`, `绝密★2030年12月31日`, `秘密★工程竣工`, `秘密`, `内部`. */
import type { Period } from '../../contract/fields.ts'
import { LEVELS, type Level, levelLabel, longestPeriodYears } from '../../contract/terms.ts'
import { readDay } from './typed-time.ts'

export type Marked = { level: Level; period: Period | undefined }

const STAR = '★'

/** Stars and spaces as people type them, made one. */
const plain = (typed: string) =>
  typed
    .normalize('NFKC')
    .replace(/[☆*﹡✩✭⭐]/gu, STAR)
    .replace(/\s/g, '')

const levelAt = (text: string) => LEVELS.find((level) => text.startsWith(levelLabel[level]))

const periodWritten = (text: string): Period | null => {
  if (/^(\(?未标明(期限)?\)?)?$/.test(text)) return { kind: 'unmarked' }
  const figures = text.replace(STAR, '')
  const years = /^(\d{1,3})年?$/.exec(figures)
  if (years) return { kind: 'years', years: Number(years[1]) }
  const months = /^(\d{1,3})个?月$/.exec(figures)
  if (months) return { kind: 'months', months: Number(months[1]) }
  const day = readDay(figures, '')
  if (/^\d{4}-\d{2}-\d{2}$/.test(day)) return { kind: 'until', until: day }
  return text.startsWith(STAR) && figures !== '' ? { kind: 'condition', condition: figures } : null
}

/** Reads a typed mark; null when no level stands at its beginning, or what follows is no period. What the law says of it, the vault says. */
export const readMark = (typed: string): Marked | null => {
  const text = plain(typed)
  const level = levelAt(text)
  if (!level) return null
  const rest = text.slice(levelLabel[level].length)
  if (level === 'internal') return rest === '' || rest === '事项' ? { level, period: undefined } : null
  const period = periodWritten(rest)
  return period && { level, period }
}

/** Nothing can follow: the cursor may go on. */
export const markIsWhole = (typed: string): boolean => {
  const text = plain(typed)
  return text === levelLabel.internal || (/(年|月|日|期限\))$/.test(text) && readMark(text)?.period?.kind !== 'condition' && readMark(text) !== null)
}

/** The same in words, to be read against the paper. */
export const markInWords = ({ level, period }: Marked): string => {
  const word = levelLabel[level]
  if (!period) return `${word}事项，不标★，不定期限`
  switch (period.kind) {
    case 'years':
      return `${word}，保密期限 ${period.years} 年`
    case 'months':
      return `${word}，保密期限 ${period.months} 个月`
    case 'until':
      return `${word}，解密时间 ${period.until}`
    case 'condition':
      return `${word}，解密条件：${period.condition}`
    case 'unmarked':
      return `${word}，未标明期限，按最长 ${level === 'internal' ? 0 : longestPeriodYears[level]} 年管理`
  }
}

/** Whether the paper should give a 依据: past the longest period of its level, or until a day that may be (保密法20). */
export const mayNeedBasis = ({ level, period }: Marked): boolean => {
  if (level === 'internal' || !period) return false
  return period.kind === 'until' || (period.kind === 'years' && period.years > longestPeriodYears[level])
}
