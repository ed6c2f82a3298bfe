import type { Refusal, RefusalCode } from '../../../contract/refusal.ts'

/** Thrown anywhere inside a procedure: the unit of work is rolled back and the refusal recorded. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/**
 * Refuses. `message` is one Chinese sentence that says what is refused and what to do instead; it may hold numbers
 * and names, never a title.
 */
export const refuse = (code: RefusalCode, message: string, more: Omit<Refusal, 'code' | 'message'> = {}): never => {
  throw new Refused({ code, message, ...more })
}
