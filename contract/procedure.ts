import type { z } from 'zod'
import type { Clause } from './clauses.ts'
import type { Role } from './terms.ts'

/**
 * Who may call. Roles: a signed-in person who holds one of them. `anyone`: every signed-in person.
 * `nobody`: callable while the vault is locked (set-up and sign-in themselves).
 */
export type Caller = readonly Role[] | 'anyone' | 'nobody'

/**
 * One procedure of the door. A query changes nothing; a mutation leaves one audit entry, done or refused.
 * `input` and `output` are strict zod objects: an unknown field is refused.
 */
export type Procedure<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  kind: 'query' | 'mutation'
  by: Caller
  clauses: readonly Clause[]
  input: I
  output: O
  /** One English line for `npm run contract`. */
  says: string
  /** 操作: what the audit desk calls it, in Chinese. */
  act: string
}

/** Declares a procedure; leaves its types as precise as they were written. */
export const procedure = <I extends z.ZodType, O extends z.ZodType>(declared: Procedure<I, O>): Procedure<I, O> => declared
