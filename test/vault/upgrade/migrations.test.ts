import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { rowDigest } from '../../../electron/vault/audit/row-digest.ts'
import { trackedTables } from '../../../electron/vault/audit/row-verification.ts'
import { beginVerification, checkSpan } from '../../../electron/vault/audit/verification.ts'
import { settableClock } from '../../../electron/vault/door/clock.ts'
import { closeOpened } from '../../../electron/vault/door/opened.ts'
import type { Row } from '../../../electron/vault/door/unit.ts'
import { openGate } from '../../../electron/vault/people/gate.ts'
import { openVault, recordSignIn } from '../../../electron/vault/people/sign-in.ts'
import { openCopy } from '../../../electron/vault/storage/looking.ts'
import { schemaVersion } from '../../../electron/vault/storage/migrations.ts'
import { releases } from '../../../electron/vault/storage/releases.ts'
import { openDataKey, readKeyFile } from '../../../tools/verify/keys.ts'
import { verifyVault } from '../../../tools/verify/verify.ts'
import { behindTheDoor } from '../../support/attack.ts'
import { fixtureOf, fixtures } from '../../support/fixture.ts'
import { passwordOf } from '../../support/office.ts'

const folder = join(import.meta.dirname, '../../../electron/vault/storage/migrations')
const names = readdirSync(folder).sort()
/** After everything that the fixtures hold: no clock runs back. */
const LATER = '2026-03-11T09:00:00+08:00'

let copy: ReturnType<typeof fixtureOf>
afterEach(() => copy?.remove())

/** The definitions of all tables, and the digest of every row that the record binds. */
const standing = (database: Database.Database) => {
  const read = {
    get: <T>(sql: string, ...params: (string | number | null)[]) => database.prepare(sql).get(...params) as T | undefined,
    all: <T>(sql: string, ...params: (string | number | null)[]) => database.prepare(sql).all(...params) as T[],
  }
  const tables = new Map(
    read.all<{ name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").map(({ name, sql }) => [name, sql]),
  )
  const rows = new Map<string, string>()
  for (const table of trackedTables(read)) {
    const columns = read.all<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`).map(({ name }) => ({ name, fallback: null }))
    for (const row of read.all<Row>(`SELECT * FROM ${table}`)) rows.set(`${table} ${row.id}`, rowDigest(table, columns, row))
  }
  return { tables, rows }
}

/** Goes to a version by the scripts alone, as far as the data lack them. */
const goTo = async (dir: string, version: number) => {
  let found: ReturnType<typeof standing> | undefined
  await behindTheDoor(dir, (database) => {
    for (const name of names.slice(database.pragma('user_version', { simple: true }) as number, version))
      database.exec(readFileSync(join(folder, name), 'utf8'))
    database.pragma(`user_version = ${version}`)
    found = standing(database)
  })
  return found as ReturnType<typeof standing>
}

/** Whether the record holds, for the vault itself and for those who trust nobody. */
const expectHolds = async (dir: string) => {
  const file = readKeyFile(dir)
  const dataKey = await openDataKey(file, '冯审', passwordOf('冯审'))
  const open = openCopy(join(dir, 'vault.db'), dataKey, file.vault)
  const run = beginVerification()
  while (!run.done && !run.broken) checkSpan(run, open.read)
  open.close()
  expect(run.broken).toBe(null)
  expect((await verifyVault({ dir, person: '冯审', password: passwordOf('冯审') })).broken).toEqual([])
}

/** Somebody works with data as old as they are: a sign-in and its entry. */
const signInAt = async (dir: string) => {
  const gate = openGate(dir)
  const clock = settableClock(LATER)
  const opened = await openVault(dir, gate, clock, '李保', passwordOf('李保'))
  recordSignIn(opened, gate, clock)
  closeOpened(opened)
}

describe('审计 migrations', () => {
  it('are numbered from 0001 without a gap, and the first is what the first release wrote', () => {
    expect(names.map((name) => name.slice(0, 4))).toEqual(names.map((_, index) => String(index + 1).padStart(4, '0')))
    for (const name of names) expect(name).toMatch(/^\d{4}-[a-z-]+\.sql$/)
    expect(schemaVersion).toBe(names.length)
  })

  it('every released version has its data here, and every data here a released version', () => {
    expect([...fixtures].sort()).toEqual(Object.values(releases).sort())
  })

  it('only add: a script names no table of an earlier one but to refer to it', () => {
    const empty = new Database(':memory:')
    for (const name of names) {
      const before = standing(empty).tables
      empty.exec(readFileSync(join(folder, name), 'utf8'))
      const after = standing(empty).tables
      for (const [table, sql] of before) expect(after.get(table), `${name}: ${table}`).toBe(sql)
    }
    empty.close()
  })

  const steps = Object.entries(releases).flatMap(([written, release]) =>
    names.flatMap((name, index) => (index + 1 > Number(written) ? [{ release, name, version: index + 1 }] : [])),
  )
  it.each(steps)(
    '$release up to the version before $name, worked with there, and on by it: every row stays as it is',
    async ({ release, version }) => {
      copy = fixtureOf(release)
      await goTo(copy.dir, version - 1)
      await signInAt(copy.dir)
      const before = await goTo(copy.dir, version - 1)
      await expectHolds(copy.dir)
      const after = await goTo(copy.dir, version)
      for (const [table, sql] of before.tables) expect(after.tables.get(table), table).toBe(sql)
      for (const [row, digest] of before.rows) expect(after.rows.get(row), row).toBe(digest)
      expect([...after.rows.keys()].filter((row) => !before.rows.has(row))).toEqual([])
      await expectHolds(copy.dir)
      await signInAt(copy.dir)
      await expectHolds(copy.dir)
    },
  )
})
