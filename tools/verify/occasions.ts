import type Database from 'better-sqlite3'
import type { Kept } from './checkpoint.ts'
import type { Duties } from './duties.ts'
import type { Findings } from './report.ts'

/**
 * Why a checkpoint may be signed, by whom (null: anybody who may do the act), and after which act: the last entry that it covers.
 * `taken` follows no act: the 安全审计员 signs it whenever they like.
 */
const occasions: Record<string, { by: readonly string[] | null; after: readonly string[] }> = {
  taken: { by: ['auditor'], after: [] },
  day: { by: ['officer'], after: ['today.closeDay', 'documents.closeYear'] },
  putBack: { by: ['auditor'], after: ['audit.acknowledge'] },
  people: { by: ['systemAdmin', 'securityAdmin'], after: ['people.setRoles', 'people.correctIdentity', 'people.disableAccount'] },
  keys: {
    by: null,
    after: [
      'people.openAccount',
      'people.resetPassword',
      'session.changePassword',
      'session.countersign',
      'keys.renew',
      'keys.newSheets',
      'keys.sheetsSealed',
    ],
  },
  backup: { by: ['systemAdmin'], after: ['shell.backup'] },
  restore: { by: ['systemAdmin'], after: ['setup.restore'] },
}

/** Whoever signs in first with a newer program upgrades the data, whatever their duty; the copy made before it is a backup. */
const UPGRADE = 'vault.upgrade'

/** What the entry of a checkpoint itself is called: of one that was taken, and of one that followed an act. */
const OWN = { taken: 'audit.checkpoint', follows: 'vault.checkpoint' }

type Entry = { actor: string; call: string; outcome: string }

/** Why a checkpoint may not be: another person than the one who acted, without the duty, or after no such act; null when it may. */
export const occasionFault = (database: Database.Database, duties: Duties, kept: Kept, person: number): string | null => {
  const rule = occasions[kept.occasion ?? '']
  if (!rule) return '没有这种检查点'
  const taken = kept.occasion === 'taken'
  const entry = database.prepare('SELECT actor, call, outcome FROM audit_entry WHERE seq = ?')
  const [cause, own] = [kept.size - 1, kept.size].map((seq) => entry.get(seq) as Entry | undefined)
  const name = database.prepare('SELECT name FROM person WHERE id = ?').pluck().get(person)
  const upgraded = kept.occasion === 'backup' && cause?.call === UPGRADE
  if (!upgraded && rule.by && !rule.by.some((role) => duties.rolesBefore(person, taken ? kept.size : kept.size - 1).includes(role)))
    return taken ? '签发人当时不是安全审计员' : '签发人当时没有办理此事的职责'
  if (!own || own.actor !== name || own.call !== (taken ? OWN.taken : OWN.follows)) return '记录中没有签发这个检查点的一条'
  if (!taken && (cause?.outcome !== 'done' || cause.actor !== name || !(upgraded || rule.after.includes(cause.call))))
    return `所含的末条记录不是签发人办理的${kept.occasion}事项`
  return null
}

/** Acts that make a checkpoint; of the two that set a password only those that make a signing key. */
const asking = new Set(Object.values(occasions).flatMap(({ after }) => after))
const ONLY_FIRST = new Set(['session.changePassword', 'session.countersign'])

/**
 * Looks on while the record is walked: every act that is followed by a checkpoint is, and every entry that says so has its checkpoint.
 * Whoever rewrites the record cannot leave them out. `tell` writes down what was seen.
 */
export const watchFollowed = (database: Database.Database) => {
  const sizes = new Set(database.prepare('SELECT size FROM checkpoint').pluck().all() as number[])
  const seen: [seq: number, why: string][] = []
  let waiting: number | null = null
  const missed = () => {
    if (waiting !== null) seen.push([waiting, '此后应有本人签名的检查点，没有'])
    waiting = null
  }
  return {
    see: (seq: number, call: string, outcome: string, detail: string) => {
      if (call === OWN.follows) waiting = null
      missed()
      if (outcome !== 'done') return
      if ((call === OWN.follows || call === OWN.taken) && !sizes.has(seq)) seen.push([seq, '这一条所记的检查点不在库中'])
      if (asking.has(call) && (!ONLY_FIRST.has(call) || detail.includes('"firstKey":true'))) waiting = seq
    },
    tell: (findings: Findings) => {
      missed()
      for (const [seq, why] of seen) findings.breaks('检查点', `audit_entry ${seq}`, why)
    },
  }
}
