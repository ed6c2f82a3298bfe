/** Verifying the record, in the program and standalone, beside bare chains over the same bytes and bare checks of the same signatures. */
import type Database from 'better-sqlite3'
import type { Output } from '../../contract/index.ts'
import { beginVerification, checkSpan } from '../../electron/vault/audit/verification.ts'
import type { Read } from '../../electron/vault/door/unit.ts'
import { checkChain } from '../verify/chain.ts'
import { beginVerdict } from '../verify/report.ts'
import { checkRows } from '../verify/rows.ts'
import { checkSignatures } from '../verify/signatures.ts'
import { trackedTables } from '../verify/vault.ts'
import { verifyVault } from '../verify/verify.ts'
import { copyOf } from './archive.ts'
import { chain, checkBare, entriesIn, fetchPages, rowsIn, takeOver } from './bare-chain.ts'
import { atMost, type Figure, median, reported, timed } from './figure.ts'
import { officers, openBenchOffice, passwordOf } from './office.ts'
import { openRaw } from './raw.ts'

/** Milliseconds of the two parts of a verification: the chain with the rows that it binds, and the signatures. */
type Parts = { record: number; signatures: number }

const readOver = (database: Database.Database): Read => {
  const prepared = new Map<string, Database.Statement>()
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? database.prepare(sql)
    prepared.set(sql, known)
    return known
  }
  return {
    get: <T>(sql: string, ...params: unknown[]) => statement(sql).get(...params) as T | undefined,
    all: <T>(sql: string, ...params: unknown[]) => statement(sql).all(...params) as T[],
  }
}

const notWhole = (): never => {
  throw new Error('the archive does not verify')
}

/** Spans so short that what is the one part and what the other can be told apart. */
const SHORT_SPAN = 1_000

/** The vault's own verification in its two parts. */
export const verifyInParts = (database: Database.Database, heads: Set<string>): Parts => {
  const read = readOver(database)
  const before = trackedTables(database).filter((table) => table < 'signature')
  const parts: Parts = { record: 0, signatures: 0 }
  const run = beginVerification()
  while (!run.done) {
    const { through } = run.rows
    const signing = !through.has('signature') && before.every((table) => through.has(table))
    const start = performance.now()
    checkSpan(run, read, SHORT_SPAN)
    parts[signing ? 'signatures' : 'record'] += performance.now() - start
    if (run.broken) notWhole()
  }
  heads.add(run.head)
  return parts
}

/** `audit.verify` as the auditor's screen calls it, span by span; gives what each call took. */
const verifyThroughDoor = async (office: ReturnType<typeof openBenchOffice>, heads: Set<string>): Promise<number[]> => {
  const calls: number[] = []
  for (let from: number | null = 0; from !== null; ) {
    const start = performance.now()
    const span: Output<'audit.verify'> = await office.ok('audit.verify', { from })
    calls.push(performance.now() - start)
    if (!span.ok) notWhole()
    if (span.next === null) heads.add(span.head)
    from = span.next
  }
  return calls
}

/** What the standalone verifier does over the same entries and rows. */
const verifyStandalone = (database: Database.Database, vault: string, heads: Set<string>): Parts => {
  const { verdict, findings } = beginVerdict()
  const start = performance.now()
  const { head } = checkChain(database, new Set(), findings)
  const rows = checkRows(database, findings)
  const signing = performance.now()
  checkSignatures(database, vault, rows, findings)
  if (verdict.broken.length > 0) notWhole()
  heads.add(head.head)
  return { record: signing - start, signatures: performance.now() - signing }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

export const verifying = async (archive: string, samples: number): Promise<Figure[]> => {
  const office = openBenchOffice(copyOf(archive))
  await office.as(officers.auditor)
  const database = await openRaw(office.dir)
  const { vault } = database.prepare('SELECT vault FROM office').get() as { vault: string }
  const kept = (all: Iterable<Buffer>) => Array.from(all, (bytes) => Buffer.from(bytes))
  const inMemory = { entries: kept(entriesIn(database)), rows: kept(rowsIn(database)) }
  const bare = { memory: [] as number[], read: [] as number[], pages: [] as number[], taken: [] as number[], signatures: [] as number[] }
  const own: Parts[] = []
  const standalone: Parts[] = []
  const door: number[][] = []
  const heads = new Set<string>()
  for (let n = 0; n < samples; n += 1) {
    bare.memory.push(await timed(() => heads.add(chain(inMemory.entries, inMemory.rows))))
    bare.pages.push(await timed(() => fetchPages(database)))
    bare.taken.push(await timed(() => takeOver(database)))
    bare.signatures.push(await timed(() => checkBare(database)))
    bare.read.push(await timed(() => heads.add(chain(entriesIn(database), rowsIn(database)))))
    own.push(verifyInParts(database, heads))
    standalone.push(verifyStandalone(database, vault, heads))
    door.push(await verifyThroughDoor(office, heads))
  }
  const signatures = checkBare(database)
  database.close()
  await office.close()
  if (heads.size !== 1) throw new Error('the chains did not come to the same head')
  const whole = await timed(() => verifyVault({ dir: office.dir, person: officers.auditor, password: passwordOf(officers.auditor) }))
  const beside = (name: string, value: number, peer: string, peers: readonly number[]) =>
    atMost(2.5, { name, value, unit: 'ms', peer, peerValue: median(peers) })
  const besideBoth = (who: string, parts: readonly Parts[]) => {
    const record = median(parts.map((part) => part.record))
    const what = `${who}: chain and rows`
    return [
      beside(`${what}, beside bytes in memory`, record, 'bare SHA-256 chain over the same bytes, in memory', bare.memory),
      beside(`${what}, beside bytes read`, record, 'bare SHA-256 chain over the same bytes, read from the same encrypted file', bare.read),
      beside(
        `${who}: signatures`,
        median(parts.map((part) => part.signatures)),
        'the same Ed25519 signatures checked, nothing else done',
        bare.signatures,
      ),
    ]
  }
  return [
    ...besideBoth('audit.verify', own),
    ...besideBoth('npm run verify', standalone),
    reported('of that: the pages fetched from the encrypted file, nothing done with them', median(bare.pages), 'ms'),
    reported('of that: the entries and rows taken over from SQLite, nothing done with them', median(bare.taken), 'ms'),
    reported('audit.verify through the door, whole', median(door.map(sum)), 'ms'),
    reported('audit.verify through the door, its longest call', median(door.map((calls) => Math.max(...calls))), 'ms'),
    reported('npm run verify, whole: password, private copy, SQLite’s own checks, rules', whole, 'ms'),
    reported('what was verified: entries', inMemory.entries.length, 'entries'),
    reported('what was verified: rows', inMemory.rows.length, 'rows'),
    reported('what was verified: signatures', signatures, 'signatures'),
  ]
}
