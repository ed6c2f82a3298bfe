import { contract, type ProcedureName } from '../../../contract/index.ts'
import type { ActView } from '../../../contract/fields.ts'
import type { Caller } from '../../../contract/procedure.ts'
import type { Query } from './unit.ts'

/** What a record offers next to the person who looks: those of the calls that their roles may make, each with what stands against it (null: nothing). */
export const offered = ({ asking }: Query, calls: readonly ProcedureName[], why: (call: ProcedureName) => string | null): ActView[] =>
  [...new Set(calls)]
    .filter((call) => {
      const { by }: { by: Caller } = contract[call]
      return typeof by === 'string' || asking.roles.some((role) => by.includes(role))
    })
    .map((call) => {
      const against = why(call)
      return { call, label: contract[call].act, allowed: against === null, why: against }
    })
