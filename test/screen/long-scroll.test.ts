import { expect, it } from 'vitest'
import { heightOf, placeAt, scrolledTo, START, TALLEST } from '../../renderer/components/long-scroll.ts'

const short = { whole: 180_000 * 37, view: 600 }
const long = { whole: 2_500_000 * 37, view: 600 }
const track = TALLEST - long.view

it('180,000 rows are as tall as they are: the bar and the rows stand alike', () => {
  expect(heightOf(short)).toBe(short.whole)
  expect(scrolledTo(short, START, 3_000_000)).toEqual({ top: 3_000_000, scroll: 3_000_000 })
})

it('2.5 million rows fit one element: the bar dragged to a part of its way is that part of the list, its end the last row', () => {
  expect(heightOf(long)).toBe(TALLEST)
  expect(scrolledTo(long, START, track / 2).top).toBeCloseTo((long.whole - long.view) / 2, 3)
  expect(scrolledTo(long, START, track).top).toBe(long.whole - long.view)
  expect(placeAt(long, long.whole)).toEqual({ top: long.whole - long.view, scroll: track })
})

it('the wheel moves by its pixels wherever the bar stands, and never past an end', () => {
  let place = placeAt(long, 40_000_000)
  for (let turn = 0; turn < 2_000; turn += 1) {
    const next = scrolledTo(long, place, place.scroll + 900)
    expect(next.top).toBe(place.top + 900)
    place = next
  }
  let near = placeAt(long, long.whole - long.view - 5_000)
  for (let turn = 0; turn < 20; turn += 1) near = scrolledTo(long, near, Math.min(track, near.scroll + 900))
  expect(near).toEqual({ top: long.whole - long.view, scroll: track })
  let first = placeAt(long, 5_000)
  for (let turn = 0; turn < 20; turn += 1) first = scrolledTo(long, first, Math.max(0, first.scroll - 900))
  expect(first).toEqual(START)
})
