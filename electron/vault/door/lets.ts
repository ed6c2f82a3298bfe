import { contract, type ProcedureName } from '../../../contract/index.ts'
import type { Caller } from '../../../contract/procedure.ts'
import type { Role } from '../../../contract/terms.ts'

/** Whether the contract lets any of these roles call: what a record offers as its next acts. */
export const lets = (call: ProcedureName, roles: readonly Role[]): boolean => {
  const { by }: { by: Caller } = contract[call]
  return typeof by === 'string' || roles.some((role) => by.includes(role))
}
