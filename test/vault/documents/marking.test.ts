import { expect, it } from 'vitest'
import type { Period } from '../../../contract/fields.ts'
import type { Level } from '../../../contract/terms.ts'
import { highestMark } from '../../../electron/vault/documents/marking.ts'

const years = (level: Level, count: number) => ({ level, period: { kind: 'years', years: count } as Period, madeOn: '2026-03-05' })
const of = (level: Level, period: Period | null) => ({ level, period, madeOn: '2026-03-05' })

it('保密法14 a folder or a print carries the highest level and the longest period in it, whichever papers they come from', () => {
  expect(highestMark([years('secret', 5), years('confidential', 3)])).toEqual({ level: 'confidential', mark: '机密★5年' })
  expect(highestMark([years('confidential', 10), years('secret', 5)])).toEqual({ level: 'confidential', mark: '机密★10年' })
  expect(highestMark([of('internal', null), years('secret', 5)])).toEqual({ level: 'secret', mark: '秘密★5年' })
  expect(highestMark([of('internal', null)])).toEqual({ level: 'internal', mark: '内部' })
  expect(highestMark([])).toEqual({ level: 'internal', mark: '内部' })
})

it('保密法20 an unmarked period counts as the longest of its own level', () => {
  const unmarked = (level: Level) => of(level, { kind: 'unmarked' })
  expect(highestMark([unmarked('secret'), years('confidential', 5)]).mark).toBe('机密★10年')
  expect(highestMark([unmarked('secret'), years('confidential', 15)]).mark).toBe('机密★15年')
  expect(highestMark([unmarked('confidential'), years('secret', 5)]).mark).toBe('机密（未标明期限）')
  expect(highestMark([unmarked('secret'), years('secret', 10)]).mark).toBe('秘密★10年')
})

it('保密法20 a condition is longer than any number of years, and a day is as long as it is away', () => {
  const condition = of('secret', { kind: 'condition', condition: '工程竣工' })
  expect(highestMark([condition, years('topSecret', 30)]).mark).toBe('绝密★工程竣工')
  const until = of('secret', { kind: 'until', until: '2034-01-01' })
  expect(highestMark([until, years('confidential', 5)]).mark).toBe('机密★2034年1月1日')
  expect(highestMark([until, years('confidential', 10)]).mark).toBe('机密★10年')
  expect(highestMark([of('secret', { kind: 'months', months: 6 }), years('secret', 1)]).mark).toBe('秘密★1年')
})
