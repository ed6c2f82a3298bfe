import type { Input, ProcedureName } from '../../../contract/index.ts'
import type { Office, SignedCall, Unsigned } from '../office.ts'
import { be } from '../records.ts'

/**
 * Who calls a procedure in the tests, and inputs that it takes. `inputs` prepares the records they are about, through the
 * door, and leaves `by` signed in (null: nobody). Together the inputs fill every field in every branch of the schema; each is
 * accepted, in their order.
 */
export type Base<N extends ProcedureName> = { by: string | null; inputs(office: Office): Promise<Input<N>[]> }

/** The inputs of every procedure of some desks, by their prefix. A name without one does not compile. */
export type Inputs<P extends string> = { [N in Extract<ProcedureName, `${P}.${string}`>]: Base<N> }

/** A procedure called by `by` with inputs that need nothing prepared. */
export const plain = <N extends ProcedureName>(by: string, ...inputs: Input<N>[]): Base<N> => ({
  by,
  inputs: async (office) => {
    await be(office, by)
    return inputs
  },
})

/** A step with 周阅's leave to sign it in place. */
export const byReader = async <N extends SignedCall>(office: Office, call: N, input: Unsigned<N>) => ({
  ...input,
  ticket: await office.ticket('周阅', call, input),
})
