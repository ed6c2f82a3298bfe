import type { backup, BackupRow, UpgradeRow } from '../../../contract/backup.ts'
import { backupKindLabel } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Desk, Query, Read } from '../door/unit.ts'
import { releaseOf } from '../storage/releases.ts'
import type { Jobs } from './jobs.ts'
import { nextOf } from '../storage/paging.ts'

const DAY_MS = 86_400_000

/** When the last good backup was, and how many whole days since then or, without one, since the set-up (备份超期). */
export const lastBackup = ({ read, now }: Pick<Query, 'read' | 'now'>): { last: string | null; days: number } => {
  const last = read.get<{ at: string }>("SELECT at FROM backup WHERE kind = 'backup' AND outcome = 'good' ORDER BY id DESC LIMIT 1")?.at ?? null
  const since = last ?? read.get<{ at: string }>('SELECT at FROM audit_entry WHERE seq = 0')?.at ?? now.toISOString()
  return { last, days: Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / DAY_MS)) }
}

type Upgraded = Omit<UpgradeRow, 'from' | 'to' | 'there'> & { from_version: number; to_version: number }

/** The last upgrades, newest first, as many as copies are kept; `copies`: those that lie in the data folder. */
const upgrades = (read: Read, copies: readonly string[]): UpgradeRow[] =>
  read
    .all<Upgraded>(
      `SELECT upgrade.id, at, person.name AS by, from_version, to_version, copy, size AS entries
       FROM upgrade JOIN person ON person.id = by_person ORDER BY upgrade.id DESC LIMIT 2`,
    )
    .map(({ from_version: from, to_version: to, ...row }) => ({ ...row, from: releaseOf(from), to: releaseOf(to), there: copies.includes(row.copy) }))

/** The procedures of backup. What is under way is outside the unit of work and the order of the calls. */
export const backupDesk = (jobs: Jobs, copies: () => string[]): Desk<Omit<typeof backup, 'backup.check' | 'backup.stopCheck' | 'backup.checks'>> => ({
  'backup.begin': (work, { kind }) => {
    if (jobs.running()) refuse('state.conflict', '已有一项备份或演练在进行。请等它结束，或先停止它。', { clause: '实施条例34' })
    work.me()
    work.about(backupKindLabel[kind])
    work.note({ kind })
    return { ticket: work.shellTicket({ kind, fileName: '', about: backupKindLabel[kind] }) }
  },
  'backup.progress': () => ({ running: jobs.progress(), endedOnSameDisk: jobs.endedOnSameDisk() }),
  'backup.cancel': (work) => {
    if (!jobs.running()) refuse('state.conflict', '没有正在进行的备份或演练。', { clause: '实施条例34' })
    work.about('备份')
    work.afterCommit(jobs.cancel)
    return {}
  },
  'backup.list': (query, { after, limit }) => {
    const rows = query.read.all<BackupRow>(
      `SELECT backup.id, kind, begun_at AS begun, at, person.name AS by, outcome, backup.name, size AS entries, root, bytes, why
       FROM backup JOIN person ON person.id = by_person WHERE backup.id < ? ORDER BY backup.id DESC LIMIT ?`,
      after ?? Number.MAX_SAFE_INTEGER,
      limit,
    )
    return {
      rows,
      next: nextOf(rows, limit),
      ...lastBackup(query),
      every: query.settings.backupDays,
      upgrades: upgrades(query.read, copies()),
    }
  },
})
