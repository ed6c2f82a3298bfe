import { mkdtempSync, readFileSync, readSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { copyWhatIsLeft } from '../../../electron/vault/damage/copy-what-is-left.ts'

const PAGE = 4096
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mijuan-left-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('实施条例34 a disk that does not give a sector: its page is left as zeros, and all the others are there', () => {
  const from = join(folder, 'vault.db')
  const bytes = Buffer.alloc(200 * PAGE + 100)
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = 1 + (at % 251)
  writeFileSync(from, bytes)
  const bad = [3, 70, 199]
  const disk = ((file: number, room: Buffer, offset: number, length: number, at: number) => {
    if (bad.some((page) => at < (page + 1) * PAGE && at + length > page * PAGE)) throw Object.assign(new Error('bad sector'), { code: 'EIO' })
    return readSync(file, room, offset, length, at)
  }) as typeof readSync
  expect(copyWhatIsLeft(from, join(folder, 'copy.db'), undefined, disk)).toBe(bad.length)
  const expected = Buffer.from(bytes)
  for (const page of bad) expected.fill(0, page * PAGE, (page + 1) * PAGE)
  expect(readFileSync(join(folder, 'copy.db')).equals(expected)).toBe(true)
})
