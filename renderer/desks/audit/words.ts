import type { EntryView } from '../../../contract/audit.ts'
import type { RefusalCode } from '../../../contract/refusal.ts'
import { outcomeLabel, refusalLabel, type Role, roleLabel } from '../../../contract/terms.ts'
import { procedures } from 'virtual:procedures'

/** The role an entry was let in under, in Chinese. */
export const roleWords = (role: string) => roleLabel[role as Role] ?? (role === '-' || role === '' ? '无' : role)

/** Every act the record can name, once for each Chinese word: for the filter. */
export const actChoices = Object.entries(procedures)
  .filter(([, declared]) => declared.kind === 'mutation')
  .map(([name, declared]) => ({ value: name, label: declared.act }))

/** `完成`, or `拒绝　F1(2)d`, or, where no clause was cited, why: `拒绝　缺项`. */
export const outcomeWords = ({ outcome, clause, code }: EntryView) =>
  outcome === 'done' ? outcomeLabel.done : `${outcomeLabel.refused}　${clause ?? codeWords(code)}`

/** A refusal's code in Chinese. */
export const codeWords = (code: string | null) => refusalLabel[code as RefusalCode] ?? code ?? ''
