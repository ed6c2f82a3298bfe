import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import type { Level } from '../../../contract/terms.ts'
import { initialPasswordOf, type Office, openOffice, passwordOf } from '../../support/office.ts'

let office: Office
afterEach(() => office.close())

const nth = (n: number) => `Chosen#2026no${String(n).padStart(2, '0')}`
const remembered = (name: string) => {
  const { slots } = JSON.parse(readFileSync(join(office.dir, 'keys.json'), 'utf8')) as { slots: { name: string; earlier: string[] }[] }
  return slots.find((slot) => slot.name === name)?.earlier.length
}

const cases: [Level, number][] = [
  ['secret', 5],
  ['confidential', 10],
]
it.each(cases)('口令 on a %s machine none of the last %i passwords is chosen again, across restarts; the one before them is', async (level, last) => {
  office = await openOffice({ level })
  await office.as('李保')
  const chosen = [passwordOf('李保')]
  const change = (next: string) => office.ok('session.changePassword', { current: chosen.at(-1) as string, next })
  for (let n = 1; n < last; n += 1) {
    await change(nth(n))
    chosen.push(nth(n))
  }
  await office.station.lock('locked')
  await office.ok('session.signIn', { name: '李保', password: chosen.at(-1) as string })
  for (const earlier of chosen.slice(0, -1))
    expect(await office.no('session.changePassword', { current: chosen.at(-1), next: earlier })).toMatchObject({
      code: 'rule.forbids',
      clause: '口令',
      field: 'next',
      message: expect.stringContaining(`最近${last}次`),
    })
  // The same password written in full width is the same password
  expect(await office.no('session.changePassword', { current: chosen.at(-1), next: nth(1).replace('C', 'Ｃ') })).toMatchObject({ clause: '口令' })
  await change(nth(last))
  chosen.push(nth(last))
  expect(remembered('李保')).toBe(last)
  await change(passwordOf('李保'))
  expect(remembered('李保')).toBe(last)
})

it('口令 the initial password is not kept by its owner, and does not come back', async () => {
  office = await openOffice()
  await office.as('郑系')
  await office.ok('people.resetPassword', { person: office.id('周阅'), initialPassword: initialPasswordOf('周阅') })
  expect(remembered('周阅')).toBe(0)
  await office.station.lock('locked')
  await office.ok('session.signIn', { name: '周阅', password: initialPasswordOf('周阅') })
  await office.ok('session.changePassword', { current: initialPasswordOf('周阅'), next: nth(1) })
  expect(await office.no('session.changePassword', { current: nth(1), next: initialPasswordOf('周阅') })).toMatchObject({ clause: '口令' })
})
