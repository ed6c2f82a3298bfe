/** 违规遗失: cases, and what is done in them. */

/** What happened, as it is reported. 遗失 and 损毁 are of named copies. */
export const BREACH_KINDS = ['lateral', 'loss', 'damage', 'leak', 'other'] as const
export type BreachKind = (typeof BREACH_KINDS)[number]
export const breachKindLabel: Record<BreachKind, string> = {
  lateral: '横传、传递违规',
  loss: '遗失',
  damage: '损毁',
  leak: '泄密线索',
  other: '其他违规',
}
/** Those whose copies are 短少待查 while the case is open, and lost when it is closed. */
export const LOSING_KINDS = ['loss', 'damage'] as const satisfies readonly BreachKind[]

export const BREACH_STATES = ['registered', 'notified', 'handling', 'closed', 'unfounded'] as const
export type BreachState = (typeof BREACH_STATES)[number]
export const breachStateLabel: Record<BreachState, string> = {
  registered: '登记',
  notified: '已上报',
  handling: '处置中',
  closed: '结案',
  unfounded: '查否',
}

/** What is signed in a case, each act a line of its own that stays. */
export const BREACH_ACTS = ['takeOn', 'reported', 'exempt', 'measure', 'found', 'closed', 'unfounded'] as const
export type BreachAct = (typeof BREACH_ACTS)[number]
export const breachActLabel: Record<BreachAct, string> = {
  takeOn: '受理',
  reported: '上报',
  exempt: '无需上报',
  measure: '处置',
  found: '找回',
  closed: '结案',
  unfounded: '查否',
}

/** What became of a copy that a case is about. */
export const BREACH_FATES = ['found', 'lost'] as const
export type BreachFate = (typeof BREACH_FATES)[number]
export const breachFateLabel: Record<BreachFate, string> = { found: '已找回', lost: '遗失损毁' }

/** Who handles cases, and sees them: never whom a case is about. */
export const BREACH_ROLES = ['officer', 'deputyLeader', 'groupLeader'] as const
/** Who signs that nothing need be reported, and the conclusion (domain 4: 领导). */
export const CONCLUDING_ROLES = ['deputyLeader', 'groupLeader'] as const

/** Hours from the discovery within which a case is reported to the 保密行政管理部门 (实施条例61). */
export const BREACH_HOURS = 24

/** Stands wherever the name of whoever reported a case would (E4). */
export const hiddenReporter = '举报人（保密）'
