/** How a clerk writes a day, a minute or a 文号, and how the record writes it. What cannot be read goes to the vault as typed, and is refused there. */

const two = (figure: string | number) => String(figure).padStart(2, '0')

/** `20260305`, `2026.3.5`, `2026年3月5日` → `2026-03-05`; `3.5` takes this year. */
export const dayWritten = (typed: string, today: string): string => {
  const text = typed.normalize('NFKC').trim()
  const solid = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (solid) return `${solid[1]}-${solid[2]}-${solid[3]}`
  const parts = text.split(/[-./年月日\s]+/).filter(Boolean)
  if (parts.some((part) => !/^\d+$/.test(part))) return text
  const [first = '', second = '', third = ''] = parts
  if (parts.length === 3 && first.length === 4) return `${first}-${two(second)}-${two(third)}`
  if (parts.length === 2) return `${today.slice(0, 4)}-${two(first)}-${two(second)}`
  return text
}

/** A day is whole once eight figures stand there: the cursor may go on. */
export const dayIsWhole = (typed: string) => /^(\d{8}|\d{4}-\d{2}-\d{2})$/.test(typed.normalize('NFKC').trim())

/** `2026-03-10 9:05`, `202603100905`, `9:05` (today) → `2026-03-10T09:05`. */
export const minuteWritten = (typed: string, today: string): string => {
  const text = typed.normalize('NFKC').trim().replace('T', ' ')
  const solid = /^(\d{8})\s*(\d{2})(\d{2})$/.exec(text)
  if (solid) return `${dayWritten(solid[1] as string, today)}T${solid[2]}:${solid[3]}`
  const clock = /^(?:(.*?)\s+)?(\d{1,2})[:：时](\d{1,2})分?$/.exec(text)
  if (!clock) return text
  return `${clock[1] ? dayWritten(clock[1], today) : today}T${two(clock[2] as string)}:${two(clock[3] as string)}`
}

/** 文号 with any brackets → the official 〔2026〕. */
export const symbolWritten = (typed: string) => typed.replace(/[[［【(（〔](\d{4})[\]］】)）〕]/g, '〔$1〕').trim()

/** A 文号 ends with 号: nothing follows it, so the cursor may go on. */
export const symbolIsWhole = (typed: string) => /[[［【(（〔]\d{4}[\]］】)）〕]\s*第?\d+号$/.test(typed.trim())

/** The minute on the office's wall clock (UTC+8) at an instant: `2026-03-10T09:05`. */
export const minuteAt = (instant: string | number | Date) => new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(0, 16)
