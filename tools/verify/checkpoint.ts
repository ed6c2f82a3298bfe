import { verify } from 'node:crypto'
import type Database from 'better-sqlite3'
import { sha256 } from './canonical.ts'
import type { Past } from './chain.ts'
import { CannotOpen, type Findings } from './report.ts'
import type { Orders } from './rows.ts'
import { publicKeyOf } from './signatures.ts'

/** What somebody keeps outside: that the first `size` entries have this root. `note` is the signed text of a checkpoint, a witness has none. */
export type Kept = {
  where: string
  vault: string
  size: number
  root: string
  head: string | null
  at: string
  note: { text: string; name: string; seal: Buffer } | null
}

const readNote = (text: string, where: string): Kept | null => {
  const parts = /^(mijuan\/([^\n]+)\n(\d{1,15})\n([A-Za-z0-9+/=]{44})\nhead ([0-9a-f]{64})\nat ([^\n]+)\n)\n— (\S+) ([A-Za-z0-9+/=]+)\n?$/.exec(text)
  if (!parts) return null
  const [, body, vault, size, root, head, at, name, seal] = parts as unknown as [
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
  return { where, vault, size: Number(size), root, head, at, note: { text: body, name, seal: Buffer.from(seal, 'base64') } }
}

const readWitness = (text: string, where: string): Kept | null => {
  const [mark, vault, size, root, at, ...rest] = text.trim().split(';')
  if (mark !== 'mijuan1' || !vault || !/^\d{1,15}$/.test(size ?? '') || !/^[A-Za-z0-9+/=]{44}$/.test(root ?? '') || !at || rest.length > 0)
    return null
  return { where, vault, size: Number(size), root: root as string, head: null, at, note: null }
}

/** Reads a checkpoint (signed text) or the witness text of a printed sheet's QR. */
export const readKept = (text: string, where: string): Kept => {
  const kept = readNote(text.replaceAll('\r\n', '\n'), where) ?? readWitness(text, where)
  if (!kept) throw new CannotOpen('checkpoint', `${where} 不是检查点，也不是记录校验码`)
  return kept
}

/** The checkpoints and witnesses that the vault itself keeps: each is held against the record too. */
export const keptInside = (database: Database.Database, findings: Findings): Kept[] => {
  const found: Kept[] = []
  const take = (kept: Kept | null, where: string) => {
    if (kept) found.push(kept)
    else findings.breaks('检查点', where, '文本的格式不符')
  }
  for (const row of database.prepare('SELECT id, text FROM checkpoint ORDER BY id').iterate() as IterableIterator<{ id: number; text: string }>) {
    take(readNote(row.text, `checkpoint ${row.id}`), `checkpoint ${row.id}`)
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

const sealFault = (database: Database.Database, kept: Kept, note: NonNullable<Kept['note']>, order: Orders['person_key']) => {
  const person = new RegExp(`^mijuan/${kept.vault}/(\\d+)$`).exec(note.name)?.[1]
  if (!person) return '签发人的写法不符'
  if (note.seal.length !== 68) return '签名的长度不符'
  const auditor = database
    .prepare(
      "SELECT 1 FROM person WHERE id = ? AND (instr(roles, '\"auditor\"') > 0 OR EXISTS (SELECT 1 FROM audit_entry WHERE actor = name AND role = 'auditor'))",
    )
    .pluck()
  const keys = database.prepare('SELECT id, public_key FROM person_key WHERE person = ?').all(Number(person))
  for (const key of keys as { id: number; public_key: string }[]) {
    const raw = Buffer.from(key.public_key, 'base64')
    const hint = sha256(Buffer.concat([Buffer.from(`${note.name}\n\x01`), raw])).subarray(0, 4)
    if (!hint.equals(note.seal.subarray(0, 4))) continue
    if (!verify(null, Buffer.from(note.text), publicKeyOf(key.public_key), note.seal.subarray(4))) return '签名与文本不符'
    const { made, changed } = order.get(key.id) ?? { made: 0, changed: null }
    if (made >= kept.size || (changed !== null && changed < kept.size)) return '签发时间不在密钥的有效期内'
    return auditor.get(Number(person)) ? null : '签发人不是安全审计员'
  }
  return '不是本库登记的密钥所签'
}

/** Holds what is kept outside, and inside, against the record as it is now. A record rebuilt from end to end shows here and only here. */
export const checkKept = (
  database: Database.Database,
  vault: string,
  list: readonly Kept[],
  now: { size: number; pasts: ReadonlyMap<number, Past>; keys: Orders['person_key'] },
  findings: Findings,
) => {
  for (const kept of list) {
    const what = kept.note ? '检查点' : '记录校验码'
    const breaks = (why: string) => findings.breaks(what, kept.where, why)
    findings.checked.checkpoints += 1
    if (kept.vault !== vault) {
      breaks('属于另一个库')
      continue
    }
    const fault = kept.note ? sealFault(database, kept, kept.note, now.keys) : null
    if (fault) breaks(fault)
    const past = now.pasts.get(kept.size)
    if (kept.size > now.size) breaks(`当时有 ${kept.size} 条记录，现在只有 ${now.size} 条：记录被截短或换回了旧文件`)
    else if (past && past.root !== kept.root) breaks(`前 ${kept.size} 条记录的根不同：记录被重写过`)
    else if (past && kept.head !== null && kept.size > 0 && past.head !== kept.head) breaks(`第 ${kept.size - 1} 条记录的摘要不同：记录被重写过`)
  }
}
