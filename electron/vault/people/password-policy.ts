import { type Level, levelLabel } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'

/** What the workstation level asks of a password (domain 3.5). */
export type PasswordPolicy = { shortest: number; days: number }

/** 秘密 ≥8 within a month; 机密 by password alone ≥10 within a week; 绝密 is never laxer than 机密 and needs the machine's own second factor. */
const policies: Record<Level, PasswordPolicy> = {
  internal: { shortest: 8, days: 30 },
  secret: { shortest: 8, days: 30 },
  confidential: { shortest: 10, days: 7 },
  topSecret: { shortest: 10, days: 7 },
}

export const policyOf = (level: Level): PasswordPolicy => policies[level]

const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/]

/** Refuses a password that the policy of the level does not allow. `field` names the input it came from. */
export const refuseWeakPassword = (level: Level, password: string, name: string, field: string): void => {
  const { shortest } = policyOf(level)
  const no = (message: string) => refuse('rule.forbids', message, { clause: '口令', field })
  if ([...password].length < shortest) no(`本机密级为${levelLabel[level]}，口令不得少于${shortest}个字符。`)
  if (kinds.filter((kind) => kind.test(password)).length < 2) no('口令应由大写字母、小写字母、数字和符号中的两种以上组成。')
  if (password.includes(name)) no('口令不得包含本人姓名。')
}

/** When a password set at an instant must be changed. */
export const expiryOf = (level: Level, setAt: Date): Date => new Date(setAt.getTime() + policyOf(level).days * 86_400_000)
