import type Database from 'better-sqlite3'
import { fieldWriter, sha256 } from './canonical.ts'
import type { Findings } from './report.ts'
import { growingTree } from './tree.ts'

type Entry = [number, string, string, string, string, string, string, string, string, string, Buffer, Buffer]

/** What the record was at a size that somebody keeps outside: root of the first `size` entries and hash of the last of them. */
export type Past = { root: string; head: string }

/**
 * Walks the whole record once: sequence, previous hash, hash, time, and the tree. Gives the root at each asked size.
 * `see` is shown each entry on the way. After a break it goes on with what stands in the file, so that one change is reported once.
 */
export const checkChain = (
  database: Database.Database,
  sizes: ReadonlySet<number>,
  findings: Findings,
  see: (seq: number, call: string, outcome: string, detail: string) => void = () => undefined,
) => {
  const pasts = new Map<number, Past>()
  const tiles = tileCheck(database, findings)
  const tree = growingTree(tiles.completed)
  const write = fieldWriter()
  let expected = 0
  let previous: Buffer = Buffer.alloc(32)
  let lastAt = ''
  const keepPast = () => {
    if (sizes.has(expected)) pasts.set(expected, { root: tree.root().toString('base64'), head: previous.toString('hex') })
  }
  keepPast()
  const entries = database.prepare(
    'SELECT seq, at, boot, actor, role, call, object, outcome, detail, changes, prev, hash FROM audit_entry ORDER BY seq',
  )
  for (const entry of entries.raw().iterate() as IterableIterator<Entry>) {
    const [seq, at, boot, actor, role, call, object, outcome, detail, changes, prev, hash] = entry
    if (seq !== expected) {
      const gap = seq === expected + 1 ? `第 ${expected} 条` : `第 ${expected} 至 ${seq - 1} 条`
      findings.breaks('审计记录', `audit_entry ${expected}`, seq > expected ? `缺${gap}` : '序号重复')
      expected = seq
    }
    if (!prev.equals(previous)) findings.breaks('审计记录', `audit_entry ${seq}`, '与前一条不相接')
    write.start().add('mijuan-entry/1').add(String(seq)).add(at).add(boot).add(actor).add(role).add(call).add(object)
    write.add(outcome).add(detail).add(changes).add(prev.toString('hex'))
    if (!sha256(write.bytes()).equals(hash)) findings.breaks('审计记录', `audit_entry ${seq}`, '内容与摘要不符，记录被改动')
    if (at < lastAt) findings.note(`第 ${seq} 条的时间 ${at} 早于前一条 ${lastAt}：时钟曾被拨回`)
    if (hash.length !== 32) findings.breaks('审计记录', `audit_entry ${seq}`, '摘要长度不对')
    else tree.add(hash)
    see(seq, call, outcome, detail)
    previous = hash
    lastAt = at
    expected = seq + 1
    findings.checked.entries += 1
    keepPast()
  }
  const root = tree.root()
  tiles.strays()
  checkHead(database, { size: expected, head: previous, frontier: tree.frontier() }, findings)
  return { pasts, head: { size: expected, root: root.toString('base64'), head: previous.toString('hex') } }
}

/** The subtrees that the vault keeps for its proofs, held against the entries; the first that differs of each height is named. */
const tileCheck = (database: Database.Database, findings: Findings) => {
  const kept = new Map(
    (database.prepare('SELECT level, ix, root FROM audit_tile').all() as { level: number; ix: number; root: Buffer }[]).map((tile) => [
      `${tile.level} ${tile.ix}`,
      tile.root,
    ]),
  )
  const told = new Set<number>()
  return {
    completed: (level: number, ix: number, root: Buffer) => {
      const found = kept.get(`${level} ${ix}`)
      kept.delete(`${level} ${ix}`)
      if (found?.equals(root) || told.has(level)) return
      told.add(level)
      findings.breaks('树枝', `audit_tile ${level} ${ix}`, found ? `与第 ${ix * 2 ** level} 条起的记录不符` : '应有而没有')
    },
    strays: () => {
      for (const name of kept.keys()) findings.breaks('树枝', `audit_tile ${name}`, '记录中没有这一枝')
    },
  }
}

type Head = { size: number; head: Buffer; frontier: Buffer }
const checkHead = (database: Database.Database, found: Head, findings: Findings) => {
  const kept = database.prepare('SELECT size, head, frontier FROM audit_head WHERE id = 1').get() as Head | undefined
  if (!kept) findings.breaks('记录末尾', 'audit_head 1', '没有这一行')
  else if (kept.size !== found.size)
    findings.breaks('记录末尾', `audit_entry ${Math.min(kept.size, found.size)}`, `应有 ${kept.size} 条，实有 ${found.size} 条`)
  else if (found.size > 0 && !kept.head.equals(found.head)) findings.breaks('记录末尾', 'audit_head 1', '末条摘要不符')
  else if (!kept.frontier.equals(found.frontier)) findings.breaks('记录末尾', 'audit_head 1', '树的各枝与记录不符')
}

/** The index from numbers to entries says what the entries say: a line taken from it would hide an act from a record's history. */
export const checkObjects = (database: Database.Database, findings: Findings) => {
  const wrong = database
    .prepare(
      `WITH RECURSIVE word(entry, object, rest) AS (
         SELECT seq, NULL, object || ' ' FROM audit_entry WHERE object <> ''
         UNION ALL SELECT entry, substr(rest, 1, instr(rest, ' ') - 1), substr(rest, instr(rest, ' ') + 1) FROM word WHERE rest <> ''),
       said(object, entry) AS (SELECT DISTINCT object, entry FROM word WHERE object <> '')
       SELECT entry, object, '少' AS fault FROM (SELECT * FROM said EXCEPT SELECT object, entry FROM audit_object)
       UNION ALL SELECT entry, object, '多' FROM (SELECT object, entry FROM audit_object EXCEPT SELECT * FROM said) ORDER BY 1`,
    )
    .iterate() as IterableIterator<{ entry: number; object: string; fault: string }>
  for (const { entry, object, fault } of wrong) findings.breaks('审计索引', `audit_object ${object} ${entry}`, `与审计记录相比${fault}了这一行`)
}
