/**
 * Search beside what one would do otherwise, over the same titles: the vault's index on its encrypted file, LIKE on plain and on encrypted SQLite, and a
 * search library in memory (MiniSearch, a token a character). Each gives the newest hundred and the number of all.
 */
import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import Sqlite from 'better-sqlite3'
import MiniSearch from 'minisearch'
import { openDatabase } from '../../electron/vault/storage/database.ts'
import { indexText, searchPhrase, splitForSearch } from '../../electron/vault/storage/search.ts'
import { emptyFolder } from './archive.ts'
import { compared, type Figure, median, p95, reported, timed, under } from './figure.ts'
import { paper, randomFrom, READERS } from './papers.ts'

const PAGE = 100
const LIMIT_MS = 50
const BATCH = 1_000

/** In every title; in some; in few or one; in none. */
export const texts = {
  one: ['关', '汛', '9', '鑫'],
  two: ['有关', '汛期', '之7', '查无'],
  three: ['的通知', '水源地', '之17', '查无此'],
  five: ['工作有关事', '青禾港新一', '知之170', '查无此件的'],
} as const

/** Of the n-th paper what is searched: title, 文号 and 来文机关, a line each. */
const linesOf = (size: number): string[][] => {
  const random = randomFrom(size)
  return Array.from({ length: size }, (_, n) => {
    const { title, symbol, sender } = paper(random, n + 1, new Date(Date.UTC(2026, 0, 5)), READERS)
    return [title, symbol ?? '', sender]
  })
}

/** The newest that were found, newest first, and how many there are. */
type Found = { ids: number[]; total: number }
type Peer = { name: string; find(text: string): Found; close(): void; size: { value: number; unit: string; what: string } }

const mib = (bytes: number) => bytes / 2 ** 20

const inBatches = (rows: number, act: (from: number, to: number) => void) => {
  for (let from = 0; from < rows; from += BATCH) act(from, Math.min(rows, from + BATCH))
}

/** The index as the vault has it: the newest from the index itself, backwards; counted where it stands. */
const ourIndex = (lines: string[][]): Peer => {
  const path = join(emptyFolder(), 'vault.db')
  const database = openDatabase(path, randomBytes(32), 'bench', true)
  database.fold()
  const before = statSync(path).size
  inBatches(lines.length, (from, to) => {
    database.begin()
    for (let n = from; n < to; n += 1) database.run('INSERT INTO search(rowid, text) VALUES (?,?)', n + 1, indexText(lines[n] as string[]))
    database.commit()
  })
  database.fold()
  const page = 'SELECT rowid AS id FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?'
  const count = 'SELECT count(*) AS n FROM search WHERE search MATCH ?'
  return {
    name: 'the index of the vault, encrypted',
    find: (text) => {
      const phrase = searchPhrase(text) ?? '""'
      const ids = database.read.all<{ id: number }>(page, phrase, PAGE).map(({ id }) => id)
      return { ids, total: ids.length < PAGE ? ids.length : (database.read.get<{ n: number }>(count, phrase)?.n ?? 0) }
    },
    close: () => database.close(),
    size: { value: mib(statSync(path).size - before), unit: 'MiB', what: 'on the disk' },
  }
}

