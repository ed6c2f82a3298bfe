import { verify } from 'node:crypto'
import type Database from 'better-sqlite3'
import { sha256 } from './canonical.ts'
import type { Past } from './chain.ts'
import type { Duties } from './duties.ts'
import { occasionFault } from './occasions.ts'
import { CannotOpen, type Findings, type Since } from './report.ts'
import type { Orders } from './rows.ts'
import { publicKeyOf } from './signatures.ts'

/** What somebody keeps outside: that the first `size` entries have this root. `note` is the signed text of a checkpoint; a witness has none, and no occasion. */
export type Kept = {
  where: string
  vault: string
  size: number
  root: string
  head: string | null
  at: string
  occasion: string | null
  note: { text: string; name: string; seal: Buffer } | null
}

const readNote = (text: string, where: string): Kept | null => {
  const parts =
    /^(mijuan\/([^\n]+)\n(\d{1,15})\n([A-Za-z0-9+/=]{44})\nhead ([0-9a-f]{64})\nat ([^\n]+)\nfor (\S+)\n)\n— (\S+) ([A-Za-z0-9+/=]+)\n?$/.exec(text)
  if (!parts) return null
  const [, body, vault, size, root, head, at, occasion, name, seal] = parts as unknown as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  return { where, vault, size: Number(size), root, head, at, occasion, note: { text: body, name, seal: Buffer.from(seal, 'base64') } }
}

const readWitness = (text: string, where: string): Kept | null => {
  const [mark, vault, size, root, at, ...rest] = text.trim().split(';')
  if (mark !== 'mijuan1' || !vault || !/^\d{1,15}$/.test(size ?? '') || !/^[A-Za-z0-9+/=]{44}$/.test(root ?? '') || !at || rest.length > 0)
    return null
  return { where, vault, size: Number(size), root: root as string, head: null, at, occasion: null, note: null }
}

/** Reads a checkpoint (signed text) or the witness text of a printed sheet's QR. */
export const readKept = (text: string, where: string): Kept => {
  const kept = readNote(text.replaceAll('\r\n', '\n'), where) ?? readWitness(text, where)
  if (!kept) throw new CannotOpen('checkpoint', `${where} 不是检查点，也不是记录校验码`)
  return kept
}

type Row = { id: number; occasion: string; at: string; by_person: number; size: number; root: string; head: string; text: string }

/** Whether a row says the same as the text that was signed. */
const saysSame = (row: Row, kept: Kept) =>
  (['occasion', 'at', 'size', 'root', 'head'] as const).every((column) => row[column] === kept[column]) &&
  kept.note?.name === `mijuan/${kept.vault}/${row.by_person}`

/** The checkpoints and witnesses that the vault itself keeps: each is held against the record too. */
export const keptInside = (database: Database.Database, findings: Findings): Kept[] => {
  const found: Kept[] = []
  const take = (kept: Kept | null, where: string) => {
    if (kept) found.push(kept)
    else findings.breaks('检查点', where, '文本的格式不符')
  }
  for (const row of database.prepare('SELECT * FROM checkpoint ORDER BY id').iterate() as IterableIterator<Row>) {
    const where = `checkpoint ${row.id}`
    const kept = readNote(row.text, where)
    take(kept, where)
    if (kept && !saysSame(row, kept)) findings.breaks('检查点', where, '所列各项与所签文本不同')
  }
  for (const row of database.prepare('SELECT id, number, witness FROM print ORDER BY id').iterate() as IterableIterator<{
    id: number
    number: string
    witness: string
  }>) {
    const where = `print ${row.id}（${row.number}）`
    take(readWitness(row.witness, where), where)
  }
  return found
}

type Now = { size: number; pasts: ReadonlyMap<number, Past>; keys: Orders['person_key']; duties: Duties }

const signerOf = (kept: Kept) => new RegExp(`^mijuan/${kept.vault}/(\\d+)$`).exec(kept.note?.name ?? '')?.[1]

/** What is wrong with the signature of a checkpoint, by the keys of its time; null when nothing is. */
const sealFault = (database: Database.Database, kept: Kept, note: NonNullable<Kept['note']>, now: Now) => {
  const person = signerOf(kept)
  if (!person) return '签发人的写法不符'
  if (note.seal.length !== 68) return '签名的长度不符'
  const keys = database.prepare('SELECT id, public_key FROM person_key WHERE person = ?').all(Number(person))
  for (const key of keys as { id: number; public_key: string }[]) {
    const raw = Buffer.from(key.public_key, 'base64')
    const hint = sha256(Buffer.concat([Buffer.from(`${note.name}\n\x01`), raw])).subarray(0, 4)
    if (!hint.equals(note.seal.subarray(0, 4))) continue
    if (!verify(null, Buffer.from(note.text), publicKeyOf(key.public_key), note.seal.subarray(4))) return '签名与文本不符'
    const { made, changed } = now.keys.get(key.id) ?? { made: 0, changed: null }
    if (made >= kept.size || (changed !== null && changed < kept.size)) return '签发时间不在密钥的有效期内'
    return null
  }
  return '不是本库登记的密钥所签'
}

/** What of the record a checkpoint, a witness or a line of the head file was made of. */
type Seen = { size: number; root: string; at: string }

/** A record that does not fit what was seen of it was rewritten after that, and before the first thing that fits it again. */
export const rewrittenSince = (seen: Seen, all: readonly Seen[], pasts: ReadonlyMap<number, Past>): Since => {
  const again = all.filter((one) => one.size >= seen.size && one.at > seen.at && pasts.get(one.size)?.root === one.root).map(({ at }) => at)
  return { after: seen.at, by: again.sort()[0] ?? null }
}

/** How the record differs from what it was, and since when; null where it does not. */
const changeSince = (kept: Kept, list: readonly Kept[], now: Now): [why: string, since: () => Since] | null => {
  const past = now.pasts.get(kept.size)
  if (kept.size > now.size)
    return [`当时有 ${kept.size} 条记录，现在只有 ${now.size} 条：记录被截短或换回了旧文件`, () => ({ after: kept.at, by: null })]
  if (past && past.root !== kept.root) return [`前 ${kept.size} 条记录的根不同：记录被重写过`, () => rewrittenSince(kept, list, now.pasts)]
  if (past && kept.head !== null && kept.size > 0 && past.head !== kept.head)
    return [`第 ${kept.size - 1} 条记录的摘要不同：记录被重写过`, () => rewrittenSince(kept, list, now.pasts)]
  return null
}

/** Holds what is kept outside, and inside, against the record as it is now. A record rebuilt from end to end shows here and only here. */
export const checkKept = (database: Database.Database, vault: string, list: readonly Kept[], now: Now, findings: Findings) => {
  for (const kept of list) {
    const breaks = (why: string, since?: () => Since) => findings.breaks(kept.note ? '检查点' : '记录校验码', kept.where, why, since)
    findings.checked.checkpoints += 1
    if (kept.vault !== vault) {
      breaks('属于另一个库')
      continue
    }
    const fault = kept.note ? sealFault(database, kept, kept.note, now) : null
    if (fault) breaks(fault)
    const change = changeSince(kept, list, now)
    if (change) breaks(...change)
    // Whose it was to sign it is asked of the record in which it was signed, not of another
    if (!kept.note || fault || change) continue
    const unfit = occasionFault(database, now.duties, kept, Number(signerOf(kept)))
    if (unfit) breaks(unfit)
  }
}
