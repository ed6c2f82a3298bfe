/**
 * Registering through the door against a bare SQLCipher transaction of the same rows. The peer writes, row for row, what the audit entry says
 * the registration changed, and the search index, into a second copy of the same archive: same file size, same tables, indexes, triggers,
 * pragmas; statements prepared, rows and index text made ready outside the clock; no door, no check, no digest, no audit.
 */
import type Database from 'better-sqlite3'
import { indexText } from '../../electron/vault/storage/search.ts'
import { copyOf } from './archive.ts'
import { atLeast, type Figure, median, reported, timed } from './figure.ts'
import { type BenchOffice, openBenchOffice } from './office.ts'
import { paper, randomFrom, READERS } from './papers.ts'
import { type Cell, openRaw, type Row } from './raw.ts'

type Change = [table: string, id: number, before: string | null, after: string]
/** One registration as the rows it left. */
export type Registration = { inserts: { table: string; row: Row }[]; updates: { table: string; row: Row }[]; document: number; text: string }

/** What the last audit entry says was changed, read back as it stands. */
export const lastRegistration = (door: Database.Database, parts: readonly (string | null)[]): Registration => {
  const { changes } = door.prepare('SELECT changes FROM audit_entry ORDER BY seq DESC LIMIT 1').get() as { changes: string }
  const rows = (JSON.parse(changes) as Change[]).map(([table, id, before]) => ({
    table,
    isNew: before === null,
    row: door.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id) as Row,
  }))
  const document = rows.find(({ table }) => table === 'document')?.row
  if (!document) throw new Error('the last entry is no registration')
  return {
    inserts: rows.filter(({ isNew }) => isNew),
    updates: rows.filter(({ isNew }) => !isNew),
    document: Number(document.id),
    text: indexText([...parts.slice(0, 2), String(document.number), ...parts.slice(2)]),
  }
}

/** The bare transaction. Every statement is prepared once; a row of a table has always the same columns. */
export const bareWriter = (database: Database.Database) => {
  const prepared = new Map<string, Database.Statement>()
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? database.prepare(sql)
    prepared.set(sql, known)
    return known
  }
  const inserting = (table: string, row: Row) => statement(`INSERT INTO ${table}(${Object.keys(row)}) VALUES (${Object.keys(row).map(() => '?')})`)
  const counting = statement('UPDATE counter SET last = ? WHERE id = ?')
  const indexing = statement('INSERT INTO search(rowid, text) VALUES (?,?)')
  const [begin, commit] = [statement('BEGIN IMMEDIATE'), statement('COMMIT')]
  /** Makes the statements and their values ready; what it gives writes them durably. */
  return ({ inserts, updates, document, text }: Registration) => {
    const ready: [Database.Statement, Cell[]][] = [
      ...updates.map(({ row }): [Database.Statement, Cell[]] => [counting, [row.last as number, row.id as number]]),
      ...inserts.map(({ table, row }): [Database.Statement, Cell[]] => [inserting(table, row), Object.values(row)]),
      [indexing, [document, text]],
    ]
    return () => {
      begin.run()
      for (const [each, values] of ready) each.run(...values)
      commit.run()
    }
  }
}

type Incoming = ReturnType<typeof paper>
const partsOf = ({ title, symbol, sender, copyNos }: Incoming) => [title, symbol ?? null, sender, ...(copyNos ?? [])]

const ROUND = 20
/** Rounds before those that count: V8 has then compiled what runs often. */
const WARM = 50

/** Turn and turn about, so that both meet the same machine: a round through the door, the same round bare. */
export const registering = async (archive: string, samples: number): Promise<Figure[]> => {
  const office: BenchOffice = openBenchOffice(copyOf(archive))
  await office.as('李保')
  const door = await openRaw(office.dir)
  const bare = await openRaw(copyOf(archive))
  const write = bareWriter(bare)
  const random = randomFrom(7)
  const times = { first: [] as number[], door: [] as number[], bare: [] as number[] }
  for (let round = 0; round < WARM + samples / ROUND; round += 1) {
    const registered: Registration[] = []
    for (let n = 0; n < ROUND; n += 1) {
      const incoming = paper(random, 900_000 + round * ROUND + n, office.clock.now(), READERS)
      const time = await timed(() => office.ok('documents.register', incoming))
      registered.push(lastRegistration(door, partsOf(incoming)))
      if (round === 0) times.first.push(time)
      if (round >= WARM) times.door.push(time)
    }
    for (const one of registered) {
      const act = write(one)
      const time = await timed(act)
      if (round >= WARM) times.bare.push(time)
    }
  }
  for (const database of [door, bare]) database.close()
  await office.close()
  return [
    atLeast(0.5, {
      name: 'documents.register through the door, signed in and durable',
      value: 1000 / median(times.door),
      unit: '/s',
      peer: 'bare SQLCipher transaction of the same rows',
      peerValue: 1000 / median(times.bare),
    }),
    reported('documents.register, the first twenty after the program starts, median', median(times.first), 'ms'),
  ]
}
