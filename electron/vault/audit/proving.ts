import type { Output, Parsed } from '../../../contract/index.ts'
import { refuse } from '../door/refuse.ts'
import type { Read, Work } from '../door/unit.ts'
import { ENTRY_FIELDS, type EntryText, entryHash } from './append.ts'
import { isSignedUnder } from './checkpoint.ts'
import { refuseHidden } from './masking.ts'
import { consistencyPath, inclusionPath, nodesOf, rootByPath, rootsByPath } from './proofs.ts'
import { leafHash } from './tree.ts'

type Checkpoint = { id: number; by_person: number; size: number; root: string; text: string }
type Entry = EntryText & { prev: Buffer; hash: Buffer }

const CHECKPOINT = 'SELECT id, by_person, size, root, text FROM checkpoint'

/** One checkpoint; refused when there is no such record. */
export const checkpointOf = (read: Read, id: number, field: string): Checkpoint =>
  read.get<Checkpoint>(`${CHECKPOINT} WHERE id = ?`, id) ??
  refuse('input.unknownRecord', '没有这个检查点，请从检查点列表中选。', { clause: '审计', field })

/** The named checkpoint, or the newest; refused where it was signed before the entry was written. */
const covering = (read: Read, entry: number, id: number | undefined): Checkpoint => {
  const checkpoint = id === undefined ? read.get<Checkpoint>(`${CHECKPOINT} ORDER BY id DESC LIMIT 1`) : checkpointOf(read, id, 'checkpoint')
  if (checkpoint && checkpoint.size > entry) return checkpoint
  return refuse('state.forbids', `第${entry}条记录写下之后还没有签发检查点，请先在“检查点”中签发，再出具证明。`, {
    clause: '审计',
    field: id === undefined ? 'entry' : 'checkpoint',
  })
}

const doesNotFit = (): never =>
  refuse('vault.damaged', '记录与当时签发的检查点不符，证明做不出。请先校验，并报安全保密管理员核查。', { clause: '审计' })

/** No proof leaves that the outsider would find wrong. */
const refuseUnfit = (reached: Buffer, { root }: Checkpoint) => {
  if (reached.toString('base64') !== root) doesNotFit()
}

/** The public key a checkpoint was signed with, and the checkpoint: the last lines of a proof. */
const noteLines = (read: Read, { by_person, text }: Checkpoint): string[] => {
  const keys = read.all<{ public_key: string }>('SELECT public_key FROM person_key WHERE person = ? ORDER BY id', by_person)
  const key = keys.find(({ public_key }) => isSignedUnder(text, public_key))?.public_key ?? doesNotFit()
  return [`key ${key}`, 'checkpoint', text]
}

const pathLines = (path: readonly Buffer[]) => path.map((hash) => `path ${hash.toString('base64')}`)

/** 出具证明: one entry, whole, and the path from it to the root of a signed checkpoint. */
export const prove = (work: Work, { entry: seq, checkpoint: id }: Parsed<'audit.prove'>): Output<'audit.prove'> => {
  const entry =
    work.read.get<Entry>('SELECT * FROM audit_entry WHERE seq = ?', seq) ??
    refuse('input.unknownRecord', '没有这一条记录，请从记录列表中选。', { clause: '审计', field: 'entry' })
  refuseHidden(entry.call)
  const checkpoint = covering(work.read, seq, id)
  const prev = Buffer.from(entry.prev).toString('hex')
  if (entryHash(entry, prev) !== Buffer.from(entry.hash).toString('hex')) doesNotFit()
  const steps = inclusionPath(nodesOf(work.read), seq, checkpoint.size)
  refuseUnfit(rootByPath(leafHash(entry.hash), seq, checkpoint.size, steps), checkpoint)
  const fields = ENTRY_FIELDS.map((name) => `${name} ${entry[name]}`)
  const text = ['mijuan-proof/1', ...fields, `prev ${prev}`, ...pathLines(steps), ...noteLines(work.read, checkpoint)].join('\n')
  const about = `记录${seq}`
  work.about(about, `检查点${checkpoint.size}`)
  const ticket = work.shellTicket({ kind: 'text', fileName: `证明-第${seq}条-${work.wall.slice(0, 10)}.txt`, text, about })
  return { text, entry: seq, size: checkpoint.size, ticket }
}

/** 出具连续证明: that what the older checkpoint covers stands unchanged under the newer. */
export const proveGrowth = (work: Work, input: Parsed<'audit.proveGrowth'>): Output<'audit.proveGrowth'> => {
  const older = checkpointOf(work.read, input.older, 'older')
  const newer = checkpointOf(work.read, input.newer, 'newer')
  if (newer.size <= older.size) refuse('rule.forbids', '连续证明须由较早的检查点到较晚的检查点，请对调后再出具。', { clause: '审计', field: 'newer' })
  const steps = consistencyPath(nodesOf(work.read), older.size, newer.size)
  const [before, after] = rootsByPath(older.size, newer.size, steps, Buffer.from(older.root, 'base64'))
  refuseUnfit(before, older)
  refuseUnfit(after, newer)
  const text = ['mijuan-growth/1', ...pathLines(steps), ...noteLines(work.read, older), ...noteLines(work.read, newer)].join('\n')
  const about = `检查点${older.size}`
  work.about(about, `检查点${newer.size}`)
  const ticket = work.shellTicket({ kind: 'text', fileName: `连续证明-${older.size}-${newer.size}.txt`, text, about })
  return { text, from: older.size, to: newer.size, ticket }
}
