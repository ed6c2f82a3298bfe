import type { Read } from '../door/unit.ts'
import { type EntryText, entryHash } from './append.ts'
import { type KnownDigests, knownDigests } from './known-digests.ts'
import { beginRows, type Broken, checkRows, type Allowance, READ_AT_ONCE, type RowsSoFar } from './row-verification.ts'
import { append, type Frontier, leafHash, TILE_LEVELS, type Tile, toBytes } from './tree.ts'

/** An entry with its hashes in hex. */
type Entry = EntryText & { prev: string; hash: string }

/**
 * How much is checked in one call, so that no act waits long for a verification: in rows' worth of work, some 15 ms of it. An entry takes about
 * four times as long as a row.
 */
const SPAN = 4_000
const ENTRY_WORK = 4

/** One run through the record, span by span: the chain of entries, then every row and every signature. `next`: entries checked. */
export type Verification = {
  next: number
  head: string
  frontier: Frontier
  digests: KnownDigests
  rows: RowsSoFar
  broken: Broken | null
  done: boolean
}

export const beginVerification = (): Verification => ({
  next: 0,
  head: '0'.repeat(64),
  frontier: [],
  digests: knownDigests(),
  rows: beginRows(),
  broken: null,
  done: false,
})

/** Entries and rows checked so far. */
export const checkedIn = ({ next, rows }: Verification): number => next + rows.count

const brokenEntry = (run: Verification, entry: Entry): Broken | null => {
  const where = `审计记录第${run.next}条`
  if (entry.seq !== run.next) return { what: '记录缺失', where, why: `下一条记录的序号是${entry.seq}，中间有缺。` }
  if (entry.prev !== run.head) return { what: '链条断开', where, why: '本条所记的前一条哈希与前一条不符。' }
  if (entryHash(entry, entry.prev) !== entry.hash) return { what: '记录被改', where, why: '本条内容与其哈希不符。' }
  for (const [table, id, before, after] of JSON.parse(entry.changes) as [string, number, string | null, string][]) {
    const digests = run.digests.of(table)
    if (!digests.is(id, before)) return { what: '数据行变动不连续', where, why: `${table} 第${id}行变动前的摘要与上次记录不符。` }
    digests.set(id, after)
  }
  return null
}

/** A kept subtree against the entries that it stands for. */
const brokenTile = ({ level, ix, root }: Tile, read: Read): Broken | null => {
  const kept = read.get<{ root: Buffer }>('SELECT root FROM audit_tile WHERE level = ? AND ix = ?', level, ix)
  if (kept && Buffer.from(kept.root).equals(root)) return null
  const where = `审计记录第${ix * 2 ** level}至${(ix + 1) * 2 ** level - 1}条的树枝`
  return { what: '树枝不符', where, why: kept ? '所存的树枝与这些记录不符。' : '没有存下这些记录的树枝。' }
}

/** Subtrees besides those that so many entries complete. */
const strayTiles = (run: Verification, read: Read): Broken | null => {
  const complete = TILE_LEVELS.reduce((sum, level) => sum + Math.floor(run.next / 2 ** level), 0)
  const kept = read.get<{ n: number }>('SELECT count(*) AS n FROM audit_tile')?.n
  return kept === complete ? null : { what: '树枝不符', where: '审计记录的树枝', why: `应有${complete}枝，实有${kept}枝。` }
}

const ENTRIES = `SELECT seq, at, boot, actor, role, call, object, outcome, detail, changes, lower(hex(prev)) AS prev, lower(hex(hash)) AS hash
  FROM audit_entry WHERE seq >= ? ORDER BY seq LIMIT ?`

/** Goes on along the chain as far as the allowance reaches; says whether it is at the end. */
const checkEntries = (run: Verification, read: Read, allowance: Allowance): boolean => {
  while (allowance.left > 0) {
    const entries = read.all<Entry>(ENTRIES, run.next, READ_AT_ONCE)
    for (const entry of entries) {
      run.broken = brokenEntry(run, entry)
      if (run.broken) return false
      run.frontier = append(run.frontier, run.next, leafHash(Buffer.from(entry.hash, 'hex')), (tile) => {
        run.broken ??= brokenTile(tile, read)
      })
      if (run.broken) return false
      run.head = entry.hash
      run.next += 1
    }
    allowance.left -= entries.length * ENTRY_WORK
    if (entries.length < READ_AT_ONCE) return true
  }
  return false
}

/** The kept head of the record against the one that was reached. */
const brokenHead = (run: Verification, read: Read): Broken | null => {
  const head = read.get<{ size: number; head: Buffer; frontier: Buffer }>('SELECT size, head, frontier FROM audit_head WHERE id = 1')
  const same =
    head && head.size === run.next && Buffer.from(head.head).toString('hex') === run.head && Buffer.from(head.frontier).equals(toBytes(run.frontier))
  return same ? null : { what: '末条摘要不符', where: '审计记录末条', why: '记录的条数或树根与实际不符，末尾可能被截。' }
}

/** Checks the next span. Entries that were added since the last one come first: what they changed is held against their digests. */
export const checkSpan = (run: Verification, read: Read, span = SPAN): void => {
  const allowance = { left: span }
  const isAtTheEnd = checkEntries(run, read, allowance)
  if (run.broken || !isAtTheEnd) return
  run.broken = brokenHead(run, read)
  if (run.broken || allowance.left <= 0) return
  const found = checkRows(run.rows, run.digests, read, allowance)
  if (found === 'goes on') return
  run.broken = found === 'done' ? strayTiles(run, read) : found
  run.done = run.broken === null
}
