import { type Level, levelLabel } from '../../contract/terms.ts'

/** What the vault asks of a password at each level, in words (domain 3.5). The vault decides; this only says it beforehand. */
const asked: Record<Level, { shortest: number; turn: string }> = {
  internal: { shortest: 8, turn: '每月' },
  secret: { shortest: 8, turn: '每月' },
  confidential: { shortest: 10, turn: '每周' },
  topSecret: { shortest: 10, turn: '每周' },
}

export const policyWords = (level: Level): string =>
  `本机密级为${levelLabel[level]}：口令不少于${asked[level].shortest}个字符，由大写字母、小写字母、数字、符号中的两种以上组成，不含本人姓名，${asked[level].turn}更换一次。`
