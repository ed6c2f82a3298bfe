/** 传阅: the states of sheets, legs, short returns and requests for a wider 知悉范围. */

export const SHEET_STATES = ['draft', 'confirmed', 'circulating', 'allReturned', 'finished', 'cancelled'] as const
export type SheetState = (typeof SHEET_STATES)[number]
export const sheetStateLabel: Record<SheetState, string> = {
  draft: '拟制',
  confirmed: '核定范围',
  circulating: '传阅中',
  allReturned: '全部退回',
  finished: '办结',
  cancelled: '作废',
}

export const LEG_STATES = ['waiting', 'handedOut', 'signed', 'returned', 'returnedUnread'] as const
export type LegState = (typeof LEG_STATES)[number]
export const legStateLabel: Record<LegState, string> = {
  waiting: '待送',
  handedOut: '已送',
  signed: '已阅签',
  returned: '已退回核对',
  returnedUnread: '未阅退回',
}
/** Shown over 已送 and 已阅签 once the leg is past its hour (F1(4)b). It is computed, never stored. */
export const overdueLabel = '逾时未退'

export const INCIDENT_STATES = ['open', 'settled'] as const
export type IncidentState = (typeof INCIDENT_STATES)[number]
export const incidentStateLabel: Record<IncidentState, string> = { open: '待查', settled: '已查清' }

export const WIDENING_STATES = ['requested', 'approved', 'rejected'] as const
export type WideningState = (typeof WIDENING_STATES)[number]
export const wideningStateLabel: Record<WideningState, string> = { requested: '待审批', approved: '批准', rejected: '不批准' }

/** The line that every 传阅单 carries at its foot. */
export const sheetFootRule = '不得横传、不得摘抄复印、当日退回'
