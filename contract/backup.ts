import { z } from 'zod'
import { id, instant, nextPage, pageOf } from './fields.ts'
import { procedure } from './procedure.ts'
import { BACKUP_KINDS, BACKUP_OUTCOMES, BACKUP_STAGES } from './terms.ts'

const kind = z.enum(BACKUP_KINDS)

/** A backup or a drill as it ended. `entries` of the record are in it; `root` is their RFC 6962 root. Names of folders, never titles. */
export const backupRow = z.strictObject({
  id,
  kind,
  begun: instant,
  at: instant,
  by: z.string(),
  outcome: z.enum(BACKUP_OUTCOMES),
  name: z.string().nullable(),
  entries: z.int().nullable(),
  root: z.string().nullable(),
  bytes: z.int().nullable(),
  /** Why it came to nothing. */
  why: z.string().nullable(),
})
export type BackupRow = z.infer<typeof backupRow>

/** When a newer program took the data over. Versions as they are called; `copy`: the folder made before it, in the data folder; `there`: it still lies there. */
export const upgradeRow = z.strictObject({
  id,
  at: instant,
  by: z.string(),
  from: z.string(),
  to: z.string(),
  copy: z.string(),
  entries: z.int(),
  there: z.boolean(),
})
export type UpgradeRow = z.infer<typeof upgradeRow>

/** A check of the data as it ended. `place` and `why`: the first thing that does not hold. */
export const checkRow = z.strictObject({
  at: instant,
  by: z.string(),
  asked: z.boolean(),
  whole: z.boolean(),
  entries: z.int().nullable(),
  place: z.string().nullable(),
  why: z.string().nullable(),
})
export type CheckRow = z.infer<typeof checkRow>

export const backup = {
  'backup.check': procedure({
    kind: 'mutation',
    by: ['systemAdmin', 'auditor'],
    clauses: ['实施条例34', '审计'],
    says: 'Begins a check of the data in a thread of its own: every page is read and the record verified, while acts go on. Once a day it begins by itself. Its end is recorded. Refused while one, or a backup, is under way',
    act: '检查数据',
    input: z.strictObject({}),
    output: z.strictObject({}),
  }),
  'backup.stopCheck': procedure({
    kind: 'mutation',
    by: ['systemAdmin', 'auditor'],
    clauses: ['实施条例34', '审计'],
    says: 'Stops the check under way; it counts for nothing. Refused when none is',
    act: '停止检查数据',
    input: z.strictObject({}),
    output: z.strictObject({}),
  }),
  'backup.checks': procedure({
    kind: 'query',
    by: ['systemAdmin', 'auditor'],
    clauses: ['实施条例34', '审计'],
    says: 'How far the check under way is, how the last one ended, and when the data were last found whole. `unfinished`: the last of this session came to no end, or its end could not be recorded; `found`: what it had found damaged by then',
    act: '查看数据检查',
    input: z.strictObject({}),
    output: z.strictObject({
      running: z.strictObject({ stage: z.enum(BACKUP_STAGES), done: z.int(), total: z.int() }).nullable(),
      last: checkRow.nullable(),
      unfinished: z.strictObject({ found: z.string().nullable() }).nullable(),
      wholeAt: instant.nullable(),
    }),
  }),
  'backup.begin': procedure({
    kind: 'mutation',
    by: ['systemAdmin'],
    clauses: ['实施条例34', '审计'],
    says: 'Gives the ticket with which the shell asks for a folder: to write a backup into (`backup`), or of a backup that is to be tried (`drill`). Nothing is written before. Refused while one is under way',
    act: '开始备份或演练',
    input: z.strictObject({ kind }),
    output: z.strictObject({ ticket: z.string() }),
  }),
  'backup.progress': procedure({
    kind: 'query',
    by: ['systemAdmin'],
    clauses: ['实施条例34'],
    says: 'How far the backup or drill under way is; null when none is. `sameDisk`: it lies on the same disk as the vault. `endedOnSameDisk`: the last backup of this session does',
    act: '查看备份进度',
    input: z.strictObject({}),
    output: z.strictObject({
      running: z.strictObject({ kind, stage: z.enum(BACKUP_STAGES), done: z.int(), total: z.int(), sameDisk: z.boolean() }).nullable(),
      endedOnSameDisk: z.boolean(),
    }),
  }),
  'backup.cancel': procedure({
    kind: 'mutation',
    by: ['systemAdmin'],
    clauses: ['实施条例34'],
    says: 'Stops the backup or drill under way; nothing of it stays. Refused when none is',
    act: '停止备份或演练',
    input: z.strictObject({}),
    output: z.strictObject({}),
  }),
  'backup.list': procedure({
    kind: 'query',
    by: ['systemAdmin', 'auditor'],
    clauses: ['实施条例34', '审计'],
    says: 'Backups and drills as they ended, newest first, when the next backup is due, and the last upgrades with the copies made before them',
    act: '查看备份记录',
    input: z.strictObject({ ...pageOf }),
    output: z.strictObject({
      rows: z.array(backupRow),
      next: nextPage,
      /** The last good backup; days since then, or since the set-up; after how many the next one is due. */
      last: instant.nullable(),
      days: z.int(),
      every: z.int(),
      upgrades: z.array(upgradeRow),
    }),
  }),
}
