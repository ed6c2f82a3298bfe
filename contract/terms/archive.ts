import type { BackupKind } from './backup.ts'

/** 整库导出: the whole record as open files, which no program of ours is needed to read. */

/** How far one is, in its order. */
export const ARCHIVE_STAGES = ['write', 'check'] as const
export type ArchiveStage = (typeof ARCHIVE_STAGES)[number]
export const archiveStageLabel: Record<ArchiveStage, string> = { write: '写出', check: '读回核对' }

/** Only what was written whole and read back is 完整. */
export const ARCHIVE_OUTCOMES = ['good', 'cancelled', 'failed'] as const
export type ArchiveOutcome = (typeof ARCHIVE_OUTCOMES)[number]
export const archiveOutcomeLabel: Record<ArchiveOutcome, string> = { good: '完整', cancelled: '已停止', failed: '没有完成' }

/** Who approves that the whole record leaves in the clear: it leaves like a copy (F1(5)a). */
export const ARCHIVE_APPROVING_ROLES = ['deputyLeader'] as const

/** What the shell asks a folder for. */
export type FolderErrand = BackupKind | 'archive'
