/** 涂黑、删除: what of a text under review is not given out, and why (B10, B11, 条例14–16). */

/** 涂黑 leaves the same mark whatever it covers; 删除 leaves nothing. */
export const REDACTION_WAYS = ['blacken', 'delete'] as const
export type RedactionWay = (typeof REDACTION_WAYS)[number]
export const redactionWayLabel: Record<RedactionWay, string> = { blacken: '涂黑', delete: '删除' }

/** Stands for every passage that is 涂黑, long or short: how many words it had is not told either. */
export const BLACKENED = '■■■'

/** Why a passage is not given out. 国家秘密 is none of them: such a text never comes into the vault (保密法31). */
export const REDACTION_REASONS = ['tradeSecret', 'privacy', 'workSecret', 'safety', 'internalAffairs', 'process', 'files'] as const
export type RedactionReason = (typeof REDACTION_REASONS)[number]
export const redactionReasonLabel: Record<RedactionReason, string> = {
  tradeSecret: '商业秘密（条例15）',
  privacy: '个人隐私（条例15）',
  workSecret: '工作秘密（保密法64）',
  safety: '危及安全稳定（条例14）',
  internalAffairs: '内部事务信息（条例16）',
  process: '过程性信息（条例16）',
  files: '行政执法案卷信息（条例16）',
}

/** A text in the vault is printed for the three who sign it, and, once decided, as it is given out. */
export const REVIEW_COPIES = ['marked', 'released'] as const
export type ReviewCopy = (typeof REVIEW_COPIES)[number]
export const reviewCopyLabel: Record<ReviewCopy, string> = { marked: '审查用文本', released: '公开文本' }
