/**
 * Verifying the record, in the program and standalone, beside two bare SHA-256 chains over the same bytes: every entry of the record with the
 * hash before it, then every bound row. The strict chain has the bytes in memory already and only hashes them; the reading chain fetches the
 * same entries and rows from the same encrypted file, writes the same length-prefixed bytes and hashes them. Neither compares, follows the
 * rows through the record, grows the tree or checks a signature.
 */
import { hash, type KeyObject, verify } from 'node:crypto'
import type Database from 'better-sqlite3'
import { fieldWriter } from '../verify/canonical.ts'
import { checkChain } from '../verify/chain.ts'
import { beginVerdict } from '../verify/report.ts'
import { checkRows } from '../verify/rows.ts'
import { checkSignatures, publicKeyOf } from '../verify/signatures.ts'
import { trackedTables } from '../verify/vault.ts'
import { verifyVault } from '../verify/verify.ts'
import { copyOf } from './archive.ts'
import { atMost, type Figure, median, reported, timed } from './figure.ts'
import { officers, openBenchOffice, passwordOf } from './office.ts'
import { type Cell, openRaw } from './raw.ts'

const ZERO = '0'.repeat(64)
const write = fieldWriter()

/** The bytes of each entry, its last field the hash before it. */
function* entriesIn(database: Database.Database): Generator<Buffer> {
  const rows = database.prepare('SELECT seq, at, boot, actor, role, call, object, outcome, detail, changes FROM audit_entry ORDER BY seq').raw()
  for (const cells of rows.iterate() as IterableIterator<(string | number)[]>) {
    write.start().add('mijuan-entry/1')
    for (const cell of cells) write.add(String(cell))
    yield write.add(ZERO).bytes()
  }
}

const tagged = (cell: Cell) => (cell === null ? 'n' : typeof cell === 'number' ? `i${cell}` : `t${cell}`)

/** The bytes of each bound row. */
function* rowsIn(database: Database.Database): Generator<Buffer> {
  for (const table of trackedTables(database)) {
    const columns = (database.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name)
    const rows = database.prepare(`SELECT * FROM ${table} ORDER BY id`).raw()
    for (const cells of rows.iterate() as IterableIterator<Cell[]>) {
      write.start().add('mijuan-row/1').add(table)
      for (const [index, cell] of cells.entries()) write.add(columns[index] as string).add(tagged(cell))
      yield write.bytes()
    }
  }
}

/** Hashes in a chain; the hash before takes the place of the zeros at an entry's end. Gives the head. */
export const chain = (entries: Iterable<Buffer>, rows: Iterable<Buffer>): string => {
  let head = ZERO
  for (const bytes of entries) {
    bytes.write(head, bytes.length - ZERO.length, 'latin1')
    head = hash('sha256', bytes)
  }
  for (const bytes of rows) hash('sha256', bytes)
  return head
}

/** Fetches the pages of the entries and the bound rows from the encrypted file and does nothing with them: less than any verification can do. */
const fetchPages = (database: Database.Database) => {
  database.pragma('shrink_memory')
  for (const table of ['audit_entry', ...trackedTables(database)]) database.prepare(`SELECT count(*) FROM ${table} NOT INDEXED`).get()
}

/** Checks every signature by the key of its time and does nothing else. Gives how many. */
const checkBare = (database: Database.Database): number => {
  const keys = new Map(
    (database.prepare('SELECT id, public_key FROM person_key').all() as { id: number; public_key: string }[]).map(({ id, public_key }) => [
      id,
      publicKeyOf(public_key),
    ]),
  )
  const signed = database.prepare('SELECT person_key, record, bytes FROM signature').all() as { person_key: number; record: string; bytes: string }[]
  for (const { person_key, record, bytes } of signed)
    if (!verify(null, Buffer.from(record), keys.get(person_key) as KeyObject, Buffer.from(bytes, 'base64')))
      throw new Error('a signature does not hold')
  return signed.length
}

/** `audit.verify` from the first span to the last, as the auditor's screen calls it. */
const verifyThroughDoor = async (office: ReturnType<typeof openBenchOffice>): Promise<string> => {
  for (let from = 0; ; ) {
    const { ok, next, head } = await office.ok('audit.verify', { from })
    if (!ok) throw new Error('the archive does not verify')
    if (next === null) return head
    from = next
  }
}

/** What the standalone verifier does over the same entries and rows. */
const verifyStandalone = (database: Database.Database, vault: string): string => {
  const { verdict, findings } = beginVerdict()
  const { head } = checkChain(database, new Set(), findings)
  checkSignatures(database, vault, checkRows(database, findings), findings)
  if (verdict.broken.length > 0) throw new Error('the archive does not verify')
  return head.head
}

export const verifying = async (archive: string, samples: number): Promise<Figure[]> => {
  const office = openBenchOffice(copyOf(archive))
  await office.as(officers.auditor)
  const database = await openRaw(office.dir)
  const { vault } = database.prepare('SELECT vault FROM office').get() as { vault: string }
  const kept = (all: Iterable<Buffer>) => Array.from(all, (bytes) => Buffer.from(bytes))
  const inMemory = { entries: kept(entriesIn(database)), rows: kept(rowsIn(database)) }
  const times = {
    strict: [] as number[],
    reading: [] as number[],
    pages: [] as number[],
    signatures: [] as number[],
    door: [] as number[],
    standalone: [] as number[],
  }
  const heads = new Set<string>()
  for (let n = 0; n < samples; n += 1) {
    times.strict.push(await timed(() => heads.add(chain(inMemory.entries, inMemory.rows))))
    times.pages.push(await timed(() => fetchPages(database)))
    times.signatures.push(await timed(() => checkBare(database)))
    times.reading.push(await timed(() => heads.add(chain(entriesIn(database), rowsIn(database)))))
    times.door.push(await timed(async () => heads.add(await verifyThroughDoor(office))))
    times.standalone.push(await timed(() => heads.add(verifyStandalone(database, vault))))
  }
  const signatures = checkBare(database)
  database.close()
  await office.close()
  if (heads.size !== 1) throw new Error('the chains did not come to the same head')
  const whole = await timed(() => verifyVault({ dir: office.dir, person: officers.auditor, password: passwordOf(officers.auditor) }))
  const [strict, reading] = [median(times.strict), median(times.reading)]
  const beside = (what: string, value: number) => [
    atMost(2.5, {
      name: `${what}, beside bytes in memory`,
      value,
      unit: 'ms',
      peer: 'bare SHA-256 chain over the same bytes, in memory',
      peerValue: strict,
    }),
    atMost(2.5, {
      name: `${what}, beside bytes read`,
      value,
      unit: 'ms',
      peer: 'bare SHA-256 chain over the same bytes, read from the same encrypted file',
      peerValue: reading,
    }),
  ]
  return [
    ...beside('audit.verify: chain, rows, signatures', median(times.door)),
    ...beside('npm run verify: chain, rows, signatures', median(times.standalone)),
    reported('those pages fetched from the encrypted file, nothing done with them', median(times.pages), 'ms'),
    reported('those signatures checked, nothing else done', median(times.signatures), 'ms'),
    reported('npm run verify, whole: password, private copy, SQLite’s own checks, rules', whole, 'ms'),
    reported('what was verified: entries', inMemory.entries.length, 'entries'),
    reported('what was verified: rows', inMemory.rows.length, 'rows'),
    reported('what was verified: signatures', signatures, 'signatures'),
  ]
}
