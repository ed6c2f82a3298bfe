import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openDatabase } from '../../../electron/vault/storage/database.ts'

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
