import { expect, it } from 'vitest'
import { charts, grown } from '../../tools/bench/charts.ts'
import { inMarkdown } from '../../tools/bench/table.ts'
import { atMost, compared, reported, under } from '../../tools/bench/figure.ts'

const beside = { name: 'an append <durable> & "sound"', value: 2, unit: 'ms', peer: 'hypercore', peerValue: 4 }
const figures = [
  under('a list of 180,000, p95', 8, 'ms', 16),
  under('a search, p95', 60, 'ms', 50),
  atMost(1.2, { ...beside, name: 'held to a peer' }),
  compared(beside),
  reported('only said', 3, 'ms'),
]

/** Every element opened is closed, in order; nothing in it runs or is fetched. */
const wellFormed = (svg: string) => {
  const open: string[] = []
  for (const [, closes, name, rest] of svg.matchAll(/<(\/?)(\w+)([^<>]*)>/g)) {
    if (closes) expect(open.pop()).toBe(name)
    else if (!rest?.endsWith('/')) open.push(name as string)
  }
  expect(open).toEqual([])
  expect(svg.replace(/<\/?\w+[^<>]*>/g, '')).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|quot;)/)
  expect(svg).not.toMatch(/<script|href|NaN|undefined|on\w+=/)
}

it('charts are well-formed drawings of the figures: each in the one it belongs to, what missed its limit in its own colour', () => {
  const drawn = charts(figures, [under('a list of 10,000, p95', 4, 'ms', 8)])
  expect(Object.keys(drawn)).toEqual(['limits.svg', 'goals.svg', 'peers.svg', 'growth.svg'])
  for (const svg of Object.values(drawn)) wellFormed(svg)
  expect(drawn['limits.svg']).toContain('8 / 16 ms')
  expect(drawn['limits.svg']?.match(/#b3261e/g)).toHaveLength(1)
  expect(drawn['goals.svg']).toContain('held to a peer')
  expect(drawn['peers.svg']).toContain('an append &lt;durable&gt; &amp; &quot;sound&quot;')
  expect(drawn['growth.svg']).toContain('8 / 4 ms')
  expect(Object.keys(charts(figures))).not.toContain('growth.svg')
})

it('the same figure is known at both scales, whatever sizes stand in its name', () => {
  expect(grown([under('a list of 10,000, p95', 4, 'ms', 8)], figures)).toEqual([{ name: 'a list of 180,000, p95', before: 4, after: 8 }])
})

it('a bar reaches to its ratio: half the limit is drawn to the left of 1, more than it to the right', () => {
  const bars = [...(charts(figures)['limits.svg'] ?? '').matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="12"/g)].map(
    ([, x, width]) => [Number(x), Number(width)],
  )
  const one = (bars[1] as number[])[0] as number
  expect(((bars[0] as number[])[0] as number) + ((bars[0] as number[])[1] as number)).toBeCloseTo(one, 0)
})

it('the table of a run has every figure, and says of each goal whether it holds', () => {
  const page = inMarkdown(figures)
  for (const { name } of figures) expect(page).toContain(`| ${name} |`)
  expect(page.match(/\*\*missed\*\*/g) ?? []).toHaveLength(figures.filter(({ holds }) => holds === false).length)
})
