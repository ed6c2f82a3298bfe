/** 归档清点: 保密箱, 归档, 清点 (F1(6)). */

export const BOX_STATES = ['open', 'closed'] as const
export type BoxState = (typeof BOX_STATES)[number]
export const boxStateLabel: Record<BoxState, string> = { open: '在用', closed: '停用' }

/** 清点: counted until two people sign what was there against what should be. */
export const STOCK_TAKING_STATES = ['counting', 'done', 'cancelled'] as const
export type StockTakingState = (typeof STOCK_TAKING_STATES)[number]
export const stockTakingStateLabel: Record<StockTakingState, string> = { counting: '清点中', done: '完成', cancelled: '作废' }

/**
 * What a number that is read while counting turns out to be: in the account; come in since it began; read already; kept elsewhere; out or missing or gone
 * according to the ledger; listed for destruction; nothing that the ledger knows. What lies there though the ledger says elsewhere is a surplus.
 */
export const SCAN_RESULTS = ['expected', 'came', 'again', 'foreign', 'out', 'gone', 'listed', 'unknown'] as const
export type ScanResult = (typeof SCAN_RESULTS)[number]
export const scanResultLabel: Record<ScanResult, string> = {
  expected: '在账',
  came: '中途入箱',
  again: '重复',
  foreign: '不属本次范围',
  out: '账上在外',
  gone: '账上已不在',
  listed: '已列销毁',
  unknown: '查无此号',
}

/** Who is there when papers are counted, and signs for it (监点): another 保密员 or a leader. */
export const WITNESSING_ROLES = ['officer', 'deputyLeader', 'groupLeader', 'officeHead'] as const

/** What lies nowhere but in the office's keeping: 在箱 and 归档. */
export const KEPT_STATES = ['inBox', 'archived'] as const
