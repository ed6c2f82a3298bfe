/** Minutes and hours as clerks type them, to the contract's form. What cannot be read stays as typed, so that the vault can refuse it. */
import { readDay, twoDigits } from '../../contract/written.ts'

/** `202603100905`, `2026-03-10 9:05`, `0905` and `9:05` (today) → `2026-03-10T09:05`. */
export const readMinute = (typed: string, today: string): string => {
  const text = typed.normalize('NFKC').trim()
  const hour = /^(\d{1,2}):(\d{2})$/.exec(text) ?? /^(\d{2})(\d{2})$/.exec(text)
  if (hour) return `${today}T${twoDigits(hour[1])}:${hour[2]}`
  const solid = /^(\d{8})\s?(\d{2})(\d{2})$/.exec(text)
  if (solid) return `${readDay(solid[1] ?? '', today)}T${solid[2]}:${solid[3]}`
  const apart = /^(\S+)[ T](\d{1,2}):?(\d{2})$/.exec(text)
  return apart ? `${readDay(apart[1] ?? '', today)}T${twoDigits(apart[2])}:${apart[3]}` : text
}

/** `1730`, `17:30`, `905` and `9:05` → `09:05`. */
export const readHour = (typed: string): string => {
  const text = typed.normalize('NFKC').trim()
  const hour = /^(\d{1,2}):?(\d{2})$/.exec(text)
  return hour ? `${twoDigits(hour[1])}:${hour[2]}` : text
}

export const isHour = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

/** Whether there is such a day, in the contract's form. */
export const isDay = (text: string): boolean => {
  const at = Date.parse(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}