/** LIKE reads everything, in a plain or in an encrypted file. */
const like = (lines: string[][], isEncrypted: boolean): Peer => {
  const path = join(emptyFolder(), 'like.db')
  const database = new Sqlite(path)
  if (isEncrypted)
    for (const setting of ["cipher = 'sqlcipher'", 'legacy = 4', `key = "x'${randomBytes(32).toString('hex')}'"`]) database.pragma(setting)
  for (const setting of ['journal_mode = WAL', 'cache_size = -16384']) database.pragma(setting)
  database.exec('CREATE TABLE paper(id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT')
  const insert = database.prepare('INSERT INTO paper(id, text) VALUES (?,?)')
  inBatches(lines.length, (from, to) =>
    database.transaction(() => {
      for (let n = from; n < to; n += 1) insert.run(n + 1, (lines[n] as string[]).join('\n'))
    })(),
  )
  database.pragma('wal_checkpoint(TRUNCATE)')
  const page = database.prepare('SELECT id FROM paper WHERE text LIKE ? ORDER BY id DESC LIMIT ?').pluck()
  const count = database.prepare('SELECT count(*) FROM paper WHERE text LIKE ?').pluck()
  return {
    name: isEncrypted ? 'LIKE on encrypted SQLite' : 'LIKE on plain SQLite',
    find: (text) => {
      const ids = page.all(`%${text}%`, PAGE) as number[]
      return { ids, total: ids.length < PAGE ? ids.length : Number(count.get(`%${text}%`)) }
    },
    close: () => void database.close(),
    size: { value: mib(statSync(path).size), unit: 'MiB', what: 'on the disk, the titles themselves' },
  }
}

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')
const heldNow = () => {
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** MiniSearch finds papers with all the characters; whether they stand together must be looked at in the titles, which it therefore keeps as well. */
const inMemory = (lines: string[][]): Peer => {
  const before = heldNow()
  const characters = (text: string) => splitForSearch(text).split(' ')
  const library = new MiniSearch<{ id: number; text: string }>({ fields: ['text'], tokenize: characters, processTerm: (term) => term || null })
  inBatches(lines.length, (from, to) =>
    library.addAll(Array.from({ length: to - from }, (_, index) => ({ id: from + index + 1, text: (lines[from + index] as string[]).join('\n') }))),
  )
  const held = heldNow() - before
  return {
    name: 'MiniSearch in memory',
    find: (text) => {
      const stands = ({ id }: { id: number }) => (lines[id - 1] as string[]).some((line) => line.includes(text))
      const hits = library.search(text, { combineWith: 'AND' }).filter(stands as never)
      const ids = hits.map(({ id }) => id as number).sort((one, other) => other - one)
      return { ids: ids.slice(0, PAGE), total: ids.length }
    },
    close: () => library.removeAll(),
    size: { value: mib(held), unit: 'MiB', what: 'in memory, without the titles' },
  }
}

/** A way that takes seconds for a search is not asked a hundred times: no more of one text after so long, but five times at least. */
const ENOUGH_MS = 5_000
const LEAST = 5

const measured = async (peer: Peer, some: readonly string[], samples: number) => {
  const times: number[] = []
  for (const text of some) {
    const begun = performance.now()
    for (let n = 0; n < samples && (n < LEAST || performance.now() - begun < ENOUGH_MS); n += 1) times.push(await timed(() => peer.find(text)))
  }
  return times
}

/** All must find the same, or the run fails. */
const agree = (peers: readonly Peer[]) => {
  for (const text of Object.values(texts).flat()) {
    const [first, ...others] = peers.map((peer) => JSON.stringify(peer.find(text)))
    for (const [index, other] of others.entries()) if (other !== first) throw new Error(`${peers[index + 1]?.name} finds something else for ${text}`)
  }
}

/** Over so many titles, every text of a length asked for so many times of each peer. */
export const searchingBeside = async (size: number, samples: number): Promise<Figure[]> => {
  const lines = linesOf(size)
  const ours = ourIndex(lines)
  const others = [like(lines, false), like(lines, true), inMemory(lines)]
  const peers = [ours, ...others]
  agree(peers)
  const figures: Figure[] = []
  const many = size.toLocaleString('en')
  for (const [length, some] of Object.entries(texts)) {
    const what = `search of ${length} in ${many} titles`
    const times = await measured(ours, some, samples)
    figures.push(under(`${what}, page and total, p95`, p95(times), 'ms', LIMIT_MS), reported(`${what}, p50`, median(times), 'ms'))
    for (const peer of others) {
      const peerValue = p95(await measured(peer, some, samples))
      figures.push(compared({ name: `${what}, p95, beside ${peer.name}`, value: p95(times), unit: 'ms', peer: peer.name, peerValue }))
    }
  }
  for (const { name, size: held } of peers) figures.push(reported(`${name}: ${held.what}, for ${many} titles`, held.value, held.unit))
  for (const peer of peers) peer.close()
  return figures
}
