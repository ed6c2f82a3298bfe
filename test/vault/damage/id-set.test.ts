import { expect, it } from 'vitest'
import { idSet } from '../../../electron/vault/damage/id-set.ts'

it('keeps each id once, gives them in order, and believes none that no row has', () => {
  const ids = idSet()
  for (const id of [9_000, 1, 7, 8, 9_000, 0, -1, 1.5, Number.NaN, 2 ** 40]) ids.add(id)
  expect(ids.size()).toBe(4)
  expect([...ids.each()]).toEqual([1, 7, 8, 9_000])
})
