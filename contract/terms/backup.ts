/** 备份 and 恢复. */

/** What is done with a folder on another medium: a backup is written into it, or one that lies there is tried. */
export const BACKUP_KINDS = ['backup', 'drill'] as const
export type BackupKind = (typeof BACKUP_KINDS)[number]
export const backupKindLabel: Record<BackupKind, string> = { backup: '备份', drill: '恢复演练' }
/** How far it is, in its order. */
export const BACKUP_STAGES = ['copy', 'check', 'verify', 'settle'] as const
export type BackupStage = (typeof BACKUP_STAGES)[number]
export const backupStageLabel: Record<BackupStage, string> = { copy: '复制', check: '检查数据库', verify: '核验记录', settle: '收尾' }
/** What is here, against a backup that is to take its place: no vault, the same record, a longer or shorter one, another, or one that cannot be read. */
export const FOUND_HERE = ['none', 'same', 'longer', 'shorter', 'other', 'unread'] as const
export type FoundHere = (typeof FOUND_HERE)[number]
export const foundHereLabel: Record<FoundHere, string> = {
  none: '没有库',
  same: '与备份相同',
  longer: '比备份新',
  shorter: '比备份旧',
  other: '与备份不是同一份记录',
  unread: '打不开',
}
/** Only what was opened, checked and verified is 有效. */
export const BACKUP_OUTCOMES = ['good', 'cancelled', 'failed'] as const
export type BackupOutcome = (typeof BACKUP_OUTCOMES)[number]
export const backupOutcomeLabel: Record<BackupOutcome, string> = { good: '有效', cancelled: '已停止', failed: '没有完成' }
