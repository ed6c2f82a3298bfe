import { verify } from 'node:crypto'
import { fieldWriter, sha256 } from './canonical.ts'
import { type Kept, readKept } from './checkpoint.ts'
import type { Broken } from './report.ts'
import { publicKeyOf } from './signatures.ts'

/** What a proof shows, without any vault. `said`: in Chinese, what holds if `ok`. */
export type ProofVerdict = { ok: boolean; kind: 'entry' | 'growth' | null; said: string[]; broken: Omit<Broken, 'since'>[]; notes: string[] }

const FIELDS = ['seq', 'at', 'boot', 'actor', 'role', 'call', 'object', 'outcome', 'detail', 'changes'] as const
type Entry = Record<(typeof FIELDS)[number] | 'prev', string>

/** A checkpoint inside a proof, with the public key that it is said to be signed with. */
type Signed = { kept: Kept; key: string }
type Proof = { entry: Entry | null; path: Buffer[]; checkpoints: Signed[] }

const HASH = /^path ([A-Za-z0-9+/]{43}=)$/
const NOTE = /^key ([A-Za-z0-9+/]{43}=)\ncheckpoint\n((?:[^\n]+\n){6}\n— [^\n]+\n?)\n*/

const readEntry = (lines: string[]): Entry | null => {
  const entry: Record<string, string> = {}
  for (const name of [...FIELDS, 'prev'] as const) {
    const line = lines.shift()
    if (!line?.startsWith(`${name} `)) return null
    entry[name] = line.slice(name.length + 1)
  }
  return /^\d{1,15}$/.test(entry.seq ?? '') && /^[0-9a-f]{64}$/.test(entry.prev ?? '') ? (entry as Entry) : null
}

const readCheckpoints = (text: string, where: string): Signed[] | null => {
  const found: Signed[] = []
  for (let rest = text; rest !== ''; ) {
    const [whole, key, note] = NOTE.exec(rest) ?? []
    if (!whole || !key || !note) return null
    found.push({ key, kept: readKept(note, where) })
    rest = rest.slice(whole.length)
  }
  return found
}

/** Reads a proof of one entry (one checkpoint) or of growth (two); null when it is neither. */
const readProof = (text: string, where: string): Proof | null => {
  const begin = text.search(/^key /m)
  if (begin < 0) return null
  const lines = text.slice(0, begin).split('\n').slice(0, -1)
  const kind = lines.shift()
  const entry = kind === 'mijuan-proof/1' ? readEntry(lines) : null
  if (kind === 'mijuan-proof/1' ? !entry : kind !== 'mijuan-growth/1') return null
  const path = lines.map((line) => HASH.exec(line)?.[1])
  const checkpoints = readCheckpoints(text.slice(begin), where)
  if (path.some((hash) => hash === undefined) || checkpoints?.length !== (entry ? 1 : 2)) return null
  return { entry, path: path.map((hash) => Buffer.from(hash as string, 'base64')), checkpoints }
}

const join = (left: Uint8Array, right: Uint8Array) => sha256(Buffer.concat([Buffer.of(1), left, right]))
const half = (n: number) => Math.floor(n / 2)
const isOdd = (n: number) => n % 2 === 1

/** RFC 9162, 2.1.3.2: the root that a path leads to from the leaf at `seq` in a tree of `size`; null when the path is too long or too short. */
export const rootByPath = (leaf: Buffer, seq: number, size: number, path: readonly Buffer[]): Buffer | null => {
  if (seq >= size) return null
  let [fn, sn, root] = [seq, size - 1, leaf]
  for (const step of path) {
    if (sn === 0) return null
    if (isOdd(fn) || fn === sn) {
      root = join(step, root)
      for (; fn !== 0 && !isOdd(fn); sn = half(sn)) fn = half(fn)
    } else root = join(root, step)
    fn = half(fn)
    sn = half(sn)
  }
  return sn === 0 ? root : null
}

/** RFC 9162, 2.1.4.2: whether the tree of `older` entries grew into the one of `newer`. */
export const grew = (older: { size: number; root: Buffer }, newer: { size: number; root: Buffer }, path: readonly Buffer[]): boolean => {
  if (older.size < 1 || older.size > newer.size) return false
  if (older.size === newer.size) return path.length === 0 && older.root.equals(newer.root)
  const isWhole = Number.isInteger(Math.log2(older.size))
  const [first, ...rest] = isWhole ? [older.root, ...path] : path
  if (!first) return false
  let [fn, sn] = [older.size - 1, newer.size - 1]
  for (; isOdd(fn); sn = half(sn)) fn = half(fn)
  let [fr, sr] = [first, first]
  for (const step of rest) {
    if (sn === 0) return false
    if (isOdd(fn) || fn === sn) {
      fr = join(step, fr)
      sr = join(step, sr)
      for (; fn !== 0 && !isOdd(fn); sn = half(sn)) fn = half(fn)
    } else sr = join(sr, step)
    fn = half(fn)
    sn = half(sn)
  }
  return sn === 0 && fr.equals(older.root) && sr.equals(newer.root)
}

