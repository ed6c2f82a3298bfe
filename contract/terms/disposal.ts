/** 清退销毁: what ends a copy's life in the office, and what keeps it from that. */

/** 清退 to the issuer (实施条例27), 销毁 (实施条例28). */
export const DISPOSAL_KINDS = ['return', 'destruction'] as const
export type DisposalKind = (typeof DISPOSAL_KINDS)[number]
export const disposalKindLabel: Record<DisposalKind, string> = { return: '清退', destruction: '销毁' }

/** Why a copy stays: needed further, part of a case, or the issuer wants it back. The last is returned all the same, and never destroyed. */
export const HOLD_KINDS = ['retained', 'case', 'mustReturn'] as const
export type HoldKind = (typeof HOLD_KINDS)[number]
export const holdKindLabel: Record<HoldKind, string> = { retained: '留用', case: '案件', mustReturn: '未解密清退件' }
/** What keeps a copy from going back to its issuer. */
export const HOLDS_AGAINST_RETURN = ['retained', 'case'] as const satisfies readonly HoldKind[]

export const RETURN_STATES = ['listed', 'approved', 'done', 'rejected', 'cancelled'] as const
export type ReturnState = (typeof RETURN_STATES)[number]
export const returnStateLabel: Record<ReturnState, string> = {
  listed: '拟制核对',
  approved: '批准',
  done: '完成',
  rejected: '不批准',
  cancelled: '作废',
}

/** Each state is named by what is done in it (domain 4). */
export const DESTRUCTION_STATES = ['draft', 'counted', 'toApprove', 'toSend', 'sent', 'done', 'rejected', 'cancelled'] as const
export type DestructionState = (typeof DESTRUCTION_STATES)[number]
export const destructionStateLabel: Record<DestructionState, string> = {
  draft: '拟制',
  counted: '清点复核',
  toApprove: '审批',
  toSend: '待送',
  sent: '监销',
  done: '完成',
  rejected: '不批准',
  cancelled: '作废',
}

export const DESTRUCTION_METHODS = ['shredding', 'pulping', 'burning'] as const
export type DestructionMethod = (typeof DESTRUCTION_METHODS)[number]
export const destructionMethodLabel: Record<DestructionMethod, string> = { shredding: '粉碎', pulping: '化浆', burning: '焚烧' }

/** 送指定单位, or the unit itself for a few, with equipment that meets the standard (实施条例28). */
export const DESTRUCTION_SITES = ['unit', 'self'] as const
export type DestructionSite = (typeof DESTRUCTION_SITES)[number]
export const destructionSiteLabel: Record<DestructionSite, string> = { unit: '送指定单位', self: '自行销毁' }

/** Who approves 清退 and 销毁 (domain 4). */
export const DISPOSAL_APPROVING_ROLES = ['deputyLeader'] as const
/** 二人以上押运、监销 (domain 3.2). */
export const DESTRUCTION_PAIR = 2

/** Days before the day of 清退 at which it is spoken of, and from which month on the year's own 清退 is (domain 4). */
export const RETURN_DAYS = [30, 7, 0] as const
export const YEARLY_RETURN_MONTH = 12
