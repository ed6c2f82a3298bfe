/**
 * A durable append beside other append-only logs: the vault's (encrypted, hashed, in a tree), a bare SQLite table, and hypercore (signed, in a tree).
 * Hypercore hands its blocks to the system and leaves them there: what it takes until they are on the disk is measured by syncing its log after it.
 */
import { closeSync, fdatasyncSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import Hypercore from 'hypercore'
import { emptyFolder } from './archive.ts'
import { actOf, appended, newLog } from './evidence.ts'
import { compared, type Figure, median, timed } from './figure.ts'

/** Appends before those that count. */
const WARM = 50

/** An entry as the vault's log stores it, in one text: what the peers are given to keep. */
const entryText = (n: number): string => {
  const { actor, role, call, object, outcome, detail, changes } = actOf(n)
  const at = new Date(Date.UTC(2026, 0, 5) + n * 1000).toISOString()
  return JSON.stringify([n, at, 'boot-of-the-program', actor, role, call, object, outcome, detail, changes])
}

/** Something that appends the n-th entry, and is closed. */
type Peer = { append(n: number): Promise<unknown> | unknown; close(): Promise<void> | void }

const ours = (): Peer => {
  const grown = newLog()
  return { append: () => appended(grown), close: () => grown.database.close() }
}

const plainSqlite = (): Peer => {
  const database = new Sqlite(join(emptyFolder(), 'log.db'))
  for (const setting of ['journal_mode = WAL', 'synchronous = FULL']) database.pragma(setting)
  database.exec('CREATE TABLE entry(seq INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT')
  const insert = database.prepare('INSERT INTO entry(seq, text) VALUES (?,?)')
  return { append: (n) => insert.run(n, entryText(n)), close: () => void database.close() }
}

/** RocksDB's log of what is not in its tables yet: what a sync must reach. */
const logOf = (folder: string): string => {
  const names = readdirSync(join(folder, 'db')).filter((name) => name.endsWith('.log'))
  return join(folder, 'db', names.toSorted().at(-1) as string)
}

const hypercore = async (isSynced: boolean): Promise<Peer> => {
  const folder = emptyFolder()
  const core = new Hypercore(folder)
  await core.ready()
  const log = isSynced ? openSync(logOf(folder), 'r+') : null
  return {
    append: async (n) => {
      await core.append(Buffer.from(entryText(n)))
      if (log !== null) fdatasyncSync(log)
    },
    close: async () => {
      if (log !== null) closeSync(log)
      await core.close()
    },
  }
}

/** Turn and turn about, one entry each. */
export const appendingBeside = async (samples: number): Promise<Figure[]> => {
  const peers = { ours: ours(), sqlite: plainSqlite(), synced: await hypercore(true), loose: await hypercore(false) }
  const times: Record<keyof typeof peers, number[]> = { ours: [], sqlite: [], synced: [], loose: [] }
  for (let n = 0; n < WARM + samples; n += 1)
    for (const [name, peer] of Object.entries(peers) as [keyof typeof peers, Peer][]) {
      const time = await timed(() => peer.append(n))
      if (n >= WARM) times[name].push(time)
    }
  for (const peer of Object.values(peers)) await peer.close()
  const beside = (peer: string, peerValue: number) =>
    compared({ name: `an entry appended durably, beside ${peer}`, value: median(times.ours), unit: 'ms', peer, peerValue })
  return [
    beside('plain SQLite, one row, synchronous=FULL', median(times.sqlite)),
    beside('hypercore, its log synced after it', median(times.synced)),
    beside('hypercore as it comes, not on the disk yet', median(times.loose)),
  ]
}
