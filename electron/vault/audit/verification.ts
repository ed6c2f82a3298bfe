import { createPublicKey, verify } from 'node:crypto'
import type { Read, Row } from '../door/unit.ts'
import { type EntryText, entryHash } from './append.ts'
import { rowDigest } from './row-digest.ts'
import { append, type Frontier, leafHash, toBytes } from './tree.ts'

/** An entry with its hashes in hex. */
type Entry = EntryText & { prev: string; hash: string }
export type Broken = { what: string; where: string; why: string }

/** Entries checked in one call, so that an act never waits long for a verification; and rows read at once, so that it takes little memory. */
const SPAN = 20_000
const READ_AT_ONCE = 1_000

/** The digest that the record last gave each row, by table and id. */
type Digests = Map<string, Map<number, string>>

/** One run through the record: the chain in spans, then every row and every signature. */
export type Verification = { next: number; head: string; frontier: Frontier; digests: Digests; broken: Broken | null }

export const beginVerification = (): Verification => ({ next: 0, head: '0'.repeat(64), frontier: [], digests: new Map(), broken: null })

const digestsOf = (run: Verification, table: string) => {
  const known = run.digests.get(table) ?? new Map<number, string>()
  run.digests.set(table, known)
  return known
}

const brokenEntry = (run: Verification, entry: Entry): Broken | null => {
  const where = `审计记录第${run.next}条`
  if (entry.seq !== run.next) return { what: '记录缺失', where, why: `下一条记录的序号是${entry.seq}，中间有缺。` }
  if (entry.prev !== run.head) return { what: '链条断开', where, why: '本条所记的前一条哈希与前一条不符。' }
  if (entryHash(entry, entry.prev) !== entry.hash) return { what: '记录被改', where, why: '本条内容与其哈希不符。' }
  for (const [table, id, before, after] of JSON.parse(entry.changes) as [string, number, string | null, string][]) {
    const digests = digestsOf(run, table)
    if ((digests.get(id) ?? null) !== before) return { what: '数据行变动不连续', where, why: `${table} 第${id}行变动前的摘要与上次记录不符。` }
    digests.set(id, after)
  }
  return null
}

const ENTRIES = `SELECT seq, at, boot, actor, role, call, object, outcome, detail, changes, lower(hex(prev)) AS prev, lower(hex(hash)) AS hash
  FROM audit_entry WHERE seq >= ? ORDER BY seq LIMIT ?`

/** Checks the next span of the chain. */
export const checkSpan = (run: Verification, read: Read): void => {
  for (const end = run.next + SPAN; run.next < end; ) {
    const entries = read.all<Entry>(ENTRIES, run.next, READ_AT_ONCE)
    if (entries.length === 0) return
    for (const entry of entries) {
      run.broken = brokenEntry(run, entry)
      if (run.broken) return
      run.frontier = append(run.frontier, run.next, leafHash(Buffer.from(entry.hash, 'hex')))
      run.head = entry.hash
      run.next += 1
    }
  }
}

const trackedTables = (read: Read) =>
  read
    .all<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%' AND name NOT LIKE 'audit_%' ORDER BY name",
    )
    .map(({ name }) => name)

const placeOf = (table: string, id: number | undefined) => `${table} 第${id}行`

/** Every row of one table against its last digest; gives how many there are, or the first that does not hold. */
const checkTable = (run: Verification, read: Read, table: string): number | Broken => {
  const columns = read.all<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`).map(({ name }) => ({ name, fallback: null }))
  const digests = digestsOf(run, table)
  let seen = 0
  for (let last = Number.MIN_SAFE_INTEGER; ; ) {
    const rows = read.all<Row & { id: number }>(`SELECT * FROM ${table} WHERE id > ? ORDER BY id LIMIT ?`, last, READ_AT_ONCE)
    for (const row of rows) {
      const digest = digests.get(row.id)
      if (digest === undefined) return { what: '多出数据行', where: placeOf(table, row.id), why: '没有任何记录写过这一行。' }
      if (digest !== rowDigest(table, columns, row))
        return { what: '数据行被改', where: placeOf(table, row.id), why: '内容与最后一次记录的摘要不符。' }
    }
    seen += rows.length
    last = rows.at(-1)?.id ?? last
    if (rows.length < READ_AT_ONCE) return seen
  }
}

const brokenRow = (run: Verification, read: Read): Broken | null => {
  const seen = new Map<string, number>()
  for (const table of trackedTables(read)) {
    const found = checkTable(run, read, table)
    if (typeof found !== 'number') return found
    seen.set(table, found)
  }
  for (const [table, digests] of run.digests) {
    if (digests.size === (seen.get(table) ?? 0)) continue
    const here = new Set(seen.has(table) ? read.all<{ id: number }>(`SELECT id FROM ${table}`).map(({ id }) => id) : [])
    const missing = [...digests.keys()].find((id) => !here.has(id))
    return { what: '数据行缺失', where: placeOf(table, missing), why: '记录写过的这一行不见了。' }
  }
  return null
}

const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

const brokenSignature = (read: Read): Broken | null => {
  const keys = new Map(
    read
      .all<{ id: number; public_key: string }>('SELECT id, public_key FROM person_key')
      .map(({ id, public_key }) => [
        id,
        createPublicKey({ key: Buffer.concat([SPKI_PREFIX, Buffer.from(public_key, 'base64')]), format: 'der', type: 'spki' }),
      ]),
  )
  for (const { id, person_key, record, bytes } of read.all<{ id: number; person_key: number; record: string; bytes: string }>(
    'SELECT * FROM signature ORDER BY id',
  )) {
    const key = keys.get(person_key)
    if (!key || !verify(null, Buffer.from(record), key, Buffer.from(bytes, 'base64')))
      return { what: '签名不符', where: placeOf('signature', id), why: '签名与签名人的公钥和所签内容不符。' }
  }
  return null
}

/** After the last span: the head, every row against its last digest, every signature against its key. */
export const checkRest = (run: Verification, read: Read): void => {
  const head = read.get<{ size: number; head: Buffer; frontier: Buffer }>('SELECT size, head, frontier FROM audit_head WHERE id = 1')
  const same =
    head && head.size === run.next && Buffer.from(head.head).toString('hex') === run.head && Buffer.from(head.frontier).equals(toBytes(run.frontier))
  run.broken = same
    ? (brokenRow(run, read) ?? brokenSignature(read))
    : { what: '链头不符', where: '审计链头', why: '记录的条数或树根与实际不符，末尾可能被截。' }
}
