/** Roles, and the state of an account. */

/** Roles of domain 4. */
export const ROLES = [
  'officer',
  'reader',
  'section',
  'reviewer',
  'deputyLeader',
  'groupLeader',
  'officeHead',
  'systemAdmin',
  'securityAdmin',
  'auditor',
] as const
export type Role = (typeof ROLES)[number]
export const roleLabel: Record<Role, string> = {
  officer: '保密员',
  reader: '阅文人',
  section: '经办科室',
  reviewer: '审查人员',
  deputyLeader: '分管领导',
  groupLeader: '组长',
  officeHead: '综办负责人',
  systemAdmin: '系统管理员',
  securityAdmin: '安全保密管理员',
  auditor: '安全审计员',
}
/** 三员: they keep each other honest and see no titles (实施条例 34). */
export const THREE_OFFICERS = ['systemAdmin', 'securityAdmin', 'auditor'] as const satisfies readonly Role[]
/** Roles that do the office's business and may, within their scope, see titles. */
export const BUSINESS_ROLES = [
  'officer',
  'reader',
  'section',
  'reviewer',
  'deputyLeader',
  'groupLeader',
  'officeHead',
] as const satisfies readonly Role[]

/** Who may be a reader on a 传阅单 (domain 4: "Circulation sign"): a person of another role is given 阅文人 as well. */
export const READING_ROLES = ['reader', 'deputyLeader', 'groupLeader', 'officeHead'] as const satisfies readonly Role[]

/** Who decides on a wider 知悉范围 (domain 4, 保密法21). */
export const APPROVING_ROLES = ['deputyLeader', 'groupLeader'] as const satisfies readonly Role[]

/** Who sits in the 领导小组 as what (B5, B6), and where a term stands today. */
export const SEATS = ['leader', 'member'] as const
export type Seat = (typeof SEATS)[number]
export const seatLabel: Record<Seat, string> = { leader: '组长', member: '组员' }
export const TERM_STANDINGS = ['ahead', 'inOffice', 'over'] as const
export type TermStanding = (typeof TERM_STANDINGS)[number]
export const termStandingLabel: Record<TermStanding, string> = { ahead: '未到任期', inOffice: '在任', over: '任期已满' }

export const ACCOUNT_STATES = ['none', 'initial', 'active', 'locked', 'disabled'] as const
export type AccountState = (typeof ACCOUNT_STATES)[number]
export const accountStateLabel: Record<AccountState, string> = {
  none: '未开户',
  initial: '待改初始口令',
  active: '正常',
  locked: '已锁定',
  disabled: '已停用',
}
