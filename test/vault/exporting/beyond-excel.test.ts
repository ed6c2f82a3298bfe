import { expect, it } from 'vitest'
import type { Read } from '../../../electron/vault/door/unit.ts'
import { refuseBeyondExcel } from '../../../electron/vault/exporting/asking.ts'

/** A record of so many entries, of which nothing but its length is asked. */
const recordOf = (size: number): Read => ({ get: () => ({ size, head: Buffer.alloc(32) }) as never, all: () => [] })

it('审计 more entries than a sheet of Excel holds do not leave as one: which days are to be chosen, not a file that cannot be opened', () => {
  expect(() => refuseBeyondExcel({ read: recordOf(1_000_001) }, 'audit', {})).toThrow('input.range')
  expect(() => refuseBeyondExcel({ read: recordOf(1_000_000) }, 'audit', {})).not.toThrow()
  expect(() => refuseBeyondExcel({ read: recordOf(2_500_000) }, 'register', {})).not.toThrow()
})
