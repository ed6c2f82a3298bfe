/** 密级★保密期限 as a clerk reads it off the paper: `机密★5年`, `秘密★6个月`, `绝密★2030年12月31日`, `秘密★工程竣工`, `秘密`, `内部`. */
import { levelLabel, longestPeriodYears } from '../../contract/terms.ts'
import { type Marked, plainMark, readMark } from '../../contract/written.ts'

/** Nothing can follow: the cursor may go on. */
export const markIsWhole = (typed: string): boolean => {
  const text = plainMark(typed)
  return text === levelLabel.internal || (/(年|月|日|期限\))$/.test(text) && readMark(text)?.period?.kind !== 'condition' && readMark(text) !== null)
}

/** The same in words, to be read against the paper. */
export const markInWords = ({ level, period }: Marked): string => {
  const word = levelLabel[level]
  if (!period) return `${word}事项，不标★，不定期限`
  switch (period.kind) {
    case 'years':
      return `${word}，保密期限 ${period.years} 年`
    case 'months':
      return `${word}，保密期限 ${period.months} 个月`
    case 'until':
      return `${word}，解密时间 ${period.until}`
    case 'condition':
      return `${word}，解密条件：${period.condition}`
    case 'unmarked':
      return `${word}，未标明期限，按最长 ${level === 'internal' ? 0 : longestPeriodYears[level]} 年管理`
  }
}

/** Whether the paper should give a 依据: past the longest period of its level, or until a day that may be (保密法20). */
export const mayNeedBasis = ({ level, period }: Marked): boolean => {
  if (level === 'internal' || !period) return false
  return period.kind === 'until' || (period.kind === 'years' && period.years > longestPeriodYears[level])
}
