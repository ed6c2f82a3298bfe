import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openDatabase } from '../../../electron/vault/storage/database.ts'
import { openBeside } from '../../../electron/vault/storage/looking.ts'

const folder = mkdtempSync(join(tmpdir(), 'mijuan-reading-'))
const database = openDatabase(join(folder, 'vault.db'), randomBytes(32), 'c0ffee00-0000-4000-8000-000000000000', true)
afterAll(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

const writing = [
  "INSERT INTO counter(series, year, last) VALUES ('classified', 2026, 1) RETURNING id",
  'UPDATE counter SET last = last + 1 RETURNING last',
  'DELETE FROM audit_head RETURNING id',
  "INSERT INTO search(search) VALUES ('optimize')",
  'DROP TABLE audit_entry',
  'PRAGMA user_version = 99',
  'BEGIN IMMEDIATE',
  'COMMIT',
]

for (const sql of writing)
  it(`审计 what reads cannot write: ${sql}`, () => {
    expect(() => database.read.get(sql)).toThrow()
    expect(() => database.read.all(sql)).toThrow()
    expect(database.read.get<{ n: number }>('SELECT (SELECT count(*) FROM counter) + (SELECT count(*) FROM audit_entry) AS n')).toEqual({ n: 0 })
  })

it('审计 what is read at one moment belongs together: an act that is committed meanwhile is seen by the next one', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'mijuan-beside-'))
  const path = join(dir, 'vault.db')
  const key = randomBytes(32)
  const writer = openDatabase(path, key, 'v', true)
  const beside = openBeside(path, key, 'v')
  const counted = () => beside.read.get<{ n: number }>('SELECT count(*) AS n FROM counter')?.n
  const count = () => {
    writer.begin()
    writer.insert('counter', { series: 'classified', year: 2026, last: 1 })
    writer.commit()
  }
  expect(
    beside.atOneMoment(() => {
      const before = counted()
      count()
      return [before, counted()]
    }),
  ).toEqual([0, 0])
  expect(beside.atOneMoment(counted)).toBe(1)
  beside.close()
  writer.close()
  rmSync(dir, { recursive: true })
})
