import { afterAll, expect, it } from 'vitest'
import { removeCopies } from '../../tools/bench/archive.ts'
import { appendingBeside } from '../../tools/bench/appending.ts'
import { searchingBeside, texts } from '../../tools/bench/searching.ts'

afterAll(removeCopies)

it('search stands beside LIKE and a library in memory, all of which find the same, at each length', async () => {
  const figures = await searchingBeside(600, 1)
  expect(figures.filter(({ goal }) => goal === '≤ 50 ms')).toHaveLength(Object.keys(texts).length)
  for (const peer of ['LIKE on plain SQLite', 'LIKE on encrypted SQLite', 'MiniSearch in memory'])
    expect(figures.filter((figure) => figure.peer === peer)).toHaveLength(Object.keys(texts).length)
  expect(figures.filter(({ unit }) => unit === 'MiB').every(({ value }) => value > 0)).toBe(true)
})

it('an append stands beside plain SQLite and hypercore, synced and as it comes', async () => {
  const figures = await appendingBeside(3)
  expect(figures.map(({ peer }) => peer?.split(',')[0])).toEqual(['plain SQLite', 'hypercore', 'hypercore as it comes'])
  expect(figures.every(({ value, peerValue }) => value > 0 && (peerValue ?? 0) > 0)).toBe(true)
})
