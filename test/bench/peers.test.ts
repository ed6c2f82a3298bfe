import type Database from 'better-sqlite3'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../electron/vault/storage/database.ts'
import { archiveOf, copyOf, removeCopies } from '../../tools/bench/archive.ts'
import type { Figure } from '../../tools/bench/figure.ts'
import { wholeLeg } from '../../tools/bench/leg.ts'
import { stockTaking } from '../../tools/bench/keeping.ts'
import { listing } from '../../tools/bench/lists.ts'
import { onTheMachine } from '../../tools/bench/machine.ts'
import { remembering } from '../../tools/bench/memory.ts'
import { officers, openBenchOffice, passwordOf } from '../../tools/bench/office.ts'
import { paper, randomFrom } from '../../tools/bench/papers.ts'
import { openRaw } from '../../tools/bench/raw.ts'
import { renewing } from '../../tools/bench/renewal.ts'
import { bareWriter, lastRegistration, registering } from '../../tools/bench/register.ts'
import { signingIn } from '../../tools/bench/sign-in.ts'
import { signing } from '../../tools/bench/signing.ts'
import { verifying } from '../../tools/bench/verification.ts'
import { openDataKey, readKeyFile } from '../../tools/verify/keys.ts'
import { trackedTables } from '../../tools/verify/vault.ts'
import { verifyVault } from '../../tools/verify/verify.ts'

/** The bench in small: what it says is not held against any limit here, only that it is what it says. */
let archive: string
beforeAll(async () => {
  archive = await archiveOf(120)
  // Written through the door: on a busy machine more than the minute that a hook has
}, 240_000)
afterAll(removeCopies)

const rowsOf = (database: Database.Database, tables: readonly string[]) =>
  Object.fromEntries(tables.map((table) => [table, database.prepare(`SELECT * FROM ${table} ORDER BY id`).all()]))
const countOf = (database: Database.Database, table: string) => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()

describe('the bare transaction', () => {
  it('writes the very rows that a registration writes, found by the same search, and no audit', async () => {
    const office = openBenchOffice(copyOf(archive))
    await office.as('李保')
    const door = await openRaw(office.dir)
    const bare = await openRaw(copyOf(archive))
    const write = bareWriter(bare)
    const audited = countOf(bare, 'audit_entry')
    for (let n = 0; n < 12; n += 1) {
      const incoming = paper(randomFrom(n), 500 + n, office.clock.now(), [10, 11, 12, 13, 14, 15, 16, 17])
      await office.ok('documents.register', incoming)
      write(lastRegistration(door, [incoming.title, incoming.symbol ?? null, incoming.sender, ...(incoming.copyNos ?? [])]))()
    }
    // Signing in left its day on the person; all else is the registrations'.
    const tables = trackedTables(door).filter((table) => table !== 'person')
    expect(rowsOf(bare, tables)).toEqual(rowsOf(door, tables))
    expect(countOf(bare, 'audit_entry')).toBe(audited)
    const found = (database: Database.Database) =>
      ['关', '之 5 0 7', '港'].map((text) =>
        database.prepare('SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid').pluck().all(`"${text}"`),
      )
    expect(found(bare)).toEqual(found(door))
    expect(found(bare)[0]?.length).toBeGreaterThan(100)
    for (const database of [door, bare]) database.close()
    await office.close()
  })

  it('runs on the pragmas of the vault', async () => {
    const dir = copyOf(archive)
    const file = readKeyFile(dir)
    const vault = openDatabase(join(dir, 'vault.db'), await openDataKey(file, officers.auditor, passwordOf(officers.auditor)), file.vault)
    const bare = await openRaw(copyOf(archive))
    const storage = join(import.meta.dirname, '../../electron/vault/storage')
    const source = ['connecting.ts', 'database.ts'].map((name) => readFileSync(join(storage, name), 'utf8')).join('\n')
    const named = [...source.matchAll(/pragma\([`'](\w+) = /g)]
      .map(([, name]) => name as string)
      .filter((name) => !['cipher', 'legacy', 'user_version', 'journal_mode'].includes(name))
    expect(named).toContain('synchronous')
    for (const name of named) expect(bare.pragma(name), name).toEqual([vault.read.get(`PRAGMA ${name}`)])
    // It stands in the file, and asking for it is not a mere reading.
    expect(bare.pragma('journal_mode', { simple: true })).toBe('wal')
    bare.close()
    vault.close()
  })
})

it('an archive is a vault like any other: it verifies', async () => {
  const verdict = await verifyVault({ dir: copyOf(archive), person: officers.auditor, password: passwordOf(officers.auditor) })
  expect(verdict).toMatchObject({ ok: true, broken: [] })
})

const measured: Record<string, () => Promise<Figure[]>> = {
  registering: () => registering(archive, 20),
  'a whole leg': () => wholeLeg(archive, 2),
  'lists and searches': () => listing(archive, 1),
  'stock-taking': () => stockTaking(archive, 5, 1),
  verification: () => verifying(archive, 1),
  signatures: () => signing(1),
  'another data key': () => renewing(archive, 1),
  'signing in': () => signingIn(archive, 1),
  memory: () => remembering(archive, 3),
  machine: () => onTheMachine(archive),
}

const texts = (figure: Figure) => [figure.name, figure.unit]

for (const [name, measure] of Object.entries(measured))
  it(`${name}: every figure has its form, and a peer or a limit measured with it`, async () => {
    const figures = await measure()
    expect(figures.length).toBeGreaterThan(0)
    expect(new Set(figures.map((figure) => figure.name)).size).toBe(figures.length)
    for (const figure of figures) {
      expect(Object.keys(figure)).toEqual(['name', 'value', 'unit', 'peer', 'peerValue', 'ratio', 'goal', 'holds'])
      for (const text of texts(figure)) expect(text).not.toBe('')
      expect(figure.value).toBeGreaterThanOrEqual(0)
      if (figure.peer === null) expect(figure).toMatchObject({ peerValue: null, ratio: null, goal: null, holds: null })
      else {
        expect(figure.peerValue).toBeGreaterThan(0)
        expect(figure.ratio).toBeGreaterThan(0)
        expect(figure.goal).toMatch(/[≤≥–]/)
        expect(typeof figure.holds).toBe('boolean')
      }
    }
  })
