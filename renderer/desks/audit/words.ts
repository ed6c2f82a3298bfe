import { type Role, roleLabel } from '../../../contract/terms.ts'
import { contract } from '../../../contract/index.ts'

/** The role an entry was let in under, in Chinese. */
export const roleWords = (role: string) => roleLabel[role as Role] ?? (role === '-' || role === '' ? '无' : role)

/** Every act the record can name, once for each Chinese word: for the filter. */
export const actChoices = Object.entries(contract)
  .filter(([, declared]) => declared.kind === 'mutation')
  .map(([name, declared]) => ({ value: name, label: declared.act }))
