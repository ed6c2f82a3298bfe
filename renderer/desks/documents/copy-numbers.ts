import { limits } from '../../../contract/limits.ts'

/** What a typed 份号 text means: the numbers one by one, or what is wrong with it. */
export type CopyNumbers = { numbers: string[]; problem: string | null }

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[—–~～至]/g, '-')
    .trim()

/** `000012-000014` → 000012, 000013, 000014: same width, same letters before the figures. */
const range = (from: string, to: string): string[] | null => {
  const first = /^(.*?)(\d+)$/.exec(from)
  const last = /^(.*?)(\d+)$/.exec(to)
  if (!first || !last) return null
  const [, before = '', start = ''] = first
  const [, beforeLast = '', end = ''] = last
  if (beforeLast !== '' && beforeLast !== before) return null
  const count = Number(end) - Number(start) + 1
  if (!Number.isSafeInteger(count) || count < 1 || count > limits.copies) return null
  return Array.from({ length: count }, (_, step) => before + String(Number(start) + step).padStart(start.length, '0'))
}

/** Reads 份号 as a clerk types them: single numbers, a range with a dash, lists with commas, 顿号 or spaces. */
export const copyNumbersOf = (typed: string): CopyNumbers => {
  const parts = plain(typed)
    .replace(/\s*-\s*/g, '-')
    .split(/[,，、;；\s]+/)
    .filter(Boolean)
  const numbers: string[] = []
  for (const part of parts) {
    const dash = part.indexOf('-')
    // A dash between figures makes a range; a number that itself holds a dash is taken as it stands.
    const found = dash > 0 && /\d-\D*\d/.test(part) ? range(part.slice(0, dash), part.slice(dash + 1)) : [part]
    if (!found) return { numbers, problem: `“${part}”不成起止号，请按 000012-000013 的样式填写` }
    if (numbers.length + found.length > limits.copies) return { numbers, problem: `一次最多登记 ${limits.copies} 份` }
    numbers.push(...found)
  }
  const twice = numbers.find((number, place) => numbers.indexOf(number) !== place)
  return { numbers, problem: twice ? `份号 ${twice} 重复` : null }
}
