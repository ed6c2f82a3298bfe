import { type AccountState, BUSINESS_ROLES, ROLES, roleLabel, THREE_OFFICERS } from '../../../contract/terms.ts'

/** Roles as choices: the office's business first, then the three officers. */
export const roleChoices = [...BUSINESS_ROLES, ...THREE_OFFICERS].map((role) => ({ value: role, label: roleLabel[role] }))

/** Roles in the order of the terms. */
export const rolesInWords = (roles: readonly string[]) =>
  ROLES.filter((role) => roles.includes(role))
    .map((role) => roleLabel[role])
    .join('、')

/** Account states that somebody must act on. */
export const waits: readonly AccountState[] = ['none', 'locked']
