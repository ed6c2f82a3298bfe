import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { knownDigests } from '../../../electron/vault/audit/known-digests.ts'

const digest = () => randomBytes(32).toString('base64url')

it('审计 of each row the last digest is known, of any other number none', () => {
  const known = knownDigests().of('copy')
  const last = new Map<number, string>()
  for (let n = 0; n < 20_000; n += 1) {
    const id = [n % 5_000, -n, 2 ** 40 + n][n % 3] as number
    expect(known.is(id, last.get(id) ?? null)).toBe(true)
    const next = digest()
    known.set(id, next)
    last.set(id, next)
  }
  for (const [id, text] of last) {
    expect(known.is(id, text)).toBe(true)
    expect(known.is(id, digest())).toBe(false)
    expect(known.is(id, null)).toBe(false)
  }
  expect(known.is(5_001, null)).toBe(true)
  expect(known.is(5_001, digest())).toBe(false)
})

it('审计 what the record says of a row anew makes it unread again', () => {
  const known = knownDigests().of('copy')
  for (const id of [1, 2, 3_000]) known.set(id, digest())
  known.read(2)
  known.read(4)
  expect([...known.unread()]).toEqual([1, 3_000])
  known.set(2, digest())
  known.read(1)
  expect([...known.unread()]).toEqual([2, 3_000])
})

it('审计 which characters of a digest are kept is drawn anew each time, so that no two rows can be made that only they tell apart', () => {
  const one = digest()
  /** The places where another character is noticed. */
  const noticed = () => {
    const known = knownDigests().of('copy')
    known.set(1, one)
    return Array.from({ length: one.length }, (_, place) => place).filter(
      (place) => !known.is(1, `${one.slice(0, place)}${one[place] === '-' ? '_' : '-'}${one.slice(place + 1)}`),
    )
  }
  const [first, second] = [noticed(), noticed()]
  expect(first).toHaveLength(10)
  expect(second).toHaveLength(10)
  expect(first).not.toEqual(second)
})
