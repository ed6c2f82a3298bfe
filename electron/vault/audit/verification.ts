import { createPublicKey, verify } from 'node:crypto'
import type { Read, Row } from '../door/unit.ts'
import { type EntryText, entryHash } from './append.ts'
import { rowDigest } from './row-digest.ts'
import { append, type Frontier, leafHash, toBytes } from './tree.ts'

type Entry = EntryText & { prev: Buffer; hash: Buffer }
export type Broken = { what: string; where: string; why: string }

/** Entries checked in one call, so that an act never waits long for a verification. */
const SPAN = 20_000

/** One run through the record: the chain in spans, then every row and every signature. */
export type Verification = { next: number; head: Buffer; frontier: Frontier; digests: Map<string, string>; broken: Broken | null }

export const beginVerification = (): Verification => ({ next: 0, head: Buffer.alloc(32), frontier: [], digests: new Map(), broken: null })

const brokenEntry = (run: Verification, entry: Entry): Broken | null => {
  const where = `审计记录第${run.next}条`
  if (entry.seq !== run.next) return { what: '记录缺失', where, why: `下一条记录的序号是${entry.seq}，中间有缺。` }
  if (!Buffer.from(entry.prev).equals(run.head)) return { what: '链条断开', where, why: '本条所记的前一条哈希与前一条不符。' }
  if (!entryHash(entry, entry.prev).equals(Buffer.from(entry.hash))) return { what: '记录被改', where, why: '本条内容与其哈希不符。' }
  for (const [table, id, before, after] of JSON.parse(entry.changes) as [string, number, string | null, string][]) {
    const key = `${table} ${id}`
    if ((run.digests.get(key) ?? null) !== before) return { what: '数据行变动不连续', where, why: `${table} 第${id}行变动前的摘要与上次记录不符。` }
    run.digests.set(key, after)
  }
  return null
}

/** Checks the next span of the chain. */
export const checkSpan = (run: Verification, read: Read): void => {
  const entries = read.all<Entry>('SELECT * FROM audit_entry WHERE seq >= ? ORDER BY seq LIMIT ?', run.next, SPAN)
  for (const entry of entries) {
    run.broken = brokenEntry(run, entry)
    if (run.broken) return
    run.frontier = append(run.frontier, run.next, leafHash(entry.hash))
    run.head = Buffer.from(entry.hash)
    run.next += 1
  }
}

const trackedTables = (read: Read) =>
  read
    .all<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%' AND name NOT LIKE 'audit_%' ORDER BY name",
    )
    .map(({ name }) => name)

const brokenRow = (run: Verification, read: Read): Broken | null => {
  const left = new Map(run.digests)
  for (const table of trackedTables(read)) {
    const columns = read.all<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`).map(({ name }) => ({ name, fallback: null }))
    for (const row of read.all<Row>(`SELECT * FROM ${table} ORDER BY id`)) {
      const key = `${table} ${row.id}`
      const where = `${table} 第${row.id}行`
      if (!left.has(key)) return { what: '多出数据行', where, why: '没有任何记录写过这一行。' }
      if (left.get(key) !== rowDigest(table, columns, row)) return { what: '数据行被改', where, why: '内容与最后一次记录的摘要不符。' }
      left.delete(key)
    }
  }
  const missing = left.keys().next().value
  return missing === undefined ? null : { what: '数据行缺失', where: missing.replace(/ (\d+)$/, ' 第$1行'), why: '记录写过的这一行不见了。' }
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
      return { what: '签名不符', where: `signature 第${id}行`, why: '签名与签名人的公钥和所签内容不符。' }
  }
  return null
}

/** After the last span: the head, every row against its last digest, every signature against its key. */
export const checkRest = (run: Verification, read: Read): void => {
  const head = read.get<{ size: number; head: Buffer; frontier: Buffer }>('SELECT size, head, frontier FROM audit_head WHERE id = 1')
  const same = head && head.size === run.next && Buffer.from(head.head).equals(run.head) && Buffer.from(head.frontier).equals(toBytes(run.frontier))
  run.broken = same
    ? (brokenRow(run, read) ?? brokenSignature(read))
    : { what: '链头不符', where: '审计链头', why: '记录的条数或树根与实际不符，末尾可能被截。' }
}
