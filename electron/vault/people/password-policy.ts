import { type Level, levelLabel, passwordKinds, passwordPolicy } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'

export const policyOf = (level: Level): (typeof passwordPolicy)[Level] => passwordPolicy[level]

const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/]

/** Refuses a password that the policy of the level does not allow. `field` names the input it came from. */
export const refuseWeakPassword = (level: Level, password: string, name: string, field: string): void => {
  const { shortest } = policyOf(level)
  const no = (message: string) => refuse('rule.forbids', message, { clause: '口令', field })
  if ([...password].length < shortest) no(`本机密级为${levelLabel[level]}，口令不得少于${shortest}个字符。`)
  if (kinds.filter((kind) => kind.test(password)).length < passwordKinds) no('口令应由大写字母、小写字母、数字和符号中的两种以上组成。')
  if (password.includes(name)) no('口令不得包含本人姓名。')
}

/** When a password set at an instant must be changed. */
export const expiryOf = (level: Level, setAt: Date): Date => new Date(setAt.getTime() + policyOf(level).days * 86_400_000)
