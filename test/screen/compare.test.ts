import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compare, type Line, type Row } from '../../renderer/desks/review/compare.ts'

const side = (rows: readonly Row[], which: 'left' | 'right') => rows.flatMap((row) => row[which] ?? [])
const textOf = (lines: readonly Line[]) => lines.map(({ words }) => words).join('\n')
/** The words of a line, what is changed of it in brackets. */
const shown = ({ words, changed }: Line) =>
  changed.toReversed().reduce((text, [from, to]) => `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`, words)
const shownRows = (before: string, after: string) =>
  compare(before, after).map(({ left, right, same }) => [left && shown(left), same ? '=' : '≠', right && shown(right)])

it('C6(2) a changed word is told in its line, a new line beside nothing', () => {
  expect(shownRows('标题\n接种点：示范路一号\n特此公告', '标题\n接种点：示范路三号\n电话\n特此公告')).toEqual([
    ['标题', '=', '标题'],
    ['接种点：示范路[一]号', '≠', '接种点：示范路[三]号'],
    [null, '≠', '[电话]'],
    ['特此公告', '=', '特此公告'],
  ])
})

it('C6(2) lines with little in common are changed as a whole; no character is cut in half', () => {
  expect(shownRows('联系人：林示范，电话。', '联系人：■■■。')).toEqual([['联系人：[林示范，电话]。', '≠', '联系人：[■■■]。']])
  expect(shownRows('甲乙丙丁', '子丑丁')).toEqual([['[甲乙丙丁]', '≠', '[子丑丁]']])
  expect(shownRows('𠮷地示范', '𠮶地示范')).toEqual([['[𠮷]地示范', '≠', '[𠮶]地示范']])
})

it('C6(2) of any two texts: both stand whole, each line at its place, and what is not told as changed is the same in both', () => {
  const text = fc.array(fc.constantFrom('甲', '乙', '𠮷', '\n', '丙丁'), { maxLength: 40 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const rows = compare(before, after)
      expect(textOf(side(rows, 'left'))).toBe(before)
      expect(textOf(side(rows, 'right'))).toBe(after)
      for (const [which, whole] of [
        ['left', before],
        ['right', after],
      ] as const)
        for (const { at, words } of side(rows, which)) expect(whole.slice(at, at + words.length)).toBe(words)
      const kept = ({ words, changed }: Line) => changed.toReversed().reduce((rest, [from, to]) => rest.slice(0, from) + rest.slice(to), words)
      for (const { left, right, same } of rows) {
        if (left && right) expect(kept(left)).toBe(kept(right))
        if (same) expect(left?.words).toBe(right?.words)
      }
    }),
    { numRuns: 300 },
  )
})

it('C6(2) 100,000 characters, few changed or all of them, in lines or in one, are compared at once', () => {
  const lines = (word: string) => Array.from({ length: 5_000 }, (_, n) => `第${n}行${word}示范文本若干字`.padEnd(19, '字')).join('\n')
  const one = (seed: number) => Array.from({ length: 100_000 }, (_, n) => String.fromCodePoint(0x4e00 + ((n * seed) % 5_003))).join('')
  for (const [before, after] of [
    [lines('甲'), lines('甲').replaceAll('第99', '第百')],
    [lines('甲'), lines('乙')],
    [lines('甲'), lines('乙').split('\n').reverse().join('\n')],
    [one(7), one(11)],
    [one(7), `${one(7).slice(0, 50_000)}中间${one(7).slice(50_001)}`],
  ] as const) {
    const from = performance.now()
    const rows = compare(before, after)
    expect(performance.now() - from).toBeLessThan(3_000)
    expect(textOf(side(rows, 'left'))).toBe(before)
  }
})
