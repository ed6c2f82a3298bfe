import { type Level, levelLabel, passwordPolicy } from '../../contract/terms.ts'

/** What the vault asks of a password at a level, in words (domain 3.5). The vault decides; this only says it beforehand. */
export const policyWords = (level: Level): string => {
  const { shortest, days, remembered } = passwordPolicy[level]
  return `本机密级为${levelLabel[level]}：口令不少于${shortest}个字符，由大写字母、小写字母、数字、符号中的两种以上组成，不含本人姓名，不得与最近${remembered}次用过的相同，每${days}天更换一次。`
}
