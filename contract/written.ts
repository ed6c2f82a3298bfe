/** What clerks write on a paper's behalf, read: days and marks as they are typed on the screen and as they stand in old ledgers. Nothing is judged here. */
import type { Period } from './fields.ts'
import { LEVELS, type Level, levelLabel } from './terms.ts'

/** `3` → `03`. */
export const twoDigits = (text: string | undefined) => String(text ?? '').padStart(2, '0')

/** `20260310`, `2026-3-10`, `2026.3.10`, `0310` and `3-10` (this year) → `2026-03-10`. */
export const readDay = (typed: string, today: string): string => {
  const text = typed.normalize('NFKC').trim()
  const year = today.slice(0, 4)
  const whole = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(text)
  if (whole) return `${whole[1]}-${twoDigits(whole[2])}-${twoDigits(whole[3])}`
  const short = /^(\d{2})(\d{2})$/.exec(text) ?? /^(\d{1,2})[-./月](\d{1,2})日?$/.exec(text)
  return short ? `${year}-${twoDigits(short[1])}-${twoDigits(short[2])}` : text
}

/** 密级★保密期限 as it was read: no period where none is marked on what is no state secret. */
export type Marked = { level: Level; period: Period | undefined }

const STAR = '★'

/** Stars and spaces as people type them, made one. */
export const plainMark = (typed: string) =>
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
  const text = plainMark(typed)
  const level = levelAt(text)
  if (!level) return null
  const rest = text.slice(levelLabel[level].length)
  if (level === 'internal') return rest === '' || rest === '事项' ? { level, period: undefined } : null
  const period = periodWritten(rest)
  return period && { level, period }
}
