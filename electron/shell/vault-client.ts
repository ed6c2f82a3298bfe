import type { Chosen, ChosenCalendar, ChosenLedger, Delivery, FromVault, Redeemed, ToVault } from '../../contract/bridge.ts'
import type { Reply } from '../../contract/refusal.ts'

export type LockReason = 'left' | 'locked' | 'idle'

/** The shell's view of the vault, whichever process it runs in. */
export type VaultClient = {
  call(name: string, input: unknown, options?: { background?: boolean }): Promise<Reply>
  redeem(ticket: string): Promise<Redeemed | null>
  delivered(ticket: string, how: 'saved' | 'printed' | 'cancelled', printer?: string): Promise<void>
  /** Has the vault do in a folder what a ticket was given for. Resolves with its end. */
  carryOut(ticket: string, folder: string): Promise<Delivery>
  /** Has the vault look at the folder of a backup that is to be restored. */
  choose(folder: string): Promise<Chosen>
  /** Has the vault read the file of a year's calendar. */
  calendar(path: string): Promise<ChosenCalendar>
  /** Has the vault read the file of an old ledger. */
  ledger(path: string): Promise<ChosenLedger>
  lock(reason: 'locked' | 'idle'): Promise<void>
  active(): Promise<void>
  onLocked(listener: (reason: LockReason) => void): void
}

/** The shell's end of the vault's message port. `receive` takes what the vault sent; `gone` settles all that still waits when it has ended. */
export type VaultPort = { client: VaultClient; receive(message: FromVault): void; gone(): void; ask(message: object): Promise<FromVault | null> }

const ENDED = '保密库进程已停止。请关闭程序后重新打开；已完成的操作都已保存。'
const GONE: Reply = { ok: false, refused: { code: 'fault', message: ENDED } }

type WithoutId<Message> = Message extends unknown ? Omit<Message, 'id'> : never

const clientOver = (ask: (message: WithoutId<ToVault>) => Promise<FromVault | null>, listeners: ((reason: LockReason) => void)[]): VaultClient => ({
  call: async (name, input, options) => {
    const answer = await ask({ call: name, input, background: options?.background === true })
    if (answer === null || !('ok' in answer)) return GONE
    return answer.ok ? { ok: true, output: answer.output } : { ok: false, refused: answer.refused }
  },
  redeem: async (ticket) => {
    const answer = await ask({ shell: 'redeem', ticket })
    return answer !== null && 'redeemed' in answer ? answer.redeemed : null
  },
  delivered: async (ticket, how, printer) => void (await ask({ shell: 'delivered', ticket, how, ...(printer === undefined ? {} : { printer }) })),
  carryOut: async (ticket, folder) => {
    const answer = await ask({ shell: 'folder', ticket, folder })
    return answer !== null && 'delivery' in answer ? answer.delivery : { ok: false, message: ENDED }
  },
  choose: async (folder) => {
    const answer = await ask({ shell: 'choose', folder })
    return answer !== null && 'chosen' in answer ? answer.chosen : { ok: false, message: ENDED }
  },
  calendar: async (path) => {
    const answer = await ask({ shell: 'calendar', path })
    return answer !== null && 'calendar' in answer ? answer.calendar : { ok: false, message: ENDED }
  },
  ledger: async (path) => {
    const answer = await ask({ shell: 'ledger', path })
    return answer !== null && 'ledger' in answer ? answer.ledger : { ok: false, message: ENDED }
  },
  lock: async (reason) => void (await ask({ shell: 'lock', reason })),
  active: async () => void (await ask({ shell: 'active' })),
  onLocked: (listener) => void listeners.push(listener),
})

/** Pairs questions with answers by their id. `send` gives false when nobody listens any more. */
export const vaultPort = (send: (message: object) => boolean): VaultPort => {
  const waiting = new Map<number, (answer: FromVault | null) => void>()
  const listeners: ((reason: LockReason) => void)[] = []
  let next = 1
  const ask = (message: object): Promise<FromVault | null> =>
    new Promise((settle) => {
      const id = next++
      waiting.set(id, settle)
      if (send({ id, ...message })) return
      waiting.delete(id)
      settle(null)
    })
  return {
    ask,
    client: clientOver(ask, listeners),
    receive: (message) => {
      if ('event' in message) {
        for (const listener of listeners) listener(message.reason)
        return
      }
      waiting.get(message.id)?.(message)
      waiting.delete(message.id)
    },
    gone: () => {
      for (const settle of waiting.values()) settle(null)
      waiting.clear()
    },
  }
}
