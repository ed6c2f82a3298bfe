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
  day: { by: ['officer'], after: ['today.closeDay'] },
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
  if (rule.by && !rule.by.some((role) => duties.rolesBefore(person, taken ? kept.size : kept.size - 1).includes(role)))
    return taken ? '签发人当时不是安全审计员' : '签发人当时没有办理此事的职责'
  if (!own || own.actor !== name || own.call !== (taken ? OWN.taken : OWN.follows)) return '记录中没有签发这个检查点的一条'
  if (!taken && (cause?.outcome !== 'done' || cause.actor !== name || !rule.after.includes(cause.call)))
    return `所含的末条记录不是签发人办理的${kept.occasion}事项`
  return null
}

/** Acts that make a checkpoint; of the two that set a password only those that make a signing key. */
const asking = Object.values(occasions).flatMap(({ after }) => after)
const ONLY_FIRST = ['session.changePassword', 'session.countersign']

/** Every act that is followed by a checkpoint is, and every entry that says so has its checkpoint: whoever rewrites the record cannot leave them out. */
export const checkFollowed = (database: Database.Database, findings: Findings): void => {
  const calls = (names: readonly string[]) => names.map((name) => `'${name}'`).join(',')
  const missing = database.prepare(
    `SELECT act.seq FROM audit_entry AS act LEFT JOIN audit_entry AS next ON next.seq = act.seq + 1
     WHERE act.outcome = 'done' AND act.call IN (${calls(asking)}) AND next.call IS NOT '${OWN.follows}'
     AND (act.call NOT IN (${calls(ONLY_FIRST)}) OR json_extract(act.detail, '$.firstKey')) ORDER BY act.seq`,
  )
  for (const { seq } of missing.iterate() as IterableIterator<{ seq: number }>)
    findings.breaks('检查点', `audit_entry ${seq}`, '此后应有本人签名的检查点，没有')
  const unsigned = database.prepare(
    `SELECT seq FROM audit_entry WHERE outcome = 'done' AND call IN (${calls(Object.values(OWN))})
     AND seq NOT IN (SELECT size FROM checkpoint) ORDER BY seq`,
  )
  for (const { seq } of unsigned.iterate() as IterableIterator<{ seq: number }>)
    findings.breaks('检查点', `audit_entry ${seq}`, '这一条所记的检查点不在库中')
}
