import type { Delivery } from '../../../contract/bridge.ts'
import { contract, type ProcedureName } from '../../../contract/index.ts'
import type { Reply } from '../../../contract/refusal.ts'
import type { Station } from '../../../electron/vault/station.ts'
import type { VaultProcess } from '../../../tools/hosts/vault-process.ts'
import type { Chance } from './chance.ts'

/** One entry that the log must have, or may. */
export type Said = { call: string; outcome: 'done' | 'refused'; perhaps?: true }

/** What whoever asks knows of a vault: what was answered since it was last looked at, and what was asked when it died. */
export type Known = {
  /** In their order. */
  said: Said[]
  /** Refusals of the closed time, which wait at the gate for the next sign-in. */
  waiting: Said[]
  /** Backups and drills that were answered as good. */
  delivered: number
  signedIn: boolean
  inFlight: string | null
  /** Whatever number was ever told in an answer. */
  numbers: Set<string>
}
export const knowingNothing = (): Known => ({ said: [], waiting: [], delivered: 0, signedIn: false, inFlight: null, numbers: new Set() })

/** Thrown out of whatever was being done when the vault was killed. */
export class Killed extends Error {}

const NUMBER = /[\p{Script=Han}]{1,4}〔\d{4}〕\d{4}(?:-\p{Script=Han}-\d{4})?/gu

const isMutation = (call: string) => Object.hasOwn(contract, call) && contract[call as ProcedureName].kind === 'mutation'

/** What an answer makes known. */
const learn = (known: Known, call: string, reply: Reply) => {
  if (!reply.ok) {
    // Idle for too long, since the clock was moved: the vault locked itself before it refused
    if (known.signedIn && reply.refused.code === 'session.locked') {
      known.said.push({ call: 'session.signOut', outcome: 'done' })
      known.signedIn = false
    }
    const said: Said = { call, outcome: 'refused' }
    if (known.signedIn) known.said.push(said)
    else known.waiting.push(said)
    return
  }
  if (call === 'session.signIn') {
    known.said.push(...known.waiting.splice(0))
    known.signedIn = true
  }
  if (isMutation(call)) known.said.push({ call, outcome: 'done' })
  if (call === 'session.signOut') known.signedIn = false
  // What a query tells may have been typed; what an act tells it has made
  if (isMutation(call)) for (const [number] of JSON.stringify(reply.output).matchAll(NUMBER)) known.numbers.add(number)
}

/** How long each call took so far, so that a kill falls into it. */
const took = new Map<string, number>()
const learnTime = (call: string, ms: number) => took.set(call, took.has(call) ? (took.get(call) as number) * 0.7 + ms * 0.3 : ms)

/** Ends a vault process as a power cut would, so many milliseconds from now, to the microsecond. */
const killIn = async (vault: VaultProcess, ms: number) => {
  const at = performance.now() + ms
  if (ms > 20) await new Promise((wait) => setTimeout(wait, ms - 5))
  while (performance.now() < at);
  process.kill(vault.pid as number, 'SIGKILL')
}

/** One life of a vault: asked so many times in all, and killed at a random moment of the last. */
export type Life = {
  station: Station
  /** Has it die in the middle of the ask after so many more. */
  doom(asks: number): void
  /** Resolves when it is dead. */
  over: Promise<void>
}

/** A vault process in a station's place, that is killed in the middle of what is asked of it. Whatever is asked after that throws `Killed`. */
export const lifeOf = (vault: VaultProcess, known: Known, chance: Chance): Life => {
  let asked = 0
  let last = Number.POSITIVE_INFINITY
  let dead = false
  const over = Promise.withResolvers<void>()
  const ask = async <T>(call: string, question: () => Promise<T>, answered: (answer: T) => boolean): Promise<T> => {
    if (dead) throw new Killed()
    asked += 1
    const fatal = asked > last
    const begun = performance.now()
    const answer = question()
    if (fatal) {
      dead = true
      await killIn(vault, chance.part() * 1.6 * (took.get(call) ?? 8))
    }
    const reply = await answer
    const heard = answered(reply)
    if (!fatal) {
      learnTime(call, performance.now() - begun)
      return reply
    }
    if (!heard) known.inFlight = call
    await vault.close()
    over.resolve()
    throw new Killed()
  }

  const call: Station['call'] = (name, input, options) =>
    ask(
      name,
      () => vault.call(name, input, options),
      (reply) => {
        // What a dead vault is said to have answered was answered by nobody
        if (!reply.ok && reply.refused.code === 'fault' && dead) return false
        learn(known, name, reply)
        return true
      },
    )
  const carryOut = (ticket: string, folder: string): Promise<Delivery> => {
    const delivery = ask(
      'shell.backup',
      () => vault.carryOut(ticket, folder),
      (delivery) => {
        if (delivery.ok && delivery.how === 'saved') known.delivered += 1
        return true
      },
    )
    // Not everybody waits for its end
    delivery.catch(() => undefined)
    return delivery
  }
  const lock: Station['lock'] = async (reason) => {
    if (known.signedIn) await call('session.signOut', { reason })
  }
  const station: Station = {
    call,
    carryOut,
    lock,
    redeem: (ticket) => vault.redeem(ticket),
    delivered: (ticket, how, printer) => vault.delivered(ticket, how, printer),
    choose: (folder) => vault.choose(folder),
    calendar: (path) => vault.calendar(path),
    ledger: (path) => vault.ledger(path),
    active: () => void vault.active(),
    onLocked: (listener) => vault.onLocked(listener),
    close: () => vault.close(),
  }
  return {
    station,
    doom: (asks) => {
      last = asked + asks
    },
    over: over.promise,
  }
}
