import { describe, expect, it } from 'vitest'
import { newSecret, readSheet, secretOf, sheetsOf } from '../../../electron/vault/storage/recovery-sheets.ts'

describe('口令 the three sheets', () => {
  const { secret, parts } = newSecret()
  const tag = Buffer.from([1, 2, 3, 4])
  const sheets = sheetsOf(parts, tag)
  const read = (typed: string) => readSheet(typed) ?? { number: 1 as const, tag, parts: new Map() }

  it('口令 any two give the secret, in either order; one alone holds too little', () => {
    for (const [a, b] of [
      [0, 1],
      [1, 2],
      [0, 2],
    ] as const) {
      expect(secretOf(read(sheets[a] as string), read(sheets[b] as string))).toEqual(secret)
      expect(secretOf(read(sheets[b] as string), read(sheets[a] as string))).toEqual(secret)
    }
    for (const sheet of sheets) expect(secretOf(read(sheet), read(sheet))).not.toEqual(secret)
    for (const [place, sheet] of sheets.entries()) expect(read(sheet).parts.has(place + 1)).toBe(false)
  })

  it('口令 typed as it may be typed from paper, and every single wrong letter is found', () => {
    const sheet = sheets[0] as string
    expect(sheet).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){15}[0-9A-HJKMNP-TV-Z]{4}$/)
    for (const typed of [sheet.toLowerCase(), sheet.replaceAll('-', ' '), sheet.replaceAll('0', 'O').replaceAll('1', 'l'), ` ${sheet} `])
      expect(readSheet(typed)?.number).toBe(1)
    const plain = sheet.replaceAll('-', '')
    for (let at = 0; at < plain.length; at += 1) {
      const wrong = plain[at] === 'X' ? 'Y' : 'X'
      expect(readSheet(plain.slice(0, at) + wrong + plain.slice(at + 1))).toBeNull()
    }
    for (const typed of [plain.slice(1), `${plain}0`, '', '恢复单', plain.replace(/^./, 'U')]) expect(readSheet(typed)).toBeNull()
  })
})
