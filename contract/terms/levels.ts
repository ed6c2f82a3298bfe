/** 密级, 保密期限, and what the workstation level asks of a password. */

/** 密级, lowest first. The order is the rank. `internal` is 内部事项 / 工作秘密: registered and circulated, but no ★ (保密法 22, 64). */
export const LEVELS = ['internal', 'secret', 'confidential', 'topSecret'] as const
export type Level = (typeof LEVELS)[number]
export const levelLabel: Record<Level, string> = {
  internal: '内部',
  secret: '秘密',
  confidential: '机密',
  topSecret: '绝密',
}

/** What is a state secret (保密法14). */
export const SECRET_LEVELS = ['secret', 'confidential', 'topSecret'] as const satisfies readonly Level[]
export type SecretLevel = (typeof SECRET_LEVELS)[number]

/** The longest 保密期限 of each level in years (保密法 20). `internal` has no period. */
export const longestPeriodYears: Record<Exclude<Level, 'internal'>, number> = {
  secret: 10,
  confidential: 20,
  topSecret: 30,
}

/**
 * What the workstation level asks of a password (domain 3.5): shortest length in characters, days until it must be changed.
 * 秘密 ≥8 within a month; 机密 by password alone ≥10 within a week; 绝密 is never laxer than 机密 and needs the machine's own second factor.
 */
export const passwordPolicy: Record<
  Level,
  {
    shortest: number
    days: number
    /** How many of the last may not be chosen again. */
    remembered: number
  }
> = {
  internal: { shortest: 8, days: 30, remembered: 5 },
  secret: { shortest: 8, days: 30, remembered: 5 },
  confidential: { shortest: 10, days: 7, remembered: 10 },
  topSecret: { shortest: 10, days: 7, remembered: 10 },
}
/** Of capital letters, small letters, figures and signs, how many kinds a password must mix. */
export const passwordKinds = 2

/** How the 保密期限 is marked on the paper (domain 3.1). */
export const PERIOD_KINDS = ['years', 'months', 'until', 'condition', 'unmarked'] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]
export const periodKindLabel: Record<PeriodKind, string> = {
  years: '年',
  months: '个月',
  until: '解密时间',
  condition: '解密条件',
  unmarked: '未标明',
}