const leafOf = (entry: Entry) => {
  const write = fieldWriter().start().add('mijuan-entry/1')
  for (const name of FIELDS) write.add(entry[name])
  return sha256(Buffer.concat([Buffer.of(0), sha256(write.add(entry.prev).bytes())]))
}

const rootOf = ({ root }: Kept) => Buffer.from(root, 'base64')

const sealFits = ({ kept, key }: Signed) => {
  const { text, name, seal } = kept.note as NonNullable<Kept['note']>
  const raw = Buffer.from(key, 'base64')
  const hint = sha256(Buffer.concat([Buffer.from(`${name}\n\x01`), raw])).subarray(0, 4)
  return seal.length === 68 && hint.equals(seal.subarray(0, 4)) && verify(null, Buffer.from(text), publicKeyOf(key), seal.subarray(4))
}

/** Whether a checkpoint kept outside is one of those in the proof: the same vault, size and root. */
const isOneOf = (outside: Kept, checkpoints: readonly Signed[]) =>
  checkpoints.some(({ kept }) => kept.vault === outside.vault && kept.size === outside.size && kept.root === outside.root)

const outcomes: Record<string, string> = { done: '完成', refused: '拒绝' }
const entrySaid = (entry: Entry, { size, at }: Kept) => [
  `第 ${entry.seq} 条记录：时间 ${entry.at}，操作人 ${entry.actor}，步骤 ${entry.call}，对象 ${entry.object || '无'}，结果 ${outcomes[entry.outcome] ?? entry.outcome}。`,
  `检查点（${at}，${size} 条记录）签发时，这一条已在记录中，内容与上述一致。`,
]
const growthSaid = (older: Kept, newer: Kept) => [
  `较早的检查点（${older.at}）所含的前 ${older.size} 条记录，到较晚的检查点（${newer.at}，${newer.size} 条）时一条未改、未删、未插。`,
]

/** Checks a proof by itself and against a checkpoint kept outside. Needs no vault and no password. */
export const checkProof = (text: string, where: string, outside: Kept | null): { verdict: ProofVerdict; checkpoints: readonly Kept[] } => {
  const verdict: ProofVerdict = { ok: false, kind: null, said: [], broken: [], notes: [] }
  const breaks = (what: string, why: string) => verdict.broken.push({ what, where, why })
  const proof = readProof(text.replaceAll('\r\n', '\n'), where)
  if (!proof) {
    breaks('证明', '不是存证证明，或格式不符')
    return { verdict, checkpoints: [] }
  }
  const { entry, path, checkpoints } = proof
  const [older, newer] = [(checkpoints[0] as Signed).kept, (checkpoints.at(-1) as Signed).kept]
  verdict.kind = entry ? 'entry' : 'growth'
  if (entry) {
    if (!rootByPath(leafOf(entry), Number(entry.seq), older.size, path)?.equals(rootOf(older)))
      breaks('证明', '所列的记录走不到检查点的根：记录、路径或检查点被改过')
  } else {
    if (older.vault !== newer.vault) breaks('证明', '两个检查点不属于同一个库')
    if (!grew({ size: older.size, root: rootOf(older) }, { size: newer.size, root: rootOf(newer) }, path))
      breaks('证明', '由较早的检查点走不到较晚的检查点：记录、路径或检查点被改过')
  }
  for (const signed of checkpoints) if (!sealFits(signed)) breaks('检查点', `${signed.kept.size} 条记录的检查点，签名与文本不符`)
  if (outside && !isOneOf(outside, checkpoints)) breaks('检查点', `${outside.where} 与证明中的检查点不是同一个`)
  if (!outside) verdict.notes.push('没有与本机以外保存的检查点核对：证明只说明它与文中的检查点相符，请再用 --checkpoint 核对。')
  verdict.notes.push('签名是用文中的公钥核对的；公钥是不是签发人登记过的，用 --data 对照库，或看本机以外保存的检查点。')
  verdict.ok = verdict.broken.length === 0
  verdict.said = entry ? entrySaid(entry, older) : growthSaid(older, newer)
  return { verdict, checkpoints: checkpoints.map(({ kept }) => kept) }
}

/** The verdict as a person reads it. */
export const proofInChinese = ({ ok, said, broken, notes }: ProofVerdict): string => {
  const lines = ok
    ? [...said, ...notes.map((note) => `说明：${note}`)]
    : broken.map(({ what, where, why }) => `不符：${what}　位置：${where}　${why}`)
  return `${[...lines, ok ? '结论：证明成立。' : '结论：证明不成立。'].join('\n')}\n`
}
