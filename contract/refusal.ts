import type { Clause } from './clauses.ts'
import type { Desk } from './terms.ts'

/**
 * Why the vault said no. `input.*` the shape is wrong, `session.*` who is asking, `state.*` the record forbids it,
 * `rule.*` a clause forbids it, `vault.*` the files, `fault` a defect of ours.
 */
export const REFUSAL_CODES = [
  'input.unknownCall',
  'input.missing',
  'input.type',
  'input.tooLong',
  'input.tooShort',
  'input.range',
  'input.control',
  'input.date',
  'input.future',
  'input.format',
  'input.unknownField',
  'input.unknownRecord',
  'input.duplicate',
  'session.locked',
  'session.role',
  'session.mustChangePassword',
  'session.alreadySignedIn',
  'session.wrongPassword',
  'session.accountLocked',
  'session.accountDisabled',
  'session.ticket',
  'state.forbids',
  'state.conflict',
  'rule.forbids',
  'vault.absent',
  'vault.exists',
  'vault.damaged',
  'vault.newer',
  'vault.full',
  'vault.unsafe',
  'vault.busy',
  'vault.putBack',
  'vault.medium',
  'fault',
] as const
export type RefusalCode = (typeof REFUSAL_CODES)[number]

/** A refusal as it crosses the door. It never holds a title, a password or a key. */
export type Refusal = {
  code: RefusalCode
  /** One Chinese sentence: what is refused, and what to do instead. */
  message: string
  clause?: Clause
  /** Path of the input field that the cursor should go back to: `period.years`. */
  field?: string
  /** A record to open instead: the earlier registration of a duplicate, say. */
  link?: { desk: Desk; id: number; number: string }
}

export type Reply<Output = unknown> = { ok: true; output: Output } | { ok: false; refused: Refusal }
