import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { contract } from '../../contract/index.ts'
import { atLeast, atMost, type Figure, median, p95, quantile, reported, under } from '../../tools/bench/figure.ts'
import { groups } from '../../tools/bench/lists.ts'
import { inTable } from '../../tools/bench/table.ts'

const beside = { name: 'a', value: 6, unit: '/s', peer: 'b', peerValue: 10 }

describe('a figure says whether its goal holds', () => {
  it('at least so many times its peer', () => {
    expect(atLeast(0.5, beside)).toEqual({ ...beside, ratio: 0.6, goal: '≥ 0.5 × peer', holds: true })
    expect(atLeast(0.61, beside).holds).toBe(false)
  })
  it('at most so many times its peer', () => {
    expect(atMost(0.6, beside).holds).toBe(true)
    expect(atMost(0.59, beside)).toMatchObject({ goal: '≤ 0.59 × peer', holds: false })
  })
  it('under a limit, the limit itself allowed', () => {
    expect(under('a', 8, 'ms', 8)).toEqual({ name: 'a', value: 8, unit: 'ms', peer: 'limit', peerValue: 8, ratio: 1, goal: '≤ 8 ms', holds: true })
    expect(under('a', 8.001, 'ms', 8).holds).toBe(false)
  })
  it('the verdict is over what was measured, not over what is rounded for reading', () => {
    expect(under('a', 8.0000001, 'ms', 8)).toMatchObject({ value: 8, holds: false })
  })
  it('only reported: no peer and no verdict', () => {
    expect(reported('a', 3, 'ms')).toMatchObject({ peer: null, peerValue: null, ratio: null, goal: null, holds: null })
  })
})

describe('quantiles', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)
  it('the value that so many of the samples do not exceed', () => {
    expect(p95(hundred)).toBe(95)
    expect(median(hundred)).toBe(50)
    expect(quantile([3], 0.95)).toBe(3)
  })
  it('of nothing there is none', () => {
    expect(() => median([])).toThrow(RangeError)
  })
})

it('the table names every figure and repeats each missed goal', () => {
  const missed: Figure = under('too slow', 9, 'ms', 8)
  const text = inTable([missed, atLeast(0.5, beside), reported('seen', 1, 'rows')])
  expect(text).toMatch(/^MISSED {4}too slow +9 ms/m)
  expect(text).toMatch(/^holds {5}a +6 \/s +10 \/s +0\.6 /m)
  expect(text).toMatch(/^reported {2}seen/m)
  expect(text).toMatch(/^MISSED: too slow: 9 ms, goal ≤ 8 ms$/m)
  expect(inTable([reported('seen', 1, 'rows')])).toContain('every goal holds')
})

/** What answers with rows: the bench knows each of them, so that a new list is measured from its first day. */
const listed = Object.entries(contract).flatMap(([name, { kind, output }]) =>
  kind === 'query' && output instanceof z.ZodObject && 'rows' in output.shape ? [name] : [],
)
/** Short by nature: one line a print, one line a change of somebody’s duties, those who came to know of one document, one line a form; the rows of one dry run, which lie in memory. */
const unmeasured = ['paper.printed', 'people.changes', 'documents.knowers', 'office.templates', 'importing.rows']

it('every list of the contract is measured', () => {
  expect(listed.length).toBeGreaterThan(8)
  expect(listed.filter((name) => !unmeasured.includes(name) && !groups.some(({ asked }) => asked[0] === name))).toEqual([])
})

it('searches are of one, two and six characters', () => {
  const texts = groups
    .filter(({ what }) => what.startsWith('search'))
    .flatMap(({ asked }) => asked[1].map((input) => (input as { text: string }).text))
  expect([...new Set(texts.map((text) => [...text].length))].sort()).toEqual([1, 2, 6])
})
