import { randomBytes } from 'node:crypto'
import type { Redeemed } from '../../../contract/bridge.ts'
import { canonicalJson } from '../storage/bytes.ts'
import { refuse } from './refuse.ts'
import type { Signer } from './unit.ts'

/** How long a person's leave to sign one step in place lasts. */
export const TICKET_MINUTES = 2

export type Grant = Redeemed & { about: string }

/** What a ticket is given for: the call and its input as the schema reads it, but for the tickets themselves. One changed word is another step. */
export const stepOf = (call: string, input: unknown): string => {
  const { ticket: _ticket, tickets: _tickets, ...rest } = typeof input === 'object' && input !== null ? (input as Record<string, unknown>) : {}
  return canonicalJson({ call, input: rest })
}

/** One-time leaves of one session. They die with it. */
export type Tickets = {
  /** For a person who countersigns one step. */
  forSigner(signer: Signer, now: Date, step: string): { ticket: string; expires: Date }
  /** Looks without using it up; the unit of work spends it when it commits. Refused for any other step than the one it was given for. */
  signer(ticket: string, now: Date, step: string): Signer
  spend(ticket: string): void
  /** For the shell: to print a sheet, to save a text. */
  forShell(grant: Grant): string
  redeem(ticket: string): Grant | null
  /** Forgets a redeemed grant and gives what it was about. A sealed sheet that jammed in the printer is printed once more: that one stays until the session is over. */
  finish(ticket: string): Grant | null
  /** The session is over, and every leave with it. */
  forget(): void
}

const fresh = () => randomBytes(16).toString('base64url')

export const openTickets = (): Tickets => {
  const signers = new Map<string, { signer: Signer; expires: Date; step: string }>()
  const grants = new Map<string, Grant>()
  const drop = (ticket: string) => {
    signers.get(ticket)?.signer.erase()
    signers.delete(ticket)
  }
  return {
    forSigner: (signer, now, step) => {
      const ticket = fresh()
      const expires = new Date(now.getTime() + TICKET_MINUTES * 60_000)
      signers.set(ticket, { signer, expires, step })
      return { ticket, expires }
    },
    signer: (ticket, now, step) => {
      const held = signers.get(ticket)
      if (!held || held.expires < now) {
        drop(ticket)
        return refuse('session.ticket', '现场签字已失效或已用过，请本人重新输入姓名和口令签字。', { clause: 'F1(4)a', field: 'ticket' })
      }
      if (held.step !== step) refuse('session.ticket', '现场签字签的不是这一步，或内容已变，请本人重新签字。', { clause: 'F1(4)a', field: 'ticket' })
      return held.signer
    },
    spend: drop,
    forShell: (grant) => {
      const ticket = fresh()
      grants.set(ticket, grant)
      return ticket
    },
    redeem: (ticket) => grants.get(ticket) ?? null,
    finish: (ticket) => {
      const grant = grants.get(ticket) ?? null
      if (grant?.kind !== 'sealed') grants.delete(ticket)
      return grant
    },
    forget: () => {
      for (const ticket of [...signers.keys()]) drop(ticket)
      grants.clear()
    },
  }
}
