/** 上报答复: outgoing classified paper, from the draft to the addressee's receipt (F1(3)b). */

export const OUTGOING_STATES = ['drafted', 'approved', 'rejected', 'sent', 'receipted', 'cancelled'] as const
export type OutgoingState = (typeof OUTGOING_STATES)[number]
export const outgoingStateLabel: Record<OutgoingState, string> = {
  drafted: '待审批',
  approved: '批准',
  rejected: '不批准',
  sent: '已发出',
  receipted: '已回执',
  cancelled: '作废',
}

/** How a paper leaves (实施条例27: 机要交通、机要通信; or somebody who is named for it). */
export const ROUTES = ['courier', 'mail', 'person'] as const
export type Route = (typeof ROUTES)[number]
export const routeLabel: Record<Route, string> = { courier: '机要交通', mail: '机要通信', person: '专人' }

/** Who approves that a paper leaves. */
export const SENDING_ROLES = ['deputyLeader'] as const
