import type { Clause } from '../../../contract/clauses.ts'
import type { ProcedureName } from '../../../contract/index.ts'

/** One way a record may go: by which procedures alone, under which clause. Who may is in the contract; the guards stand beside the table. */
export type Step<S extends string> = { from: S; to: S; by: readonly ProcedureName[]; clause: Clause }

/** The life of one kind of record, as data. Service, buttons, diagrams and forbidden-transition tests come from it. */
export type Lifecycle<S extends string> = {
  table: string
  /** 记录种类, in Chinese: 传阅单. */
  label: string
  states: readonly S[]
  stateLabel: Record<S, string>
  /** Where a new record may begin. */
  begins: readonly S[]
  steps: readonly Step<S>[]
  /** The clause quoted when a way is not in the table. */
  otherwise: Clause
}

/** The step from → to, or undefined when the table forbids it. */
export const stepOf = <S extends string>(life: Lifecycle<S>, from: S, to: S) => life.steps.find((step) => step.from === from && step.to === to)

/** The procedures that the table offers from a state. */
export const waysFrom = <S extends string>(life: Lifecycle<S>, from: S) => life.steps.filter((step) => step.from === from)
