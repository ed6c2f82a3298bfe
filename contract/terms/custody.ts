/** 份 and what is done with them beyond circulation: kinds, places, 复制审批. */

/** What a custody item is: a paper as it came in, or one made from it, which counts like it (实施条例27, F1(5)d). */
export const COPY_KINDS = ['original', 'copy', 'extract'] as const
export type CopyKind = (typeof COPY_KINDS)[number]
export const copyKindLabel: Record<CopyKind, string> = { original: '原件', copy: '复制件', extract: '摘抄件' }

/** 份 (custody item) states: the one place where it is. */
export const COPY_STATES = ['inBox', 'circulating', 'lent', 'missing'] as const
export type CopyState = (typeof COPY_STATES)[number]
export const copyStateLabel: Record<CopyState, string> = { inBox: '在箱', circulating: '传阅中', lent: '借出', missing: '短少待查' }

/** What a request asks for: whole copies, or extracts by hand (F1(5)a treats them alike). */
export const REPRODUCTION_KINDS = ['copy', 'extract'] as const
export type ReproductionKind = (typeof REPRODUCTION_KINDS)[number]
export const reproductionKindLabel: Record<ReproductionKind, string> = { copy: '复制', extract: '摘抄' }
/** The character before the running number of an item that was made: `密收〔2026〕0001-复01`. */
export const madeWord: Record<ReproductionKind, string> = { copy: '复', extract: '摘' }

export const REPRODUCTION_STATES = ['draft', 'toSection', 'toLeader', 'approved', 'rejected', 'made', 'issued', 'allBack', 'cancelled'] as const
export type ReproductionState = (typeof REPRODUCTION_STATES)[number]
export const reproductionStateLabel: Record<ReproductionState, string> = {
  draft: '草稿',
  toSection: '待部门',
  toLeader: '待领导',
  approved: '批准',
  rejected: '不批准',
  made: '已复制',
  issued: '已发放',
  allBack: '全部收回',
  cancelled: '作废',
}
/** Shown over 批准 once its 有效期 is past. It is computed, never stored: the request stays on record as it was approved. */
export const expiredLabel = '已过有效期'

/** Who approves copies (F1(5)a). */
export const COPY_APPROVING_ROLES = ['deputyLeader'] as const
/** Who gives the 部门意见 on a request of their own department; the 综办负责人 where it has nobody else for it. */
export const SECTION_OPINION_ROLES = ['section', 'officeHead'] as const
