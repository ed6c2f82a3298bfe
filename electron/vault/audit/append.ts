import { randomBytes } from 'node:crypto'
import type { Outcome } from '../../../contract/terms.ts'
import { canonicalJson, fieldHash } from '../storage/bytes.ts'
import type { Database } from '../storage/database.ts'
import { append, type Frontier, fromBytes, leafHash, rootOf, type Tile, toBytes } from './tree.ts'

/** One act or refusal, before it has its place in the chain. Numbers, never titles. */
export type Act = {
  actor: string
  role: string
  call: string
  object: string
  outcome: Outcome
  detail: Record<string, string | number | boolean>
  /** [table, id, digest before or null, digest after] of each changed row. */
  changes: readonly (readonly [string, number, string | null, string])[]
}

/** The stored fields that an entry's hash is over, in their order. */
export type EntryText = {
  seq: number
  at: string
  boot: string
  actor: string
  role: string
  call: string
  object: string
  outcome: string
  detail: string
  changes: string
}

/** The stored fields of an entry that its hash is over, in their order. */
export const ENTRY_FIELDS = ['seq', 'at', 'boot', 'actor', 'role', 'call', 'object', 'outcome', 'detail', 'changes'] as const

const digest = fieldHash()

/** Hash of an entry: SHA-256 over its length-prefixed fields and the hash before it. Hashes in hex. */
export const entryHash = (entry: EntryText, prev: string): string => {
  digest.start().add('mijuan-entry/1').add(String(entry.seq)).add(entry.at).add(entry.boot).add(entry.actor).add(entry.role).add(entry.call)
  return digest.add(entry.object).add(entry.outcome).add(entry.detail).add(entry.changes).add(prev).end('hex')
}

export type Head = { size: number; root: string; head: string }

/** The log of one open vault: appends to the chain and the tree inside the transaction of the act itself. */
export type Log = {
  /** Writes the entry. Call inside a transaction; `keep` after the commit, `forget` after a rollback. */
  write(act: Act, at: Date): number
  keep(): void
  forget(): void
  /** The head as written so far, also within a transaction. */
  head(): Head
}

type State = { size: number; head: Buffer; frontier: Frontier; lastAt: string }

const readState = (database: Database): State => {
  const row = database.read.get<{ size: number; head: Buffer; frontier: Buffer }>('SELECT size, head, frontier FROM audit_head WHERE id = 1')
  const last = database.read.get<{ at: string }>('SELECT at FROM audit_entry ORDER BY seq DESC LIMIT 1')
  if (!row) return { size: 0, head: Buffer.alloc(32), frontier: [], lastAt: '' }
  return { size: row.size, head: Buffer.from(row.head), frontier: fromBytes(row.frontier), lastAt: last?.at ?? '' }
}

/** A clock that runs back by more than this is recorded in the entry that notices it. */
export const CLOCK_BACK_MS = 1000

const clockBack = (state: State, at: Date): Record<string, number> => {
  const back = state.lastAt === '' ? 0 : Date.parse(state.lastAt) - at.getTime()
  return back > CLOCK_BACK_MS ? { clockBack: Math.round(back / 1000) } : {}
}

/** A subtree that has become whole is kept with the entry that completed it: one row in sixteen entries. */
const keepTile = (database: Database, { level, ix, root }: Tile) =>
  database.run('INSERT INTO audit_tile(level, ix, root) VALUES (?,?,?)', level, ix, root)

export const openLog = (database: Database, boot: string): Log => {
  let kept = readState(database)
  let pending = kept
  return {
    write: (act, at) => {
      const entry: EntryText = {
        seq: pending.size,
        at: at.toISOString(),
        boot,
        actor: act.actor,
        role: act.role,
        call: act.call,
        object: act.object,
        outcome: act.outcome,
        detail: canonicalJson({ ...act.detail, ...clockBack(pending, at) }),
        changes: JSON.stringify(act.changes),
      }
      if (pending.size === 0) database.run('INSERT INTO audit_seal(id, seal) VALUES (1,?)', randomBytes(32))
      const hash = Buffer.from(entryHash(entry, pending.head.toString('hex')), 'hex')
      database.run(
        'INSERT INTO audit_entry(seq, at, boot, actor, role, call, object, outcome, detail, changes, prev, hash) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)',
        entry.seq,
        entry.at,
        entry.boot,
        entry.actor,
        entry.role,
        entry.call,
        entry.object,
        entry.outcome,
        entry.detail,
        entry.changes,
        pending.head,
        hash,
      )
      for (const object of new Set(act.object.split(' ')))
        if (object !== '') database.run('INSERT INTO audit_object(object, entry) VALUES (?,?)', object, entry.seq)
      const frontier = append(pending.frontier, pending.size, leafHash(hash), (tile) => keepTile(database, tile))
      pending = { size: pending.size + 1, head: hash, frontier, lastAt: entry.at }
      database.run(
        'INSERT INTO audit_head(id, size, head, frontier) VALUES (1,?,?,?) ON CONFLICT(id) DO UPDATE SET size = excluded.size, head = excluded.head, frontier = excluded.frontier',
        pending.size,
        pending.head,
        toBytes(pending.frontier),
      )
      return entry.seq
    },
    keep: () => {
      kept = pending
    },
    forget: () => {
      pending = kept
    },
    head: () => ({ size: pending.size, root: rootOf(pending.frontier).toString('base64'), head: pending.head.toString('hex') }),
  }
}
