import type { BackupKind, BackupOutcome } from '../../../contract/terms.ts'
import { backupKindLabel } from '../../../contract/terms.ts'
import type { Clock } from '../door/clock.ts'
import { type Opened, queryOf, runWork } from '../door/opened.ts'

/** How a backup or a drill ended. */
export type Ended = {
  kind: BackupKind
  begun: Date
  outcome: BackupOutcome
  name: string | null
  entries: number | null
  root: string | null
  bytes: number | null
  why: string | null
  /** Older backups that made room. */
  removed: number
  /** Folders set aside by restores, which nobody needs beside a good backup. */
  setAside: number
}

/** Records the end of a backup or a drill: its row, its entry and, for a good backup, a checkpoint over them. */
export const recordEnd = (opened: Opened, clock: Clock, { removed, setAside, begun, entries, ...ended }: Ended): void => {
  const { kind, outcome, name, bytes } = ended
  runWork(opened, queryOf(opened, clock, 'systemAdmin'), outcome === 'good' ? `shell.${kind}` : `shell.${kind}Undone`, (work) => {
    const at = work.now.toISOString()
    work.insert('backup', { ...ended, size: entries, begun_at: begun.toISOString(), at, by_person: work.asking.person.id })
    work.about(name ?? backupKindLabel[kind])
    work.note({
      ended: outcome,
      ...(entries !== null && { entries }),
      ...(bytes !== null && { bytes }),
      ...(removed > 0 && { removed }),
      ...(setAside > 0 && { setAside }),
    })
    if (kind === 'backup' && outcome === 'good') work.checkpoint('backup')
  })
}
